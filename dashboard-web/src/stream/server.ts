import {
  type Action,
  type ActionBody,
  type AlertDetail,
  asAlertDetail,
  asMe,
  asQuality,
  asRefusal,
  asRoster,
  asVersion,
  type Me,
  type Quality,
  type Refusal,
  type RosterShift,
} from '../wire/desk'
import {
  asDraft,
  asEmergencyDetail,
  asEmergencyList,
  asOrdered,
  asPlans,
  asReports,
  type EmergencyDetail,
  type EmergencyList,
  type FiledReport,
  type Order,
  type OrderBody,
  type Ordered,
  type Plans,
} from '../wire/emergencyDesk'
import { asHallSummaries, asHallView } from '../wire/shapes'
import type { HallSummary, HallView } from '../wire/view'
import { type Failure, failureOfStatus } from './transport'

/** The server's answers to single questions. A failed question gives why it failed, not an exception. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** `refusal`: what the server said, where it said anything. */
  | { readonly ok: false; readonly failure: Failure; readonly refusal?: Refusal }

const PATIENCE_MILLIS = 10_000

export async function fetchHalls(): Promise<Answer<readonly HallSummary[]>> {
  return ask('/api/halls', {}, async (response) => asHallSummaries(await response.json()))
}

export async function fetchView(hall: string): Promise<Answer<HallView>> {
  return ask(`/api/halls/${encodeURIComponent(hall)}`, {}, async (response) => asHallView(await response.json()))
}

export async function login(user: string, password: string): Promise<Answer<void>> {
  return ask('/api/login', sending('POST', { user, password }), async () => undefined)
}

export async function logout(): Promise<Answer<void>> {
  return ask('/api/logout', { method: 'POST' }, async () => undefined)
}

export async function fetchMe(): Promise<Answer<Me>> {
  return ask('/api/me', {}, async (response) => asMe(await response.json()))
}

export async function fetchAlert(hall: string, alert: string): Promise<Answer<AlertDetail>> {
  return ask(of(hall, `alerts/${encodeURIComponent(alert)}`), {}, async (response) =>
    asAlertDetail(await response.json()),
  )
}

/** The same `id` again does nothing twice. The answer is the version at which it is done. */
export async function act(
  hall: string,
  alert: string,
  action: Action,
  body: ActionBody & { readonly id: string },
): Promise<Answer<number>> {
  const address = of(hall, `alerts/${encodeURIComponent(alert)}/${action}`)
  return ask(address, sending('POST', body), async (response) => asVersion(await response.json()))
}

export async function handOver(hall: string, to: string, note: string | undefined): Promise<Answer<number>> {
  const body = { to, ...(note && { note }) }
  return ask(of(hall, 'alerts/handover'), sending('POST', body), async (response) => asVersion(await response.json()))
}

export async function fetchRoster(hall: string): Promise<Answer<readonly RosterShift[]>> {
  return ask(of(hall, 'roster'), {}, async (response) => asRoster(await response.json()))
}

export async function putRoster(hall: string, shifts: readonly RosterShift[]): Promise<Answer<void>> {
  return ask(of(hall, 'roster'), sending('PUT', { shifts }), async () => undefined)
}

export async function fetchQuality(hall: string, from: string, to: string): Promise<Answer<Quality>> {
  const period = new URLSearchParams({ from, to })
  return ask(of(hall, `alerts/quality?${period}`), {}, async (response) => asQuality(await response.json()))
}

/** The same `id` again declares nothing twice. */
export async function declare(hall: string, body: OrderBody & { readonly id: string }): Promise<Answer<Ordered>> {
  return ask(of(hall, 'emergencies'), sending('POST', body), async (response) => asOrdered(await response.json()))
}

export async function order(
  hall: string,
  emergency: string,
  what: Order,
  body: OrderBody & { readonly id: string },
): Promise<Answer<Ordered>> {
  const address = ofEmergency(hall, emergency, what)
  return ask(address, sending('POST', body), async (response) => asOrdered(await response.json()))
}

export async function fetchEmergencies(hall: string): Promise<Answer<EmergencyList>> {
  return ask(of(hall, 'emergencies'), {}, async (response) => asEmergencyList(await response.json()))
}

export async function fetchEmergency(hall: string, emergency: string): Promise<Answer<EmergencyDetail>> {
  return ask(ofEmergency(hall, emergency), {}, async (response) => asEmergencyDetail(await response.json()))
}

export async function fetchDraft(
  hall: string,
  emergency: string,
  report: string,
  lang: string,
): Promise<Answer<string>> {
  const address = ofEmergency(hall, emergency, `draft/${report}?lang=${lang}`)
  return ask(address, {}, async (response) => asDraft(await response.json()))
}

export async function fetchReports(hall: string, emergency: string): Promise<Answer<readonly FiledReport[]>> {
  return ask(ofEmergency(hall, emergency, 'reports'), {}, async (response) => asReports(await response.json()))
}

export async function fetchPlans(hall: string): Promise<Answer<Plans>> {
  return ask(of(hall, 'emergencies/plans'), {}, async (response) => asPlans(await response.json()))
}

export async function planDrill(hall: string, body: OrderBody & { readonly id: string }): Promise<Answer<void>> {
  return ask(of(hall, 'emergencies/drills'), sending('POST', body), async () => undefined)
}

export async function cancelDrill(hall: string, drill: string): Promise<Answer<void>> {
  return ask(of(hall, `emergencies/drills/${encodeURIComponent(drill)}`), { method: 'DELETE' }, async () => undefined)
}

/** The page that is open, as the server has it now; absent when it does not answer. Visitors may ask for no other one. */
export async function fetchPage(): Promise<string | undefined> {
  const answer = await ask(location.pathname + location.search, {}, (response) => response.text())
  return answer.ok ? answer.value : undefined
}

function ofEmergency(hall: string, emergency: string, rest = ''): string {
  return of(hall, `emergencies/${encodeURIComponent(emergency)}${rest && `/${rest}`}`)
}

function of(hall: string, rest: string): string {
  return `/api/halls/${encodeURIComponent(hall)}/${rest}`
}

function sending(method: 'POST' | 'PUT', body: unknown): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
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
    if (response.ok) return { ok: true, value: await read(response) }
    const { status } = response
    const said: unknown = await response.json().catch(() => undefined)
    return { ok: false, failure: failureOfStatus(status, `answer ${status}`), refusal: asRefusal(status, said) }
  } catch (broken) {
    return { ok: false, failure: { kind: 'lost', reason: String(broken) } }
  }
}
