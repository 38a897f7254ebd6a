import { computed, onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue'
import { fetchEmergency } from '../stream/server'
import type { Emergency, Timeline } from '../wire/emergency'
import type { EmergencyDetail } from '../wire/emergencyDesk'

const RETRY_MILLIS = 3_000

/**
 * An emergency with its whole timeline: what was fetched, and above it what the stream tells. It is fetched again
 * when lines are missing between the two, and when its state changes, since the score does then.
 */
export function useEmergencyDetail(
  hall: Readonly<Ref<string>>,
  id: Readonly<Ref<string>>,
  live: Readonly<Ref<Emergency | undefined>>,
) {
  const fetched = shallowRef<EmergencyDetail>()
  /** The server knows no such emergency. */
  const missing = ref(false)
  let latest = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const emergency = computed(() => live.value ?? fetched.value?.emergency)
  const timeline = computed((): Timeline => ({ ...fetched.value?.emergency.timeline, ...live.value?.timeline }))
  const hasGap = computed(() => isIncomplete(timeline.value, emergency.value?.lines ?? 0))

  async function load() {
    clearTimeout(retry)
    const turn = ++latest
    const answer = await fetchEmergency(hall.value, id.value)
    // A later question is under way, or the page is gone.
    if (turn !== latest) return
    missing.value = !answer.ok && answer.failure.kind === 'missing'
    if (answer.ok) fetched.value = answer.value
    else if (!missing.value) retry = setTimeout(load, RETRY_MILLIS)
  }

  watch([id, () => live.value?.state], load, { immediate: true })
  watch(hasGap, (gap) => {
    if (gap && fetched.value) void load()
  })
  onScopeDispose(() => {
    latest++
    clearTimeout(retry)
  })
  return { emergency, timeline, missing, score: computed(() => fetched.value?.score), reload: load }
}

/** Lines are numbered from one. */
export function isIncomplete(timeline: Timeline, lines: number): boolean {
  return Object.keys(timeline).length < lines
}
