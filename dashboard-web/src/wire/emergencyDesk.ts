/** What the server answers to an officer about emergencies. */
import { type Check, flag, listOf, mapOf, name, number, optional, shape, text, time, WireError } from './check'
import { withoutNulls } from './desk'
import type { Drills, Emergencies, Emergency, EmergencyKind, EventSeverity, Outcome, ReportKind } from './emergency'
import { drills, emergencies, emergency, line, wallWords } from './emergencyShapes'
import { isObject, type Json } from './mergePatch'
import type { Name } from './name'

/** What an officer does to one emergency. */
export const ORDERS = [
  'note',
  'tick',
  'skip',
  'reopen',
  'assign',
  'count',
  'muster',
  'grade',
  'instruct',
  'end',
  'continue',
  'falseAlarm',
  'merge',
  'file',
  'finding',
  'mend',
  'close',
] as const
export type Order = (typeof ORDERS)[number]

export type OrderBody = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** How a declaration or an order was taken. */
export interface Ordered {
  readonly id: string
  /** Absent while the journal does not answer: it is kept aside and shown all the same. */
  readonly version?: number
  /** It became another sighting of one that was open. */
  readonly joined: boolean
}

export const GRADES = ['EXCELLENT', 'GOOD', 'PASS', 'FAIL'] as const
export type Grade = (typeof GRADES)[number]

/** How well the plan was kept. */
export interface Score {
  readonly steps: Readonly<
    Record<string, { readonly targetSeconds: number; readonly tookSeconds?: number; readonly within: boolean }>
  >
  readonly within: number
  readonly of: number
  readonly share: number
  readonly grade: Grade
  readonly declaredToEndSeconds?: number
}

/** An emergency with its whole timeline. */
export interface EmergencyDetail {
  readonly emergency: Emergency
  readonly score?: Score
}

export interface PastEmergency {
  readonly id: string
  readonly kind: EmergencyKind
  readonly drill: boolean
  readonly headline: Name
  readonly severity: EventSeverity
  readonly outcome?: Outcome
  readonly declaredAt: string
  readonly endedAt?: string
  readonly grade?: Grade
}

export interface EmergencyList {
  readonly emergencies: Emergencies
  readonly drills: Drills
  /** The newest first. */
  readonly past: readonly PastEmergency[]
}

export interface FiledReport {
  readonly report: ReportKind
  readonly number: number
  readonly text: string
  readonly by: string
  readonly at: string
}

/** What to do when one of a kind happens. */
export interface ContingencyPlan {
  readonly title: Name
  readonly severity: EventSeverity
  readonly instruction: Emergency['instruction']
  readonly wholeHall: boolean
  readonly stopsService: boolean
  readonly endNeedsTwo: boolean
  readonly steps: readonly PlanStep[]
  readonly wall: Emergency['wall']
  readonly firstReportSeconds: number
  readonly followUpSeconds: number
  readonly finalReportSeconds: number
  readonly basis: string
  readonly edition: number
}

export interface PlanStep {
  readonly id: string
  readonly title: Name
  readonly role: Emergency['steps'][string]['role']
  readonly contact?: string
  readonly targetSeconds: number
  readonly after: readonly string[]
}

export type Plans = Readonly<Partial<Record<EmergencyKind, ContingencyPlan>>>

const score = shape({
  steps: mapOf(shape({ targetSeconds: number, tookSeconds: optional(number), within: flag })),
  within: number,
  of: number,
  share: number,
  grade: text,
  declaredToEndSeconds: optional(number),
})

const past = listOf(
  shape({
    id: text,
    kind: text,
    drill: flag,
    headline: name,
    severity: text,
    outcome: optional(text),
    declaredAt: time,
    endedAt: optional(time),
    grade: optional(text),
  }),
)

const planStep = shape({
  id: text,
  title: name,
  role: text,
  contact: optional(text),
  targetSeconds: number,
  after: listOf(text),
})

const plan = shape({
  title: name,
  severity: text,
  instruction: text,
  wholeHall: flag,
  stopsService: flag,
  endNeedsTwo: flag,
  steps: listOf(planStep),
  wall: wallWords,
  firstReportSeconds: number,
  followUpSeconds: number,
  finalReportSeconds: number,
  basis: text,
  edition: number,
})

export function asOrdered(value: unknown): Ordered {
  const answer = checked(
    value,
    shape({ emergency: shape({ id: text }), version: optional(number), joined: optional(flag) }),
  )
  const {
    emergency: taken,
    version,
    joined,
  } = answer as { emergency: { id: string }; version?: number; joined?: boolean }
  return { id: taken.id, ...(version !== undefined && { version }), joined: joined === true }
}

export function asEmergencyDetail(value: unknown): EmergencyDetail {
  const detail = checked(value, emergency)
  const { score: judged, ...told } = detail as Emergency & { score?: Score }
  if (judged !== undefined) score(judged, 'score')
  mapOf(line)(told.timeline, 'timeline')
  return { emergency: told, ...(judged && { score: judged }) }
}

export function asEmergencyList(value: unknown): EmergencyList {
  return checked(value, shape({ emergencies, drills, past })) as unknown as EmergencyList
}

export function asReports(value: unknown): readonly FiledReport[] {
  const reports = listOf(shape({ report: text, number, text, by: text, at: time }))
  return (checked(value, shape({ reports })) as unknown as { reports: readonly FiledReport[] }).reports
}

export function asDraft(value: unknown): string {
  return (checked(value, shape({ text })) as unknown as { text: string }).text
}

export function asPlans(value: unknown): Plans {
  return (checked(value, shape({ plans: mapOf(plan) })) as unknown as { plans: Plans }).plans
}

function checked(value: unknown, check: Check): object {
  const answer = withoutNulls(value as Json)
  if (!isObject(answer)) throw new WireError('answer is not an object')
  check(answer, 'answer')
  return answer
}
