import { minutesPassed } from '../../ui/format'
import type { Subject } from '../../wire/alert'
import type { HallView, QueueView, WindowView } from '../../wire/view'

/** Where marks lie, as shares of the line's length. */
export interface LyingMarks {
  readonly marks: readonly { readonly key: string; readonly at: number; readonly over: boolean }[]
  readonly limit: number
  readonly over: number
  /** The longest wait, where it is over the limit and its number does not run into the limit's. */
  readonly longest: { readonly at: number; readonly minutes: number } | undefined
}

const ROOM = 1.5
const ROOM_OF_LIMIT_TEXT = 0.16

/** The same marks as on the wall, one a person, lying down. */
export function layMarks(queue: QueueView, now: number): LyingMarks {
  const limit = queue.waitLimitSeconds * 1_000
  const waits = Object.entries(queue.tickets)
    .map(([key, { since }]) => ({ key, wait: Math.max(0, now - Date.parse(since)) }))
    .sort((a, b) => a.wait - b.wait)
  const longest = waits.at(-1)?.wait ?? 0
  const full = Math.max(limit * ROOM, longest * 1.05, 1)
  const marks = waits.map(({ key, wait }) => ({ key, at: wait / full, over: wait > limit }))
  const beyond = longest / full > limit / full + ROOM_OF_LIMIT_TEXT
  return {
    marks,
    limit: limit / full,
    over: marks.filter(({ over }) => over).length,
    longest: beyond ? { at: longest / full, minutes: minutesPassed(longest) } : undefined,
  }
}

/** The queue itself, or of the queues that a window serves the longest one. */
export function queueBehind(subject: Subject, view: HallView): QueueView | undefined {
  if (subject.queue !== undefined) return view.queues[subject.queue]
  const queues = view.windows[subject.window ?? '']?.queues ?? []
  return queues
    .map((id) => view.queues[id])
    .filter((queue) => queue !== undefined)
    .reduce<QueueView | undefined>((most, queue) => (most && most.waiting >= queue.waiting ? most : queue), undefined)
}

const NEIGHBOURS = 8

/** The windows that serve the queue; for a window those that serve any of its queues, itself among them. */
export function windowsBeside(subject: Subject, view: HallView): [string, WindowView][] {
  const own = subject.window === undefined ? undefined : view.windows[subject.window]
  const queues = own ? own.queues : subject.queue === undefined ? [] : [subject.queue]
  const all = Object.entries(view.windows).sort(([, a], [, b]) => a.order - b.order)
  const beside = all.filter(
    ([id, window]) => id === subject.window || window.queues.some((queue) => queues.includes(queue)),
  )
  const place = Math.max(
    0,
    beside.findIndex(([id]) => id === subject.window),
  )
  const from = Math.max(0, Math.min(place - NEIGHBOURS / 2, beside.length - NEIGHBOURS))
  return beside.slice(from, from + NEIGHBOURS)
}
