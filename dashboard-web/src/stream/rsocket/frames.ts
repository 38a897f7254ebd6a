/**
 * The frames of RSocket 1.0 that a screen needs, as bytes. Over WebSocket a message is a frame,
 * so there is no length before it. Layout: stream id (31 bits), type (6 bits), flags (10 bits), body.
 */
import { concat, fromUtf8, Reader, uint, utf8 } from './bytes'

export const TYPE = {
  SETUP: 0x01,
  LEASE: 0x02,
  KEEPALIVE: 0x03,
  REQUEST_STREAM: 0x06,
  REQUEST_N: 0x08,
  CANCEL: 0x09,
  PAYLOAD: 0x0a,
  ERROR: 0x0b,
} as const

export const FLAG = {
  IGNORE: 0x200,
  METADATA: 0x100,
  /** SETUP: resume token. KEEPALIVE: respond. PAYLOAD and requests: more fragments follow. */
  FOLLOWS: 0x80,
  RESPOND: 0x80,
  COMPLETE: 0x40,
  NEXT: 0x20,
} as const

export const ERROR_CODE = {
  INVALID_SETUP: 0x001,
  UNSUPPORTED_SETUP: 0x002,
  REJECTED_SETUP: 0x003,
  REJECTED_RESUME: 0x004,
  CONNECTION_ERROR: 0x101,
  CONNECTION_CLOSE: 0x102,
  APPLICATION_ERROR: 0x201,
  REJECTED: 0x202,
  CANCELED: 0x203,
  INVALID: 0x204,
} as const

export const MIME = {
  JSON: 'application/json',
  COMPOSITE: 'message/x.rsocket.composite-metadata.v0',
} as const

/** Well-known mime types as the one byte they take in composite metadata. */
const ROUTING_ID = 0x80 | 0x7e
const AUTHENTICATION_ID = 0x80 | 0x7c
const BEARER_ID = 0x80 | 0x01

const MAX_REQUEST_N = 0x7fffffff

interface Setup {
  readonly keepAliveMillis: number
  readonly maxLifetimeMillis: number
  readonly metadata?: Uint8Array | undefined
}

export function setupFrame(setup: Setup): Uint8Array<ArrayBuffer> {
  return frame(
    0,
    TYPE.SETUP,
    setup.metadata ? FLAG.METADATA : 0,
    uint(1, 2),
    uint(0, 2),
    uint(setup.keepAliveMillis, 4),
    uint(setup.maxLifetimeMillis, 4),
    shortText(MIME.COMPOSITE),
    shortText(MIME.JSON),
    metadataPart(setup.metadata),
  )
}

export function requestStreamFrame(stream: number, n: number, metadata: Uint8Array, data: Uint8Array) {
  return frame(stream, TYPE.REQUEST_STREAM, FLAG.METADATA, requestNPart(n), metadataPart(metadata), data)
}

export function requestNFrame(stream: number, n: number) {
  return frame(stream, TYPE.REQUEST_N, 0, requestNPart(n))
}

export function cancelFrame(stream: number) {
  return frame(stream, TYPE.CANCEL, 0)
}

export function keepAliveFrame(respond: boolean, data: Uint8Array = new Uint8Array()) {
  const lastReceivedPosition = new Uint8Array(8)
  return frame(0, TYPE.KEEPALIVE, respond ? FLAG.RESPOND : 0, lastReceivedPosition, data)
}

export function payloadFrame(stream: number, flags: number, data: Uint8Array, metadata?: Uint8Array) {
  const withMetadata = metadata ? flags | FLAG.METADATA : flags
  return frame(stream, TYPE.PAYLOAD, withMetadata, metadataPart(metadata), data)
}

export function errorFrame(stream: number, code: number, message: string) {
  return frame(stream, TYPE.ERROR, 0, uint(code, 4), utf8(message))
}

/** Composite metadata with one entry, the route. */
export function routingMetadata(route: string): Uint8Array {
  const tag = utf8(route)
  return compositeEntry(ROUTING_ID, concat(uint(tag.length, 1), tag))
}

/** Composite metadata with one entry, a bearer token. */
export function bearerMetadata(token: string): Uint8Array {
  return compositeEntry(AUTHENTICATION_ID, concat(uint(BEARER_ID, 1), utf8(token)))
}

export type Received =
  | { readonly type: 'keepalive'; readonly respond: boolean; readonly data: Uint8Array }
  | {
      readonly type: 'payload'
      readonly stream: number
      readonly follows: boolean
      readonly complete: boolean
      readonly next: boolean
      readonly data: Uint8Array
    }
  | { readonly type: 'error'; readonly stream: number; readonly code: number; readonly message: string }
  | { readonly type: 'other'; readonly code: number; readonly ignorable: boolean }

/** Reads what a server sends. A frame that is cut short is a RangeError. */
export function decode(bytes: Uint8Array): Received {
  const reader = new Reader(bytes)
  const stream = reader.uint(4) % 0x80000000
  const typeAndFlags = reader.uint(2)
  const type = typeAndFlags >> 10
  const flags = typeAndFlags & 0x3ff
  const has = (flag: number) => (flags & flag) !== 0
  switch (type) {
    case TYPE.KEEPALIVE:
      reader.take(8)
      return { type: 'keepalive', respond: has(FLAG.RESPOND), data: reader.rest() }
    case TYPE.PAYLOAD: {
      if (has(FLAG.METADATA)) reader.take(reader.uint(3))
      const [follows, complete, next] = [has(FLAG.FOLLOWS), has(FLAG.COMPLETE), has(FLAG.NEXT)]
      return { type: 'payload', stream, follows, complete, next, data: reader.rest() }
    }
    case TYPE.ERROR:
      return { type: 'error', stream, code: reader.uint(4), message: fromUtf8(reader.rest()) }
    default:
      return { type: 'other', code: type, ignorable: has(FLAG.IGNORE) }
  }
}

function frame(stream: number, type: number, flags: number, ...body: readonly Uint8Array[]) {
  return concat(uint(stream, 4), uint(type * 1024 + flags, 2), ...body)
}

function metadataPart(metadata: Uint8Array | undefined): Uint8Array {
  return metadata ? concat(uint(metadata.length, 3), metadata) : new Uint8Array()
}

function requestNPart(n: number): Uint8Array {
  if (n < 1 || n > MAX_REQUEST_N) throw new RangeError(`request n is ${n}`)
  return uint(n, 4)
}

function compositeEntry(id: number, content: Uint8Array): Uint8Array {
  return concat(uint(id, 1), uint(content.length, 3), content)
}

function shortText(value: string): Uint8Array {
  const bytes = utf8(value)
  return concat(uint(bytes.length, 1), bytes)
}
