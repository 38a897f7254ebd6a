import type { AlertView } from '../../wire/alert'
import type { Action } from '../../wire/desk'

export interface Actions {
  /** The one that is most likely wanted, and what it is called here. */
  readonly main?: {
    readonly action: Action
    readonly label: 'acknowledge' | 'respond' | 'confirm' | 'unshelve' | 'close'
  }
  /** Those that ask for something more. */
  readonly others: readonly ('assign' | 'note' | 'shelve')[]
}

/** What makes sense in an alert's state; the server decides. */
export function actionsFor(alert: AlertView, me: string): Actions {
  switch (alert.state) {
    case 'UNACKNOWLEDGED': {
      const label = alert.assignee === me ? 'respond' : 'acknowledge'
      return { main: { action: 'acknowledge', label }, others: ['assign', 'note', 'shelve'] }
    }
    case 'ACKNOWLEDGED':
      return {
        ...(!alert.active && { main: { action: 'close', label: 'close' } as const }),
        others: ['assign', 'note', 'shelve'],
      }
    case 'CLEARED':
      return { main: { action: 'acknowledge', label: 'confirm' }, others: ['assign', 'note'] }
    case 'SHELVED':
      return { main: { action: 'unshelve', label: 'unshelve' }, others: ['assign', 'note'] }
    case 'SUPPRESSED':
    case 'OUT_OF_SERVICE':
      return { others: ['note'] }
    case 'CLOSED':
      return { others: [] }
  }
}
