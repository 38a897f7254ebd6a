import { Backoff } from '../stream/backoff'
import { type Answer, fetchHalls, fetchMe, login, logout } from '../stream/server'
import type { Me } from '../wire/desk'
import type { HallSummary } from '../wire/view'
import { remember, remembered } from './storage'

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

/** Whether the server heard of it or not: nobody stays at a desk that he or she wants to leave. */
export async function logOut(): Promise<void> {
  await logout()
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

/** Who sits at the desk, and the halls that he or she may see. */
export type Seat =
  | { readonly kind: 'taken'; readonly me: Me; readonly halls: readonly HallSummary[] }
  | { readonly kind: 'refused' }
  | { readonly kind: 'away' }

/** Asks until there is an answer; `tell` hears of every attempt. */
export async function takeSeat(tell: (seat: Seat) => void, signal: AbortSignal): Promise<void> {
  const backoff = new Backoff(Math.random)
  while (!signal.aborted) {
    const [me, halls] = await Promise.all([fetchMe(), fetchHalls()])
    if (signal.aborted) return
    if (me.ok && halls.ok) return tell({ kind: 'taken', me: me.value, halls: halls.value })
    if (!me.ok && me.failure.kind === 'refused') return tell({ kind: 'refused' })
    tell({ kind: 'away' })
    await new Promise((resolve) => setTimeout(resolve, backoff.next()))
  }
}

/** Acting needs a role for it; who only looks is told so. */
export function mayAct({ role }: Me): boolean {
  return role === 'OFFICER' || mayPlan({ role })
}

export function mayPlan({ role }: Pick<Me, 'role'>): boolean {
  return role === 'MANAGER' || role === 'ADMIN'
}

const HALL_KEY = 'hall.desk.hall'

/** The hall of the last visit if it may still be seen, else the only one there is. */
export function hallOfDesk(halls: readonly HallSummary[]): string | undefined {
  const last = remembered(HALL_KEY)
  return (halls.find(({ hall }) => hall === last) ?? (halls.length === 1 ? halls[0] : undefined))?.hall
}

export function rememberHall(hall: string): void {
  remember(HALL_KEY, hall)
}
