import type { Frame } from '../wire/frame'
import type { HallView } from '../wire/view'

/** Why a connection ended. Only `refused` and `missing` say something about the hall and the caller. */
export type Failure =
  /** 401: nobody is logged in. 403: this caller has no right to this hall. */
  | { readonly kind: 'refused'; readonly status: 401 | 403 }
  /** There is no such hall. */
  | { readonly kind: 'missing' }
  /** The network, the server or a proxy between gave way. */
  | { readonly kind: 'lost'; readonly reason: string; readonly status?: number | undefined }

export function failureOfStatus(status: number | undefined, reason: string): Failure {
  if (status === 401 || status === 403) return { kind: 'refused', status }
  if (status === 404) return { kind: 'missing' }
  return { kind: 'lost', reason, status }
}

/** full: all of a hall, for those who work there. public: what visitors may see, the same frames without staff and alerts. */
export type HallStream = 'full' | 'public'

export interface StreamRequest {
  readonly hall: string
  /** The frame to go on from, as `<epoch>.<version>`. */
  readonly lastEventId: string | undefined
}

/** Who listens to a connection. After `ended`, or once the connection was closed by its owner, nothing more is said. */
export interface Listener<V = HallView> {
  /** Something came, be it a part of a frame. */
  bytes(): void
  /** May throw a WireError: the connection then ends as lost. */
  frame(frame: Frame<V>): void
  ended(failure: Failure): void
}

export interface Connection {
  close(): void
}

export type TransportName = 'rsocket' | 'sse'

/** One way to a hall's or a region's stream. A connection is one attempt: trying again is the supervisor's part. */
export interface Transport<V = HallView> {
  readonly name: TransportName
  open(request: StreamRequest, listener: Listener<V>): Connection
}

/** Time and chance, so that tests can have them virtual. */
export interface Timers {
  /** Milliseconds that never run backwards. */
  now(): number
  after(milliseconds: number, run: () => void): Timer
}

export interface Timer {
  cancel(): void
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const handle = setTimeout(run, milliseconds)
    return { cancel: () => clearTimeout(handle) }
  },
}
