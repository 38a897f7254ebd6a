import { beforeEach, describe, expect, it } from 'vitest'
import { VirtualTimers } from '../testing'
import { fromUtf8, utf8 } from './bytes'
import * as frames from './frames'
import { FLAG } from './frames'
import { StreamRequester } from './requester'
import { refusalStatus } from './rsocketTransport'

const timers = { virtual: new VirtualTimers() }
let sent: string[]
let closed: boolean
let heard: string[]
let requester: StreamRequester

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

beforeEach(() => {
  timers.virtual = new VirtualTimers()
  sent = []
  closed = false
  heard = []
  const socket = {
    send: (bytes: Uint8Array) => sent.push(hex(bytes)),
    close: () => {
      closed = true
    },
  }
  const options = { keepAliveMillis: 10_000, maxLifetimeMillis: 30_000, initialRequestN: 4 }
  requester = new StreamRequester(socket, timers.virtual, options, {
    bytes: () => {},
    next: (data) => {
      const text = fromUtf8(data)
      if (text === 'broken') throw new Error('cannot be read')
      heard.push(text)
    },
    complete: () => heard.push('complete'),
    failed: (code, message) => heard.push(`failed ${code} ${message}`),
  })
  requester.start('halls.x.stream', utf8('{}'))
})

function receive(text: string, flags: number = FLAG.NEXT): void {
  requester.receive(frames.payloadFrame(1, flags, utf8(text)))
}

describe('stream requester', () => {
  it('sets up and asks', () => {
    expect(sent).toHaveLength(2)
    expect(sent[0]).toMatch(/^000000000400/)
    expect(sent[1]).toMatch(/^00000001190000000004/)
  })

  it('asks for as many as it took once half are taken', () => {
    receive('a')
    expect(sent).toHaveLength(2)
    receive('b')
    expect(sent[2]).toBe(hex(frames.requestNFrame(1, 2)))
    receive('c')
    receive('d')
    expect(sent[3]).toBe(hex(frames.requestNFrame(1, 2)))
    expect(heard).toEqual(['a', 'b', 'c', 'd'])
  })

  it('puts fragments together, also when the last one completes the stream', () => {
    receive('on', FLAG.NEXT | FLAG.FOLLOWS)
    receive('e ', FLAG.FOLLOWS)
    receive('two', FLAG.COMPLETE)
    expect(heard).toEqual(['one two', 'complete'])
    expect(closed).toBe(true)
  })

  it('answers a keepalive with its data', () => {
    requester.receive(frames.keepAliveFrame(true, utf8('hi')))
    expect(sent[2]).toBe(hex(frames.keepAliveFrame(false, utf8('hi'))))
  })

  it('sends keepalives and gives up when nothing comes back', () => {
    timers.virtual.advance(20_000)
    expect(sent.slice(2)).toEqual(Array(2).fill(hex(frames.keepAliveFrame(true))))
    requester.receive(frames.keepAliveFrame(false))
    timers.virtual.advance(20_000)
    expect(closed).toBe(false)
    timers.virtual.advance(10_000)
    expect(heard).toEqual(['failed 257 no keepalive'])
    expect(closed).toBe(true)
    expect(timers.virtual.waiting).toBe(0)
  })

  it('reports an error of the stream or the connection once', () => {
    requester.receive(frames.errorFrame(1, frames.ERROR_CODE.REJECTED, 'no'))
    requester.closed('later')
    expect(heard).toEqual(['failed 514 no'])
  })

  it('fails when a payload cannot be read', () => {
    receive('broken')
    expect(heard).toEqual(['failed 257 Error: cannot be read'])
    expect(closed).toBe(true)
  })

  it('fails on a frame that it may not pass over, and passes over one that it may', () => {
    requester.receive(Uint8Array.of(0, 0, 0, 0, 0xfe, 0))
    expect(heard).toEqual([])
    requester.receive(Uint8Array.of(0, 0, 0, 0, 0x08, 0))
    expect(heard).toEqual(['failed 257 unexpected frame type 2'])
  })

  it('cancels without a word', () => {
    requester.cancel()
    requester.closed('by itself')
    receive('late')
    expect(sent[2]).toBe(hex(frames.cancelFrame(1)))
    expect(heard).toEqual([])
    expect(timers.virtual.waiting).toBe(0)
  })
})

describe('a refusal', () => {
  it('has the status of its problem detail', () => {
    expect(refusalStatus(frames.ERROR_CODE.REJECTED_SETUP, '{"status":401,"title":"x"}')).toBe(401)
    expect(refusalStatus(frames.ERROR_CODE.REJECTED, '{"status":404}')).toBe(404)
  })

  it('is none when it says nothing of that kind', () => {
    expect(refusalStatus(frames.ERROR_CODE.REJECTED, 'busy')).toBeUndefined()
    expect(refusalStatus(frames.ERROR_CODE.REJECTED, '{}')).toBeUndefined()
    expect(refusalStatus(frames.ERROR_CODE.APPLICATION_ERROR, '{"status":401}')).toBeUndefined()
  })
})
