import { Backoff } from '../stream/backoff'
import { type Answer, fetchHalls, login } from '../stream/server'
import type { HallSummary } from '../wire/view'

export type LoginResult = 'in' | 'wrong' | 'tooMany' | 'away'

export async function logIn(user: string, password: string): Promise<LoginResult> {
  const answer = await login(user, password)
  if (answer.ok) return 'in'
  const { failure } = answer
  if (failure.kind !== 'lost') return 'wrong'
  if (failure.status === 429) return 'tooMany'
  // What is too long or empty is no user's name and no password.
  return failure.status === 400 || failure.status === 422 ? 'wrong' : 'away'
}

export type Finding =
  | { readonly kind: 'found'; readonly hall: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' }
  /** The server does not answer; it is asked again. */
  | { readonly kind: 'away' }

/** Looks for the hall to show until there is one; `tell` hears of every attempt. */
export async function findHall(tell: (finding: Finding) => void, signal: AbortSignal): Promise<void> {
  const backoff = new Backoff(Math.random)
  while (!signal.aborted) {
    const answer = await fetchHalls()
    if (signal.aborted) return
    const finding = findingOf(answer)
    tell(finding)
    if (finding.kind === 'found') return
    // A refusal may end, by a login elsewhere or a hall that is given to the caller, but nobody waits for it.
    const wait = finding.kind === 'away' ? backoff.next() : backoff.longest()
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

function findingOf(answer: Answer<readonly HallSummary[]>): Finding {
  if (!answer.ok) return { kind: answer.failure.kind === 'refused' ? 'refused' : 'away' }
  const hall = hallToShow(answer.value)
  return hall === undefined ? { kind: 'none' } : { kind: 'found', hall }
}

/** The first hall where visitors are served: an open one, else one that has no halls below it. */
export function hallToShow(halls: readonly HallSummary[]): string | undefined {
  const parents = new Set(halls.map(({ parent }) => parent))
  const chosen = halls.find(({ open }) => open) ?? halls.find(({ hall }) => !parents.has(hall)) ?? halls[0]
  return chosen?.hall
}
