import { asHallSummaries } from '../wire/shapes'
import type { HallSummary } from '../wire/view'
import { type Failure, failureOfStatus } from './transport'

/** The server's answers to single questions. A failed question gives why it failed, not an exception. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

const PATIENCE_MILLIS = 10_000

export async function fetchHalls(): Promise<Answer<readonly HallSummary[]>> {
  return ask('/api/halls', {}, async (response) => asHallSummaries(await response.json()))
}

export async function login(user: string, password: string): Promise<Answer<void>> {
  const body = JSON.stringify({ user, password })
  const headers = { 'Content-Type': 'application/json' }
  return ask('/api/login', { method: 'POST', headers, body }, async () => undefined)
}

async function ask<T>(
  address: string,
  request: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(address, {
      ...request,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    })
    if (!response.ok) return { ok: false, failure: failureOfStatus(response.status, `answer ${response.status}`) }
    return { ok: true, value: await read(response) }
  } catch (broken) {
    return { ok: false, failure: { kind: 'lost', reason: String(broken) } }
  }
}
