import { minutesPassed } from '../../ui/format'
import { spread } from '../../ui/spread'
import type { QueueView } from '../../wire/view'

/**
 * The drawing of one queue: a mark a person, as high as that person has waited. Heights are in rem above the
 * foot of the plot. The limit is at the same height in every queue, also where queues have different limits.
 */
export interface Column {
  readonly marks: readonly Mark[]
  readonly label: Label | undefined
}

export interface Mark {
  readonly key: string
  readonly bottom: number
  readonly height: number
  readonly over: boolean
}

/** The longest wait. Over the limit it is a filled block that stands on the limit line. */
export interface Label {
  readonly minutes: number
  readonly place: 'above' | 'side' | 'over'
  readonly bottom: number
  readonly height: number
  /** The wait is longer than the scale reaches. */
  readonly beyond: boolean
}

/** How the sheet at hand draws the strip. */
export interface Scale {
  /** Height of the limit line. */
  readonly limit: number
  /** Height up to which marks are drawn. */
  readonly top: number
}

/** 16:9, and the three times wider sheet that has more height for the strip. */
export const SCALES = { sheet: { limit: 6, top: 8.75 }, wide: { limit: 13.2, top: 19.8 } } as const

const PIXEL = 1 / 24
const LINE = 2 * PIXEL
const MARK = 3 * PIXEL
const MARK_OVER = 5 * PIXEL
const THIN_FROM = 40
const SOLID_FROM = 80
const LABEL_BESIDE_FROM = 20 / 30
const LABEL_GAP = 0.2
const LABEL_HEIGHT = 1.5
const LABEL_BESIDE = 1.2
/** Above the number of people, which stands on the foot of the plot. */
const LABEL_BESIDE_LOWEST = 2.95
const BLOCK_HEIGHT = 2.2

/** Where the tickets of one queue stand at a given time. Limits are shares: 1 is the limit. */
export function drawQueue(queue: QueueView, now: number, scale: Scale): Column {
  const limit = queue.waitLimitSeconds * 1_000
  const waits = Object.entries(queue.tickets)
    .map(([key, { since }]) => ({ key, wait: Math.max(0, now - Date.parse(since)) }))
    .sort((a, b) => a.wait - b.wait || (a.key < b.key ? -1 : 1))
  const within = waits.filter(({ wait }) => wait <= limit)
  const over = waits.filter(({ wait }) => wait > limit)
  const at = ({ wait }: { wait: number }) => (wait / limit) * scale.limit
  const thickness = waits.length >= THIN_FROM ? PIXEL : undefined
  const solid = waits.length >= SOLID_FROM
  const draw = solid ? drawBar : drawMarks
  const marks = [
    ...draw(within, at, 0, scale.limit, thickness ?? MARK, false),
    ...draw(over, at, scale.limit + LINE, scale.top, thickness ?? MARK_OVER, true),
  ]
  const longest = waits.at(-1)
  return { marks, label: longest && labelOf(longest.wait, limit, marks, scale) }
}

type Waiting = { readonly key: string; readonly wait: number }

/** Marks at their own heights, pushed apart to gaps of a pixel so that they can be counted, never past `low` and `high`. */
function drawMarks(
  waits: readonly Waiting[],
  at: (waiting: Waiting) => number,
  low: number,
  high: number,
  thickness: number,
  over: boolean,
): Mark[] {
  const step = Math.min(thickness + PIXEL, (high - low) / waits.length)
  const height = Math.max(step - PIXEL, step / 2)
  const bottoms = spread(waits.map(at), low, high, step, height)
  return waits.map(({ key }, index) => ({ key, bottom: bottoms[index] ?? low, height, over }))
}

function drawBar(
  waits: readonly Waiting[],
  at: (waiting: Waiting) => number,
  low: number,
  high: number,
  _thickness: number,
  over: boolean,
): Mark[] {
  const longest = waits.at(-1)
  if (!longest) return []
  return [{ key: over ? 'over' : 'within', bottom: low, height: Math.min(high, at(longest)) - low, over }]
}

function labelOf(wait: number, limit: number, marks: readonly Mark[], scale: Scale): Label {
  const minutes = minutesPassed(wait)
  const topmost = marks.at(-1)
  const top = topmost ? topmost.bottom + topmost.height : 0
  if (wait > limit) {
    const bottom = scale.limit + LINE
    const beyond = (wait / limit) * scale.limit > scale.top
    return { minutes, place: 'over', bottom, height: Math.max(BLOCK_HEIGHT, top - bottom), beyond }
  }
  if (wait / limit > LABEL_BESIDE_FROM) {
    const bottom = Math.max(LABEL_BESIDE_LOWEST, top - MARK - LABEL_BESIDE)
    return { minutes, place: 'side', bottom, height: LABEL_HEIGHT, beyond: false }
  }
  return { minutes, place: 'above', bottom: top - MARK + LABEL_GAP, height: LABEL_HEIGHT, beyond: false }
}

/** Of a line of text below the limit line. */
const LEGEND_DEPTH = 1.6

/** Which sides of the limit line are free of this label, so that the line's own words may stand there. */
export function freeSides(
  label: Label | undefined,
  scale: Scale,
): { readonly above: boolean; readonly below: boolean } {
  if (!label) return { above: true, below: true }
  if (label.place === 'over') return { above: false, below: true }
  return { above: true, below: label.bottom + label.height <= scale.limit - LEGEND_DEPTH }
}

export function isOverLimit(queue: QueueView, now: number): boolean {
  const since = queue.longestWaitSince
  return !queue.suspended && since !== undefined && now - Date.parse(since) > queue.waitLimitSeconds * 1_000
}
