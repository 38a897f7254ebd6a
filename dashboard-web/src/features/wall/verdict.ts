import { countBySeverity, openAlerts } from '../../state/alerts'
import type { HallView } from '../../wire/view'
import { isOverLimit } from './strip'

/** The hall in one line, to be read from ten metres. */
export type Verdict =
  | { readonly kind: 'well' }
  | { readonly kind: 'alerts'; readonly counts: ReturnType<typeof countBySeverity> }
  /** No alert is open, but a queue is over its limit: all is not well. */
  | { readonly kind: 'over'; readonly queues: number }
  | { readonly kind: 'closed' }
  /** Nobody has told what the hall consists of. */
  | { readonly kind: 'unplanned' }

export function verdictOf(view: HallView, now: number): Verdict {
  const counts = countBySeverity(openAlerts(view.alerts))
  if (counts.length > 0) return { kind: 'alerts', counts }
  const over = queuesOver(view, now)
  if (over > 0) return { kind: 'over', queues: over }
  const windows = Object.values(view.windows)
  if (windows.length === 0 && Object.keys(view.queues).length === 0) return { kind: 'unplanned' }
  const closed =
    windows.every(({ status }) => status === 'CLOSED') &&
    Object.values(view.queues).every(({ waiting }) => waiting === 0)
  return { kind: closed ? 'closed' : 'well' }
}

export function queuesOver(view: HallView, now: number): number {
  return Object.values(view.queues).filter((queue) => isOverLimit(queue, now)).length
}
