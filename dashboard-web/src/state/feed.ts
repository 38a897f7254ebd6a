import { rsocketTransport } from '../stream/rsocket/rsocketTransport'
import { sseTransport } from '../stream/sse/sseTransport'
import { Supervisor } from '../stream/supervisor'
import { realTimers } from '../stream/transport'
import type { Frame } from '../wire/frame'
import { useClock } from './clock'
import { useConnection } from './connection'
import { useHall } from './hall'

const WAKE_CHECK_MILLIS = 5_000
/** The screen's clock ran this much further than its timers: the machine slept. */
const SLEPT_MILLIS = 15_000

/** Lets a hall's stream flow into the stores until the returned function is called. */
export function openFeed(hallId: string): () => void {
  const hall = useHall()
  const connection = useConnection()
  const clock = useClock()

  function take(frame: Frame) {
    if (frame.event === 'heartbeat') clock.hear(frame.at)
    else if (frame.event === 'unrecorded') hall.applyUnrecorded(frame)
    else if (!hall.apply(frame)) throw new Error('the patch does not continue the picture')
    connection.frames++
  }

  hall.forget()
  connection.status = { state: 'connecting' }
  const supervisor = new Supervisor(
    hallId,
    {
      rsocket: rsocketTransport(rsocketAddress, realTimers),
      sse: sseTransport(),
      timers: realTimers,
      random: Math.random,
    },
    {
      held: hall.held,
      frame: take,
      status: (status, transport) => {
        connection.status = status
        connection.transport = transport
        // Whoever has no right to the hall any more shall not go on looking at it.
        if (status.state === 'refused' || status.state === 'missing') hall.forget()
      },
    },
  )

  const nudge = () => {
    if (document.visibilityState === 'visible') supervisor.nudge()
  }
  document.addEventListener('visibilitychange', nudge)
  window.addEventListener('online', nudge)
  const stopWatchingSleep = onWake(() => supervisor.renew())

  return () => {
    document.removeEventListener('visibilitychange', nudge)
    window.removeEventListener('online', nudge)
    stopWatchingSleep()
    supervisor.stop()
  }
}

function rsocketAddress(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rsocket`
}

function onWake(run: () => void): () => void {
  let last = Date.now()
  const check = setInterval(() => {
    const now = Date.now()
    if (now - last > WAKE_CHECK_MILLIS + SLEPT_MILLIS && document.visibilityState === 'visible') run()
    last = now
  }, WAKE_CHECK_MILLIS)
  return () => clearInterval(check)
}
