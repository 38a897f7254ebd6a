import { computed, onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue'
import { fetchAlert } from '../stream/server'
import type { AlertDetail } from '../wire/desk'
import type { HallView } from '../wire/view'

const RETRY_MILLIS = 3_000

/** An alert with its timeline, fetched again whenever the alert changes in the picture. */
export function useAlertDetail(id: Readonly<Ref<string>>, view: Readonly<Ref<HallView>>) {
  const detail = shallowRef<AlertDetail>()
  /** The server knows no such alert. */
  const missing = ref(false)
  const alert = computed(() => view.value.alerts[id.value])
  let latest = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  async function load() {
    clearTimeout(retry)
    const turn = ++latest
    const answer = await fetchAlert(view.value.hall, id.value)
    // A later question is under way, or the page is gone.
    if (turn !== latest) return
    missing.value = !answer.ok && answer.failure.kind === 'missing'
    if (answer.ok) detail.value = answer.value
    else if (!missing.value) retry = setTimeout(load, RETRY_MILLIS)
  }

  watch([id, alert], load, { immediate: true })
  onScopeDispose(() => {
    latest++
    clearTimeout(retry)
  })
  return { detail, missing }
}
