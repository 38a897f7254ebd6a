import type { Frame } from '../wire/frame'
import type { HallView } from '../wire/view'
import type { Connection, Failure, Listener, StreamRequest, Timer, Timers, Transport, TransportName } from './transport'

/** A stream that says nothing for this long is dead: the server sends a heartbeat every ten seconds. */
export const SILENCE_MILLIS = 15_000
/** A socket that a proxy swallows neither opens nor fails; after this long without a first frame it cannot be had. */
export const SOCKET_MILLIS = 4_000

interface Owner<V> {
  /** May throw: the attempt then ends as lost. */
  frame(attempt: Attempt<V>, frame: Frame<V>): void
  ended(attempt: Attempt<V>, failure: Failure): void
}

/** One connection with its watchdog. It ends once: by its owner's `close`, or by telling the owner why. */
export class Attempt<V = HallView> implements Listener<V> {
  readonly transport: TransportName
  /** Whether a frame has come over it. */
  proven = false
  /** Whether it ended because its first frame did not come in time. */
  timedOut = false
  private over = false
  private watchdog: Timer
  private readonly connection: Connection | undefined

  constructor(
    transport: Transport<V>,
    request: StreamRequest,
    private readonly timers: Timers,
    private readonly owner: Owner<V>,
  ) {
    this.transport = transport.name
    this.watchdog = this.watch(transport.name === 'rsocket' ? SOCKET_MILLIS : SILENCE_MILLIS)
    this.connection = this.begin(transport, request)
  }

  bytes(): void {
    if (this.over || (!this.proven && this.transport === 'rsocket')) return
    this.watchdog.cancel()
    this.watchdog = this.watch(SILENCE_MILLIS)
  }

  frame(frame: Frame<V>): void {
    if (this.over) return
    this.owner.frame(this, frame)
    this.proven = true
    this.bytes()
  }

  ended(failure: Failure): void {
    if (this.over) return
    this.close()
    this.owner.ended(this, failure)
  }

  close(): void {
    this.over = true
    this.watchdog.cancel()
    this.connection?.close()
  }

  private begin(transport: Transport<V>, request: StreamRequest): Connection | undefined {
    try {
      return transport.open(request, this)
    } catch (broken) {
      // Told after the owner knows of this attempt, as any other end.
      this.watchdog.cancel()
      this.watchdog = this.timers.after(0, () => this.ended({ kind: 'lost', reason: String(broken) }))
      return undefined
    }
  }

  private watch(milliseconds: number): Timer {
    return this.timers.after(milliseconds, () => {
      this.timedOut = !this.proven
      this.ended({ kind: 'lost', reason: `nothing came for ${milliseconds} ms` })
    })
  }
}
