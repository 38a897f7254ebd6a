import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { act } from '../stream/server'
import type { Action, ActionBody, Refusal } from '../wire/desk'
import { useConnection } from './connection'
import { useHall } from './hall'
import { newId } from './ids'
import { type Errand, Outbox, type Pending } from './outbox'
import { remember, remembered } from './storage'

const KEY = 'hall.desk.outbox'
const RETRY_MILLIS = 4_000

/** What an officer did and the server has not confirmed yet, and what it refused. */
export const useErrands = defineStore('errands', () => {
  const hall = useHall()
  const connection = useConnection()
  const user = ref<string>()
  const pending = shallowRef<readonly Pending[]>([])
  const refusals = shallowRef<ReadonlyMap<string, { readonly errand: Errand; readonly refusal: Refusal }>>(new Map())

  /** Another user's, from the same browser: they wait until that user is back. */
  let left: readonly Errand[] = []

  const box = new Outbox({
    send: ({ hall, alert, action, body, id }) => act(hall, alert, action, { ...body, id }),
    changed(now) {
      pending.value = now
      const errands = now.filter(({ state }) => state.kind !== 'done').map(({ errand }) => errand)
      remember(KEY, JSON.stringify([...errands, ...left]))
    },
    refused(errand, refusal) {
      refusals.value = new Map(refusals.value).set(errand.alert, { errand, refusal })
    },
  })

  const waiting = computed(() => pending.value.filter(({ state }) => state.kind === 'waiting').length)

  /** From now on errands are this user's. */
  function begin(name: string) {
    if (user.value === name) return
    user.value = name
    const kept = restored()
    left = kept.filter((errand) => errand.user !== name)
    box.restore(kept.filter((errand) => errand.user === name))
    void box.flush()
  }

  function run(alert: string, action: Action, body: ActionBody = {}) {
    const id = hall.view?.hall
    if (id === undefined || user.value === undefined) return
    forget(alert)
    box.add({ id: newId(), hall: id, user: user.value, alert, action, body })
  }

  /** The newest that is under way for an alert. */
  function stateOf(alert: string) {
    return pending.value.findLast(({ errand }) => errand.alert === alert)?.state.kind
  }

  function forget(alert: string) {
    const rest = new Map(refusals.value)
    if (rest.delete(alert)) refusals.value = rest
  }

  watch([() => hall.view?.version, pending], ([version]) => {
    if (version !== undefined) box.seen(version)
  })
  watch(
    () => connection.status.state === 'live',
    (live) => {
      if (live) void box.flush()
    },
  )
  window.addEventListener('online', () => void box.flush())
  setInterval(() => void box.flush(), RETRY_MILLIS)

  return { pending, waiting, refusals, begin, run, stateOf, forget }
})

function restored(): readonly Errand[] {
  try {
    const kept: unknown = JSON.parse(remembered(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isErrand) : []
  } catch {
    return []
  }
}

function isErrand(value: unknown): value is Errand {
  const errand = value as Partial<Errand> | null
  return [errand?.id, errand?.hall, errand?.user, errand?.alert, errand?.action].every(
    (part) => typeof part === 'string',
  )
}
