import type { Answer } from '../stream/server'
import type { Action, ActionBody, Refusal } from '../wire/desk'
import type { Order, OrderBody } from '../wire/emergencyDesk'

/** Something an officer did that the server has not confirmed yet. */
export type Errand = AlertErrand | EmergencyErrand

interface Sent {
  /** Makes a retry harmless. */
  readonly id: string
  readonly hall: string
  readonly user: string
}

export interface AlertErrand extends Sent {
  readonly alert: string
  readonly action: Action
  readonly body: ActionBody
}

export interface EmergencyErrand extends Sent {
  /** The emergency; of a declaration the errand's own id, since there is none yet. */
  readonly emergency: string
  readonly action: Order | 'declare'
  readonly body: OrderBody
}

/** What the errand is about: an alert, or an emergency. */
export function subjectOf(errand: Errand): string {
  return 'alert' in errand ? errand.alert : errand.emergency
}

export type ErrandState =
  /** On its way. */
  | { readonly kind: 'sending' }
  /** The server cannot be reached; it is sent when it can. */
  | { readonly kind: 'waiting' }
  /** Done, and in the picture from this version on. */
  | { readonly kind: 'done'; readonly version: number }

export interface Pending {
  readonly errand: Errand
  readonly state: ErrandState
}

interface Owner {
  send(errand: Errand): Promise<Answer<number>>
  /** What is in the box now, the oldest first. */
  changed(pending: readonly Pending[]): void
  refused(errand: Errand, refusal: Refusal): void
}

/** Nothing is lost by these: the server or the way to it comes back, or somebody logs in again. */
const PASSING = [401, 408, 425, 429, 502, 503, 504]

/** Sends errands in their order, one at a time. What cannot be sent waits, and everything behind it. */
export class Outbox {
  private pending: readonly Pending[] = []
  private sending = false

  constructor(private readonly owner: Owner) {}

  /** Those that an earlier visit to the page left behind come first. */
  restore(errands: readonly Errand[]): void {
    const known = new Set(this.pending.map(({ errand }) => errand.id))
    const kept = errands.filter(({ id }) => !known.has(id)).map((errand) => waiting(errand))
    this.set([...kept, ...this.pending])
  }

  add(errand: Errand): void {
    this.set([...this.pending, waiting(errand)])
    void this.flush()
  }

  /** The picture has come so far: what is done and in it is forgotten. */
  seen(version: number): void {
    const rest = this.pending.filter(({ state }) => state.kind !== 'done' || state.version > version)
    if (rest.length < this.pending.length) this.set(rest)
  }

  /** Tries what waits, until something cannot be sent. */
  async flush(): Promise<void> {
    if (this.sending) return
    this.sending = true
    try {
      for (let next = this.next(); next && (await this.deliver(next)); next = this.next());
    } finally {
      this.sending = false
    }
  }

  private next(): Errand | undefined {
    return this.pending.find(({ state }) => state.kind === 'waiting')?.errand
  }

  private async deliver(errand: Errand): Promise<boolean> {
    this.mark(errand, { kind: 'sending' })
    const answer = await this.owner.send(errand)
    if (answer.ok) {
      this.mark(errand, { kind: 'done', version: answer.value })
      return true
    }
    const { refusal } = answer
    if (!refusal || PASSING.includes(refusal.status)) {
      this.mark(errand, { kind: 'waiting' })
      return false
    }
    this.set(this.pending.filter((pending) => pending.errand.id !== errand.id))
    this.owner.refused(errand, refusal)
    return true
  }

  private mark(errand: Errand, state: ErrandState): void {
    this.set(this.pending.map((pending) => (pending.errand.id === errand.id ? { errand, state } : pending)))
  }

  private set(pending: readonly Pending[]): void {
    this.pending = pending
    this.owner.changed(pending)
  }
}

function waiting(errand: Errand): Pending {
  return { errand, state: { kind: 'waiting' } }
}
