/** What the server sends about emergencies (突发事件). Severity, warning and response are three scales, never one. */
import type { Name } from './name'

export const EMERGENCY_KINDS = [
  'FIRE',
  'EXPLOSION',
  'GAS_LEAK',
  'DANGEROUS_GOODS',
  'SUDDEN_ILLNESS',
  'ACCIDENTAL_INJURY',
  'PUBLIC_ORDER',
  'MASS_INCIDENT',
  'EPIDEMIC',
  'NATURAL_DISASTER',
  'UTILITY_FAILURE',
  'NETWORK_FAILURE',
] as const
export type EmergencyKind = (typeof EMERGENCY_KINDS)[number]

/** The worst first. */
export const EVENT_SEVERITIES = ['ESPECIALLY_SERIOUS', 'SERIOUS', 'LARGE', 'ORDINARY'] as const
export type EventSeverity = (typeof EVENT_SEVERITIES)[number]

export const WARNING_LEVELS = ['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const
export type WarningLevel = (typeof WARNING_LEVELS)[number]

export const RESPONSE_LEVELS = ['LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4'] as const
export type ResponseLevel = (typeof RESPONSE_LEVELS)[number]

/** What people in the affected zones shall do; what has to be known at once stands first. */
export const INSTRUCTIONS = ['EVACUATE', 'SHELTER', 'KEEP_AWAY', 'NONE'] as const
export type Instruction = (typeof INSTRUCTIONS)[number]

/** ENDING: one officer proposed the end, another has to confirm. ENDED: reports and review are left. */
export const EMERGENCY_STATES = ['ACTIVE', 'ENDING', 'ENDED', 'CLOSED'] as const
export type EmergencyState = (typeof EMERGENCY_STATES)[number]

export const OUTCOMES = ['RESOLVED', 'FALSE_ALARM', 'MERGED'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const EMERGENCY_ROLES = [
  'COMMANDER',
  'EVACUATION',
  'SECURITY',
  'MEDICAL',
  'TECHNICAL',
  'LIAISON',
  'SERVICE',
  'PUBLICITY',
] as const
export type EmergencyRole = (typeof EMERGENCY_ROLES)[number]

export const REPORTS = ['FIRST', 'FOLLOW_UP', 'FINAL'] as const
export type ReportKind = (typeof REPORTS)[number]

/** WAITING: what it follows is not done yet. */
export const STEP_STATES = ['WAITING', 'OPEN', 'DONE', 'SKIPPED'] as const
export type StepState = (typeof STEP_STATES)[number]

/** One thing to do by the plan. */
export interface Step {
  readonly order: number
  readonly title: Name
  readonly role: EmergencyRole
  /** A number to call. */
  readonly contact?: string
  readonly targetSeconds: number
  readonly after: readonly string[]
  readonly state: StepState
  readonly openSince?: string
  readonly dueAt?: string
  readonly doneBy?: string
  readonly doneAt?: string
  /** Why it was skipped. */
  readonly reason?: string
  readonly assignee?: string
}

export const COUNTS = ['evacuated', 'injured', 'dead', 'missing'] as const
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>

/** Whether a zone is empty of people, and who says so. */
export interface Muster {
  readonly clear: boolean
  readonly people?: number
  readonly by: string
  readonly at: string
}

export interface ReportState {
  /** Absent: none is due now. */
  readonly dueAt?: string
  readonly filedAt?: string
  readonly filedBy?: string
  /** How many were filed. */
  readonly number: number
}

export interface Finding {
  readonly text: string
  readonly owner: string
  /** A date, as `2026-12-01`. */
  readonly due: string
  readonly by: string
  readonly at: string
  readonly mendedBy?: string
  readonly mendedAt?: string
}

/** One line of the timeline; the fields beside these three are those of its type. */
export interface TimelineLine {
  readonly at: string
  readonly by: string
  readonly type: string
  readonly text?: string
  readonly [field: string]: unknown
}

/** The last lines by their number, or all of them. */
export type Timeline = Readonly<Record<string, TimelineLine>>

export interface WallWords {
  readonly action: Name
  /** For those who are elsewhere. */
  readonly elsewhere: Name
  readonly rules: readonly Name[]
}

export interface Emergency {
  readonly kind: EmergencyKind
  readonly drill: boolean
  readonly state: EmergencyState
  readonly outcome?: Outcome
  readonly mergedInto?: string
  /** Where it is; empty is the whole hall. */
  readonly zones: readonly string[]
  /** The zones that the instruction holds for; empty is the whole hall. */
  readonly affected: readonly string[]
  readonly headline: Name
  readonly title: Name
  readonly what?: string
  readonly severity: EventSeverity
  readonly warningLevel?: WarningLevel
  readonly responseLevel?: ResponseLevel
  /** Takes over the strips of the halls above. */
  readonly severe: boolean
  readonly instruction: Instruction
  readonly stopsService: boolean
  readonly wall: WallWords
  readonly closedExits: readonly string[]
  readonly declaredAt: string
  readonly declaredBy: string
  readonly source?: string
  readonly sightings: number
  readonly endProposedBy?: string
  readonly endProposedAt?: string
  readonly endedBy?: string
  readonly endedAt?: string
  readonly closedAt?: string
  readonly endNeedsTwo: boolean
  readonly planEdition: number
  readonly steps: Readonly<Record<string, Step>>
  readonly roles: Readonly<Partial<Record<EmergencyRole, string>>>
  readonly counts: Counts
  readonly muster: Readonly<Record<string, Muster>>
  readonly reports: Readonly<Partial<Record<ReportKind, ReportState>>>
  readonly findings: Readonly<Record<string, Finding>>
  /** Length of the whole timeline. */
  readonly lines: number
  readonly timeline: Timeline
}

export interface PlannedDrill {
  readonly kind: EmergencyKind
  readonly zones: readonly string[]
  readonly at: string
  readonly by: string
  readonly note?: string
}

/** An open emergency of a hall below. */
export interface EmergencyBelow {
  readonly hall: string
  readonly name: Name
  readonly id: string
  readonly kind: EmergencyKind
  readonly drill: boolean
  readonly headline: Name
  readonly severity: EventSeverity
  readonly instruction: Instruction
  readonly state: EmergencyState
  readonly severe: boolean
  readonly since: string
}

export type Emergencies = Readonly<Record<string, Emergency>>
export type Drills = Readonly<Record<string, PlannedDrill>>
export type Below = Readonly<Record<string, EmergencyBelow>>
