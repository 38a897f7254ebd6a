import { type Alerts, type AlertView, SEVERITIES, type Severity } from '../wire/alert'

/** An alert with its id, as lists show it. */
export interface Listed {
  readonly id: string
  readonly alert: AlertView
}

/** The design's shape for each severity. */
export const SEVERITY_SHAPE = { CRITICAL: 'crit', MAJOR: 'major', MINOR: 'minor' } as const

/** Somebody has to deal with it, or is dealing with it. */
export function isOpen({ state }: AlertView): boolean {
  return state === 'UNACKNOWLEDGED' || state === 'ACKNOWLEDGED'
}

/** Not to be dealt with now, but not to be lost either. */
export function isAside({ state }: AlertView): boolean {
  return state === 'CLEARED' || isHeld(state)
}

function isHeld(state: AlertView['state']): boolean {
  return state === 'SHELVED' || state === 'SUPPRESSED' || state === 'OUT_OF_SERVICE'
}

/** Who is on it: the one it was given to, else the one who acknowledged it. */
export function claimant({ state, assignee, acknowledgedBy }: AlertView): string | undefined {
  return assignee ?? (state === 'UNACKNOWLEDGED' ? undefined : acknowledgedBy)
}

/** The worst first, then those nobody has claimed, then the oldest. */
export function byUrgency(a: Listed, b: Listed): number {
  return (
    rank(a.alert.severity) - rank(b.alert.severity) ||
    Number(claimant(a.alert) !== undefined) - Number(claimant(b.alert) !== undefined) ||
    Date.parse(a.alert.since) - Date.parse(b.alert.since) ||
    (a.id < b.id ? -1 : 1)
  )
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}

export function listed(alerts: Alerts): Listed[] {
  return Object.entries(alerts).map(([id, alert]) => ({ id, alert }))
}

export function openAlerts(alerts: Alerts): Listed[] {
  return listed(alerts)
    .filter(({ alert }) => isOpen(alert))
    .sort(byUrgency)
}

/** Those that come back first, then those that are held, then those that are over and only want a look. */
export function asideAlerts(alerts: Alerts): Listed[] {
  const back = ({ alert }: Listed) => Date.parse(alert.shelvedUntil ?? '9999-12-31T00:00:00Z')
  return listed(alerts)
    .filter(({ alert }) => isAside(alert))
    .sort(
      (a, b) => Number(isHeld(b.alert.state)) - Number(isHeld(a.alert.state)) || back(a) - back(b) || byUrgency(a, b),
    )
}

/** The newest first. */
export function closedAlerts(alerts: Alerts): Listed[] {
  return listed(alerts)
    .filter(({ alert }) => alert.state === 'CLOSED')
    .sort((a, b) => closedAt(b.alert) - closedAt(a.alert) || (a.id < b.id ? 1 : -1))
}

function closedAt({ closedAt, clearedAt, since }: AlertView): number {
  return Date.parse(closedAt ?? clearedAt ?? since)
}

/** How many there are of each state, in the order in which they first come. */
export function countByState(
  alerts: readonly Listed[],
): { readonly state: AlertView['state']; readonly count: number }[] {
  const states = new Set(alerts.map(({ alert }) => alert.state))
  return [...states].map((state) => ({ state, count: alerts.filter(({ alert }) => alert.state === state).length }))
}

/** How many there are of each severity, the worst first; what there is none of is left out. */
export function countBySeverity(alerts: readonly Listed[]): { readonly severity: Severity; readonly count: number }[] {
  return SEVERITIES.map((severity) => ({
    severity,
    count: alerts.filter(({ alert }) => alert.severity === severity).length,
  })).filter(({ count }) => count > 0)
}

/** The worst severity of the open alerts about this queue or window. */
export function severityAt(alerts: Alerts, place: 'queue' | 'window', id: string): Severity | undefined {
  return openAlerts(alerts).find(({ alert }) => alert.subject[place] === id)?.alert.severity
}

/** The value now: what counts time goes on by itself while the condition holds. */
export function valueNow({ active, onset, value, worst, state }: AlertView, now: number): number {
  if (active && onset !== undefined) return Math.max(0, (now - Date.parse(onset)) / 1_000)
  return state === 'CLOSED' || state === 'CLEARED' ? worst : value
}

/** The alerts of one screen's officer, in the order in which they need him or her. */
export interface Groups {
  /** Given to me and not yet acknowledged, or nobody's. */
  readonly needsMe: readonly Listed[]
  /** Over before anybody acknowledged: one look, and they are closed. */
  readonly cleared: readonly Listed[]
  readonly withMe: readonly Listed[]
  readonly withOthers: readonly Listed[]
  readonly aside: readonly Listed[]
  readonly closed: readonly Listed[]
}

/** `manager`: what was escalated is the manager's too, whoever was asked before. */
export function groupsFor(user: string, manager: boolean, alerts: Alerts): Groups {
  const open = openAlerts(alerts)
  const waits = ({ alert }: Listed) =>
    alert.state === 'UNACKNOWLEDGED' && ((alert.assignee ?? user) === user || (manager && alert.escalation > 0))
  const aside = asideAlerts(alerts)
  const rest = open.filter((item) => !waits(item))
  return {
    needsMe: open.filter(waits).sort(byNeed(user)),
    cleared: aside.filter(({ alert }) => alert.state === 'CLEARED'),
    withMe: rest.filter(({ alert }) => claimant(alert) === user),
    withOthers: rest.filter(({ alert }) => claimant(alert) !== user),
    aside: aside.filter(({ alert }) => alert.state !== 'CLEARED'),
    closed: closedAlerts(alerts),
  }
}

/** The worst first; of the same severity what was given to me, then the oldest. */
function byNeed(user: string): (a: Listed, b: Listed) => number {
  return (a, b) =>
    rank(a.alert.severity) - rank(b.alert.severity) ||
    Number(b.alert.assignee === user) - Number(a.alert.assignee === user) ||
    byUrgency(a, b)
}

/** What goes to the next officer: all that is mine and not closed. */
export function toHandOver(user: string, alerts: Alerts): Listed[] {
  return listed(alerts)
    .filter(({ alert }) => alert.state !== 'CLOSED' && (alert.assignee ?? alert.acknowledgedBy) === user)
    .sort(byUrgency)
}
