import { asFrame } from '../../wire/frame'
import { type Connection, failureOfStatus, type Listener, type StreamRequest, type Transport } from '../transport'
import { SseParser } from './parser'

/** Server-sent events read from a plain request, so that the last id, the silence and the status are ours to see. */
export function sseTransport(fetcher: typeof fetch = (...args) => fetch(...args)): Transport {
  return { name: 'sse', open: (request, listener) => open(fetcher, request, listener) }
}

function open(fetcher: typeof fetch, request: StreamRequest, listener: Listener): Connection {
  const abort = new AbortController()
  let closed = false
  const close = () => {
    closed = true
    abort.abort()
  }
  read(fetcher, request, abort.signal, {
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

async function read(fetcher: typeof fetch, request: StreamRequest, signal: AbortSignal, listener: Listener) {
  try {
    const headers: Record<string, string> = { Accept: 'text/event-stream' }
    if (request.lastEventId) headers['Last-Event-ID'] = request.lastEventId
    const address = `/api/halls/${encodeURIComponent(request.hall)}/stream`
    const response = await fetcher(address, { headers, signal, cache: 'no-store', credentials: 'same-origin' })
    const type = response.headers.get('Content-Type') ?? ''
    if (!response.ok || !response.body || !type.startsWith('text/event-stream')) {
      listener.ended(failureOfStatus(response.status, `answer ${response.status} ${type}`))
      return
    }
    const parser = new SseParser(({ event, id, data }) => {
      const frame = asFrame(event, id, JSON.parse(data))
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
