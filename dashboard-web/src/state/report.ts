import { fetchQuality, fetchView } from '../stream/server'
import type { Quality } from '../wire/desk'
import type { HallView } from '../wire/view'

/** The quality of a hall's alerts over a period that ends now. */
export interface Report {
  /** The hall as it is now, for names. */
  readonly view: HallView
  readonly from: number
  readonly to: number
  readonly quality: Quality
}

export type Found =
  | { readonly kind: 'found'; readonly report: Report }
  /** Nobody is logged in. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly detail?: string | undefined }

export const PERIODS = ['today', 'week', 'month'] as const
export type Period = (typeof PERIODS)[number]

const DAY = 86_400_000
const DAYS_BEFORE: Readonly<Record<Period, number>> = { today: 0, week: 6, month: 29 }

/** `midnight`: when the hall's day began. */
export function periodOf(
  period: Period,
  midnight: number,
  now: number,
): { readonly from: number; readonly to: number } {
  return { from: midnight - DAYS_BEFORE[period] * DAY, to: now }
}

export async function loadQuality(hall: string, period: Period, now = Date.now()): Promise<Found> {
  const view = await fetchView(hall)
  if (!view.ok) return failed(view)
  const { from, to } = periodOf(period, midnightBefore(now, view.value.timeZone), now)
  const quality = await fetchQuality(hall, new Date(from).toISOString(), new Date(to).toISOString())
  if (!quality.ok) return failed(quality)
  return { kind: 'found', report: { view: view.value, from, to, quality: quality.value } }
}

function failed(answer: Awaited<ReturnType<typeof fetchQuality>> & { readonly ok: false }): Found {
  const { failure, refusal } = answer
  if (failure.kind === 'refused' && failure.status === 401) return { kind: 'refused' }
  return { kind: 'failed', detail: refusal?.detail }
}

/** Where clocks changed this day, off by that hour: a report can live with it. */
export function midnightBefore(now: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  })
  const [hour = 0, minute = 0, second = 0] = parts.format(now).split(':').map(Number)
  return Math.floor(now / 1_000) * 1_000 - (hour * 3_600 + minute * 60 + second) * 1_000
}
