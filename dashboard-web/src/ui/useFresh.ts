import { onScopeDispose, shallowRef, watch } from 'vue'

const FRESH_MILLIS = 1_000

/** Which of the keys came just now. What was there at the beginning is not fresh. */
export function useFresh(keys: () => readonly string[]) {
  const fresh = shallowRef<ReadonlySet<string>>(new Set())
  const timers = new Set<ReturnType<typeof setTimeout>>()
  watch(keys, (now, before) => {
    const came = now.filter((key) => !before.includes(key))
    if (came.length === 0) return
    fresh.value = new Set([...fresh.value, ...came])
    const timer = setTimeout(() => {
      timers.delete(timer)
      fresh.value = new Set([...fresh.value].filter((key) => !came.includes(key)))
    }, FRESH_MILLIS)
    timers.add(timer)
  })
  onScopeDispose(() => {
    for (const timer of timers) clearTimeout(timer)
  })
  return fresh
}
