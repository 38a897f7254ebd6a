import type { Ref } from 'vue'
import { useMedia } from './useMedia'

/** Whether the screen is a 32:9 wall, whose sheet has columns instead of bands. */
export function useWideSheet(): Ref<boolean> {
  return useMedia('(min-aspect-ratio: 3 / 1)')
}
