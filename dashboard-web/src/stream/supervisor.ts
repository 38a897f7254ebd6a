import { type Frame, type FrameId, formatFrameId, type JournalState } from '../wire/frame'
import type { HallView } from '../wire/view'
import { Attempt } from './attempt'
import { Backoff } from './backoff'
import { type Facts, nextReviewIn, type Status, sameStatus, statusOf } from './liveness'
import type { Failure, Timer, Timers, Transport, TransportName } from './transport'

/** How long a screen that fell back to SSE goes straight to SSE again when it is cut. */
const PREFER_SSE_MILLIS = 5 * 60_000
/** While on SSE, RSocket is tried beside it after this long, then at doubling intervals. */
const FIRST_PROBE_MILLIS = 60_000
const LONGEST_PROBE_MILLIS = 10 * 60_000
const SOCKET_FAILURES_ALLOWED = 2

export interface Screen<V = HallView> {
  /** What the screen holds; the next connection goes on from it. */
  held(): FrameId | undefined
  /** May throw when the frame cannot be used: the connection is then made anew. */
  frame(frame: Frame<V>): void
  status(status: Status, transport: TransportName | undefined): void
}

export interface SupervisorOptions<V = HallView> {
  /** Absent: there is only SSE. */
  readonly rsocket?: Transport<V>
  readonly sse: Transport<V>
  readonly timers: Timers
  readonly random: () => number
}

/** Keeps the stream of a hall or region coming, by RSocket or else by SSE, and says how far the picture can be believed. */
export class Supervisor<V = HallView> {
  private readonly timers: Timers
  private readonly backoff: Backoff
  private current: Attempt<V> | undefined
  private retry: Timer | undefined
  private reviewTimer: Timer | undefined
  private probe: Attempt<V> | undefined
  private probeTimer: Timer | undefined
  private probeIn = FIRST_PROBE_MILLIS
  private socketFailures = 0
  private sseUntil = Number.NEGATIVE_INFINITY
  private status: Status = { state: 'connecting' }
  private reported: TransportName | undefined

  private readonly startedAt: number
  private lastFrameAt: number | undefined
  private lastLiveAt: number | undefined
  private journal: JournalState = 'LIVE'
  private refusal: Facts['refusal']

  constructor(
    private readonly hall: string,
    private readonly options: SupervisorOptions<V>,
    private readonly screen: Screen<V>,
  ) {
    this.timers = options.timers
    this.backoff = new Backoff(options.random)
    this.startedAt = this.timers.now()
    this.connect()
    this.review()
  }

  /** The network or the viewer is back: a wait that is under way ends now, and what is being tried gets a short one. */
  nudge(): void {
    this.backoff.reset()
    if (this.retry) this.connect()
  }

  /** The machine slept: what was open is not to be trusted. */
  renew(): void {
    this.current?.close()
    this.current = undefined
    this.backoff.reset()
    this.connect()
    this.review()
  }

  stop(): void {
    for (const timer of [this.retry, this.reviewTimer]) timer?.cancel()
    this.endProbing()
    this.current?.close()
    this.current = undefined
  }

  private connect(): void {
    this.retry?.cancel()
    this.retry = undefined
    this.endProbing()
    const { rsocket, sse } = this.options
    const socketIsOut = this.timers.now() < this.sseUntil || this.socketFailures >= SOCKET_FAILURES_ALLOWED
    this.current = this.open(rsocket && !socketIsOut ? rsocket : sse)
  }

  private open(transport: Transport<V>): Attempt<V> {
    const held = this.screen.held()
    const request = { hall: this.hall, lastEventId: held && formatFrameId(held) }
    return new Attempt(transport, request, this.timers, {
      frame: (attempt, frame) => this.take(attempt, frame),
      ended: (attempt, failure) => this.ended(attempt, failure),
    })
  }

  private take(attempt: Attempt<V>, frame: Frame<V>): void {
    if (attempt === this.probe) this.promote(attempt)
    this.screen.frame(frame)
    const now = this.timers.now()
    this.lastFrameAt = now
    if (frame.event === 'heartbeat') this.journal = frame.journal
    if (this.journal === 'LIVE') this.lastLiveAt = now
    this.refusal = undefined
    this.backoff.reset()
    if (!attempt.proven) this.proved(attempt)
    this.review(true)
  }

  private proved(attempt: Attempt<V>): void {
    if (attempt.transport === 'rsocket') {
      this.socketFailures = 0
      this.sseUntil = Number.NEGATIVE_INFINITY
      this.probeIn = FIRST_PROBE_MILLIS
    } else {
      this.sseUntil = this.timers.now() + PREFER_SSE_MILLIS
      this.scheduleProbe()
    }
  }

  private ended(attempt: Attempt<V>, failure: Failure): void {
    if (attempt === this.probe) {
      this.probe = undefined
      this.scheduleProbe()
      return
    }
    if (attempt !== this.current) return
    this.current = undefined
    if (!attempt.proven) this.countFailure(attempt)
    if (failure.kind !== 'lost') this.refusal = failure
    const wait = this.waitAfter(attempt)
    this.retry = this.timers.after(wait, () => this.connect())
    this.review()
  }

  private waitAfter(attempt: Attempt<V>): number {
    if (attempt.timedOut && attempt.transport === 'rsocket') return 0
    const state = statusOf(this.facts(), this.timers.now()).state
    return state === 'refused' || state === 'missing' ? this.backoff.longest() : this.backoff.next()
  }

  private countFailure(attempt: Attempt<V>): void {
    if (attempt.transport === 'rsocket') {
      this.socketFailures = attempt.timedOut ? SOCKET_FAILURES_ALLOWED : this.socketFailures + 1
    } else {
      // Neither way was open, so it was not the socket's fault: begin again with it.
      this.socketFailures = 0
      this.sseUntil = Number.NEGATIVE_INFINITY
    }
  }

  private scheduleProbe(): void {
    const { rsocket } = this.options
    if (!rsocket) return
    this.probeTimer?.cancel()
    this.probeTimer = this.timers.after(this.probeIn, () => {
      this.probe = this.open(rsocket)
    })
    this.probeIn = Math.min(LONGEST_PROBE_MILLIS, this.probeIn * 2)
  }

  private promote(probe: Attempt<V>): void {
    this.current?.close()
    this.current = probe
    this.probe = undefined
  }

  private endProbing(): void {
    this.probeTimer?.cancel()
    this.probe?.close()
    this.probe = undefined
  }

  private facts(proving = false): Facts {
    return {
      connected: proving || this.current?.proven === true,
      startedAt: this.startedAt,
      lastFrameAt: this.lastFrameAt,
      lastLiveAt: this.lastLiveAt,
      journal: this.journal,
      refusal: this.refusal,
    }
  }

  /** `proving`: a frame is being taken, so the connection counts as one that brings frames. */
  private review(proving = false): void {
    this.reviewTimer?.cancel()
    const now = this.timers.now()
    const facts = this.facts(proving)
    const next = nextReviewIn(facts, now)
    this.reviewTimer = next === undefined ? undefined : this.timers.after(next, () => this.review())
    const status = statusOf(facts, now)
    if (sameStatus(status, this.status) && this.reported === this.current?.transport) return
    this.status = status
    this.reported = this.current?.transport
    this.screen.status(status, this.reported)
  }
}
