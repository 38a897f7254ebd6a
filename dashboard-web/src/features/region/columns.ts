import { spread } from '../../ui/spread'
import type { Name } from '../../wire/name'
import type { Glance } from '../../wire/region'
import { isNeedy, NEEDS, rankOf } from './need'
import type { Standing } from './order'

/** One child of the node with all below it, or the node's own halls. */
export interface Column {
  readonly id: string
  readonly name: Name
  /** The node's own halls stand together. */
  readonly own: boolean
  /** Nothing is below it. */
  readonly leaf: boolean
  readonly halls: readonly Standing[]
}

type Children = ReadonlyMap<string, readonly string[]>

/** In the order of the tree, the node's own halls first. */
export function columnsOf(
  node: string,
  glance: Glance,
  children: Children,
  standings: ReadonlyMap<string, Standing>,
  below: (id: string) => readonly string[],
  nameOf: (id: string) => Name | undefined,
): Column[] {
  const all = children.get(node) ?? []
  const parents = all.filter((id) => children.has(id))
  // Where some children have halls below them, those without are the node's own halls, as in a city with counties.
  const own = [node, ...(parents.length > 0 ? all.filter((id) => !children.has(id)) : [])]
  const halls = (ids: readonly string[]) => ids.flatMap((id) => standings.get(id) ?? [])
  const columns = (parents.length > 0 ? parents : all).map((id) => ({
    id,
    name: nameOf(id) ?? { zh: id, en: id },
    own: false,
    leaf: !children.has(id),
    halls: halls(below(id)),
  }))
  const ownHalls = halls(own)
  if (ownHalls.length === 0) return columns
  return [{ id: node, name: glance.name, own: true, leaf: true, halls: ownHalls }, ...columns]
}

/** What stands under a column and beside its marks. */
export interface ColumnSum {
  readonly waiting: number
  /** Nothing is known of any of its halls. */
  readonly unknown: boolean
  /** The hall that is nearest to its limit. */
  readonly longest: Standing | undefined
  readonly limits: ReadonlySet<number>
}

const sums = new WeakMap<Column, ColumnSum>()

/** Asked for by the column itself and by the strip. */
export function sumOf(column: Column): ColumnSum {
  const known = sums.get(column) ?? addUp(column)
  sums.set(column, known)
  return known
}

function addUp({ halls }: Column): ColumnSum {
  let waiting = 0
  let longest: Standing | undefined
  let seen = false
  const limits = new Set<number>()
  for (const standing of halls) {
    const { glance, need } = standing
    waiting += glance.waiting ?? 0
    seen ||= glance.waiting !== undefined
    if (glance.longest) limits.add(glance.longest.limitSeconds)
    if (need.share !== undefined && need.share > (longest?.need.share ?? -1)) longest = standing
  }
  return { waiting, unknown: !seen, longest, limits }
}

/** At most `room` columns: those in need stay, the rest page. */
export function pageOf(
  columns: readonly Column[],
  room: number,
  turn: number,
): { shown: Column[]; pages: number; page: number } {
  if (columns.length <= room) return { shown: [...columns], pages: 1, page: 0 }
  const worst = new Map(columns.map((column) => [column.id, worstOf(column)]))
  const rank = ({ id }: Column) => worst.get(id) ?? NEEDS.length
  // One place is left to page, however many are in need.
  const pinned = new Set(
    columns
      .filter((column) => rank(column) <= rankOf('cutOff'))
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, Math.floor(room / 2)),
  )
  const rest = columns.filter((column) => !pinned.has(column))
  const pages = Math.ceil(rest.length / (room - pinned.size))
  const page = turn % pages
  // Pages are equally full.
  const size = Math.ceil(rest.length / pages)
  const shown = new Set([...pinned, ...rest.slice(page * size, (page + 1) * size)])
  return { shown: columns.filter((column) => shown.has(column)), pages, page }
}

function worstOf({ halls }: Column): number {
  let worst: number = NEEDS.length
  for (const { need } of halls) if (isNeedy(need.kind)) worst = Math.min(worst, rankOf(need.kind))
  return worst
}

/** Somebody in it waits past the limit. */
export function isOver(column: Column): boolean {
  return (sumOf(column).longest?.need.share ?? 0) > 1
}

/** How the marks of a column are drawn, in rem above its foot. */
export interface Scale {
  readonly limit: number
  /** Up to here marks are drawn; lower where a long name hangs down. */
  readonly top: number
  readonly lowTop: number
}

/** 16:9, and the sheet of 32:9, which has room for more than twice the height. */
export const SCALES = {
  sheet: { limit: 4.35, top: 6.5, lowTop: 5.5 },
  wide: { limit: 9.57, top: 14.3, lowTop: 13 },
} as const

export const MARK_WIDTH = 2.75

const PIXEL = 1 / 24
const MARK = 3 * PIXEL
const MARK_OVER = 5 * PIXEL
/** From here on marks cannot be counted: the length of a mark tells how many halls it stands for. */
const MANY = 40
const BINS = 24
/** A label stands beside its mark from here on, else above it. */
const BESIDE_FROM = 20 / 30

/** The longest wait of a column, in words beside its mark. */
export interface Label {
  readonly minutes: number
  readonly place: 'above' | 'side' | 'over'
  /** Above the foot, in rem. */
  readonly bottom: number
}

const LABEL_HEIGHT = 1.4
const LOWEST_BESIDE = 2.1

/** `hanging`: the column's name hangs down and leaves no room above the line. */
export function labelOf(column: Column, { top }: Drawing, scale: Scale, hanging = false): Label | undefined {
  const { share, minutes } = sumOf(column).longest?.need ?? {}
  if (share === undefined || minutes === undefined) return undefined
  if (isOver(column)) return { minutes, place: 'over', bottom: scale.limit + (hanging ? -1.65 : 0.2) }
  // No label breaks the line.
  if (share > BESIDE_FROM || top + LABEL_HEIGHT > scale.limit)
    return { minutes, place: 'side', bottom: Math.max(LOWEST_BESIDE, top - 1.1) }
  return { minutes, place: 'above', bottom: top + 0.15 }
}

export interface Drawing {
  /** Paths of an SVG whose foot is at 0 and which grows upwards. */
  readonly within: string
  readonly over: string
  readonly many: boolean
  /** Height of the highest mark. */
  readonly top: number
}

/** A mark a hall, at the height of its longest wait as a share of its limit. */
export function drawColumn({ halls }: Column, scale: Scale, high: number = scale.top): Drawing {
  return drawShares(
    halls.flatMap(({ need }) => need.share ?? []),
    scale,
    high,
  )
}

export function drawShares(shares: readonly number[], scale: Scale, high: number = scale.top): Drawing {
  const sorted = [...shares].sort((a, b) => a - b)
  const within = sorted.filter((share) => share <= 1)
  const over = sorted.filter((share) => share > 1)
  const many = within.length >= MANY
  const drawn = many ? profile(within, scale) : stack(within, 0, scale.limit, MARK, scale)
  const above = stack(over, scale.limit + 2 * PIXEL, high, MARK_OVER, scale)
  const top = Math.max(0, ...[...drawn, ...above].map(({ foot, height }) => foot + height))
  return { within: pathOf(drawn), over: pathOf(above), many, top }
}

interface Bar {
  readonly foot: number
  readonly height: number
  readonly width: number
}

function stack(shares: readonly number[], low: number, high: number, thickness: number, scale: Scale): Bar[] {
  const step = Math.min(thickness + PIXEL, (high - low) / Math.max(1, shares.length))
  const height = Math.max(step - PIXEL, step / 2)
  const feet = spread(
    shares.map((share) => share * scale.limit),
    low,
    high,
    step,
    height,
  )
  return feet.map((foot) => ({ foot, height, width: MARK_WIDTH }))
}

function profile(shares: readonly number[], scale: Scale): Bar[] {
  const bins = Array.from({ length: BINS }, () => 0)
  for (const share of shares) {
    const bin = Math.min(BINS - 1, Math.floor(share * BINS))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  const most = Math.max(...bins)
  const height = scale.limit / BINS
  return bins.flatMap((count, bin) =>
    count === 0
      ? []
      : [{ foot: bin * height, height: height - PIXEL, width: Math.max(MARK, (count / most) * MARK_WIDTH) }],
  )
}

function pathOf(bars: readonly Bar[]): string {
  return bars
    .map(({ foot, height, width }) => `M0 ${(-foot).toFixed(3)}h${width.toFixed(3)}v${(-height).toFixed(3)}H0Z`)
    .join('')
}
