/** What the server answers to an officer's desk. */

import type { AlertView, Shift, Subject } from './alert'
import { asAlert, shift, subject } from './alertShapes'
import { anything, type Check, flag, listOf, mapOf, number, optional, shape, text, time, WireError } from './check'
import { isObject, type Json } from './mergePatch'

/** Who is logged in. */
export interface Me {
  readonly name: string
  readonly role: 'BOARD' | 'WALL' | 'VIEWER' | 'OFFICER' | 'MANAGER' | 'TESTER' | 'ADMIN' | 'DEVICE'
}

/** One line of an alert's timeline. */
export interface TimelineEntry {
  readonly version: number
  /** By the hall's clock. */
  readonly time: string
  /** As `alert.raised`. */
  readonly type: string
  readonly actor?: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface AlertDetail {
  readonly alert: AlertView
  /** The oldest first. */
  readonly timeline: readonly TimelineEntry[]
}

/** What an officer does to one alert. */
export const ACTIONS = ['acknowledge', 'note', 'assign', 'shelve', 'unshelve', 'close'] as const
export type Action = (typeof ACTIONS)[number]

/** The members of the action's body beside its id. */
export interface ActionBody {
  readonly note?: string
  readonly to?: string
  readonly forSeconds?: number
  readonly reason?: string
}

export interface RosterShift extends Shift {
  readonly id?: string
}

/** Why the server said no, for people. */
export interface Refusal {
  readonly status: number
  /** As `ALREADY_ACKNOWLEDGED`. */
  readonly reason?: string
  readonly detail?: string
  readonly by?: string
  readonly at?: string
}

/** A figure beside the target it should meet. */
export interface Judged {
  readonly met?: boolean
  readonly target?: number
}

export interface Quality {
  readonly officers?: number
  readonly alerts: {
    readonly raised: number
    readonly averagePer10Minutes?: Judged & { readonly value?: number; readonly limit?: number }
    readonly peakPer10Minutes?: Judged & { readonly value?: number; readonly at?: string }
    readonly periodsAbove10?: Judged & { readonly share?: number }
    readonly floods?: Judged & {
      readonly count?: number
      readonly share?: number
      readonly list?: readonly { readonly from: string; readonly to: string; readonly alerts: number }[]
    }
  }
  readonly topSources?: readonly {
    readonly rule: string
    readonly subject: Subject
    readonly count: number
    readonly share: number
  }[]
  readonly topTenShare?: Judged & { readonly value?: number }
  readonly chattering?: Judged & {
    readonly count?: number
    readonly list?: readonly { readonly rule: string; readonly subject: Subject; readonly times: number }[]
  }
  readonly stale?: Judged & {
    readonly most?: number
    readonly list?: readonly {
      readonly alert: string
      readonly rule: string
      readonly subject: Subject
      readonly hours: number
    }[]
  }
  readonly priorities?: Readonly<Record<string, Judged & { readonly count?: number; readonly share?: number }>>
  readonly acknowledge?: Percentiles & {
    readonly byOfficer?: readonly (Percentiles & { readonly user: string })[]
  }
  readonly escalations?: { readonly count?: number; readonly share?: number }
  readonly per10Minutes?: readonly { readonly at: string; readonly raised: number }[]
}

export interface Percentiles {
  readonly count?: number
  readonly p50Seconds?: number
  readonly p90Seconds?: number
  readonly p99Seconds?: number
}

const judged = (more: Readonly<Record<string, Check>>) =>
  optional(shape({ met: optional(flag), target: optional(number), ...more }))
const percentiles = {
  count: optional(number),
  p50Seconds: optional(number),
  p90Seconds: optional(number),
  p99Seconds: optional(number),
}

const me = shape({ name: text, role: text })
const timeline = listOf(shape({ version: number, time, type: text, actor: optional(text), data: mapOf(anything) }))
const roster = shape({ shifts: listOf(shift) })
const quality = shape({
  officers: optional(number),
  alerts: shape({
    raised: number,
    averagePer10Minutes: judged({ value: optional(number), limit: optional(number) }),
    peakPer10Minutes: judged({ value: optional(number), at: optional(time) }),
    periodsAbove10: judged({ share: optional(number) }),
    floods: judged({
      count: optional(number),
      share: optional(number),
      list: optional(listOf(shape({ from: time, to: time, alerts: number }))),
    }),
  }),
  topSources: optional(listOf(shape({ rule: text, subject, count: number, share: number }))),
  topTenShare: judged({ value: optional(number) }),
  chattering: judged({
    count: optional(number),
    list: optional(listOf(shape({ rule: text, subject, times: number }))),
  }),
  stale: judged({
    most: optional(number),
    list: optional(listOf(shape({ alert: text, rule: text, subject, hours: number }))),
  }),
  priorities: optional(mapOf(shape({ count: optional(number), share: optional(number), met: optional(flag) }))),
  acknowledge: optional(shape({ ...percentiles, byOfficer: optional(listOf(shape({ user: text, ...percentiles }))) })),
  escalations: optional(shape({ count: optional(number), share: optional(number) })),
  per10Minutes: optional(listOf(shape({ at: time, raised: number }))),
})

export function asMe(value: unknown): Me {
  me(value, 'me')
  return value as Me
}

export function asAlertDetail(value: unknown): AlertDetail {
  const detail = withoutNulls(value as Json)
  if (!isObject(detail)) throw new WireError('alert is not an object')
  const entries = detail.timeline ?? []
  timeline(entries, 'timeline')
  return { alert: asAlert(detail), timeline: entries as unknown as readonly TimelineEntry[] }
}

/** The version at which the action is in the picture. */
export function asVersion(value: unknown): number {
  shape({ version: number })(value, 'answer')
  return (value as { version: number }).version
}

export function asRoster(value: unknown): readonly RosterShift[] {
  const answer = withoutNulls(value as Json)
  roster(answer, 'roster')
  return (answer as unknown as { shifts: readonly RosterShift[] }).shifts
}

/** A figure without data comes as null and is absent here. */
export function asQuality(value: unknown): Quality {
  const answer = withoutNulls(value as Json)
  quality(answer, 'quality')
  return answer as unknown as Quality
}

/** A problem that says nothing more is only its status. */
export function asRefusal(status: number, value: unknown): Refusal {
  const { reason, detail, by, at } = isObject(value) ? value : {}
  return {
    status,
    ...(typeof reason === 'string' && { reason }),
    ...(typeof detail === 'string' && { detail }),
    ...(typeof by === 'string' && { by }),
    ...(typeof at === 'string' && !Number.isNaN(Date.parse(at)) && { at }),
  }
}

/** What the server tells as null is absent here. */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isObject(value)) return value
  const known = Object.entries(value).filter(([, item]) => item !== null)
  return Object.fromEntries(known.map(([key, item]) => [key, withoutNulls(item)]))
}
