/** Numbers and times as text. Missing values are a dash, never a zero. */

export const MISSING = '—'

const MINUTE = 60_000

const grouped = new Intl.NumberFormat('en-US')

export function count(value: number): string {
  return grouped.format(value)
}

/** With its sign: `+51`, `−3`, `±0`. */
export function signed(value: number): string {
  const sign = value > 0 ? '+' : value < 0 ? '\u2212' : '\u00b1'
  return sign + count(Math.abs(value))
}

/** Whole minutes that have passed. */
export function minutesPassed(milliseconds: number): number {
  return Math.max(0, Math.floor(milliseconds / MINUTE))
}

export function minutes(seconds: number | undefined, digits = 0): string {
  return seconds === undefined ? MISSING : (seconds / 60).toFixed(digits)
}

export function percent(share: number | undefined): string {
  if (share === undefined) return MISSING
  // Never rounded up to a perfect score.
  return (Math.floor(share * 1_000 + 1e-6) / 10).toFixed(1)
}

/** Running time as `mm:ss`; from a hundred minutes as hours and minutes, `1:40h`. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  const whole = Math.floor(seconds / 60)
  if (whole < 100) return `${two(whole)}:${two(seconds % 60)}`
  return `${Math.floor(whole / 60)}:${two(whole % 60)}h`
}

export function clockTime(time: number, timeZone: string): string {
  return formatter('en-GB', timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time)
}

export function dateLine(time: number, timeZone: string, language: 'zh' | 'en'): string {
  if (language === 'en') {
    return formatter('en-GB', timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).format(time)
  }
  const day = formatter('zh-CN', timeZone, { month: 'long', day: 'numeric' }).format(time)
  return `${day} ${formatter('zh-CN', timeZone, { weekday: 'short' }).format(time)}`
}

export function weekday(time: number, timeZone: string, language: 'zh' | 'en'): string {
  return formatter(language === 'en' ? 'en-GB' : 'zh-CN', timeZone, {
    weekday: language === 'en' ? 'long' : 'short',
  }).format(time)
}

/** What an input of type `datetime-local` shows for a time in the hall. */
export function localInput(time: number, timeZone: string): string {
  const parts = formatter('sv-SE', timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(time)
  return parts.replace(' ', 'T')
}

/** The time that such an input means in the hall; not a number when it is empty. */
export function timeOfLocal(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return Number.NaN
  // Twice: where clocks change, the offset at the first guess may be the wrong one.
  const guess = asUtc - offsetAt(asUtc, timeZone)
  return asUtc - offsetAt(guess, timeZone)
}

function offsetAt(time: number, timeZone: string): number {
  return Date.parse(`${localInput(time, timeZone)}Z`) - Math.floor(time / MINUTE) * MINUTE
}

/** Hours since midnight in the hall, with a fraction. */
export function hourOfDay(time: number, timeZone: string): number {
  const [hour = 0, minute = 0, second = 0] = formatter('en-GB', timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
    .format(time)
    .split(':')
    .map(Number)
  return hour + minute / 60 + second / 3_600
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one takes a thousand times as long as using it. */
function formatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone })
  formatters.set(key, made)
  return made
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
