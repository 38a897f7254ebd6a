import type { Timer, Timers } from '../transport'
import { concat } from './bytes'
import * as frames from './frames'
import { ERROR_CODE, type Received } from './frames'

/** The part of a WebSocket that is used; `binaryType` is the caller's to set. */
export interface Socket {
  send(bytes: Uint8Array<ArrayBuffer>): void
  close(): void
}

export interface StreamHandler {
  /** Any frame came. */
  bytes(): void
  next(data: Uint8Array): void
  complete(): void
  failed(code: number, message: string): void
}

interface Options {
  readonly keepAliveMillis: number
  readonly maxLifetimeMillis: number
  readonly bearer?: string | undefined
  /** How many payloads are asked for at first; half of them taken, as many are asked for again. */
  readonly initialRequestN: number
}

const STREAM = 1
const EMPTY: Uint8Array = new Uint8Array()

/** One RSocket connection with one request-stream on it: all that a screen needs. */
export class StreamRequester {
  private readonly half: number
  private taken = 0
  private fragments: Uint8Array = EMPTY
  private keepAlive: Timer | undefined
  private lastReceived: number
  private done = false

  constructor(
    private readonly socket: Socket,
    private readonly timers: Timers,
    private readonly options: Options,
    private readonly handler: StreamHandler,
  ) {
    this.half = Math.ceil(options.initialRequestN / 2)
    this.lastReceived = timers.now()
  }

  /** To be called once, when the socket is open. */
  start(route: string, data: Uint8Array): void {
    const { keepAliveMillis, maxLifetimeMillis, bearer, initialRequestN } = this.options
    const metadata = bearer === undefined ? undefined : frames.bearerMetadata(bearer)
    this.socket.send(frames.setupFrame({ keepAliveMillis, maxLifetimeMillis, metadata }))
    this.socket.send(frames.requestStreamFrame(STREAM, initialRequestN, frames.routingMetadata(route), data))
    this.lastReceived = this.timers.now()
    this.scheduleKeepAlive()
  }

  receive(bytes: Uint8Array): void {
    if (this.done) return
    this.lastReceived = this.timers.now()
    this.handler.bytes()
    try {
      this.take(frames.decode(bytes))
    } catch (broken) {
      this.fail(ERROR_CODE.CONNECTION_ERROR, String(broken))
    }
  }

  /** Ends the stream from this side; nothing is reported any more. */
  cancel(): void {
    if (this.done) return
    this.stop()
    this.socket.send(frames.cancelFrame(STREAM))
    this.socket.close()
  }

  /** The socket is gone. */
  closed(reason: string): void {
    this.fail(ERROR_CODE.CONNECTION_CLOSE, reason)
  }

  private take(frame: Received): void {
    switch (frame.type) {
      case 'keepalive':
        if (frame.respond) this.socket.send(frames.keepAliveFrame(false, frame.data))
        return
      case 'payload':
        if (frame.stream === STREAM) this.takePayload(frame)
        return
      case 'error':
        if (frame.stream === 0 || frame.stream === STREAM) this.fail(frame.code, frame.message)
        return
      case 'other':
        // A frame this client does not know may be passed over only if its sender says so; leases were not agreed on.
        if (!frame.ignorable) this.fail(ERROR_CODE.CONNECTION_ERROR, `unexpected frame type ${frame.code}`)
    }
  }

  private takePayload(frame: Extract<Received, { type: 'payload' }>): void {
    const begun = this.fragments.length > 0
    const whole = begun ? concat(this.fragments, frame.data) : frame.data
    this.fragments = frame.follows ? whole : EMPTY
    if (frame.follows) return
    // The first fragment says that there is a value, the later ones need not.
    if (frame.next || begun) {
      this.requestMore()
      this.handler.next(whole)
    }
    if (frame.complete && !this.done) {
      this.stop()
      this.socket.close()
      this.handler.complete()
    }
  }

  private requestMore(): void {
    if (++this.taken < this.half) return
    this.socket.send(frames.requestNFrame(STREAM, this.taken))
    this.taken = 0
  }

  private scheduleKeepAlive(): void {
    this.keepAlive = this.timers.after(this.options.keepAliveMillis, () => {
      if (this.timers.now() - this.lastReceived >= this.options.maxLifetimeMillis) {
        this.fail(ERROR_CODE.CONNECTION_ERROR, 'no keepalive')
        return
      }
      this.socket.send(frames.keepAliveFrame(true))
      this.scheduleKeepAlive()
    })
  }

  private fail(code: number, message: string): void {
    if (this.done) return
    this.stop()
    this.socket.close()
    this.handler.failed(code, message)
  }

  private stop(): void {
    this.done = true
    this.keepAlive?.cancel()
  }
}
