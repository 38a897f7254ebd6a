import { onScopeDispose, type Ref, ref } from 'vue'

/** Whether the screen is a 32:9 wall, whose sheet has columns instead of bands. */
export function useWideSheet(): Ref<boolean> {
  const query = matchMedia('(min-aspect-ratio: 3 / 1)')
  const wide = ref(query.matches)
  const change = () => {
    wide.value = query.matches
  }
  query.addEventListener('change', change)
  onScopeDispose(() => query.removeEventListener('change', change))
  return wide
}
