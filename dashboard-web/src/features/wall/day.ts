import type { Interval, TodayView } from '../../wire/view'

export type Measure = keyof Interval

/** A line over the hours of the day; the last point is now. */
export interface DayLine {
  readonly from: number
  readonly to: number
  readonly points: readonly (readonly [hour: number, value: number])[]
}

export const QUARTER = 0.25
const SHORTEST_DAY = 8
const LAST_HOUR = 24

/**
 * Issued and served count per quarter hour and are drawn at its middle; the quarter under way would always look like
 * a slump, so its point is a moving quarter hour up to now. Waiting is drawn at the quarter's end.
 */
export function dayLine(today: TodayView, measure: Measure, now: number): DayLine {
  const intervals = Object.entries(today.intervals)
    .map(([start, interval]) => ({ start: hourOf(start), value: interval[measure] }))
    .filter(({ start }) => start <= now)
    .sort((a, b) => a.start - b.start)
  const first = intervals[0]?.start ?? now
  // Today and the usual day share the hours.
  const usual = Object.keys(today.usual?.intervals ?? {}).map(hourOf)
  const from = Math.floor(Math.min(first, ...usual))
  const to = Math.min(
    LAST_HOUR,
    Math.max(from + SHORTEST_DAY, Math.ceil(now), ...usual.map((at) => Math.ceil(at + QUARTER))),
  )
  if (measure === 'waiting') {
    const past = intervals.filter(({ start }) => start + QUARTER <= now)
    const points = past.map(({ start, value }) => [start + QUARTER, value] as const)
    return { from, to, points: [...points.filter(([hour]) => hour < now), [now, today.waiting]] }
  }
  const values = new Map(intervals.map(({ start, value }) => [start, value]))
  const current = Math.floor(now / QUARTER) * QUARTER
  const points: (readonly [number, number])[] = []
  // A quarter in which nothing happened may be absent: it counts nothing, and is no gap.
  for (let start = first; start < current; start += QUARTER) points.push([start + QUARTER / 2, values.get(start) ?? 0])
  const passed = (now - current) / QUARTER
  const moving = (values.get(current) ?? 0) + (values.get(current - QUARTER) ?? 0) * (1 - passed)
  return { from, to, points: intervals.length > 0 ? [...points, [now, moving]] : [] }
}

export function hourOf(start: string): number {
  const [hour = 0, minute = 0] = start.split(':').map(Number)
  return hour + minute / 60
}
