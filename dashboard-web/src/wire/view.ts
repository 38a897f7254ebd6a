/** What the server sends about one hall. Times are RFC 3339 with the hall's offset; durations are seconds. */

import type { Alerts, Duty, Holds } from './alert'
import type { Below, Drills, Emergencies } from './emergency'
import type { Name } from './name'

export type HallLevel = 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE'

/** SUSPENDED: an emergency stopped it. */
export const WINDOW_STATUSES = ['SERVING', 'CALLING', 'IDLE', 'PAUSED', 'CLOSED', 'SUSPENDED'] as const
export type WindowStatus = (typeof WINDOW_STATUSES)[number]

export const WINDOW_KINDS = ['COMPREHENSIVE', 'TIDAL', 'UNRESOLVED_AFFAIRS', 'SPECIALIST', 'ACCESSIBLE'] as const
export type WindowKind = (typeof WINDOW_KINDS)[number]

export interface ZoneView {
  readonly name: Name
  readonly order: number
}

export interface Position {
  readonly x: number
  readonly y: number
}

/** A way out of the hall. Positions are those of the hall's plan: x to the right, y downwards. */
export interface ExitView {
  readonly name: Name
  readonly order: number
  readonly position?: Position
}

export interface WaitingTicket {
  readonly since: string
  readonly priority: 'NORMAL' | 'PRIORITY'
}

export interface QueueView {
  readonly name: Name
  readonly prefix: string
  readonly order: number
  readonly waitLimitSeconds: number
  readonly waiting: number
  readonly longestWaitSince?: string
  /** Absent while no open window serves the queue. */
  readonly expectedWaitSeconds?: number
  readonly openWindows: number
  readonly totalWindows: number
  readonly issued: number
  readonly served: number
  readonly abandoned: number
  readonly noShows: number
  /** All its windows are stopped by an emergency: tickets stay valid, waits do not count. */
  readonly suspended: boolean
  readonly suspendedSince?: string
  /** Those waiting now, by ticket. */
  readonly tickets: Readonly<Record<string, WaitingTicket>>
}

/** The newest call of a window's day. */
export interface Call {
  readonly ticket: string
  readonly queue: string
  readonly at: string
  /** 1: called once; 2: recalled once. */
  readonly times: number
}

export interface WindowView {
  readonly name: Name
  readonly zone: string
  readonly kind: WindowKind
  readonly order: number
  readonly queues: readonly string[]
  readonly status: WindowStatus
  /** When the status began. */
  readonly since: string
  readonly ticket?: string
  readonly staff?: string
  readonly staffAway: boolean
  readonly awaySince?: string
  readonly reason?: string
  readonly lastCall?: Call
  /** Where it stands, in the unit of the hall's plan: x to the right, y downwards. */
  readonly position?: Position
}

/** One quarter of an hour: tickets issued and served in it, people waiting at its end. */
export interface Interval {
  readonly issued: number
  readonly served: number
  readonly waiting: number
}

/** What visitors thought of the service; satisfied: the upper three of five grades. */
export interface Ratings {
  readonly count: number
  readonly satisfied: number
}

/** The mean of the days before of the same weekday. */
export interface UsualDay {
  /** How many were seen. */
  readonly days: number
  readonly issued: number
  readonly served: number
  readonly averageWaitSeconds?: number
  readonly p90WaitSeconds?: number
  readonly onTimeRate?: number
  readonly intervals: Readonly<Record<string, Interval>>
}

export interface TodayView {
  /** Absent before the hall's first event. */
  readonly date?: string
  readonly issued: number
  readonly served: number
  readonly abandoned: number
  readonly noShows: number
  readonly unresolved: number
  readonly waiting: number
  readonly averageWaitSeconds?: number
  readonly p90WaitSeconds?: number
  readonly averageServiceSeconds?: number
  /** Share of those served who were called within the limit, 0 to 1. */
  readonly onTimeRate?: number
  readonly anomalies: number
  /** By local time of the quarter's start, as `09:15`. */
  readonly intervals: Readonly<Record<string, Interval>>
  readonly ratings?: Ratings
  /** Absent while no such weekday was seen. */
  readonly usual?: UsualDay
}

export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Local times; until 00:00 means the end of the day. */
export interface OpenSpan {
  readonly days: readonly Weekday[]
  readonly from: string
  readonly until: string
}

export interface HallView {
  readonly hall: string
  readonly version: number
  /** The hall's time of its last change. */
  readonly at: string
  readonly name: Name
  readonly level: HallLevel
  readonly timeZone: string
  /** REPLAY: the hall plays the log of another day and lives by the times of its events. */
  readonly clock: 'LIVE' | 'REPLAY'
  /** When the hall is open; absent means always. */
  readonly hours?: readonly OpenSpan[]
  readonly zones: Readonly<Record<string, ZoneView>>
  readonly queues: Readonly<Record<string, QueueView>>
  readonly windows: Readonly<Record<string, WindowView>>
  readonly alerts: Alerts
  readonly holds: Holds
  readonly duty: Duty
  readonly exits: Readonly<Record<string, ExitView>>
  /** Where people gather outside. */
  readonly assembly?: Name
  /** Open ones, the last few closed ones, and those with findings to mend, in the order of their declaration. */
  readonly emergencies: Emergencies
  /** Planned, not yet begun. */
  readonly drills: Drills
  /** Open ones of the halls below. */
  readonly below: Below
  readonly today: TodayView
}

/** One line of `GET /api/halls`. */
export interface HallSummary {
  readonly hall: string
  readonly name: Name
  readonly level: HallLevel
  readonly parent?: string
  readonly open?: boolean
}
