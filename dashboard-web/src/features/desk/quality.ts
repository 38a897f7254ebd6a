import { SEVERITIES } from '../../wire/alert'
import type { Judged, Quality } from '../../wire/desk'

/** One figure beside its target: which, how it is told, and whether it meets the target (undefined: not judged). */
export interface Goal {
  readonly key: string
  readonly value: number | undefined
  readonly target: number | undefined
  readonly how: 'number' | 'count' | 'share'
  readonly met: boolean | undefined
}

export function goalsOf(quality: Quality): Goal[] {
  const { alerts, topTenShare, chattering, stale, priorities } = quality
  const goal = (key: string, value: number | undefined, judged: Judged | undefined, how: Goal['how']): Goal => ({
    key,
    value,
    target: judged?.target,
    how,
    met: value === undefined ? undefined : judged?.met,
  })
  return [
    goal('average', alerts.averagePer10Minutes?.value, alerts.averagePer10Minutes, 'number'),
    goal('peak', alerts.peakPer10Minutes?.value, alerts.peakPer10Minutes, 'count'),
    goal('above', alerts.periodsAbove10?.share, alerts.periodsAbove10, 'share'),
    goal('floods', alerts.floods?.share, alerts.floods, 'share'),
    goal('topTen', topTenShare?.value, topTenShare, 'share'),
    goal('chattering', chattering?.count, chattering, 'count'),
    goal('stale', stale?.most, stale, 'count'),
    ...SEVERITIES.map((severity) => goal(severity, priorities?.[severity]?.share, priorities?.[severity], 'share')),
  ]
}

/** A bar a column; where there are more periods than columns, the highest of each counts. */
export interface Bars {
  readonly heights: readonly number[]
  readonly highest: number
}

const TEN_MINUTES = 600_000

export function barsOf(raised: NonNullable<Quality['per10Minutes']>, from: number, to: number, columns: number): Bars {
  const periods = Math.max(1, Math.ceil((to - from) / TEN_MINUTES))
  const count = Math.min(periods, columns)
  const heights = new Array<number>(count).fill(0)
  for (const { at, raised: value } of raised) {
    const place = Math.floor(((Date.parse(at) - from) / (periods * TEN_MINUTES)) * count)
    if (place >= 0 && place < count) heights[place] = Math.max(heights[place] ?? 0, value)
  }
  return { heights, highest: Math.max(0, ...heights) }
}
