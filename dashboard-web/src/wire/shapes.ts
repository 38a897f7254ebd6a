import { alert, hold, shift } from './alertShapes'
import { anything, type Check, flag, listOf, mapOf, number, oneOf, optional, shape, text, time } from './check'
import { isObject } from './mergePatch'
import { type HallSummary, type HallView, WINDOW_KINDS, WINDOW_STATUSES } from './view'

const name = shape({ zh: text, en: text })
const level = oneOf('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')

const zone = shape({ name, order: number })

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
})

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
  intervals: mapOf(shape({ issued: number, served: number, waiting: number })),
})

const hallView: Check = shape({
  hall: text,
  version: number,
  at: time,
  name,
  level,
  timeZone: text,
  clock: oneOf('LIVE', 'REPLAY'),
  zones: mapOf(zone),
  queues: mapOf(queue),
  windows: mapOf(serviceWindow),
  alerts: mapOf(alert),
  holds: mapOf(hold),
  duty: mapOf(shift),
  emergencies: mapOf(anything),
  today,
})

const hallSummaries: Check = listOf(shape({ hall: text, name, level, parent: optional(text), open: optional(flag) }))

/** An older server knows no alerts, holds or shifts: there are none then. */
export function asHallView(value: unknown): HallView {
  const view = isObject(value) ? { alerts: {}, holds: {}, duty: {}, ...value } : value
  hallView(view, 'view')
  return view as unknown as HallView
}

export function asHallSummaries(value: unknown): readonly HallSummary[] {
  hallSummaries(value, 'halls')
  return value as readonly HallSummary[]
}
