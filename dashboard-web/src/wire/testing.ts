import type { HallView } from './view'

/** A small hall for tests. */
export function someView(version = 1): HallView {
  return {
    hall: 'small',
    version,
    at: '2026-11-20T14:42:03.120+08:00',
    name: { zh: '小厅', en: 'Small Hall' },
    level: 'COUNTY',
    timeZone: 'Asia/Shanghai',
    clock: 'LIVE',
    zones: { A: { name: { zh: 'A 区', en: 'Zone A' }, order: 0 } },
    queues: {
      tax: {
        name: { zh: '税务', en: 'Tax' },
        prefix: 'T',
        order: 0,
        waitLimitSeconds: 1800,
        waiting: 1,
        longestWaitSince: '2026-11-20T14:40:00+08:00',
        expectedWaitSeconds: 300,
        openWindows: 1,
        totalWindows: 1,
        issued: 2,
        served: 1,
        abandoned: 0,
        noShows: 0,
        tickets: { T002: { since: '2026-11-20T14:40:00+08:00', priority: 'NORMAL' } },
      },
    },
    windows: {
      '01': {
        name: { zh: '01', en: '01' },
        zone: 'A',
        kind: 'SPECIALIST',
        order: 0,
        queues: ['tax'],
        status: 'IDLE',
        since: '2026-11-20T14:41:00+08:00',
        staffAway: false,
      },
    },
    alerts: {},
    emergencies: {},
    today: {
      date: '2026-11-20',
      issued: 2,
      served: 1,
      abandoned: 0,
      noShows: 0,
      unresolved: 0,
      waiting: 1,
      anomalies: 0,
      intervals: { '14:30': { issued: 2, served: 1, waiting: 1 } },
    },
  }
}
