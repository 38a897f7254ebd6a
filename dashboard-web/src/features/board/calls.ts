import type { Name } from '../../wire/name'
import type { HallView } from '../../wire/view'

/** One call as the board shows it. */
export interface BoardCall {
  /** Tells one call from the next, also of the same ticket. */
  readonly key: string
  readonly ticket: string
  readonly window: Name
  readonly zone: Name
  readonly queue: Name
  readonly at: number
  /** 1: called once; 2: recalled once. */
  readonly times: number
  /** The window still waits for the ticket or serves it; else it was done, or nobody came. */
  readonly current: boolean
}

/** The newest call of each window, newest first; of a ticket that went on to another window only the later one. */
export function callsOf(view: HallView, zone: string | undefined): BoardCall[] {
  const tickets = new Set<string>()
  return Object.entries(view.windows)
    .filter(([, window]) => zone === undefined || window.zone === zone)
    .sort(([, a], [, b]) => b.order - a.order)
    .flatMap(([id, { name, lastCall, zone: place, ticket }]): BoardCall[] => {
      if (!lastCall) return []
      const { queue, times, at } = lastCall
      return [
        {
          key: [id, lastCall.ticket, times, at].join(' '),
          ticket: lastCall.ticket,
          window: name,
          zone: view.zones[place]?.name ?? same(place),
          queue: view.queues[queue]?.name ?? same(queue),
          at: Date.parse(at),
          times,
          current: ticket === lastCall.ticket,
        },
      ]
    })
    .sort((a, b) => b.at - a.at)
    .filter(({ ticket }) => !tickets.has(ticket) && tickets.add(ticket))
}

/** What is over is never at the top: whoever missed a call shall not run to the window. */
export function arrangeCalls(calls: readonly BoardCall[], tops: number, justs: number) {
  const top = calls.filter(({ current }) => current).slice(0, tops)
  const just = calls.filter((call) => !top.includes(call)).slice(0, justs)
  return { top, just }
}

function same(id: string): Name {
  return { zh: id, en: id }
}
