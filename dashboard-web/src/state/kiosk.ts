import { defineStore } from 'pinia'
import { onScopeDispose, watch } from 'vue'
import { fetchPage } from '../stream/server'
import { realTimers } from '../stream/transport'
import { useClock } from './clock'
import { useConnection } from './connection'
import { useHall } from './hall'
import { hasEmergency } from './quiet'
import { loads, reload } from './reload'
import { Renewal, versionOf } from './renewal'

/** A screen that nobody touches for weeks: `?kiosk`. */
export const useKiosk = defineStore('kiosk', () => {
  const asked = new URLSearchParams(location.search).get('kiosk')
  const on = asked !== null && !['0', 'off', 'false', 'no'].includes(asked)
  const hall = useHall()
  const clock = useClock()
  const connection = useConnection()

  const restless = new Set<() => boolean>()

  /** A page that is looked at while this holds is not loaded anew. */
  function notWhile(busy: () => boolean) {
    restless.add(busy)
    onScopeDispose(() => restless.delete(busy))
  }

  function isQuiet(): boolean {
    if (hasEmergency(hall.emergencies, hall.view?.below ?? {})) return false
    return ![...restless].some((busy) => busy())
  }

  function hour(): number {
    const timeZone = hall.view?.timeZone
    const format = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      hourCycle: 'h23',
      ...(timeZone && { timeZone }),
    })
    return Number(format.format(timeZone ? clock.hallTime : Date.now()))
  }

  function start() {
    if (!on) return
    document.documentElement.toggleAttribute('data-kiosk', true)
    window.addEventListener('contextmenu', (event) => event.preventDefault())
    keepAwake()
    const renewal = new Renewal(versionOf(document.documentElement.outerHTML), {
      timers: realTimers,
      random: Math.random,
      fetchPage,
      isQuiet,
      hour,
      reload,
      loads,
    })
    watch(
      () => connection.status.state,
      (state, before) => {
        if (state === 'live' && before !== 'connecting') renewal.reconnected()
      },
    )
  }

  return { on, notWhile, start }
})

/** The screen does not go dark; browsers give that up whenever the page is hidden. */
function keepAwake() {
  if (!('wakeLock' in navigator)) {
    note(
      'This browser cannot keep the screen awake (needs the Screen Wake Lock API over https): turn power saving off.',
    )
    return
  }
  let isHeld = false
  const take = async () => {
    if (isHeld || document.visibilityState !== 'visible') return
    isHeld = true
    try {
      const lock = await navigator.wakeLock.request('screen')
      lock.addEventListener('release', () => {
        isHeld = false
        void take()
      })
    } catch {
      // Refused, as on a low battery: asked again when the page is looked at again.
      isHeld = false
    }
  }
  document.addEventListener('visibilitychange', () => void take())
  void take()
}

/** For whoever sets a screen up: nothing of it is for those who stand before it. */
export function note(text: string): void {
  // biome-ignore lint/suspicious/noConsole: a kiosk has no other place for it
  console.info(text)
}
