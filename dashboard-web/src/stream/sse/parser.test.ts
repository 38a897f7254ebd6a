import { describe, expect, it } from 'vitest'
import { type ServerSentEvent, SseParser } from './parser'

function parse(...pieces: string[]): ServerSentEvent[] {
  const events: ServerSentEvent[] = []
  const parser = new SseParser((event) => events.push(event))
  for (const piece of pieces) parser.feed(piece)
  return events
}

const ALL =
  '\uFEFFid: e.1\r\nevent: snapshot\r\ndata: {"a":\r\ndata: 1}\r\n\r\n' +
  ': a comment\n\nevent: heartbeat\ndata: 中文 😀\n\n' +
  'id: e.2\revent:patch\rdata:{}\r\rdata\n\nevent: none\n\nfoo: bar\nid: x\0y\ndata:  two blanks\n\ndata: cut off'

const EVENTS: ServerSentEvent[] = [
  { id: 'e.1', event: 'snapshot', data: '{"a":\n1}' },
  { id: 'e.1', event: 'heartbeat', data: '中文 😀' },
  { id: 'e.2', event: 'patch', data: '{}' },
  { id: 'e.2', event: 'message', data: '' },
  { id: 'e.2', event: 'message', data: ' two blanks' },
]

describe('event stream', () => {
  it('is read as the standard says', () => {
    expect(parse(ALL)).toEqual(EVENTS)
  })

  it('is read the same when it comes character by character', () => {
    expect(parse(...ALL)).toEqual(EVENTS)
  })

  it('is read the same however it is cut, also within a character', () => {
    const bytes = new TextEncoder().encode(ALL)
    let seed = 20261120
    const random = () => {
      seed = (seed * 48271) % 2147483647
      return seed / 2147483647
    }
    for (let round = 0; round < 500; round++) {
      const decoder = new TextDecoder()
      const pieces: string[] = []
      for (let at = 0; at < bytes.length; ) {
        const end = at + Math.floor(random() * 12)
        pieces.push(decoder.decode(bytes.subarray(at, end), { stream: true }))
        at = end
      }
      expect(parse(...pieces)).toEqual(EVENTS)
    }
  })
})
