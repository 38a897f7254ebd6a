/** A hall of 200 windows and 60 queues on the running server, and a crowd that keeps it busy. */
import { send } from './server'

export const HALL = 'measured'
const QUEUES = 60
const WINDOWS = 200
const ZONES = 10
const MOST_WAITING = 12
const BEATS_A_SECOND = 10

export async function makeBigHall(): Promise<void> {
  await send('PUT', `/api/halls/${HALL}/plan`, {
    name: { zh: '测量大厅', en: 'Measured hall' },
    level: 'CITY',
    zones: list(ZONES, (zone) => ({ id: `Z${zone}`, name: { zh: `${zone} 区`, en: `Zone ${zone}` } })),
    queues: list(QUEUES, (queue) => ({
      id: `q${queue}`,
      name: { zh: `业务${queue}`, en: `Service ${queue}` },
      prefix: 'Q',
    })),
    windows: list(WINDOWS, (window) => ({
      id: String(window).padStart(3, '0'),
      zone: `Z${Math.ceil((window * ZONES) / WINDOWS)}`,
      queues: [`q${queueOf(window)}`],
    })),
  })
}

/** Opens all windows and keeps people coming, called and served at this many events a second until it is stopped. */
export class Crowd {
  private readonly run = Date.now().toString(36)
  private readonly waiting: string[][] = list(QUEUES, () => [])
  private readonly serving = new Map<number, string>()
  private count = 0
  private sent = 0
  private timer: NodeJS.Timeout | undefined
  private failure: unknown

  async start(eventsASecond: number): Promise<void> {
    await this.post(list(WINDOWS, (window) => this.event('window.opened', { window: idOf(window) })))
    for (let queue = 1; queue <= QUEUES; queue++) await this.post(list(MOST_WAITING / 2, () => this.issue(queue)))
    this.sent = 0
    const began = performance.now()
    this.timer = setInterval(() => {
      const due = Math.floor(((performance.now() - began) / 1_000) * eventsASecond)
      const events = list(due - this.sent, () => this.next())
      this.sent = due
      if (events.length > 0)
        this.post(events).catch((failure) => {
          this.failure ??= failure
        })
    }, 1_000 / BEATS_A_SECOND)
  }

  /** How many events were sent. */
  stop(): number {
    clearInterval(this.timer)
    if (this.failure) throw this.failure
    return this.sent
  }

  /** Windows take their turns: done, next one called, begun; and somebody new comes for each who goes. */
  private next(): unknown {
    const step = this.count % 3
    const window = (Math.floor(this.count / 3) % WINDOWS) + 1
    const queue = queueOf(window)
    const people = this.waiting[queue - 1] as string[]
    const served = this.serving.get(window)
    if (step === 0 && served) {
      this.serving.delete(window)
      return this.event('ticket.completed', { ticket: served })
    }
    if (step === 1 && !served) {
      const ticket = people.shift()
      if (ticket) {
        this.serving.set(window, ticket)
        return this.event('ticket.called', { ticket, window: idOf(window) })
      }
    }
    if (people.length >= MOST_WAITING && served)
      return this.event('ticket.started', { ticket: served, window: idOf(window) })
    return this.issue(queue)
  }

  private issue(queue: number): unknown {
    const ticket = `Q${(this.count % 1_000).toString().padStart(3, '0')}-${this.run}${Math.floor(this.count / 1_000)}`
    this.waiting[queue - 1]?.push(ticket)
    return this.event('ticket.issued', { ticket, queue: `q${queue}` })
  }

  private event(type: string, data: Record<string, unknown>): unknown {
    return { id: `${this.run}-${++this.count}`, source: 'measure', type, time: new Date().toISOString(), data }
  }

  private post(events: readonly unknown[]): Promise<void> {
    return send('POST', `/api/halls/${HALL}/events`, events)
  }
}

function queueOf(window: number): number {
  return Math.ceil((window * QUEUES) / WINDOWS)
}

function idOf(window: number): string {
  return String(window).padStart(3, '0')
}

function list<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => make(index + 1))
}
