import { storeToRefs } from 'pinia'
import { onScopeDispose, type Ref, ref, watch } from 'vue'
import { useConnection } from '../../state/connection'

/** How long calls can be believed that nothing confirms any more. */
const BELIEVED_MILLIS = 60_000

/** Whether nobody can be called by what is shown any more. A lost connection is known to be lost only after that time. */
export function useStopped(): Ref<boolean> {
  const { status } = storeToRefs(useConnection())
  const stopped = ref(false)
  let wait: ReturnType<typeof setTimeout> | undefined
  watch(
    status,
    (now) => {
      clearTimeout(wait)
      stopped.value = false
      if (now.state !== 'stale') return
      const age = now.since === undefined ? BELIEVED_MILLIS : performance.now() - now.since
      if (age >= BELIEVED_MILLIS) stopped.value = true
      else
        wait = setTimeout(() => {
          stopped.value = true
        }, BELIEVED_MILLIS - age)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(wait))
  return stopped
}
