import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { PatchFrame, SnapshotFrame } from '../wire/frame'
import { advance, type Picture } from '../wire/picture'

/** The hall as the server last told it. */
export const useHall = defineStore('hall', () => {
  const picture = shallowRef<Picture>()
  const view = computed(() => picture.value?.view)

  /** `false`: the frame does not continue the picture. What is shown stays; the next frame has to be a snapshot. */
  let continuous = true

  function held() {
    return continuous ? picture.value?.id : undefined
  }

  function apply(frame: SnapshotFrame | PatchFrame): boolean {
    continuous = false
    const next = advance(picture.value, frame)
    if (!next) return false
    picture.value = next
    continuous = true
    return true
  }

  function forget() {
    picture.value = undefined
    continuous = true
  }

  return { view, held, apply, forget }
})
