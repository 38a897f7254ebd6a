import { describe, expect, it } from 'vitest'
import { asQuality } from '../../wire/desk'
import { barsOf, goalsOf } from './quality'

const at = (time: string) => Date.parse(`2026-11-20T${time}:00+08:00`)

describe('the goals', () => {
  const quality = asQuality({
    hall: 'small',
    from: '2026-11-20T00:00:00+08:00',
    to: '2026-11-20T15:00:00+08:00',
    officers: 2,
    alerts: {
      raised: 40,
      averagePer10Minutes: { value: 0.4, target: 1, limit: 2, met: true },
      peakPer10Minutes: { value: null, at: null, target: 10, met: null },
      periodsAbove10: { share: 0.02, target: 0.01, met: false },
      floods: { count: 0, share: 0, target: 0.01, met: true, list: [] },
    },
    topSources: [{ rule: 'window-away', subject: { window: '09' }, count: 9, share: 0.2 }],
    topTenShare: null,
    chattering: { count: 0, target: 0, met: true, list: [] },
    stale: { most: 0, target: 5, met: true, list: [] },
    priorities: { CRITICAL: { count: 1, share: 0.02, target: 0.05, met: true } },
    acknowledge: { count: 3, p50Seconds: 20, p90Seconds: null, p99Seconds: null, byOfficer: [] },
    escalations: { count: 0, share: 0 },
    per10Minutes: [],
  })
  const goal = (key: string) => goalsOf(quality).find((candidate) => candidate.key === key)

  it('are met or not as the server judged', () => {
    expect(goal('average')).toMatchObject({ value: 0.4, target: 1, met: true })
    expect(goal('above')).toMatchObject({ value: 0.02, target: 0.01, met: false })
    expect(goal('CRITICAL')).toMatchObject({ value: 0.02, met: true })
  })

  it('are not judged where the server does not', () => {
    const early = asQuality({
      ...quality,
      alerts: { ...quality.alerts, averagePer10Minutes: { value: 2, target: 1, limit: 2, met: null } },
    })
    expect(goalsOf(early).find(({ key }) => key === 'average')).toMatchObject({ value: 2, target: 1, met: undefined })
  })

  it('without data are neither', () => {
    expect(goal('peak')).toMatchObject({ value: undefined, target: 10, met: undefined })
    expect(goal('topTen')).toMatchObject({ value: undefined, met: undefined })
    expect(goal('MINOR')).toMatchObject({ value: undefined, met: undefined })
  })
})

describe('the bars', () => {
  const raised = [
    { at: '2026-11-20T09:00:00+08:00', raised: 2 },
    { at: '2026-11-20T09:10:00+08:00', raised: 12 },
    { at: '2026-11-20T09:50:00+08:00', raised: 1 },
    { at: '2026-11-20T08:50:00+08:00', raised: 99 },
  ]

  it('are one for ten minutes', () => {
    expect(barsOf(raised, at('09:00'), at('10:00'), 100)).toEqual({ heights: [2, 12, 0, 0, 0, 1], highest: 12 })
  })

  it('keep every peak where there is no room for all', () => {
    expect(barsOf(raised, at('09:00'), at('10:00'), 3)).toEqual({ heights: [12, 0, 1], highest: 12 })
  })

  it('are flat without data', () => {
    expect(barsOf([], at('09:00'), at('09:05'), 3)).toEqual({ heights: [0], highest: 0 })
  })
})
