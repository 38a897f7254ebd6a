import { oneOf, shape, time, WireError } from './check'
import type { Emergencies } from './emergency'
import { emergencies } from './emergencyShapes'
import { isObject, type Json } from './mergePatch'
import type { HallView } from './view'

/** Where a screen stands: the journal's identity and the hall's version. Sent back to resume. */
export interface FrameId {
  readonly epoch: string
  readonly version: number
}

/** LIVE: the journal answers. STALE: it does not, and the picture is the last known one. */
export type JournalState = 'LIVE' | 'STALE'

export interface SnapshotFrame<V = HallView> {
  readonly event: 'snapshot'
  readonly id: FrameId
  readonly view: V
}

export interface PatchFrame {
  readonly event: 'patch'
  readonly id: FrameId
  readonly patch: Json
}

export interface HeartbeatFrame {
  readonly event: 'heartbeat'
  readonly at: string
  readonly journal: JournalState
}

/** All emergencies that differ from the journal, which does not answer: declared or ended, and not yet recorded. */
export interface UnrecordedFrame {
  readonly event: 'unrecorded'
  readonly at: string
  readonly emergencies: Emergencies
}

/** `V`: what the stream is a picture of. */
export type Frame<V = HallView> = SnapshotFrame<V> | PatchFrame | HeartbeatFrame | UnrecordedFrame

const heartbeat = shape({ at: time, journal: oneOf('LIVE', 'STALE') })
const unrecorded = shape({ at: time, emergencies })

/** A frame's three parts, whichever transport carried them. `undefined`: an event of a newer server, to be passed over. */
export function asFrame<V>(
  event: string,
  id: string | undefined,
  data: unknown,
  asView: (value: unknown) => V,
): Frame<V> | undefined {
  switch (event) {
    case 'snapshot':
      return { event, id: asFrameId(id), view: asView(data) }
    case 'patch':
      if (!isObject(data)) throw new WireError('patch is not an object')
      return { event, id: asFrameId(id), patch: data }
    case 'heartbeat': {
      heartbeat(data, 'heartbeat')
      const { at, journal } = data as { at: string; journal: JournalState }
      return { event, at, journal }
    }
    case 'unrecorded': {
      unrecorded(data, 'unrecorded')
      const { at, emergencies: all } = data as { at: string; emergencies: Emergencies }
      return { event, at, emergencies: all }
    }
    default:
      return undefined
  }
}

/** The epoch may hold dots itself; the version stands after the last one. */
export function asFrameId(id: string | undefined): FrameId {
  const parts = /^(.+)\.(\d+)$/.exec(id ?? '')
  if (!parts?.[1] || !parts[2]) throw new WireError(`frame id is not <epoch>.<version>: ${id}`)
  return { epoch: parts[1], version: Number(parts[2]) }
}

export function formatFrameId(id: FrameId): string {
  return `${id.epoch}.${id.version}`
}
