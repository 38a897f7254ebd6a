import type { TodayView, UsualDay } from '../../wire/view'
import { hourOf, type Measure, QUARTER } from './day'

export type Point = readonly [hour: number, value: number]

/** The usual day as a line: counts at the middle of their quarter hour, waiting at its end, like today's. */
export function usualPoints(usual: UsualDay, measure: Measure): readonly Point[] {
  const shift = measure === 'waiting' ? QUARTER : QUARTER / 2
  return Object.entries(usual.intervals)
    .map(([start, interval]) => [hourOf(start) + shift, interval[measure]] as const)
    .sort(([a], [b]) => a - b)
}

/** How much more, or less, than usual by this hour; undefined while there is nothing to compare with. */
export function difference(today: TodayView, measure: Measure, hour: number): number | undefined {
  const { usual } = today
  if (!usual) return undefined
  const expected = measure === 'waiting' ? waitingAt(usual, hour) : countedBy(usual, measure, hour)
  return Math.round(today[measure] - expected)
}

function countedBy(usual: UsualDay, measure: Measure, hour: number): number {
  return Object.entries(usual.intervals).reduce((sum, [start, interval]) => {
    const passed = Math.min(1, Math.max(0, (hour - hourOf(start)) / QUARTER))
    return sum + interval[measure] * passed
  }, 0)
}

/** Between two quarters' ends, in proportion. */
function waitingAt(usual: UsualDay, hour: number): number {
  const points: readonly Point[] = [...usualPoints(usual, 'waiting')]
  const next = points.findIndex(([at]) => at >= hour)
  const [after, before] = [points[next], points[next - 1]]
  if (!after) return 0
  if (!before) return after[0] - hour < QUARTER ? after[1] : 0
  return before[1] + ((after[1] - before[1]) * (hour - before[0])) / (after[0] - before[0])
}
