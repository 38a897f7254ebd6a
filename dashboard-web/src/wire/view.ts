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

/** A way out of the hall. Positions are those of the hall's plan: x to the right, y downwards. */
export interface ExitView {
  readonly name: Name
  readonly order: number
  readonly position?: { readonly x: number; readonly y: number }
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
}

/** One quarter of an hour: tickets issued and served in it, people waiting at its end. */
export interface Interval {
  readonly issued: number
  readonly served: number
  readonly waiting: number
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
