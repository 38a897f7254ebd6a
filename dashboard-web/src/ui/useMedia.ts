import { onScopeDispose, type Ref, ref } from 'vue'

/** Whether a media query holds, now and later. */
export function useMedia(media: string): Ref<boolean> {
  const query = matchMedia(media)
  const holds = ref(query.matches)
  const change = () => {
    holds.value = query.matches
  }
  query.addEventListener('change', change)
  onScopeDispose(() => query.removeEventListener('change', change))
  return holds
}
