/** A hall for tests: takes device events, counts as the contract says, and is turned into a HallView. */
import type { AlertView, Hold, Shift } from '../../src/wire/alert'
import type { Emergency, EmergencyBelow, PlannedDrill } from '../../src/wire/emergency'
import type { Name } from '../../src/wire/name'
import type {
  ExitView,
  HallView,
  Interval,
  OpenSpan,
  QueueView,
  Ratings,
  UsualDay,
  WindowStatus,
  WindowView,
} from '../../src/wire/view'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] }

export interface DeviceEvent {
  readonly type: string
  /** Milliseconds since 1970. */
  readonly time: number
  readonly data: Readonly<Record<string, unknown>>
}

interface TimelineEntry {
  readonly version: number
  readonly time: string
  readonly recordedAt: string
  readonly type: string
  readonly actor?: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What the demo hall consists of: queue, prefix, zh, en, and its windows from and to. */
const QUEUES = [
  ['tax', 'T', '税务', 'Tax', 1, 4],
  ['health', 'Y', '医保', 'Health insurance', 5, 7],
  ['household', 'H', '公安户政', 'Household registration', 8, 11],
  ['social', 'S', '社保', 'Social security', 12, 14],
  ['estate', 'R', '不动产', 'Real estate', 15, 18],
  ['fund', 'G', '公积金', 'Housing fund', 19, 21],
  ['market', 'M', '市场监管', 'Market regulation', 22, 24],
  ['general', 'Z', '综合受理', 'General affairs', 25, 28],
] as const

const ZONES = ['A', 'B', 'C', 'D'] as const
const WINDOWS_PER_ZONE = 7
const EXPECTED_SECONDS_A_PERSON = 90

/** RFC 3339 with the offset of the hall, which knows no summer time. */
export function hallTime(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
}

export class ScriptedHall {
  readonly id = 'civic-centre'
  readonly alerts: Record<string, AlertView> = {}
  readonly holds: Record<string, Hold> = {}
  duty: Record<string, Shift> = {}
  exits: Record<string, ExitView> = {}
  assembly: Name | undefined
  emergencies: Record<string, Emergency> = {}
  drills: Record<string, PlannedDrill> = {}
  below: Record<string, EmergencyBelow> = {}
  hours: readonly OpenSpan[] | undefined
  usual: UsualDay | undefined
  ratings: Ratings | undefined
  /** Another hall than the one of the drawing: its view is made of this one's. */
  dressed: (view: HallView) => HallView = (view) => view
  /** Other names than the usual ones. */
  zoneNames: Record<string, Name> = {}
  /** What happened to each alert, the oldest first. */
  readonly timelines: Record<string, TimelineEntry[]> = {}
  private version = 1
  private at: number
  private readonly queues: Record<string, Mutable<QueueView>> = {}
  private readonly windows: Record<string, Mutable<WindowView>> = {}
  private readonly serving = new Map<string, { queue: string; issued: number; started: number }>()
  private readonly intervals: Record<string, Mutable<Interval>> = {}
  private readonly waits: number[] = []
  private readonly services: number[] = []

  constructor(now: number) {
    this.at = now
    for (const [order, [id, prefix, zh, en, first, last]] of QUEUES.entries()) {
      this.queues[id] = {
        name: { zh, en },
        prefix,
        order,
        waitLimitSeconds: 1800,
        waiting: 0,
        openWindows: 0,
        totalWindows: last - first + 1,
        issued: 0,
        served: 0,
        abandoned: 0,
        noShows: 0,
        suspended: false,
        tickets: {},
      }
      for (let number = first; number <= last; number++) {
        const window = String(number).padStart(2, '0')
        this.windows[window] = {
          name: { zh: window, en: window },
          zone: ZONES[Math.floor((number - 1) / WINDOWS_PER_ZONE)] ?? 'D',
          kind: id === 'general' ? 'COMPREHENSIVE' : 'SPECIALIST',
          order: number,
          queues: [id],
          status: 'CLOSED',
          since: hallTime(now),
          staffAway: false,
        }
      }
    }
  }

  apply({ type, time, data }: DeviceEvent): void {
    this.at = Math.max(this.at, time)
    const ticket = String(data.ticket)
    const window = this.windows[String(data.window)]
    const actions: Record<string, () => void> = {
      'ticket.issued': () => this.issue(ticket, String(data.queue), time, data.priority === 'PRIORITY'),
      'ticket.called': () => this.call(ticket, window, time),
      'ticket.recalled': () => this.recall(ticket, window, time),
      'ticket.noShow': () => this.miss(ticket, time),
      'ticket.started': () => this.turn(window, 'SERVING', time),
      'ticket.completed': () => this.complete(ticket, time),
      'ticket.abandoned': () => this.abandon(ticket),
      'window.opened': () => this.turn(window, 'IDLE', time),
      'window.paused': () => this.turn(window, 'PAUSED', time),
      'window.resumed': () => this.turn(window, 'IDLE', time),
      'window.closed': () => this.turn(window, 'CLOSED', time),
    }
    const action = actions[type]
    if (!action) throw new Error(`unknown type ${type}`)
    action()
    this.recount(time)
    this.version++
  }

  /** Something changed that no device told; the version after it. */
  touch(time: number): number {
    this.at = Math.max(this.at, time)
    return ++this.version
  }

  tell(alert: string, type: string, time: number, { actor, ...data }: Readonly<Record<string, unknown>>): void {
    const at = hallTime(time)
    const entry = { version: this.version + 1, time: at, recordedAt: at, type, data }
    const told = typeof actor === 'string' ? { ...entry, actor } : entry
    this.timelines[alert] = [...(this.timelines[alert] ?? []), told]
  }

  /** An emergency stops the windows of these zones; none stops all. */
  suspend(zones: readonly string[], time: number): void {
    for (const window of Object.values(this.windows)) {
      const hit = zones.length === 0 || zones.includes(window.zone)
      if (hit && window.status !== 'CLOSED') this.turn(window, 'SUSPENDED', time)
    }
    this.markSuspended(time)
  }

  /** Service goes on. */
  resume(time: number): void {
    for (const window of Object.values(this.windows)) if (window.status === 'SUSPENDED') this.turn(window, 'IDLE', time)
    this.markSuspended(time)
  }

  private markSuspended(time: number): void {
    for (const [id, queue] of Object.entries(this.queues)) {
      const own = Object.values(this.windows).filter(({ queues, status }) => queues.includes(id) && status !== 'CLOSED')
      queue.suspended = own.length > 0 && own.every(({ status }) => status === 'SUSPENDED')
      if (queue.suspended) queue.suspendedSince = hallTime(time)
      else delete queue.suspendedSince
    }
    this.recount(time)
  }

  view(): HallView {
    const queues = Object.values(this.queues)
    const sum = (member: 'issued' | 'served' | 'abandoned' | 'noShows' | 'waiting') =>
      queues.reduce((total, queue) => total + queue[member], 0)
    const waits = this.waits.toSorted((a, b) => a - b)
    const view: HallView = structuredClone({
      hall: this.id,
      version: this.version,
      at: hallTime(this.at),
      name: { zh: '市民中心', en: 'Civic Service Centre' },
      level: 'CITY' as const,
      timeZone: 'Asia/Shanghai',
      clock: 'LIVE',
      ...(this.hours && { hours: this.hours }),
      zones: Object.fromEntries(ZONES.map((id, order) => [id, { name: this.zoneNames[id] ?? zoneName(id), order }])),
      queues: this.queues,
      windows: this.windows,
      alerts: this.alerts,
      holds: this.holds,
      duty: this.duty,
      exits: this.exits,
      ...(this.assembly && { assembly: this.assembly }),
      emergencies: this.emergencies,
      drills: this.drills,
      below: this.below,
      today: {
        date: hallTime(this.at).slice(0, 10),
        issued: sum('issued'),
        served: sum('served'),
        abandoned: sum('abandoned'),
        noShows: sum('noShows'),
        unresolved: 0,
        waiting: sum('waiting'),
        ...(waits.length > 0 && {
          averageWaitSeconds: mean(waits),
          p90WaitSeconds: waits[Math.floor(waits.length * 0.9)] ?? 0,
          onTimeRate: waits.filter((wait) => wait <= 1800).length / waits.length,
        }),
        ...(this.services.length > 0 && { averageServiceSeconds: mean(this.services) }),
        anomalies: 0,
        intervals: this.intervals,
        ...(this.ratings && { ratings: this.ratings }),
        ...(this.usual && { usual: this.usual }),
      },
    })
    return this.dressed(view)
  }

  private issue(ticket: string, id: string, time: number, priority: boolean): void {
    const queue = this.queues[id]
    if (!queue) throw new Error(`unknown queue ${id}`)
    queue.issued++
    queue.tickets[ticket] = { since: hallTime(time), priority: priority ? 'PRIORITY' : 'NORMAL' }
    this.interval(time).issued++
  }

  private call(ticket: string, window: Mutable<WindowView> | undefined, time: number): void {
    const [id, queue] = this.queueOf(ticket)
    const issued = Date.parse(queue.tickets[ticket]?.since ?? '')
    delete queue.tickets[ticket]
    this.waits.push((time - issued) / 1_000)
    this.serving.set(ticket, { queue: id, issued, started: time })
    this.turn(window, 'CALLING', time)
    if (!window) return
    window.ticket = ticket
    window.lastCall = { ticket, queue: id, at: hallTime(time), times: 1 }
  }

  private recall(ticket: string, window: Mutable<WindowView> | undefined, time: number): void {
    const last = window?.lastCall
    if (window && last?.ticket === ticket) window.lastCall = { ...last, at: hallTime(time), times: last.times + 1 }
    this.turn(window, 'CALLING', time)
  }

  /** Nobody came: the window is free, its call stays. */
  private miss(ticket: string, time: number): void {
    const queue = this.queues[this.serving.get(ticket)?.queue ?? '']
    if (!queue) throw new Error(`unknown ticket ${ticket}`)
    this.serving.delete(ticket)
    queue.noShows++
    const window = Object.values(this.windows).find((candidate) => candidate.ticket === ticket)
    if (window) this.turn(window, 'IDLE', time)
  }

  private complete(ticket: string, time: number): void {
    const service = this.serving.get(ticket)
    const queue = this.queues[service?.queue ?? '']
    if (!service || !queue) throw new Error(`unknown ticket ${ticket}`)
    this.serving.delete(ticket)
    queue.served++
    this.services.push((time - service.started) / 1_000)
    this.interval(time).served++
    // A window that meanwhile called the next ticket is not idle.
    const window = Object.values(this.windows).find((candidate) => candidate.ticket === ticket)
    if (window) this.turn(window, 'IDLE', time)
  }

  private abandon(ticket: string): void {
    const [, queue] = this.queueOf(ticket)
    delete queue.tickets[ticket]
    queue.abandoned++
  }

  private turn(window: Mutable<WindowView> | undefined, status: WindowStatus, time: number): void {
    if (!window) throw new Error('unknown window')
    window.status = status
    window.since = hallTime(time)
    if (status !== 'SERVING' && status !== 'CALLING') delete window.ticket
  }

  private recount(time: number): void {
    for (const [id, queue] of Object.entries(this.queues)) {
      const since = Object.values(queue.tickets).map((ticket) => ticket.since)
      const open = Object.values(this.windows).filter(
        ({ queues, status }) =>
          queues.includes(id) && status !== 'CLOSED' && status !== 'PAUSED' && status !== 'SUSPENDED',
      )
      queue.waiting = since.length
      queue.openWindows = open.length
      delete queue.longestWaitSince
      delete queue.expectedWaitSeconds
      if (since.length > 0) queue.longestWaitSince = since.toSorted()[0] as string
      if (open.length > 0)
        queue.expectedWaitSeconds = Math.round((since.length * EXPECTED_SECONDS_A_PERSON * 4) / open.length)
    }
    this.interval(time).waiting = Object.values(this.queues).reduce((total, { waiting }) => total + waiting, 0)
  }

  private interval(time: number): Mutable<Interval> {
    const quarter = 15 * 60_000
    const key = hallTime(Math.floor(time / quarter) * quarter).slice(11, 16)
    const interval = this.intervals[key] ?? { issued: 0, served: 0, waiting: 0 }
    this.intervals[key] = interval
    return interval
  }

  private queueOf(ticket: string): [string, Mutable<QueueView>] {
    const found = Object.entries(this.queues).find(([, { tickets }]) => ticket in tickets)
    if (!found) throw new Error(`unknown ticket ${ticket}`)
    return found
  }
}

function zoneName(id: string): Name {
  return { zh: `${id} 区`, en: `Zone ${id}` }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
