import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Status } from '../stream/liveness'
import type { TransportName } from '../stream/transport'

/** How far the picture can be believed, and by which way it comes. */
export const useConnection = defineStore('connection', () => {
  const status = shallowRef<Status>({ state: 'connecting' })
  const transport = ref<TransportName>()
  /** Counts frames, so that a screen can show that it is not frozen. */
  const frames = ref(0)
  return { status, transport, frames }
})
