/** The responder's side of RSocket for the test server, read straight from the bytes of the specification. */
import type { WebSocket } from 'ws'
import { errorFrame, keepAliveFrame, payloadFrame } from '../../src/stream/rsocket/frames'
import type { HallStream } from '../../src/stream/transport'
import type { SentFrame, Subscriber } from './patchStream'

/** What of the server a socket asks for. */
interface Streams {
  /** Takes requests but sends nothing any more. */
  readonly silent: boolean
  subscribe(stream: HallStream, subscriber: Subscriber, lastEventId: string | undefined): () => void
}

/** Which stream a route leads to, by its end. */
const ROUTES: Readonly<Record<string, HallStream>> = { stream: 'full', public: 'public' }

const SETUP = 0x01
const KEEPALIVE = 0x03
const REQUEST_STREAM = 0x06
const REQUEST_N = 0x08
const CANCEL = 0x09
const METADATA = 0x100
const RESPOND = 0x80
const NEXT = 0x20
const REJECTED_SETUP = 0x003
const REJECTED = 0x202

/** `allowed`: what the caller may see; nothing of somebody who is not known. */
export function answerSocket(socket: WebSocket, server: Streams, allowed: readonly HallStream[]): void {
  const known = allowed.length > 0
  let credit = 0
  const waiting: SentFrame[] = []
  let leave = () => {}

  function flush() {
    for (; credit > 0 && waiting.length > 0; credit--) {
      socket.send(payloadFrame(1, NEXT, Buffer.from(JSON.stringify(waiting.shift()))))
    }
  }

  function refuse(stream: number, code: number, status: number, title: string) {
    socket.send(errorFrame(stream, code, JSON.stringify({ type: 'about:blank', title, status })))
    if (stream === 0) socket.close()
  }

  function subscribe(frame: Buffer) {
    credit = frame.readUInt32BE(6)
    const metadataLength = frame.readUIntBE(10, 3)
    // One entry of composite metadata: id (1), length (3), then the route with its own length (1).
    const route = frame.subarray(13 + 5, 13 + metadataLength).toString()
    const data = frame.subarray(13 + metadataLength).toString()
    const [, hall = '', end = ''] = /^halls\.(.+)\.(\w+)$/.exec(route) ?? []
    const stream = ROUTES[end]
    if (hall === 'forbidden' || (stream && !allowed.includes(stream)))
      return refuse(1, REJECTED, 403, 'No right to this hall')
    if (hall !== 'civic-centre' || !stream) return refuse(1, REJECTED, 404, 'No such hall')
    const { lastEventId } = data === '' ? {} : (JSON.parse(data) as { lastEventId?: string })
    const send = (sent: SentFrame) => {
      waiting.push(sent)
      flush()
    }
    leave = server.subscribe(stream, { send, cut: () => socket.terminate() }, lastEventId)
  }

  socket.on('close', () => leave())
  socket.on('message', (message: Buffer) => {
    const typeAndFlags = message.readUInt16BE(4)
    const [type, flags] = [typeAndFlags >> 10, typeAndFlags & 0x3ff]
    if (type === SETUP && !known) refuse(0, REJECTED_SETUP, 401, 'Not logged in')
    else if (type === KEEPALIVE && flags & RESPOND && !server.silent)
      socket.send(keepAliveFrame(false, message.subarray(14)))
    else if (type === REQUEST_STREAM && known && flags & METADATA) subscribe(message)
    else if (type === REQUEST_N) {
      credit += message.readUInt32BE(6)
      flush()
    } else if (type === CANCEL) leave()
  })
}
