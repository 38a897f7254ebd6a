/** What officers do to the alerts of the scripted hall, as the contract says: the rights, the refusals, the timeline. */
import type { AlertView, Shift } from '../../src/wire/alert'
import { hallTime, type ScriptedHall } from './scriptedHall'

export interface Officer {
  readonly user: string
  readonly password: string
  readonly role: 'OFFICER' | 'MANAGER' | 'VIEWER'
}

export interface Answered {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

type Body = Readonly<Record<string, unknown>>
type Change = Partial<Record<keyof AlertView, unknown>>

const CLAIMS = { state: 'ACKNOWLEDGED' }

export class AlertDesk {
  /** The ids that came, to see that a retry does nothing twice. */
  readonly taken = new Map<string, Answered>()

  constructor(
    private readonly hall: ScriptedHall,
    private readonly now: () => number,
  ) {}

  detail(id: string): Answered {
    const alert = this.hall.alerts[id]
    if (!alert) return refusal(404, 'NO_SUCH_ALERT', `There is no alert ${id}.`)
    return { status: 200, body: { ...alert, id, timeline: this.hall.timelines[id] ?? [] } }
  }

  act(officer: Officer, id: string, action: string, body: Body): Answered {
    const known = this.taken.get(String(body.id))
    if (known) return known
    const answer = this.decide(officer, id, action, body)
    if (typeof body.id === 'string') this.taken.set(body.id, answer)
    return answer
  }

  handOver({ user }: Officer, { to, note }: Body): Answered {
    const mine = Object.entries(this.hall.alerts).filter(
      ([, alert]) => alert.state !== 'CLOSED' && alert.assignee === user,
    )
    for (const [id] of mine) this.change(id, { assignee: to }, 'alert.assigned', user, { to, note, handover: true })
    return { status: 200, body: { version: this.hall.touch(this.now()), alerts: mine.map(([id]) => id) } }
  }

  roster(): Answered {
    return { status: 200, body: { shifts: Object.entries(this.hall.duty).map(([id, shift]) => ({ id, ...shift })) } }
  }

  putRoster(officer: Officer, { shifts }: Body): Answered {
    if (officer.role !== 'MANAGER') return refusal(403, 'NO_RIGHT', `${officer.user} may not plan.`)
    const all = shifts as (Shift & { id?: string })[]
    this.hall.duty = Object.fromEntries(all.map(({ id, ...shift }, index) => [id ?? `s${index}n`, shift]))
    this.hall.touch(this.now())
    return this.roster()
  }

  private decide(officer: Officer, id: string, action: string, body: Body): Answered {
    const alert = this.hall.alerts[id]
    const { user } = officer
    if (!alert) return refusal(404, 'NO_SUCH_ALERT', `There is no alert ${id}.`)
    if (officer.role === 'VIEWER') return refusal(403, 'NO_RIGHT', `${user} is a VIEWER, which has no right to ACT.`)
    const at = hallTime(this.now())
    const noted = body.note === undefined ? {} : { note: body.note, noteBy: user, notedAt: at }
    switch (action) {
      case 'acknowledge':
        if (alert.state === 'ACKNOWLEDGED') {
          const by = { by: alert.acknowledgedBy, at: alert.acknowledgedAt }
          return refusal(409, 'ALREADY_ACKNOWLEDGED', `${alert.acknowledgedBy} has acknowledged it already.`, by)
        }
        if (alert.state === 'CLEARED')
          return this.done(id, { state: 'CLOSED', closedAt: at, ...noted }, action, user, body)
        return this.done(
          id,
          { ...CLAIMS, acknowledgedBy: user, acknowledgedAt: at, assignee: alert.assignee ?? user, ...noted },
          action,
          user,
          body,
        )
      case 'note':
        return this.done(id, noted, action, user, body)
      case 'assign':
        return this.done(id, { assignee: body.to, ...noted }, action, user, body)
      case 'shelve':
        if (alert.severity === 'CRITICAL') return refusal(409, 'CRITICAL_IS_NOT_SHELVED', 'It is critical.')
        return this.done(
          id,
          {
            state: 'SHELVED',
            shelvedBy: user,
            shelvedReason: body.reason,
            shelvedUntil: hallTime(this.now() + Number(body.forSeconds) * 1_000),
          },
          action,
          user,
          body,
        )
      case 'unshelve':
        return this.done(id, { state: 'UNACKNOWLEDGED', shelvedBy: null, shelvedUntil: null }, action, user, body)
      case 'close':
        if (alert.active) return refusal(409, 'STILL_ACTIVE', 'The condition still holds.')
        return this.done(id, { state: 'CLOSED', closedAt: at }, action, user, body)
      default:
        return refusal(404, 'NO_SUCH_ACTION', action)
    }
  }

  private done(id: string, change: Change, action: string, user: string, body: Body): Answered {
    const past: Readonly<Record<string, string>> = { acknowledge: 'acknowledged', note: 'noted', assign: 'assigned' }
    const type = `alert.${past[action] ?? `${action}d`}`
    this.change(id, change, type, user, { ...body, until: change.shelvedUntil })
    const version = this.hall.touch(this.now())
    return { status: 200, body: { version, alert: { id, ...this.hall.alerts[id] } } }
  }

  private change(id: string, change: Change, type: string, actor: string, data: Body): void {
    const { [id]: alert } = this.hall.alerts
    const merged = Object.entries({ ...alert, ...change }).filter(([, value]) => value !== null && value !== undefined)
    this.hall.alerts[id] = Object.fromEntries(merged) as unknown as AlertView
    this.hall.tell(id, type, this.now(), { ...data, actor })
  }
}

function refusal(status: number, reason: string, detail: string, more: object = {}): Answered {
  return { status, body: { type: `/problems/${reason}`, title: 'Refused', status, detail, reason, ...more } }
}
