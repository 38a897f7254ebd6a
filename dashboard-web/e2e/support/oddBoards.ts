/** Halls that a screen has to bear: long names, many people, many queues, none, nobody there. */
import type { Name } from '../../src/wire/name'
import type { HallView, QueueView } from '../../src/wire/view'

export const LONG_NAME: Name = {
  zh: '企业开办变更注销与工程建设项目审批及不动产登记交易缴税一窗受理综合服务专区东侧大厅',
  en: 'Joint services for business registration, construction permits and real estate, east side',
}

/** Everything is called something long, and 9 999 wait. */
export function longNames(view: HallView): HallView {
  const named = <T extends { readonly name: Name }>(map: Readonly<Record<string, T>>) =>
    mapped(map, (one) => ({ ...one, name: LONG_NAME }))
  return {
    ...view,
    name: LONG_NAME,
    zones: named(view.zones),
    windows: mapped(view.windows, (window, id) => ({
      ...window,
      name: { zh: `综合窗口 ${id}`, en: `General window ${id}` },
      ...(window.lastCall && { lastCall: { ...window.lastCall, ticket: `${window.lastCall.ticket}-0186`, times: 3 } }),
      ...(window.ticket !== undefined && { ticket: `${window.ticket}-0186` }),
    })),
    queues: mapped(view.queues, (queue, id) => ({
      ...queue,
      name: LONG_NAME,
      waiting: 9_999,
      expectedWaitSeconds: 360_000,
      tickets: { [`${id.toUpperCase()}-0187`]: { since: view.at, priority: 'NORMAL' } },
    })),
  }
}

/** Twice the queues and one more, all served by the same windows. */
export function manyQueues(view: HallView): HallView {
  const copies = Object.entries(view.queues).map(([id, queue]): [string, QueueView] => [
    `${id}-2`,
    { ...queue, order: queue.order + 8, name: { zh: `${queue.name.zh}二`, en: `${queue.name.en} 2` } },
  ])
  const first = copies[0]?.[1]
  const more: Record<string, QueueView> = first ? { extra: { ...first, order: 16 } } : {}
  return { ...view, queues: { ...view.queues, ...Object.fromEntries(copies), ...more } }
}

export function noQueues(view: HallView): HallView {
  return { ...view, queues: {}, windows: mapped(view.windows, (window) => ({ ...window, queues: [] })) }
}

/** After hours on a Friday: it opens again on Monday. */
export function closedHall(view: HallView): HallView {
  const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const
  return {
    ...view,
    hours: [{ days, from: '09:00', until: '14:30' }],
    queues: mapped(view.queues, ({ longestWaitSince: _, expectedWaitSeconds: __, ...queue }) => ({
      ...queue,
      waiting: 0,
      openWindows: 0,
      tickets: {},
    })),
    windows: mapped(view.windows, ({ ticket: _, ...window }) => ({ ...window, status: 'CLOSED' as const })),
  }
}

function mapped<T, R>(map: Readonly<Record<string, T>>, change: (one: T, id: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([id, one]) => [id, change(one, id)]))
}
