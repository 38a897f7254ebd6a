import type { JournalState } from '../wire/frame'
import { SILENCE_MILLIS } from './attempt'
import type { Failure } from './transport'

/** A picture that nothing has confirmed for this long is shown as stopped. */
export const STALE_MILLIS = 60_000

/** How far the picture can be believed. */
export type Status =
  /** Nothing has come yet. */
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'reconnecting' }
  /** `since`: when the picture was last known to be true, on the timers' clock; absent if never. */
  | { readonly state: 'stale'; readonly reason: 'connection' | 'database'; readonly since: number | undefined }
  | { readonly state: 'refused'; readonly status: 401 | 403 }
  | { readonly state: 'missing' }

/** What is known about the connection, from which its status follows. */
export interface Facts {
  /** Whether the connection at hand has brought a frame. */
  readonly connected: boolean
  readonly startedAt: number
  readonly lastFrameAt: number | undefined
  readonly lastLiveAt: number | undefined
  readonly journal: JournalState
  readonly refusal: Exclude<Failure, { kind: 'lost' }> | undefined
}

export function statusOf(facts: Facts, now: number): Status {
  const { refusal, lastFrameAt } = facts
  if (refusal?.kind === 'refused') return { state: 'refused', status: refusal.status }
  const age = now - (lastFrameAt ?? facts.startedAt)
  // A hall that was just there is more likely to be on its way back with its server than gone.
  if (refusal && (lastFrameAt === undefined || age >= STALE_MILLIS)) return { state: 'missing' }
  if (age >= STALE_MILLIS) return { state: 'stale', reason: 'connection', since: facts.lastLiveAt }
  if (lastFrameAt === undefined) return { state: 'connecting' }
  if (facts.journal === 'STALE') return { state: 'stale', reason: 'database', since: facts.lastLiveAt }
  return facts.connected && age < SILENCE_MILLIS ? { state: 'live' } : { state: 'reconnecting' }
}

/** When the status may change though nothing happens. */
export function nextReviewIn(facts: Facts, now: number): number | undefined {
  const age = now - (facts.lastFrameAt ?? facts.startedAt)
  return [SILENCE_MILLIS - age, STALE_MILLIS - age].find((wait) => wait > 0)
}

export function sameStatus(a: Status, b: Status): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
