import { describe, expect, it } from 'vitest'
import { utf8 } from './bytes'
import * as frames from './frames'

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text.replaceAll(/\s/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

const ascii = (text: string) => hex(utf8(text))
const COMPOSITE = `27${ascii('message/x.rsocket.composite-metadata.v0')}`
const JSON_MIME = `10${ascii('application/json')}`

// The expected bytes are written out by hand from the RSocket 1.0 specification.
describe('frames that are sent', () => {
  it('SETUP without credentials has no metadata flag', () => {
    const frame = frames.setupFrame({ keepAliveMillis: 10_000, maxLifetimeMillis: 30_000 })
    expect(hex(frame)).toBe(`00000000 0400 0001 0000 00002710 00007530`.replaceAll(' ', '') + COMPOSITE + JSON_MIME)
  })

  it('SETUP with a bearer token carries it as authentication in composite metadata', () => {
    const metadata = frames.bearerMetadata('abc')
    const frame = frames.setupFrame({ keepAliveMillis: 10_000, maxLifetimeMillis: 30_000, metadata })
    // fc = well-known authentication, 000004 = length, 81 = well-known bearer
    const entry = `fc00000481${ascii('abc')}`
    expect(hex(metadata)).toBe(entry)
    expect(hex(frame)).toBe(`000000000500000100000000271000007530${COMPOSITE}${JSON_MIME}000008${entry}`)
  })

  it('REQUEST_STREAM carries n, the route and the data', () => {
    const frame = frames.requestStreamFrame(1, 64, frames.routingMetadata('halls.x.stream'), utf8('{}'))
    const entry = `fe00000f0e${ascii('halls.x.stream')}`
    expect(hex(frame)).toBe(`00000001190000000040000013${entry}${ascii('{}')}`)
  })

  it('REQUEST_N, CANCEL and KEEPALIVE', () => {
    expect(hex(frames.requestNFrame(1, 32))).toBe('00000001200000000020')
    expect(hex(frames.cancelFrame(1))).toBe('000000012400')
    expect(hex(frames.keepAliveFrame(true))).toBe('000000000c800000000000000000')
    expect(hex(frames.keepAliveFrame(false, bytes('0a0b')))).toBe('000000000c0000000000000000000a0b')
  })

  it('never ask for nothing', () => {
    expect(() => frames.requestNFrame(1, 0)).toThrow(RangeError)
  })
})

describe('frames that are received', () => {
  it('a payload', () => {
    expect(frames.decode(bytes(`00000001 2820 ${ascii('{}')}`))).toEqual({
      type: 'payload',
      stream: 1,
      follows: false,
      complete: false,
      next: true,
      data: utf8('{}'),
    })
  })

  it('a payload with metadata, which is passed over', () => {
    expect(frames.decode(bytes(`00000001 2960 000002 aabb ${ascii('{}')}`))).toMatchObject({
      complete: true,
      next: true,
      data: utf8('{}'),
    })
  })

  it('the first of several fragments', () => {
    expect(frames.decode(bytes('00000001 28a0 aa'))).toMatchObject({ follows: true, next: true })
  })

  it('an error', () => {
    expect(frames.decode(bytes(`00000000 2c00 00000003 ${ascii('no')}`))).toEqual({
      type: 'error',
      stream: 0,
      code: frames.ERROR_CODE.REJECTED_SETUP,
      message: 'no',
    })
  })

  it('a keepalive that wants an answer', () => {
    expect(frames.decode(bytes('00000000 0c80 0000000000000000 01'))).toEqual({
      type: 'keepalive',
      respond: true,
      data: bytes('01'),
    })
  })

  it('others, that may be passed over or not', () => {
    expect(frames.decode(bytes('00000000 0800'))).toEqual({ type: 'other', code: 2, ignorable: false })
    expect(frames.decode(bytes('00000000 fe00'))).toEqual({ type: 'other', code: 0x3f, ignorable: true })
  })

  it('what is cut short', () => {
    expect(() => frames.decode(bytes('0000'))).toThrow(RangeError)
    expect(() => frames.decode(bytes('00000001 2920 0000ff aa'))).toThrow(RangeError)
  })

  it('sign bit of the stream id does not matter', () => {
    expect(frames.decode(bytes('80000001 2820'))).toMatchObject({ stream: 1 })
  })
})
