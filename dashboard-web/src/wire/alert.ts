/** What the server sends about alerts, and about who is there to deal with them. */

import type { Name } from './name'

/** The worst first. */
export const SEVERITIES = ['CRITICAL', 'MAJOR', 'MINOR'] as const
export type Severity = (typeof SEVERITIES)[number]

export const ALERT_STATES = [
  'UNACKNOWLEDGED',
  'ACKNOWLEDGED',
  /** The condition is gone, and nobody has acknowledged. */
  'CLEARED',
  'SHELVED',
  /** Held back by design, as in an emergency. */
  'SUPPRESSED',
  'OUT_OF_SERVICE',
  /** Normal again; the last few stay in the view. */
  'CLOSED',
] as const
export type AlertState = (typeof ALERT_STATES)[number]

export const ALERT_KINDS = [
  'WAIT_OVERTIME',
  'SERVICE_OVERTIME',
  'CALL_UNANSWERED',
  'WINDOW_IDLE',
  'WINDOW_AWAY',
  'QUEUE_UNMANNED',
  'QUEUE_LENGTH',
  'HALL_LOAD',
  'SOURCE_SILENT',
  'CLOCK_OFF',
  'BELOW',
  'STEP_OVERDUE',
  'REPORT_DUE',
  'FINDING_DUE',
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

export const UNITS = ['SECONDS', 'PEOPLE', 'PERCENT'] as const
export type Unit = (typeof UNITS)[number]

export const ESCALATION_ROLES = ['OFFICER', 'MANAGER', 'UPPER'] as const
export type EscalationRole = (typeof ESCALATION_ROLES)[number]

/**
 * What an alert is about: one of these. `hall` is true for the hall itself; an alert of a hall below names that hall
 * and its alert; one of an emergency names the step, report or finding that is late.
 */
export interface Subject {
  readonly queue?: string
  readonly window?: string
  readonly source?: string
  readonly hall?: string | true
  readonly alert?: string
  readonly emergency?: string
  readonly task?: string
  readonly drill?: boolean
}

export interface AlertView {
  readonly rule: string
  readonly kind: AlertKind
  readonly severity: Severity
  readonly state: AlertState
  /** The condition holds now, also while shelved or suppressed. */
  readonly active: boolean
  readonly subject: Subject
  /** Empty: the whole hall. */
  readonly zones: readonly string[]
  readonly title: Name
  readonly guidance: Name
  /** The clause that the rule comes from. */
  readonly basis: string
  readonly raisedAt: string
  /** When the present level was reached. */
  readonly since: string
  /** Where what is counted began, for kinds that count time. */
  readonly onset?: string
  readonly threshold: number
  readonly unit: Unit
  /** At the last change. */
  readonly value: number
  readonly worst: number
  /** How many tickets or people were over at the last change. */
  readonly count: number
  readonly occurrences: number
  readonly ticket?: string
  /** A window to open. */
  readonly proposal?: { readonly window: string }
  readonly acknowledgedBy?: string
  readonly acknowledgedAt?: string
  readonly assignee?: string
  readonly note?: string
  readonly noteBy?: string
  readonly notedAt?: string
  readonly shelvedBy?: string
  readonly shelvedUntil?: string
  readonly shelvedReason?: string
  readonly heldBy?: string
  /** 0: not escalated. */
  readonly escalation: number
  readonly escalatedTo?: EscalationRole
  readonly escalatedAt?: string
  readonly reminders: number
  readonly clearedAt?: string
  readonly closedAt?: string
}

/** Holds alerts back; all lists empty is the whole hall. */
export interface Hold {
  readonly kind: 'SUPPRESSED' | 'OUT_OF_SERVICE'
  readonly zones: readonly string[]
  readonly queues: readonly string[]
  readonly windows: readonly string[]
  readonly rules: readonly string[]
  readonly reason: string
  readonly by: string
  readonly since: string
}

export const DUTY_ROLES = ['MANAGER', 'OFFICER'] as const
export type DutyRole = (typeof DUTY_ROLES)[number]

/** Who is on duty from when until when; no zones is the whole hall. */
export interface Shift {
  readonly user: string
  readonly name?: string
  readonly role: DutyRole
  readonly zones: readonly string[]
  readonly from: string
  readonly until: string
}

export type Alerts = Readonly<Record<string, AlertView>>
export type Holds = Readonly<Record<string, Hold>>
export type Duty = Readonly<Record<string, Shift>>
