import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

/** Grows by one in a task of its own until it is `last`: a large page is drawn in several short tasks instead of a long one. */
export function useStages(last: number): Ref<number> {
  const stage = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  function next() {
    timer = setTimeout(() => {
      stage.value++
      if (stage.value < last) next()
    })
  }
  onMounted(next)
  onBeforeUnmount(() => clearTimeout(timer))
  return stage
}
