import { describe, expect, it } from 'vitest'
import type { Failure, HallStream } from '../transport'
import { hallSource, sseTransport } from './sseTransport'

interface Heard {
  readonly events: string[]
  readonly request: RequestInit | undefined
  readonly address: string
  readonly failure: Failure
}

function hear(response: Response | Error, lastEventId?: string, kind: HallStream = 'full'): Promise<Heard> {
  return new Promise((resolve) => {
    const events: string[] = []
    let request: RequestInit | undefined
    let address = ''
    const fetcher = async (input: RequestInfo | URL, init?: RequestInit) => {
      address = String(input)
      request = init
      if (response instanceof Error) throw response
      return response
    }
    sseTransport(hallSource(kind), fetcher).open(
      { hall: 'civic centre', lastEventId },
      {
        bytes: () => {},
        frame: (frame) => events.push(frame.event),
        ended: (failure) => resolve({ events, request, address, failure }),
      },
    )
  })
}

function stream(body: string): Response {
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream;charset=UTF-8' } })
}

describe('SSE', () => {
  it('reads frames and tells when the server ends', async () => {
    const heard = await hear(stream('event: heartbeat\ndata: {"at":"2026-11-20T14:42:03+08:00","journal":"LIVE"}\n\n'))
    expect(heard.events).toEqual(['heartbeat'])
    expect(heard.failure).toMatchObject({ kind: 'lost' })
    expect(heard.address).toBe('/api/halls/civic%20centre/stream')
    expect(heard.request?.headers).not.toHaveProperty('Last-Event-ID')
  })

  it('asks for what visitors may see, and resumes in that', async () => {
    const heard = await hear(stream(''), 'e-public.7', 'public')
    expect(heard.address).toBe('/api/halls/civic%20centre/public/stream')
    expect(heard.request?.headers).toHaveProperty('Last-Event-ID', 'e-public.7')
  })

  it('resumes with the last id', async () => {
    expect((await hear(stream(''), 'e.7')).request?.headers).toHaveProperty('Last-Event-ID', 'e.7')
  })

  it.each([
    [401, { kind: 'refused', status: 401 }],
    [403, { kind: 'refused', status: 403 }],
    [404, { kind: 'missing' }],
  ])('says what %i means', async (status, failure) => {
    expect((await hear(new Response('{}', { status }))).failure).toEqual(failure)
  })

  it.each([
    ['a server error', new Response('', { status: 503 })],
    ['a page instead of a stream', new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
    ['no network', new TypeError('failed')],
    ['a frame that cannot be read', stream('event: patch\ndata: {\n\n')],
  ])('is lost with %s', async (_, response) => {
    expect((await hear(response)).failure.kind).toBe('lost')
  })
})
