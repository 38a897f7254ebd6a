import { inOrder } from '../../parts/order'
import type { Name } from '../../wire/name'
import type { HallView, QueueView } from '../../wire/view'

/** One line of the services: what somebody who waits wants to know of a queue. */
export interface Service {
  readonly id: string
  readonly name: Name
  /** Who is called next. */
  readonly next: string | undefined
  readonly waiting: number
  readonly waitSeconds: number | undefined
  /** walkIn: nobody waits. shut: no window is open. suspended: an emergency stopped it, tickets stay valid. */
  readonly state: 'open' | 'walkIn' | 'shut' | 'suspended'
}

/** The queues that windows of the zone serve; without a zone all of the hall. */
export function servicesOf(view: HallView, zone: string | undefined): Service[] {
  const windows = Object.values(view.windows).filter((window) => window.zone === zone)
  const served = new Set(windows.flatMap(({ queues }) => queues))
  return inOrder(view.queues)
    .filter(([id]) => zone === undefined || served.has(id))
    .map(([id, queue]) => ({
      id,
      name: queue.name,
      next: nextInLine(queue.tickets),
      waiting: queue.waiting,
      waitSeconds: queue.expectedWaitSeconds,
      state: stateOf(queue),
    }))
}

function stateOf({ suspended, openWindows, waiting }: QueueView): Service['state'] {
  if (suspended) return 'suspended'
  if (openWindows === 0) return 'shut'
  return waiting === 0 ? 'walkIn' : 'open'
}

/** Those with priority first, then who has waited longest. */
export function nextInLine(tickets: QueueView['tickets']): string | undefined {
  const rank = { PRIORITY: 0, NORMAL: 1 }
  return Object.entries(tickets).sort(
    ([a, x], [b, y]) =>
      rank[x.priority] - rank[y.priority] || Date.parse(x.since) - Date.parse(y.since) || (a < b ? -1 : 1),
  )[0]?.[0]
}

/** In pages of at most so many, as even as can be. */
export function pagesOf<T>(all: readonly T[], most: number): T[][] {
  const pages = Math.ceil(all.length / most)
  const each = Math.ceil(all.length / pages)
  return Array.from({ length: pages }, (_, page) => all.slice(page * each, (page + 1) * each))
}
