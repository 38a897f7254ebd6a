import { type Alerts, type AlertView, SEVERITIES } from '../wire/alert'
import { byUrgency, type Listed, listed } from './alerts'

/** What calls for an officer who looks elsewhere: new critical and major alerts, and whatever was just given to him or her. */
export function louder(before: Alerts, after: Alerts, user: string): Listed[] {
  return listed(after)
    .filter(({ id, alert }) => isLouder(before[id], alert, user))
    .sort(byUrgency)
}

function isLouder(before: AlertView | undefined, after: AlertView, user: string): boolean {
  if (after.state !== 'UNACKNOWLEDGED') return false
  if (after.assignee === user && before?.assignee !== user) return true
  if (after.severity === 'MINOR') return false
  if (before?.state !== 'UNACKNOWLEDGED') return true
  const rose = SEVERITIES.indexOf(after.severity) < SEVERITIES.indexOf(before.severity)
  return rose || after.reminders > before.reminders || after.escalation > before.escalation
}
