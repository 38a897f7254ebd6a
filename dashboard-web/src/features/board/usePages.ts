import { onScopeDispose, type Ref, ref } from 'vue'

const PAGE_MILLIS = 15_000

/** Turns the pages by itself, round and round. */
export function usePages(count: () => number): Ref<number> {
  const page = ref(0)
  const turn = setInterval(() => {
    page.value = count() === 0 ? 0 : (page.value + 1) % count()
  }, PAGE_MILLIS)
  onScopeDispose(() => clearInterval(turn))
  return page
}
