/** The hall of the design's drawing: a Friday at 14:42 with one queue far over its limit. */
import type { UsualDay } from '../../src/wire/view'
import { type DeviceEvent, ScriptedHall } from './scriptedHall'

const MINUTE = 60_000
export const FRIDAY_14_42 = Date.parse('2026-11-20T14:42:00+08:00')

/** Visitors per quarter hour since nine. */
const ARRIVALS = [50, 56, 62, 58, 52, 60, 55, 47, 41, 36, 30, 24, 20, 22, 30, 38, 46, 52, 55, 50, 54, 51]

/** How long those who wait have waited, in minutes. */
const WAITING: Readonly<Record<string, readonly number[]>> = {
  tax: [0.5, 1.7, 3.5, 4.4, 6.3, 7.5, 8.6, 10.5, 11.4, 13.1, 14],
  health: [0.4, 3.2, 6.7, 10.1, 11],
  household: [
    0.4, 2.1, 4.2, 6.3, 7.4, 8.8, 10.7, 11.6, 14.2, 15.1, 16.6, 18.2, 20, 22.2, 23.1, 25.3, 26.9, 28.2, 31, 33.2, 35.5,
    37.8, 41,
  ],
  social: [1.3, 2.7, 5.1, 7.7, 11, 12.9, 15.1, 18, 19],
  estate: [1, 2.9, 5.9, 7.9, 9.2, 12, 14, 16.8, 17.7, 20, 22, 24.4, 26.5, 28],
  fund: [2.1, 3.7, 7.5, 9],
  market: [],
  general: [0.4, 3.5, 5.9, 7.7, 10.4, 11.6, 13],
}
const PREFIX: Readonly<Record<string, string>> = {
  tax: 'T',
  health: 'Y',
  household: 'H',
  social: 'S',
  estate: 'R',
  fund: 'G',
  market: 'M',
  general: 'Z',
}

/** Windows of which something is told: what they do, and for how many seconds. */
const OTHERS: Readonly<Record<string, readonly ['SERVING' | 'CALLING' | 'IDLE' | 'PAUSED' | 'CLOSED', number]>> = {
  '04': ['CALLING', 12],
  '07': ['CLOSED', 0],
  '09': ['PAUSED', 680],
  '10': ['SERVING', 1336],
  '11': ['CLOSED', 0],
  '18': ['CALLING', 21],
  '20': ['IDLE', 250],
  '23': ['IDLE', 372],
  '24': ['IDLE', 220],
  '27': ['CALLING', 8],
  '28': ['PAUSED', 185],
}

/** The usual Friday of the drawing: two humps with a pause at noon. */
const USUAL_ARRIVALS = [
  48, 53, 58, 55, 50, 56, 51, 45, 40, 34, 29, 23, 19, 21, 28, 36, 43, 49, 52, 48, 50, 47, 42, 38, 33, 27, 21, 15, 10, 6,
  3,
]
const USUAL_WAITING = [
  14, 26, 36, 43, 48, 52, 54, 53, 50, 46, 41, 36, 31, 28, 27, 29, 33, 38, 43, 47, 50, 51, 50, 48, 44, 39, 33, 26, 18,
  10, 4,
]

function usualFriday(): UsualDay {
  const intervals = USUAL_ARRIVALS.map((issued, quarter) => {
    const minutes = 9 * 60 + quarter * 15
    const start = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const served = Math.round((USUAL_ARRIVALS[quarter - 1] ?? 10) * 0.98)
    return [start, { issued, served, waiting: USUAL_WAITING[quarter] ?? 0 }] as const
  })
  const sum = (member: 'issued' | 'served') => intervals.reduce((total, [, interval]) => total + interval[member], 0)
  return {
    days: 8,
    issued: sum('issued'),
    served: sum('served'),
    averageWaitSeconds: 720,
    p90WaitSeconds: 1_440,
    onTimeRate: 0.97,
    intervals: Object.fromEntries(intervals),
  }
}

interface Options {
  /** Nobody has waited for longer than this many minutes. */
  readonly longestWait?: number
}

export function fridayAfternoon(now = FRIDAY_14_42, { longestWait = 60 }: Options = {}): ScriptedHall {
  const hall = new ScriptedHall(now - 6 * 60 * MINUTE)
  const events = [...history(now), ...windowsAt(now), ...queuesAt(now, longestWait)]
  hall.usual = usualFriday()
  hall.ratings = { count: 641, satisfied: 630 }
  hall.hours = [{ days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'], from: '09:00', until: '17:00' }]
  for (const event of events.sort((a, b) => a.time - b.time)) hall.apply(event)
  return hall
}

/** Those who came, were called after a while and were done: each queue in turn. */
function history(now: number): DeviceEvent[] {
  const nine = now - 342 * MINUTE
  const queues = Object.keys(WAITING)
  let number = 0
  return ARRIVALS.flatMap((arrivals, quarter) =>
    Array.from({ length: arrivals }, (_, index): DeviceEvent[] => {
      const queue = queues[number++ % queues.length] ?? 'tax'
      const ticket = `${PREFIX[queue]}${String(number).padStart(4, '0')}`
      const came = nine + (quarter + index / arrivals) * 15 * MINUTE
      const wait = (number % 27 === 0 ? 33 : 4 + ((number * 7) % 19)) * MINUTE
      const done = came + wait + 5 * MINUTE
      // Who would be done only after now is not part of what has passed.
      if (done >= now - MINUTE) return []
      return [
        { type: 'ticket.issued', time: came, data: { ticket, queue } },
        { type: 'ticket.called', time: came + wait, data: { ticket, window: '01' } },
        { type: 'ticket.completed', time: done, data: { ticket } },
      ]
    }).flat(),
  )
}

function windowsAt(now: number): DeviceEvent[] {
  const from = { tax: 1, health: 5, household: 8, social: 12, estate: 15, fund: 19, market: 22, general: 25 }
  return Array.from({ length: 28 }, (_, index): DeviceEvent[] => {
    const window = String(index + 1).padStart(2, '0')
    const [status, seconds] = OTHERS[window] ?? ['SERVING', ((index * 137) % 700) + 20]
    const since = Math.max(now - seconds * 1_000, now - 29_000 * 60)
    const queue = Object.entries(from).findLast(([, first]) => index + 1 >= first)?.[0] ?? 'tax'
    const ticket = `${PREFIX[queue]}${100 + ((index * 17) % 90)}`
    const open: DeviceEvent = { type: 'window.opened', time: now - 25_000, data: { window } }
    if (status === 'CLOSED') return []
    if (status === 'IDLE') return [{ ...open, time: since }]
    if (status === 'PAUSED') return [{ type: 'window.paused', time: since, data: { window } }]
    const called: DeviceEvent[] = [
      { type: 'ticket.issued', time: since - 12 * MINUTE, data: { ticket, queue } },
      { type: 'ticket.called', time: since, data: { ticket, window } },
    ]
    return status === 'CALLING'
      ? called
      : [...called, { type: 'ticket.started', time: since, data: { ticket, window } }]
  }).flat()
}

function queuesAt(now: number, longestWait: number): DeviceEvent[] {
  return Object.entries(WAITING).flatMap(([queue, waits]) =>
    waits
      .filter((wait) => wait <= longestWait)
      .map((wait, index): DeviceEvent => {
        const ticket = `${PREFIX[queue]}${200 + waits.length - index}`
        return { type: 'ticket.issued', time: now - wait * MINUTE, data: { ticket, queue } }
      }),
  )
}
