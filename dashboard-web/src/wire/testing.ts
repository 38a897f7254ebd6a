import type { AlertView } from './alert'
import type { Emergency } from './emergency'
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
        suspended: false,
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
    holds: {},
    duty: {},
    exits: {},
    emergencies: {},
    drills: {},
    below: {},
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

/** An alert of the small hall for tests: the tax queue over its limit, raised at 14:31. */
export function someAlert(more: Partial<AlertView> = {}): AlertView {
  return {
    rule: 'wait-overtime',
    kind: 'WAIT_OVERTIME',
    severity: 'CRITICAL',
    state: 'UNACKNOWLEDGED',
    active: true,
    subject: { queue: 'tax' },
    zones: ['A'],
    title: { zh: '等候超时', en: 'Wait overtime' },
    guidance: { zh: '加开窗口。', en: 'Open another window.' },
    basis: 'team default',
    raisedAt: '2026-11-20T14:31:00+08:00',
    since: '2026-11-20T14:31:00+08:00',
    onset: '2026-11-20T14:01:00+08:00',
    threshold: 1800,
    unit: 'SECONDS',
    value: 1800,
    worst: 1800,
    count: 1,
    occurrences: 1,
    escalation: 0,
    reminders: 0,
    ...more,
  }
}

/** A fire in zone A of the small hall for tests, declared at 14:44. */
export function someEmergency(more: Partial<Emergency> = {}): Emergency {
  return {
    kind: 'FIRE',
    drill: false,
    state: 'ACTIVE',
    zones: ['A'],
    affected: [],
    headline: { zh: 'A 区火警', en: 'Fire in zone A' },
    title: { zh: '火警', en: 'Fire' },
    severity: 'LARGE',
    severe: true,
    instruction: 'EVACUATE',
    stopsService: true,
    wall: {
      action: { zh: '请立即撤离', en: 'Leave now' },
      elsewhere: { zh: '请勿前往 A 区', en: 'Keep away from zone A' },
      rules: [{ zh: '不乘电梯', en: 'No lifts' }],
    },
    closedExits: [],
    declaredAt: '2026-11-20T14:44:00+08:00',
    declaredBy: 'zhou.min',
    sightings: 1,
    endNeedsTwo: true,
    planEdition: 0,
    steps: {},
    roles: {},
    counts: { evacuated: 0, injured: 0, dead: 0, missing: 0 },
    muster: {},
    reports: {},
    findings: {},
    lines: 1,
    timeline: { '1': { at: '2026-11-20T14:44:00+08:00', by: 'zhou.min', type: 'DECLARED' } },
    ...more,
  }
}
