import type { FrameId, PatchFrame, SnapshotFrame } from './frame'
import { type Json, mergePatch } from './mergePatch'
import { asHallView } from './shapes'
import type { HallView } from './view'

/** The hall as last received, and the frame it is complete up to. */
export interface Picture {
  readonly id: FrameId
  readonly view: HallView
}

/**
 * The picture after a frame; the same one when the frame tells nothing new.
 * `undefined`: the frame cannot continue this picture (no picture yet, or another journal's), so a snapshot is needed.
 */
export function advance(picture: Picture | undefined, frame: SnapshotFrame | PatchFrame): Picture | undefined {
  if (frame.event === 'snapshot') return { id: frame.id, view: frame.view }
  if (!picture || picture.id.epoch !== frame.id.epoch) return undefined
  if (frame.id.version <= picture.id.version) return picture
  return { id: frame.id, view: asHallView(mergePatch(picture.view as unknown as Json, frame.patch)) }
}
