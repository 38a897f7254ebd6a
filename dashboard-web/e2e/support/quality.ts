/** A week of alerts as `GET alerts/quality` tells it: calm on the whole, with one flood and a window that chatters. */
const TEN_MINUTES = 600_000

export function someQuality(from: number, to: number): Readonly<Record<string, unknown>> {
  const periods = Math.floor((to - from) / TEN_MINUTES)
  const at = (index: number) => new Date(from + index * TEN_MINUTES).toISOString()
  const per10Minutes = Array.from({ length: periods }, (_, index) => ({
    at: at(index),
    raised: index < 48 ? 0 : (index * 7919) % 5 === 0 ? 1 + ((index * 104_729) % 4) : 0,
  }))
  const flood = per10Minutes[periods - 20]
  if (flood) flood.raised = 14
  return {
    hall: 'civic-centre',
    from: at(0),
    to: at(periods),
    officers: 4,
    alerts: {
      raised: 143,
      averagePer10Minutes: { value: 0.62, target: 1, limit: 2, met: true },
      peakPer10Minutes: { value: 14, at: at(periods - 20), target: 10, met: false },
      periodsAbove10: { share: 0.003, target: 0.01, met: true },
      floods: {
        count: 1,
        share: 0.004,
        target: 0.01,
        met: true,
        list: [{ from: at(periods - 20), to: at(periods - 18), alerts: 17 }],
      },
    },
    topSources: [
      { rule: 'window-away', subject: { window: '09' }, count: 31, share: 0.217 },
      { rule: 'wait-overtime', subject: { queue: 'household' }, count: 22, share: 0.154 },
      { rule: 'window-idle', subject: { window: '20' }, count: 12, share: 0.084 },
    ],
    topTenShare: { value: 0.61, target: 0.05, met: false },
    chattering: {
      count: 1,
      target: 0,
      met: false,
      list: [{ rule: 'window-away', subject: { window: '09' }, times: 5 }],
    },
    stale: { most: 0, target: 5, met: true, list: [] },
    priorities: {
      CRITICAL: { count: 5, share: 0.035, target: 0.05, met: true },
      MAJOR: { count: 20, share: 0.14, target: 0.15, met: true },
      MINOR: { count: 118, share: 0.825, target: 0.8, met: true },
    },
    acknowledge: {
      count: 121,
      p50Seconds: 38,
      p90Seconds: 190,
      p99Seconds: 640,
      byOfficer: [
        { user: 'li.qiang', count: 61, p50Seconds: 31, p90Seconds: 140, p99Seconds: 420 },
        { user: 'wang.lei', count: 44, p50Seconds: 52, p90Seconds: 260, p99Seconds: 640 },
        { user: 'chen.jing', count: 16, p50Seconds: null, p90Seconds: null, p99Seconds: null },
      ],
    },
    escalations: { count: 3, share: 0.021 },
    per10Minutes,
  }
}
