import { rsocketTransport } from '../stream/rsocket/rsocketTransport'
import { hallSource, sseTransport } from '../stream/sse/sseTransport'
import { Supervisor } from '../stream/supervisor'
import { type HallStream, realTimers, type Transport } from '../stream/transport'
import type { FrameId, PatchFrame, SnapshotFrame, UnrecordedFrame } from '../wire/frame'
import { asRegionView } from '../wire/regionShapes'
import type { HallView } from '../wire/view'
import { useClock } from './clock'
import { useConnection } from './connection'
import { useHall } from './hall'
import { useRegion } from './region'

const WAKE_CHECK_MILLIS = 5_000
/** The screen's clock ran this much further than its timers: the machine slept. */
const SLEPT_MILLIS = 15_000

/** Lets a hall's stream flow into the stores until the returned function is called. */
export function openFeed(hall: string): () => void {
  return openHall(hall, 'full')
}

/** The same as visitors may see it: what nobody shall read does not even come. */
export function openPublicFeed(hall: string): () => void {
  return openHall(hall, 'public')
}

function openHall(hall: string, stream: HallStream): () => void {
  const rsocket = rsocketTransport(stream, rsocketAddress, realTimers)
  return keepFlowing<HallView>(hall, { rsocket, sse: sseTransport(hallSource(stream)) }, useHall())
}

/** The same for a node and all halls below it. */
export function openRegionFeed(node: string): () => void {
  // The clock is the server's; no hall that was shown before tells the time.
  useHall().forget()
  return keepFlowing(node, { sse: sseTransport({ path: 'region/stream', asView: asRegionView }) }, useRegion())
}

/** The store that a stream fills. */
interface Store<V> {
  held(): FrameId | undefined
  /** `false`: the frame does not continue the picture. */
  apply(frame: SnapshotFrame<V> | PatchFrame): boolean
  applyUnrecorded?(frame: UnrecordedFrame): void
  forget(): void
}

function keepFlowing<V>(
  id: string,
  transports: { readonly rsocket?: Transport<V>; readonly sse: Transport<V> },
  store: Store<V>,
): () => void {
  const connection = useConnection()
  const clock = useClock()

  store.forget()
  connection.status = { state: 'connecting' }
  const supervisor = new Supervisor<V>(
    id,
    { ...transports, timers: realTimers, random: Math.random },
    {
      held: () => store.held(),
      frame: (frame) => {
        if (frame.event === 'heartbeat') clock.hear(frame.at)
        else if (frame.event === 'unrecorded') store.applyUnrecorded?.(frame)
        else if (!store.apply(frame)) throw new Error('the patch does not continue the picture')
        connection.frames++
      },
      status: (status, transport) => {
        connection.status = status
        connection.transport = transport
        // Whoever has no right to it any more shall not go on looking at it.
        if (status.state === 'refused' || status.state === 'missing') store.forget()
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
