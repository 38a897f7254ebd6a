import { beforeEach, describe, expect, it } from 'vitest'
import type { Frame, FrameId } from '../wire/frame'
import type { Status } from './liveness'
import { Supervisor } from './supervisor'
import { VirtualTimers } from './testing'
import type { Failure, Listener, StreamRequest, Transport, TransportName } from './transport'

interface Opened {
  readonly name: TransportName
  readonly at: number
  readonly request: StreamRequest
  readonly listener: Listener
  closed: boolean
}

const heartbeat: Frame = { event: 'heartbeat', at: '2026-11-20T14:42:03+08:00', journal: 'LIVE' }
const journalGone: Frame = { ...heartbeat, journal: 'STALE' }
const lost: Failure = { kind: 'lost', reason: 'test' }

let timers: VirtualTimers
let opened: Opened[]
let statuses: { status: Status; transport: TransportName | undefined }[]
let held: FrameId | undefined
let supervisor: Supervisor

beforeEach(() => {
  timers = new VirtualTimers()
  opened = []
  statuses = []
  held = undefined
  const options = { rsocket: transport('rsocket'), sse: transport('sse'), timers, random: () => 1 }
  supervisor = new Supervisor('x', options, {
    held: () => held,
    frame: () => {},
    status: (status, by) => statuses.push({ status, transport: by }),
  })
})

function transport(name: TransportName): Transport {
  return {
    name,
    open(request, listener) {
      const connection: Opened = { name, at: timers.now(), request, listener, closed: false }
      opened.push(connection)
      return {
        close: () => {
          connection.closed = true
        },
      }
    },
  }
}

function last(): Opened {
  const connection = opened.at(-1)
  if (!connection) throw new Error('nothing was opened')
  return connection
}

const state = () => statuses.at(-1)?.status.state
const names = () => opened.map(({ name }) => name)

/** Heartbeats every ten seconds on the connection at hand. */
function beatFor(milliseconds: number, connection = last()): void {
  for (let passed = 0; passed < milliseconds; passed += 10_000) {
    connection.listener.frame(heartbeat)
    timers.advance(10_000)
  }
}

/** How long it takes after this failure until the next connection is opened. */
function waitAfter(failure: Failure): number {
  const failedAt = timers.now()
  const before = opened.length
  last().listener.ended(failure)
  while (opened.length === before) timers.advance(100)
  return timers.now() - failedAt
}

function fallBackToSse(): Opened {
  timers.advance(4_000)
  last().listener.frame(heartbeat)
  return last()
}

describe('supervisor', () => {
  it('is live with the first frame, by RSocket', () => {
    expect(state()).toBe('connecting')
    last().listener.frame(heartbeat)
    expect(statuses.at(-1)).toEqual({ status: { state: 'live' }, transport: 'rsocket' })
  })

  it('takes SSE at once when no frame came by RSocket within four seconds', () => {
    timers.advance(3_999)
    last().listener.bytes()
    expect(names()).toEqual(['rsocket'])
    timers.advance(1)
    expect(names()).toEqual(['rsocket', 'sse'])
    expect(opened[0]?.closed).toBe(true)
    last().listener.frame(heartbeat)
    expect(statuses.at(-1)).toEqual({ status: { state: 'live' }, transport: 'sse' })
  })

  it('takes SSE when RSocket failed twice in a row', () => {
    last().listener.ended(lost)
    timers.advance(500)
    last().listener.ended(lost)
    timers.advance(1_000)
    expect(names()).toEqual(['rsocket', 'rsocket', 'sse'])
  })

  it('begins with RSocket again when SSE cannot be had either, with longer and longer waits up to fifteen seconds', () => {
    const waits = Array.from({ length: 8 }, () => waitAfter(lost))
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000])
    expect(names()).toEqual(Array(3).fill(['rsocket', 'rsocket', 'sse']).flat())
  })

  it('is reconnecting as soon as the connection is lost, resumes from what it holds and starts with a short wait again', () => {
    last().listener.frame(heartbeat)
    held = { epoch: 'e', version: 7 }
    last().listener.ended(lost)
    expect(state()).toBe('reconnecting')
    timers.advance(500)
    expect(last().request).toEqual({ hall: 'x', lastEventId: 'e.7' })
    expect(state()).toBe('reconnecting')
    last().listener.frame(heartbeat)
    expect(state()).toBe('live')
    last().listener.ended(lost)
    timers.advance(500)
    expect(names()).toEqual(['rsocket', 'rsocket', 'rsocket'])
  })

  it('gives up a connection that has been silent for fifteen seconds, and is stale after sixty', () => {
    last().listener.frame(heartbeat)
    timers.advance(14_999)
    expect(state()).toBe('live')
    timers.advance(1)
    expect(state()).toBe('reconnecting')
    expect(opened[0]?.closed).toBe(true)
    for (let passed = 0; passed < 44_000; passed += 1_000) timers.advance(1_000)
    timers.advance(999)
    expect(state()).toBe('reconnecting')
    timers.advance(1)
    expect(statuses.at(-1)?.status).toEqual({ state: 'stale', reason: 'connection', since: 0 })
    last().listener.frame(heartbeat)
    expect(state()).toBe('live')
  })

  it('does not take bytes without frames for a live picture', () => {
    last().listener.frame(heartbeat)
    for (let passed = 0; passed < 60_000; passed += 5_000) {
      timers.advance(5_000)
      opened[0]?.listener.bytes()
      if (passed === 10_000) expect(state()).toBe('reconnecting')
    }
    expect(opened).toHaveLength(1)
    expect(state()).toBe('stale')
  })

  it('is stale when it never got anything for a minute', () => {
    timers.advance(60_000)
    expect(statuses.at(-1)?.status).toEqual({ state: 'stale', reason: 'connection', since: undefined })
  })

  it('says that the database does not answer, and since when', () => {
    beatFor(30_000)
    last().listener.frame(journalGone)
    expect(statuses.at(-1)?.status).toEqual({ state: 'stale', reason: 'database', since: 20_000 })
    last().listener.ended(lost)
    timers.advance(500)
    last().listener.frame({ event: 'patch', id: { epoch: 'e', version: 1 }, patch: {} })
    expect(state()).toBe('stale')
    last().listener.frame(heartbeat)
    expect(state()).toBe('live')
  })

  it.each([
    [{ kind: 'refused', status: 401 } as const, { state: 'refused', status: 401 }],
    [{ kind: 'refused', status: 403 } as const, { state: 'refused', status: 403 }],
    [{ kind: 'missing' } as const, { state: 'missing' }],
  ])('says so when it is refused, and asks again after a while: %j', (failure, status) => {
    last().listener.ended(failure)
    expect(statuses.at(-1)?.status).toEqual(status)
    timers.advance(14_999)
    expect(opened).toHaveLength(1)
    timers.advance(1)
    expect(opened).toHaveLength(2)
    last().listener.frame(heartbeat)
    expect(state()).toBe('live')
  })

  it('takes a hall that was just there and is not any more for one that comes back with its server', () => {
    last().listener.frame(heartbeat)
    expect(waitAfter({ kind: 'missing' })).toBe(500)
    expect(state()).toBe('reconnecting')
    expect(waitAfter({ kind: 'missing' })).toBe(1_000)
    last().listener.frame(heartbeat)
    expect(state()).toBe('live')
    for (let passed = 0; passed < 60_000; ) passed += waitAfter({ kind: 'missing' })
    expect(state()).toBe('missing')
  })

  it('tries at once when the network or the viewer is back', () => {
    for (let failures = 0; failures < 5; failures++) {
      last().listener.ended(lost)
      if (failures < 4) timers.advance(15_000)
    }
    const before = opened.length
    supervisor.nudge()
    expect(opened).toHaveLength(before + 1)
    supervisor.nudge()
    expect(opened).toHaveLength(before + 1)
    expect(waitAfter(lost)).toBe(500)
  })

  it('makes the connection anew after a sleep', () => {
    last().listener.frame(heartbeat)
    supervisor.renew()
    expect(opened).toHaveLength(2)
    expect(opened[0]?.closed).toBe(true)
    expect(state()).toBe('reconnecting')
  })

  it('tries RSocket beside a running SSE and moves over with its first frame', () => {
    const sse = fallBackToSse()
    beatFor(60_000, sse)
    expect(last().name).toBe('rsocket')
    expect(sse.closed).toBe(false)
    expect(state()).toBe('live')
    last().listener.frame(heartbeat)
    expect(sse.closed).toBe(true)
    expect(statuses.at(-1)).toEqual({ status: { state: 'live' }, transport: 'rsocket' })
  })

  it('stays on SSE when that trial fails, tries again later and goes back to SSE first when cut', () => {
    const sse = fallBackToSse()
    beatFor(60_000, sse)
    last().listener.ended(lost)
    expect(sse.closed).toBe(false)
    expect(state()).toBe('live')
    beatFor(110_000, sse)
    expect(names()).toEqual(['rsocket', 'sse', 'rsocket'])
    beatFor(10_000, sse)
    expect(names()).toEqual(['rsocket', 'sse', 'rsocket', 'rsocket'])
    sse.listener.ended(lost)
    timers.advance(500)
    expect(last().name).toBe('sse')
  })

  it('listens no more to a connection that it gave up, and leaves no timer behind when stopped', () => {
    const first = last()
    fallBackToSse()
    const told = statuses.length
    first.listener.frame(journalGone)
    first.listener.ended({ kind: 'missing' })
    expect(statuses).toHaveLength(told)
    supervisor.stop()
    expect(timers.waiting).toBe(0)
    expect(last().closed).toBe(true)
  })

  it('counts a transport that cannot even be opened as failed', () => {
    supervisor.stop()
    const broken: Transport = {
      name: 'rsocket',
      open: () => {
        throw new Error('blocked')
      },
    }
    opened = []
    new Supervisor(
      'x',
      { rsocket: broken, sse: transport('sse'), timers, random: () => 1 },
      { held: () => undefined, frame: () => {}, status: () => {} },
    )
    timers.advance(1_500)
    expect(names()).toEqual(['sse'])
  })
})
