import { asFrame } from '../../wire/frame'
import { asHallView } from '../../wire/shapes'
import type { HallView } from '../../wire/view'
import {
  type Connection,
  failureOfStatus,
  type HallStream,
  type Listener,
  type StreamRequest,
  type Transport,
} from '../transport'
import { SseParser } from './parser'

/** Server-sent events read from a plain request, so that the last id, the silence and the status are ours to see. */
export function sseTransport<V>(source: Source<V>, fetcher: typeof fetch = (...args) => fetch(...args)): Transport<V> {
  return { name: 'sse', open: (request, listener) => open(source, fetcher, request, listener) }
}

/** Which stream of a hall it is, by the end of its address, and what its pictures are. */
export interface Source<V> {
  readonly path: string
  readonly asView: (value: unknown) => V
}

const PATHS: Readonly<Record<HallStream, string>> = { full: 'stream', public: 'public/stream' }

export function hallSource(stream: HallStream): Source<HallView> {
  return { path: PATHS[stream], asView: asHallView }
}

function open<V>(source: Source<V>, fetcher: typeof fetch, request: StreamRequest, listener: Listener<V>): Connection {
  const abort = new AbortController()
  let closed = false
  const close = () => {
    closed = true
    abort.abort()
  }
  read(source, fetcher, request, abort.signal, {
    bytes: () => closed || listener.bytes(),
    frame: (frame) => closed || listener.frame(frame),
    ended: (failure) => {
      if (closed) return
      close()
      listener.ended(failure)
    },
  })
  return { close }
}

async function read<V>(
  { path, asView }: Source<V>,
  fetcher: typeof fetch,
  request: StreamRequest,
  signal: AbortSignal,
  listener: Listener<V>,
) {
  try {
    const headers: Record<string, string> = { Accept: 'text/event-stream' }
    if (request.lastEventId) headers['Last-Event-ID'] = request.lastEventId
    const address = `/api/halls/${encodeURIComponent(request.hall)}/${path}`
    const response = await fetcher(address, { headers, signal, cache: 'no-store', credentials: 'same-origin' })
    const type = response.headers.get('Content-Type') ?? ''
    if (!response.ok || !response.body || !type.startsWith('text/event-stream')) {
      listener.ended(failureOfStatus(response.status, `answer ${response.status} ${type}`))
      return
    }
    const parser = new SseParser(({ event, id, data }) => {
      const frame = asFrame(event, id, JSON.parse(data), asView)
      if (frame) listener.frame(frame)
    })
    const decoder = new TextDecoder()
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      listener.bytes()
      parser.feed(decoder.decode(value, { stream: true }))
    }
    listener.ended({ kind: 'lost', reason: 'the server ended the stream' })
  } catch (broken) {
    listener.ended({ kind: 'lost', reason: String(broken) })
  }
}
