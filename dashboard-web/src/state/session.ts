import { Backoff } from '../stream/backoff'
import { fetchHalls, login } from '../stream/server'
import type { HallSummary } from '../wire/view'

export type LoginResult = 'in' | 'wrong' | 'away'

export async function logIn(user: string, password: string): Promise<LoginResult> {
  const answer = await login(user, password)
  if (answer.ok) return 'in'
  return answer.failure.kind === 'refused' ? 'wrong' : 'away'
}

export type Finding =
  | { readonly kind: 'found'; readonly hall: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' }
  /** The server does not answer; it is asked again. */
  | { readonly kind: 'away' }

/** Looks for the hall to show until the server has answered; `tell` hears of every attempt. */
export async function findHall(tell: (finding: Finding) => void, signal: AbortSignal): Promise<void> {
  const backoff = new Backoff(Math.random)
  while (!signal.aborted) {
    const answer = await fetchHalls(signal)
    if (signal.aborted) return
    if (answer.ok) {
      const hall = hallToShow(answer.value)
      tell(hall === undefined ? { kind: 'none' } : { kind: 'found', hall })
      return
    }
    const refused = answer.failure.kind === 'refused'
    tell({ kind: refused ? 'refused' : 'away' })
    if (refused) return
    await new Promise((resolve) => setTimeout(resolve, backoff.next()))
  }
}

/** The first hall where visitors are served: an open one, else one that has no halls below it. */
export function hallToShow(halls: readonly HallSummary[]): string | undefined {
  const parents = new Set(halls.map(({ parent }) => parent))
  const chosen = halls.find(({ open }) => open) ?? halls.find(({ hall }) => !parents.has(hall)) ?? halls[0]
  return chosen?.hall
}
