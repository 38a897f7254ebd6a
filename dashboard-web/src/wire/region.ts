/** What the server sends about a node of the tree of halls and all halls below it. */
import type { Severity, Subject } from './alert'
import type { EmergencyKind, EventSeverity, Instruction } from './emergency'
import type { Name } from './name'
import type { HallLevel } from './view'

/** The queue that reaches its limit first, or reached it first. */
export interface LongestWait {
  readonly queue: Name
  readonly since: string
  readonly limitSeconds: number
}

/** The worst open alert. */
export interface WorstAlert {
  readonly severity: Severity
  /** A kind of alert. */
  readonly rule: string
  readonly subject: Subject
  /** What the queue, window or device is called. */
  readonly label?: Name
  readonly since: string
  readonly unclaimed: boolean
  /** Who is on it. */
  readonly person?: string
}

export interface EmergencyGlance {
  readonly kind: EmergencyKind
  readonly drill: boolean
  readonly headline?: Name
  readonly severity: EventSeverity
  readonly instruction: Instruction
  readonly ending: boolean
  readonly over: boolean
  readonly since: string
}

/** One hall seen from above. All but its name and place are absent until something is known of it. */
export interface Glance {
  readonly name: Name
  readonly level: HallLevel
  /** Absent for the node itself. */
  readonly parent?: string
  readonly timeZone: string
  /** The hall's time of its last change. */
  readonly at?: string
  readonly waiting?: number
  readonly served?: number
  readonly openWindows?: number
  readonly totalWindows?: number
  readonly longest?: LongestWait
  /** Open ones. */
  readonly alerts?: { readonly critical: number; readonly major: number; readonly minor: number }
  readonly worst?: WorstAlert
  readonly emergencies?: Readonly<Record<string, EmergencyGlance>>
  /** The newest report of any device. */
  readonly heardAt?: string
  /** From when on silence means that the hall is cut off; only while a window is open. */
  readonly silentFrom?: string
}

export type Glances = Readonly<Record<string, Glance>>

export interface RegionView {
  readonly region: string
  readonly version: number
  readonly at: string
  readonly halls: Glances
}
