import { onScopeDispose, type Ref, ref } from 'vue'

export const PAGE_MILLIS = 15_000

/**
 * Which page is shown now. Pages turn by themselves; by the clock, so that all screens in a room turn at once.
 * Take it modulo the number of pages.
 */
export function usePage(): Ref<number> {
  const page = ref(pageAt(Date.now()))
  let timer = setTimeout(turn, untilNext())
  function turn() {
    page.value = pageAt(Date.now())
    timer = setTimeout(turn, untilNext())
  }
  onScopeDispose(() => clearTimeout(timer))
  return page
}

function pageAt(now: number): number {
  return Math.floor(now / PAGE_MILLIS)
}

function untilNext(): number {
  return PAGE_MILLIS - (Date.now() % PAGE_MILLIS) + 5
}
