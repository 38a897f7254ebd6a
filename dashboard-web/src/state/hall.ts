import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Emergencies } from '../wire/emergency'
import type { PatchFrame, SnapshotFrame, UnrecordedFrame } from '../wire/frame'
import { advance, type Picture } from '../wire/picture'
import { asHallView } from '../wire/shapes'

/** The hall as the server last told it. */
export const useHall = defineStore('hall', () => {
  const picture = shallowRef<Picture>()
  const view = computed(() => picture.value?.view)

  /** Emergencies that were declared or ended while the journal did not answer; they stand above the picture's. */
  const unrecorded = shallowRef<Emergencies>({})
  const emergencies = computed((): Emergencies => ({ ...view.value?.emergencies, ...unrecorded.value }))

  /** `false`: the frame does not continue the picture. What is shown stays; the next frame has to be a snapshot. */
  let continuous = true

  function held() {
    return continuous ? picture.value?.id : undefined
  }

  function apply(frame: SnapshotFrame | PatchFrame): boolean {
    continuous = false
    const next = advance(picture.value, frame, asHallView)
    if (!next) return false
    picture.value = next
    continuous = true
    // What is still unrecorded is told anew after a snapshot; over a reconnect without one it stands.
    if (frame.event === 'snapshot') unrecorded.value = {}
    return true
  }

  function applyUnrecorded({ emergencies: all }: UnrecordedFrame) {
    unrecorded.value = all
  }

  function forget() {
    picture.value = undefined
    unrecorded.value = {}
    continuous = true
  }

  return { view, unrecorded, emergencies, held, apply, applyUnrecorded, forget }
})
