import { localInput, timeOfLocal } from './format'

/** Local times of some days of the week; until 00:00 means the end of the day. */
export interface Span {
  readonly days: readonly string[]
  readonly from: string
  readonly until: string
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const DAY = 86_400_000
const WEEK = WEEKDAYS.length

/** When it opens next, as milliseconds since 1970; undefined while it is open, and where no hours are known. */
export function nextOpening(hours: readonly Span[] | undefined, now: number, timeZone: string): number | undefined {
  if (!hours?.length || isOpen(hours, now, timeZone)) return undefined
  const openings = Array.from({ length: WEEK + 1 }, (_, days) => dateOf(now + days * DAY, timeZone)).flatMap((date) =>
    spansOn(hours, date).map(({ from }) => timeOfLocal(`${date}T${from}`, timeZone)),
  )
  return openings.filter((opening) => opening > now).sort((a, b) => a - b)[0]
}

export function isOpen(hours: readonly Span[], now: number, timeZone: string): boolean {
  const [date = '', time = ''] = localInput(now, timeZone).split('T')
  return spansOn(hours, date).some(({ from, until }) => from <= time && (until === '00:00' || time < until))
}

function dateOf(time: number, timeZone: string): string {
  return localInput(time, timeZone).slice(0, 10)
}

function spansOn(hours: readonly Span[], date: string): readonly Span[] {
  // A date alone is midnight in UTC, whose day of the week is that of the date.
  const weekday = WEEKDAYS[(new Date(date).getUTCDay() + 6) % WEEK]
  return hours.filter(({ days }) => days.some((day) => day === weekday))
}
