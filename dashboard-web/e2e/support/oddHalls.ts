/** Halls that are not like the drawing, made of the one that is: each is a function from its view to theirs. */
import type { HallView, QueueView, WaitingTicket, WindowStatus, WindowView } from '../../src/wire/view'
import { hallTime } from './scriptedHall'

export type Dress = (view: HallView) => HallView

const MINUTE = 60_000
const PITCH_METRES = 1.6
const AISLE_METRES = 2.4

/** The hall's own positions: zones A and B along one wall, C and D along the other, doors between. */
export const onItsFloor: Dress = (view) => ({
  ...view,
  windows: mapped(view.windows, (window, _, index) => {
    const place = (index - 1) % 14
    const x = place * PITCH_METRES + (place >= 7 ? AISLE_METRES : 0)
    return { ...window, position: { x, y: index <= 14 ? 2 : 14 } }
  }),
  exits: {
    west: { name: { zh: '西门', en: 'West' }, order: 0, position: { x: -3, y: 8 } },
    main: { name: { zh: '南大门', en: 'Main door' }, order: 1, position: { x: 12, y: 16 } },
    east: { name: { zh: '东门', en: 'East' }, order: 2, position: { x: 27, y: 8 } },
  },
})

/** Names as long as the plan allows. */
export const withLongNames: Dress = (view) => ({
  ...view,
  name: {
    zh: '新港经济技术开发区高新技术产业园区政务服务中心及不动产登记交易与公积金联合服务大厅',
    en: 'New Harbour Development Zone Joint Hall',
  },
  queues: mapped(view.queues, (queue, _, index) => ({
    ...queue,
    name: {
      zh: `不动产登记交易税收一窗联办与住房公积金贷款抵押权注销变更业务综合受理第${index}队`,
      en: `Real estate registration and taxation ${index}`,
    },
  })),
  zones: mapped(view.zones, (zone, id) => ({
    ...zone,
    name: { zh: `${id} 区不动产登记交易与住房公积金联合服务区`, en: `Zone ${id} for real estate and the housing fund` },
  })),
  windows: mapped(view.windows, (window, id) => ({
    ...window,
    name: { zh: `综合受理窗口${id}`, en: `General window ${id}` },
    ...(window.ticket && { ticket: `${window.ticket}-2026112000` }),
  })),
})

/** Nobody at all, and as many as never come. */
export const withExtremes: Dress = (view) => {
  const ids = Object.keys(view.queues)
  const now = Date.parse(view.at)
  return {
    ...view,
    queues: mapped(view.queues, (queue, id) =>
      id === ids[0]
        ? {
            ...queue,
            waiting: 9_999,
            tickets: crowd(9_999, now),
            longestWaitSince: hallTime(now - 200 * MINUTE),
            expectedWaitSeconds: 90_000,
          }
        : emptied(queue),
    ),
    today: {
      ...view.today,
      issued: 99_999,
      served: 88_888,
      waiting: 9_999,
      averageWaitSeconds: 12_000,
      p90WaitSeconds: 59_940,
      onTimeRate: 0,
      ratings: { count: 99_999, satisfied: 99_999 },
    },
  }
}

/** Before the first event of its life. */
export const empty: Dress = ({ queues, windows, ...view }) => ({
  ...view,
  queues: mapped(queues, (queue) => ({ ...withoutExpectation(emptied(queue)), issued: 0, served: 0, openWindows: 0 })),
  windows: mapped(windows, closed),
  alerts: {},
  duty: {},
  today: {
    issued: 0,
    served: 0,
    abandoned: 0,
    noShows: 0,
    unresolved: 0,
    waiting: 0,
    anomalies: 0,
    intervals: {},
  },
})

/** In the evening: everybody has gone, the figures are those of the day. */
export const afterHours: Dress = (view) => ({
  ...view,
  hours: view.hours?.map((span) => ({ ...span, until: '14:00' })) ?? [],
  queues: mapped(view.queues, (queue) => ({ ...withoutExpectation(emptied(queue)), openWindows: 0 })),
  windows: mapped(view.windows, closed),
  alerts: {},
  today: { ...view.today, waiting: 0 },
})

/** Neither zones nor queues nor windows. */
export const bare: Dress = (view) => ({ ...empty(view), zones: {}, queues: {}, windows: {} })

/** One queue, one window. */
export const tiny: Dress = (view) => ({
  ...view,
  zones: { A: view.zones.A as HallView['zones'][string] },
  queues: { household: view.queues.household as QueueView },
  windows: { '08': { ...(view.windows['08'] as WindowView), zone: 'A' } },
})

/** Every window works for five queues. */
export const withBroadWindows: Dress = (view) => ({
  ...view,
  windows: mapped(view.windows, (window) => ({
    ...window,
    kind: 'SPECIALIST',
    queues: Object.keys(view.queues).slice(0, 5),
  })),
})

const STATUSES: readonly WindowStatus[] = [
  'SERVING',
  'SERVING',
  'SERVING',
  'CALLING',
  'IDLE',
  'SERVING',
  'PAUSED',
  'CLOSED',
]

/** A hall of 200 windows, 60 queues and 10 zones. */
export const huge: Dress = (view) => {
  const now = Date.parse(view.at)
  const templates = Object.values(view.queues)
  const template = view.windows['01'] as WindowView
  const queues = Object.fromEntries(
    Array.from({ length: 60 }, (_, index): [string, QueueView] => {
      const like = templates[index % templates.length] as QueueView
      const waiting = (index * 7) % 23
      const longest = hallTime(now - ((index * 5) % 27) * MINUTE - MINUTE)
      const queue = emptied(like)
      const name = { zh: `${like.name.zh}${index + 1}`, en: `${like.name.en} ${index + 1}` }
      if (waiting === 0) return [`q${index}`, { ...queue, name, order: index }]
      return [
        `q${index}`,
        {
          ...queue,
          name,
          order: index,
          waiting,
          longestWaitSince: longest,
          expectedWaitSeconds: 600,
          tickets: crowd(waiting, now, (index * 5) % 27),
        },
      ]
    }),
  )
  const zones = Array.from({ length: 10 }, (_, index) => String.fromCharCode(65 + index))
  return {
    ...view,
    zones: Object.fromEntries(zones.map((id, order) => [id, { name: { zh: `${id} 区`, en: `Zone ${id}` }, order }])),
    queues,
    windows: Object.fromEntries(
      Array.from({ length: 200 }, (_, index): [string, WindowView] => {
        const id = String(index + 1).padStart(3, '0')
        const status = STATUSES[(index * 5) % STATUSES.length] ?? 'SERVING'
        const { ticket: _ticket, ...rest } = template
        const busy = status === 'SERVING' || status === 'CALLING'
        return [
          id,
          {
            ...rest,
            name: { zh: id, en: id },
            zone: zones[Math.floor(index / 20)] ?? 'A',
            order: index,
            queues: [`q${Math.floor((index * 60) / 200)}`],
            status,
            since: hallTime(now - ((index * 37) % 900) * 1_000),
            ...(busy && { ticket: `Q${100 + index}` }),
          },
        ]
      }),
    ),
    alerts: Object.fromEntries(
      Object.entries(view.alerts).map(([id, alert], index) => [
        id,
        'queue' in alert.subject && alert.subject.queue !== undefined
          ? { ...alert, subject: { ...alert.subject, queue: `q${(index * 17) % 60}` } }
          : alert,
      ]),
    ) as HallView['alerts'],
  }
}

export function all(...dresses: readonly Dress[]): Dress {
  return (view) => dresses.reduce((dressed, dress) => dress(dressed), view)
}

function closed(window: WindowView): WindowView {
  const { ticket: _ticket, reason: _reason, ...rest } = window
  return { ...rest, status: 'CLOSED' }
}

function emptied(queue: QueueView): QueueView {
  const { longestWaitSince: _since, ...rest } = queue
  return { ...rest, waiting: 0, tickets: {} }
}

function withoutExpectation(queue: QueueView): QueueView {
  const { expectedWaitSeconds: _expected, ...rest } = queue
  return rest
}

function crowd(count: number, now: number, longest = 200): Record<string, WaitingTicket> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `W${index}`,
      { since: hallTime(now - ((index + 1) / count) * (longest + 1) * MINUTE), priority: 'NORMAL' },
    ]),
  )
}

/** `order` instead of the place in the map, which lists keys such as `10` before `01`. */
function mapped<T extends { readonly order: number }>(
  map: Readonly<Record<string, T>>,
  change: (value: T, id: string, order: number) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([id, value]) => [id, change(value, id, value.order)]))
}
