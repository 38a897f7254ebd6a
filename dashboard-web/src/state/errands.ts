import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { type Answer, act, declare, order } from '../stream/server'
import type { Action, ActionBody, Refusal } from '../wire/desk'
import type { Order, OrderBody, Ordered } from '../wire/emergencyDesk'
import { useConnection } from './connection'
import { useHall } from './hall'
import { newId } from './ids'
import { type EmergencyErrand, type Errand, Outbox, type Pending, subjectOf } from './outbox'
import { remember, remembered } from './storage'

const KEY = 'hall.desk.outbox'
const RETRY_MILLIS = 4_000

/** These are taken even while the journal does not answer, so they do not wait behind what is not. */
const URGENT: readonly string[] = ['declare', 'end', 'falseAlarm']

/** What an officer did and the server has not confirmed yet, and what it refused. */
export const useErrands = defineStore('errands', () => {
  const hall = useHall()
  const connection = useConnection()
  const user = ref<string>()
  const urgent = shallowRef<readonly Pending[]>([])
  const usual = shallowRef<readonly Pending[]>([])
  const pending = computed(() => [...urgent.value, ...usual.value])
  const refusals = shallowRef<ReadonlyMap<string, { readonly errand: Errand; readonly refusal: Refusal }>>(new Map())
  /** The emergency that a declaration became, by the declaration's id. */
  const declared = shallowRef<ReadonlyMap<string, string>>(new Map())

  /** Another user's, from the same browser: they wait until that user is back. */
  let left: readonly Errand[] = []

  const boxes = { urgent: boxOf(urgent), usual: boxOf(usual) }

  function boxOf(shown: typeof urgent): Outbox {
    return new Outbox({
      send,
      changed(now) {
        shown.value = now
        const errands = pending.value.filter(({ state }) => state.kind !== 'done').map(({ errand }) => errand)
        remember(KEY, JSON.stringify([...errands, ...left]))
      },
      refused(errand, refusal) {
        refusals.value = new Map(refusals.value).set(subjectOf(errand), { errand, refusal })
      },
    })
  }

  async function send(errand: Errand): Promise<Answer<number>> {
    const { hall, id } = errand
    if ('alert' in errand) return act(hall, errand.alert, errand.action, { ...errand.body, id })
    const { action, body, emergency } = errand
    if (action !== 'declare') return versionOf(await order(hall, emergency, action, { ...body, id }))
    const answer = await declare(hall, { ...body, id })
    if (answer.ok) declared.value = new Map(declared.value).set(id, answer.value.id)
    return versionOf(answer)
  }

  const waiting = computed(() => pending.value.filter(({ state }) => state.kind === 'waiting').length)
  /** Declarations that the server has not heard of yet: nobody else knows. */
  const unheard = computed(() =>
    pending.value.flatMap(({ errand, state }) =>
      'emergency' in errand && errand.action === 'declare' && state.kind === 'waiting' ? [errand] : [],
    ),
  )

  /** From now on errands are this user's. */
  function begin(name: string) {
    if (user.value === name) return
    user.value = name
    const kept = restored()
    left = kept.filter((errand) => errand.user !== name)
    const own = kept.filter((errand) => errand.user === name)
    boxes.urgent.restore(own.filter(isUrgent))
    boxes.usual.restore(own.filter((errand) => !isUrgent(errand)))
    flush()
  }

  function flush() {
    for (const box of Object.values(boxes)) void box.flush()
  }

  function run(alert: string, action: Action, body: ActionBody = {}) {
    add((sent) => ({ ...sent, alert, action, body }))
  }

  /** The errand's id: that of the order, and of a declaration what {@link declared} knows it by. */
  function runOrder(emergency: string, action: Order, body: OrderBody = {}): string | undefined {
    return add((sent) => ({ ...sent, emergency, action, body }))
  }

  function runDeclaration(body: OrderBody): string | undefined {
    return add((sent) => ({ ...sent, emergency: sent.id, action: 'declare', body }))
  }

  function add(make: (sent: Pick<Errand, 'id' | 'hall' | 'user'>) => Errand): string | undefined {
    const id = hall.view?.hall
    if (id === undefined || user.value === undefined) return undefined
    const errand = make({ id: newId(), hall: id, user: user.value })
    forget(subjectOf(errand))
    boxes[isUrgent(errand) ? 'urgent' : 'usual'].add(errand)
    return errand.id
  }

  /** The newest that is under way for an alert or an emergency. */
  function stateOf(subject: string) {
    return pending.value.findLast(({ errand }) => subjectOf(errand) === subject)?.state.kind
  }

  /** What is under way for an emergency, so that each of its parts can say so. */
  function ordersOf(emergency: string): readonly { errand: EmergencyErrand; state: Pending['state']['kind'] }[] {
    return pending.value.flatMap(({ errand, state }) =>
      'emergency' in errand && errand.emergency === emergency ? [{ errand, state: state.kind }] : [],
    )
  }

  function forget(subject: string) {
    const rest = new Map(refusals.value)
    if (rest.delete(subject)) refusals.value = rest
  }

  watch([() => hall.view?.version, pending], ([version]) => {
    if (version !== undefined) for (const box of Object.values(boxes)) box.seen(version)
  })
  watch(
    () => connection.status.state === 'live',
    (live) => {
      if (live) flush()
    },
  )
  window.addEventListener('online', flush)
  setInterval(flush, RETRY_MILLIS)

  return {
    pending,
    waiting,
    unheard,
    refusals,
    declared,
    begin,
    run,
    runOrder,
    runDeclaration,
    stateOf,
    ordersOf,
    forget,
  }
})

function isUrgent({ action }: Errand): boolean {
  return URGENT.includes(action)
}

/** What is kept aside has no version yet; it is in the picture by the frame that tells of it. */
function versionOf(answer: Answer<Ordered>): Answer<number> {
  return answer.ok ? { ok: true, value: answer.value.version ?? 0 } : answer
}

function restored(): readonly Errand[] {
  try {
    const kept: unknown = JSON.parse(remembered(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isErrand) : []
  } catch {
    return []
  }
}

function isErrand(value: unknown): value is Errand {
  const errand = value as (Partial<Errand> & { readonly alert?: unknown; readonly emergency?: unknown }) | null
  const parts = [errand?.id, errand?.hall, errand?.user, errand?.alert ?? errand?.emergency, errand?.action]
  return parts.every((part) => typeof part === 'string')
}
