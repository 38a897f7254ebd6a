import { type HallView, type OpenSpan, WEEKDAYS, type Weekday } from '../../wire/view'

/** When the hall opens next. */
export interface Opening {
  /** Days from today. */
  readonly days: number
  readonly weekday: Weekday
  /** Local time, as `09:00`. */
  readonly from: string
}

/** Absent where the hours are not known, and while the hall should be open. */
export function nextOpening(
  { hours, timeZone }: Pick<HallView, 'hours' | 'timeZone'>,
  now: number,
): Opening | undefined {
  if (!hours) return undefined
  const { weekday: today, time } = localTime(now, timeZone)
  const isNow = ({ days, from, until }: OpenSpan) =>
    days.includes(today) && from <= time && (time < until || until === '00:00')
  if (hours.some(isNow)) return undefined
  for (let days = 0; days <= WEEKDAYS.length; days++) {
    const weekday = WEEKDAYS[(WEEKDAYS.indexOf(today) + days) % WEEKDAYS.length] ?? today
    const from = hours
      .filter((span) => span.days.includes(weekday) && (days > 0 || span.from > time))
      .map((span) => span.from)
      .sort()[0]
    if (from !== undefined) return { days, weekday, from }
  }
  return undefined
}

function localTime(now: number, timeZone: string): { readonly weekday: Weekday; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  const weekday = WEEKDAYS.find((day) => day === part('weekday').toUpperCase()) ?? 'MONDAY'
  return { weekday, time: `${part('hour')}:${part('minute')}` }
}

/** Nobody works and nobody waits. */
export function isClosed(view: HallView, zone: string | undefined): boolean {
  const windows = Object.values(view.windows).filter((window) => zone === undefined || window.zone === zone)
  const queues = new Set(windows.flatMap((window) => window.queues))
  const waiting = Object.entries(view.queues).some(([id, queue]) => queues.has(id) && queue.waiting > 0)
  return !waiting && windows.every(({ status }) => status === 'CLOSED')
}
