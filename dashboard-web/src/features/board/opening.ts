import { localInput } from '../../ui/format'
import { nextOpening } from '../../ui/hours'
import { type HallView, WEEKDAYS, type Weekday } from '../../wire/view'

/** When the hall opens next. */
export interface Opening {
  /** Days from today. */
  readonly days: number
  readonly weekday: Weekday
  /** Local time, as `09:00`. */
  readonly from: string
}

/** Absent where the hours are not known, and while the hall should be open. */
export function openingOf({ hours, timeZone }: Pick<HallView, 'hours' | 'timeZone'>, now: number): Opening | undefined {
  const next = nextOpening(hours, now, timeZone)
  if (next === undefined) return undefined
  const [date = '', from = ''] = localInput(next, timeZone).split('T')
  const day = Date.parse(date)
  const today = Date.parse(localInput(now, timeZone).slice(0, 10))
  // A date alone is midnight in UTC, whose day of the week is that of the date.
  const weekday = WEEKDAYS[(new Date(day).getUTCDay() + 6) % WEEKDAYS.length] ?? 'MONDAY'
  return { days: Math.round((day - today) / 86_400_000), weekday, from }
}

/** Nobody works and nobody waits. */
export function isClosed(view: HallView, zone: string | undefined): boolean {
  const windows = Object.values(view.windows).filter((window) => zone === undefined || window.zone === zone)
  const queues = new Set(windows.flatMap((window) => window.queues))
  const waiting = Object.entries(view.queues).some(([id, queue]) => queues.has(id) && queue.waiting > 0)
  return !waiting && windows.every(({ status }) => status === 'CLOSED')
}
