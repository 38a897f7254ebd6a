import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { realTimers } from '../stream/transport'
import { useConnection } from './connection'
import { useHall } from './hall'
import { ServerClock } from './serverClock'

/** The server's time, second by second, as milliseconds since 1970. */
export const useClock = defineStore('clock', () => {
  const server = new ServerClock(realTimers.now, Date.now)
  const now = ref(server.now())
  const connection = useConnection()
  const hall = useHall()

  function tick() {
    now.value = server.now()
    // Just after the next full second, so that every running time on the wall moves in the same moment.
    setTimeout(tick, 1_000 - (now.value % 1_000) + 5)
  }
  tick()

  function hear(at: string) {
    server.hear(at)
    // A screen that was wrong by more than it shows should not wait for the next second.
    if (Math.abs(server.now() - now.value) > 1_000) now.value = server.now()
  }

  /** When the data stopped; undefined while they come. */
  const stoppedAt = computed(() => {
    const { status } = connection
    if (status.state !== 'stale') return undefined
    if (status.since !== undefined) return server.at(status.since)
    return hall.view ? Date.parse(hall.view.at) : undefined
  })

  /** The hall's time: a replayed hall's stands still between its events. */
  const hallTime = computed(() => (hall.view?.clock === 'REPLAY' ? Date.parse(hall.view.at) : now.value))

  /** The time that the picture shows: what stopped does not grow older on screen. */
  const pictureTime = computed(() => stoppedAt.value ?? hallTime.value)

  return { hear, hallTime, stoppedAt, pictureTime }
})
