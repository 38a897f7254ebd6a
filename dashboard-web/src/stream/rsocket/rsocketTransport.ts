import { asFrame } from '../../wire/frame'
import { asHallView } from '../../wire/shapes'
import {
  type Connection,
  failureOfStatus,
  type HallStream,
  type Listener,
  type StreamRequest,
  type Timers,
  type Transport,
} from '../transport'
import { fromUtf8, utf8 } from './bytes'
import { ERROR_CODE } from './frames'
import { StreamRequester } from './requester'

const KEEP_ALIVE_MILLIS = 10_000
const MAX_LIFETIME_MILLIS = 30_000
const INITIAL_REQUEST_N = 64

/** How the route ends. */
const ROUTES: Readonly<Record<HallStream, string>> = { full: 'stream', public: 'public' }

/** RSocket over WebSocket. In a browser the cookie of the upgrade request says who is calling; elsewhere a bearer token may. */
export function rsocketTransport(stream: HallStream, url: () => string, timers: Timers, bearer?: string): Transport {
  return {
    name: 'rsocket',
    open: (request, listener) => open(new WebSocket(url()), ROUTES[stream], request, listener, timers, bearer),
  }
}

function open(
  socket: WebSocket,
  route: string,
  request: StreamRequest,
  listener: Listener,
  timers: Timers,
  bearer: string | undefined,
): Connection {
  socket.binaryType = 'arraybuffer'
  const sink = {
    send: (bytes: Uint8Array<ArrayBuffer>) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes)
    },
    close: () => socket.close(),
  }
  const options = {
    keepAliveMillis: KEEP_ALIVE_MILLIS,
    maxLifetimeMillis: MAX_LIFETIME_MILLIS,
    initialRequestN: INITIAL_REQUEST_N,
    bearer,
  }
  const requester = new StreamRequester(sink, timers, options, {
    bytes: () => listener.bytes(),
    next: (data) => {
      const message = JSON.parse(fromUtf8(data)) as { id?: string; event: string; data: unknown }
      const frame = asFrame(message.event, message.id, message.data, asHallView)
      if (frame) listener.frame(frame)
    },
    complete: () => listener.ended({ kind: 'lost', reason: 'the server ended the stream' }),
    failed: (code, message) => listener.ended(failureOfStatus(refusalStatus(code, message), message)),
  })
  socket.addEventListener('open', () => {
    const { lastEventId } = request
    requester.start(
      `halls.${request.hall}.${route}`,
      lastEventId ? utf8(JSON.stringify({ lastEventId })) : new Uint8Array(),
    )
  })
  socket.addEventListener('message', ({ data }) => {
    if (data instanceof ArrayBuffer) requester.receive(new Uint8Array(data))
  })
  socket.addEventListener('close', ({ code }) => requester.closed(`socket closed (${code})`))
  return { close: () => requester.cancel() }
}

/** The status of the problem detail that a refusal carries as its message. */
export function refusalStatus(code: number, message: string): number | undefined {
  if (code !== ERROR_CODE.REJECTED_SETUP && code !== ERROR_CODE.REJECTED) return undefined
  try {
    const { status } = JSON.parse(message) as { status?: unknown }
    return typeof status === 'number' ? status : undefined
  } catch {
    return undefined
  }
}
