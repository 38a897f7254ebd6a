/** The alerts of the design's drawing, and who is on duty then. */
import type { AlertView, Shift } from '../../src/wire/alert'
import { hallTime, type ScriptedHall } from './scriptedHall'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

interface Told extends Partial<Omit<AlertView, 'since' | 'onset'>> {
  /** Minutes ago. */
  readonly since: number
  readonly onset?: number
}

export const LI_QIANG = 'li.qiang'

const WAIT = { zh: '等候超时', en: 'Wait overtime' }
const WAIT_GUIDE = {
  zh: '请引导员到取号区说明等候时间；加开窗口或从空闲窗口调人；年长者和残疾人优先。',
  en: 'Tell those waiting how long it takes. Open a window, or bring staff from an idle one. The elderly and people with disabilities first.',
}

const ALERTS: Readonly<Record<string, Told>> = {
  a1031: {
    severity: 'CRITICAL',
    state: 'ACKNOWLEDGED',
    subject: { queue: 'household' },
    zones: ['B'],
    title: WAIT,
    guidance: WAIT_GUIDE,
    since: 11,
    onset: 41,
    count: 5,
    acknowledgedBy: LI_QIANG,
    assignee: 'zhou.min',
    proposal: { window: '11' },
  },
  a1038: {
    rule: 'window-idle',
    kind: 'WINDOW_IDLE',
    severity: 'MAJOR',
    state: 'ACKNOWLEDGED',
    subject: { window: '20' },
    zones: ['C'],
    title: { zh: '空闲有人等', en: 'Idle while people wait' },
    guidance: { zh: '请窗口人员叫号；无法办理的，按暂停并说明原因。', en: 'Ask the clerk to call the next ticket.' },
    since: 2,
    onset: 4.2,
    threshold: 120,
    acknowledgedBy: 'wang.lei',
  },
  a1042: {
    rule: 'window-away',
    kind: 'WINDOW_AWAY',
    severity: 'MAJOR',
    subject: { window: '09' },
    zones: ['B'],
    title: { zh: '离岗超时', en: 'Away too long' },
    guidance: {
      zh: '先联系窗口人员；五分钟内不能返回的，安排顶岗，并在窗口放置提示牌。',
      en: 'Call the clerk first. If he or she is not back within five minutes, arrange a substitute and put up the sign.',
    },
    basis: 'team default',
    since: 1.3,
    onset: 11.4,
    threshold: 600,
  },
  a1012: {
    rule: 'kiosk-paper',
    kind: 'SOURCE_SILENT',
    severity: 'MINOR',
    state: 'ACKNOWLEDGED',
    subject: { source: 'kiosk-2' },
    title: { zh: '取号机无消息', en: 'Kiosk is silent' },
    guidance: { zh: '检查取号机的电源、网络和纸。', en: 'Check power, network and paper of the machine.' },
    since: 18,
    onset: 23,
    threshold: 300,
    acknowledgedBy: 'wang.lei',
    assignee: 'chen.jing',
  },
  a1036: {
    severity: 'MINOR',
    state: 'ACKNOWLEDGED',
    subject: { queue: 'estate' },
    zones: ['C'],
    title: { zh: '等候将超时', en: 'Wait near the limit' },
    guidance: WAIT_GUIDE,
    threshold: 1500,
    since: 3,
    onset: 28,
    count: 2,
    acknowledgedBy: 'wang.lei',
  },
  a1040: {
    rule: 'service-overtime',
    kind: 'SERVICE_OVERTIME',
    severity: 'MINOR',
    subject: { window: '10' },
    zones: ['B'],
    title: { zh: '办理超时', en: 'Service overtime' },
    guidance: {
      zh: '到窗口了解情况，必要时转到后台或综合窗口。',
      en: 'Look in at the window; move the case on if need be.',
    },
    threshold: 1200,
    since: 2.3,
    onset: 22.3,
    ticket: 'H163',
  },
}

const SHELVED: Readonly<Record<string, Told>> = {
  a1029: {
    rule: 'window-away',
    kind: 'WINDOW_AWAY',
    severity: 'MAJOR',
    state: 'SHELVED',
    subject: { window: '28' },
    zones: ['D'],
    title: { zh: '离岗超时', en: 'Away too long' },
    since: 14,
    onset: 24,
    threshold: 600,
    shelvedBy: LI_QIANG,
    shelvedUntil: 'later',
    shelvedReason: '人员在返回途中',
  },
}

const CLOSED: Readonly<Record<string, Told>> = {
  a0987: {
    severity: 'MINOR',
    state: 'CLOSED',
    active: false,
    subject: { queue: 'social' },
    title: { zh: '等候将超时', en: 'Wait near the limit' },
    since: 31,
    acknowledgedBy: LI_QIANG,
  },
  a0961: {
    rule: 'window-away',
    kind: 'WINDOW_AWAY',
    severity: 'MAJOR',
    state: 'CLOSED',
    active: false,
    subject: { window: '09' },
    title: { zh: '离岗超时', en: 'Away too long' },
    since: 60,
    acknowledgedBy: LI_QIANG,
  },
  a0915: {
    rule: 'kiosk-paper',
    kind: 'SOURCE_SILENT',
    severity: 'MINOR',
    state: 'CLOSED',
    active: false,
    subject: { source: 'kiosk-3' },
    title: { zh: '取号机无消息', en: 'Kiosk is silent' },
    since: 160,
    acknowledgedBy: 'chen.jing',
  },
}

/** On Li Qiang's desk: the manager asks him to take over the worst one, and has written him a note. */
const ASKED: Readonly<Record<string, Told>> = {
  ...ALERTS,
  ...SHELVED,
  a1031: { ...(ALERTS.a1031 as Told), state: 'UNACKNOWLEDGED', assignee: LI_QIANG },
}
/** So many that each has one line only. */
const MORE: Readonly<Record<string, Told>> = Object.fromEntries(
  ['tax', 'health', 'social', 'fund', 'market', 'general'].map((queue, index): [string, Told] => [
    `a108${index}`,
    { severity: index < 2 ? 'CRITICAL' : 'MAJOR', subject: { queue }, since: index + 1, onset: 31 + index },
  ]),
)
const NOTE = '李强先到 09 号窗看一下'

const WHAT = {
  quiet: CLOSED,
  drawn: { ...CLOSED, ...ALERTS },
  shelved: { ...CLOSED, ...ALERTS, ...SHELVED },
  asked: { ...CLOSED, ...ASKED },
  busy: { ...CLOSED, ...ALERTS, ...SHELVED, ...MORE },
}

/** `drawn`: six alerts are open; `shelved`: one more is shelved; `asked`: one is given to Li Qiang; `busy`: twelve are open; `quiet`: there are only the last three resolved. */
export function withAlerts(hall: ScriptedHall, now: number, what: keyof typeof WHAT = 'drawn'): ScriptedHall {
  hall.duty = dutyAt(now)
  for (const [id, told] of Object.entries<Told>(WHAT[what])) {
    hall.alerts[id] = alertAt(told, now)
    hall.tell(id, 'alert.raised', now - told.since * MINUTE, { severity: told.severity ?? 'CRITICAL', threshold: 1800 })
  }
  if (what === 'asked') {
    hall.tell('a1042', 'alert.escalated', now - 0.8 * MINUTE, { step: 1, to: 'MANAGER' })
    hall.tell('a1042', 'alert.noted', now - 0.3 * MINUTE, { actor: 'zhou.min', note: NOTE })
  }
  hall.touch(now)
  return hall
}

export function alertAt({ since, onset, shelvedUntil, ...told }: Told, now: number): AlertView {
  const at = (minutes: number) => hallTime(now - minutes * MINUTE)
  return {
    rule: 'wait-overtime',
    kind: 'WAIT_OVERTIME',
    severity: 'CRITICAL',
    state: 'UNACKNOWLEDGED',
    active: true,
    subject: { queue: 'tax' },
    zones: [],
    title: WAIT,
    guidance: WAIT_GUIDE,
    basis: 'team default',
    raisedAt: at(since),
    since: at(since),
    threshold: 1800,
    unit: 'SECONDS',
    value: told.threshold ?? 1800,
    worst: told.threshold ?? 1800,
    count: 1,
    occurrences: 1,
    escalation: 0,
    reminders: 0,
    ...(onset !== undefined && { onset: at(onset) }),
    ...(shelvedUntil !== undefined && { shelvedUntil: at(-30) }),
    ...(told.acknowledgedBy !== undefined && { acknowledgedAt: at(Math.max(0, since - 1)) }),
    ...(told.state === 'CLOSED' && { clearedAt: at(since - 15), closedAt: at(since - 15) }),
    ...told,
  }
}

function dutyAt(now: number): Record<string, Shift> {
  const day = { from: hallTime(now - 5.7 * HOUR), until: hallTime(now + 2.8 * HOUR) }
  const evening = { from: day.until, until: hallTime(now + 5.8 * HOUR) }
  return {
    s1: { user: 'zhou.min', name: '周敏', role: 'MANAGER', zones: [], ...day },
    s2: { user: LI_QIANG, name: '李强', role: 'OFFICER', zones: ['A', 'B'], ...day },
    s3: { user: 'wang.lei', name: '王磊', role: 'OFFICER', zones: ['C', 'D'], ...day },
    s4: { user: 'chen.jing', name: '陈静', role: 'OFFICER', zones: [], ...day },
    s5: { user: 'sun.yan', name: '孙艳', role: 'OFFICER', zones: ['A', 'B', 'C', 'D'], ...evening },
  }
}
