import { alert, hold, shift } from './alertShapes'
import { type Check, flag, listOf, mapOf, name, number, oneOf, optional, shape, text, time } from './check'
import { below, drills, emergencies } from './emergencyShapes'
import { isObject, type Json } from './mergePatch'
import { type HallSummary, type HallView, WEEKDAYS, WINDOW_KINDS, WINDOW_STATUSES } from './view'

export const level = oneOf('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')

const zone = shape({ name, order: number })
const position = shape({ x: number, y: number })
const exit = shape({ name, order: number, position: optional(position) })

const queue = shape({
  name,
  prefix: text,
  order: number,
  waitLimitSeconds: number,
  waiting: number,
  longestWaitSince: optional(time),
  expectedWaitSeconds: optional(number),
  openWindows: number,
  totalWindows: number,
  issued: number,
  served: number,
  abandoned: number,
  noShows: number,
  suspended: flag,
  suspendedSince: optional(time),
  tickets: mapOf(shape({ since: time, priority: oneOf('NORMAL', 'PRIORITY') })),
})

const serviceWindow = shape({
  name,
  zone: text,
  kind: oneOf(...WINDOW_KINDS),
  order: number,
  queues: listOf(text),
  status: oneOf(...WINDOW_STATUSES),
  since: time,
  ticket: optional(text),
  staff: optional(text),
  staffAway: flag,
  awaySince: optional(time),
  reason: optional(text),
  lastCall: optional(shape({ ticket: text, queue: text, at: time, times: number })),
  position: optional(position),
})

const intervals = mapOf(shape({ issued: number, served: number, waiting: number }))

const today = shape({
  date: optional(text),
  issued: number,
  served: number,
  abandoned: number,
  noShows: number,
  unresolved: number,
  waiting: number,
  averageWaitSeconds: optional(number),
  p90WaitSeconds: optional(number),
  averageServiceSeconds: optional(number),
  onTimeRate: optional(number),
  anomalies: number,
  intervals,
  ratings: optional(shape({ count: number, satisfied: number })),
  usual: optional(
    shape({
      days: number,
      issued: number,
      served: number,
      averageWaitSeconds: optional(number),
      p90WaitSeconds: optional(number),
      onTimeRate: optional(number),
      intervals,
    }),
  ),
})

const hallView: Check = shape({
  hall: text,
  version: number,
  at: time,
  name,
  level,
  timeZone: text,
  clock: oneOf('LIVE', 'REPLAY'),
  hours: optional(listOf(shape({ days: listOf(oneOf(...WEEKDAYS)), from: text, until: text }))),
  zones: mapOf(zone),
  queues: mapOf(queue),
  windows: mapOf(serviceWindow),
  alerts: mapOf(alert),
  holds: mapOf(hold),
  duty: mapOf(shift),
  exits: mapOf(exit),
  assembly: optional(name),
  emergencies,
  drills,
  below,
  today,
})

const hallSummaries: Check = listOf(shape({ hall: text, name, level, parent: optional(text), open: optional(flag) }))

/** What an older server does not know is not there. */
const NOTHING = { alerts: {}, holds: {}, duty: {}, exits: {}, emergencies: {}, drills: {}, below: {} }

export function asHallView(value: unknown): HallView {
  const view = isObject(value) ? { ...NOTHING, ...value, ...queuesOf(value.queues) } : value
  hallView(view, 'view')
  return view as unknown as HallView
}

/** Queues of which nothing is said are not suspended. Where all say so they are shared with the picture before. */
function queuesOf(queues: Json | undefined): { readonly queues?: Json } {
  const untold = (queue: Json) => isObject(queue) && queue.suspended === undefined
  if (!isObject(queues) || !Object.values(queues).some(untold)) return {}
  const told = Object.entries(queues).map(([id, queue]) => [
    id,
    isObject(queue) ? { suspended: false, ...queue } : queue,
  ])
  return { queues: Object.fromEntries(told) as Json }
}

export function asHallSummaries(value: unknown): readonly HallSummary[] {
  hallSummaries(value, 'halls')
  return value as readonly HallSummary[]
}
