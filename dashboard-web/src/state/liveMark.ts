import { storeToRefs } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useConnection } from './connection'
import { useWords } from './words'

const BLINK_MILLIS = 120

/** Whether the picture is live: shape and word, and a blink with every frame. */
export function useLiveMark() {
  const { t } = useWords()
  const { status, transport, frames } = storeToRefs(useConnection())

  const mark = computed(() => {
    const { value } = status
    if (value.state === 'live') return { state: 'live', shape: 'live', word: t('connection.live') } as const
    if (value.state === 'stale' && value.reason === 'database') {
      return { state: 'stale', shape: 'stopped', word: t('connection.stopped') } as const
    }
    const state = value.state === 'stale' ? 'stale' : 'reconnecting'
    return { state, shape: 'retry', word: t('connection.reconnecting') } as const
  })

  const dimmed = ref(false)
  let blink: ReturnType<typeof setTimeout> | undefined
  watch(frames, () => {
    dimmed.value = true
    clearTimeout(blink)
    blink = setTimeout(() => {
      dimmed.value = false
    }, BLINK_MILLIS)
  })

  return { mark, transport, dimmed }
}
