import { ALERT_STATES, type AlertView, DUTY_ROLES, ESCALATION_ROLES, SEVERITIES, UNITS } from './alert'
import { anything, type Check, flag, listOf, name, number, oneOf, optional, shape, text, time } from './check'

/** An alert's subject; the hall itself is `true`, one below is named. */
export const subject: Check = shape({
  queue: optional(text),
  window: optional(text),
  source: optional(text),
  hall: optional(anything),
  alert: optional(text),
  emergency: optional(text),
  task: optional(text),
  drill: optional(flag),
})

export const alert: Check = shape({
  rule: text,
  // A kind that a newer server has is told by its unit; it must not cost a wall its picture.
  kind: text,
  severity: oneOf(...SEVERITIES),
  state: oneOf(...ALERT_STATES),
  active: flag,
  subject,
  zones: listOf(text),
  title: name,
  guidance: name,
  basis: text,
  raisedAt: time,
  since: time,
  onset: optional(time),
  threshold: number,
  unit: oneOf(...UNITS),
  value: number,
  worst: number,
  count: number,
  occurrences: number,
  ticket: optional(text),
  proposal: optional(shape({ window: text })),
  acknowledgedBy: optional(text),
  acknowledgedAt: optional(time),
  assignee: optional(text),
  note: optional(text),
  noteBy: optional(text),
  notedAt: optional(time),
  shelvedBy: optional(text),
  shelvedUntil: optional(time),
  shelvedReason: optional(text),
  heldBy: optional(text),
  escalation: number,
  escalatedTo: optional(oneOf(...ESCALATION_ROLES)),
  escalatedAt: optional(time),
  reminders: number,
  clearedAt: optional(time),
  closedAt: optional(time),
})

export const hold: Check = shape({
  kind: oneOf('SUPPRESSED', 'OUT_OF_SERVICE'),
  zones: listOf(text),
  queues: listOf(text),
  windows: listOf(text),
  rules: listOf(text),
  reason: text,
  by: text,
  since: time,
})

export const shift: Check = shape({
  user: text,
  name: optional(text),
  role: oneOf(...DUTY_ROLES),
  zones: listOf(text),
  from: time,
  until: time,
})

export function asAlert(value: unknown): AlertView {
  alert(value, 'alert')
  return value as AlertView
}
