import { ESCALATION_ROLES, type EscalationRole, SEVERITIES, type Severity } from '../../wire/alert'
import type { TimelineEntry } from '../../wire/desk'

/** One line of a timeline: which sentence, and what it says. */
export interface TimelineEvent {
  readonly key: string
  readonly actor?: string | undefined
  readonly text?: string | undefined
  readonly severity?: Severity | undefined
  readonly to?: string | undefined
  readonly role?: EscalationRole | undefined
  readonly until?: string | undefined
  readonly times?: number | undefined
}

const ENDS = ['EXPIRED', 'SEVERITY', 'CONDITION']
const CHANGES = ['PLAN', 'RULES']

export function eventOf({ type, actor: by, data }: TimelineEntry): TimelineEvent {
  const actor = by ?? text(data.actor)
  const severity = SEVERITIES.find((known) => known === data.severity)
  const reason = text(data.reason)
  const said = { actor, text: text(data.note) }
  switch (type) {
    case 'alert.raised':
      return { key: 'raised', severity }
    case 'alert.changed':
      return { key: data.rising === true ? 'rose' : 'fell', severity }
    case 'alert.returned':
      return { key: 'returned', severity }
    case 'alert.cleared':
      return { key: reason && CHANGES.includes(reason) ? `cleared${reason}` : 'cleared' }
    case 'alert.acknowledged':
      return { key: data.closed === true ? 'closed' : 'acknowledged', ...said }
    case 'alert.noted':
      return { key: 'noted', ...said }
    case 'alert.assigned':
      return { key: data.handover === true ? 'handedOver' : 'assigned', to: text(data.to), ...said }
    case 'alert.shelved':
      return { key: 'shelved', actor, text: reason, until: text(data.until) }
    case 'alert.unshelved':
      return { key: reason && ENDS.includes(reason) ? `unshelved${reason}` : 'unshelved', ...said }
    case 'alert.escalated':
      return { key: 'escalated', role: ESCALATION_ROLES.find((known) => known === data.to) }
    case 'alert.reminded':
      return { key: 'reminded', times: typeof data.times === 'number' ? data.times : undefined }
    default:
      return { key: 'other', ...said }
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
