import type { HallView } from '../../wire/view'
import { isOverLimit } from './strip'

/** The hall in one word, to be read from ten metres. */
export type Verdict =
  | { readonly kind: 'well' }
  | { readonly kind: 'over'; readonly queues: number }
  | { readonly kind: 'closed' }

export function verdictOf(view: HallView, now: number): Verdict {
  const queues = Object.values(view.queues)
  const over = queues.filter((queue) => isOverLimit(queue, now)).length
  if (over > 0) return { kind: 'over', queues: over }
  const windows = Object.values(view.windows)
  const closed = windows.every(({ status }) => status === 'CLOSED') && queues.every(({ waiting }) => waiting === 0)
  return { kind: closed ? 'closed' : 'well' }
}
