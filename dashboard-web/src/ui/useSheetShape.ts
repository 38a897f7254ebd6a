import { type ComputedRef, computed } from 'vue'
import { useMedia } from './useMedia'
import { useWideSheet } from './useWideSheet'

/** Of the screen: near 16:9, three times as wide as high, or on end. */
export type SheetShape = 'sheet' | 'wide' | 'portrait'

export function useSheetShape(): ComputedRef<SheetShape> {
  const wide = useWideSheet()
  const portrait = useMedia('(max-aspect-ratio: 1 / 1)')
  return computed(() => (wide.value ? 'wide' : portrait.value ? 'portrait' : 'sheet'))
}
