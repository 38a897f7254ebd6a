import type { FrameId, PatchFrame, SnapshotFrame } from './frame'
import { type Json, mergePatch } from './mergePatch'
import type { HallView } from './view'

/** What is shown as last received, a hall or a region, and the frame it is complete up to. */
export interface Picture<V = HallView> {
  readonly id: FrameId
  readonly view: V
}

/**
 * The picture after a frame; the same one when the frame tells nothing new.
 * `undefined`: the frame cannot continue this picture (no picture yet, or another journal's), so a snapshot is needed.
 */
export function advance<V>(
  picture: Picture<V> | undefined,
  frame: SnapshotFrame<V> | PatchFrame,
  asView: (value: unknown) => V,
): Picture<V> | undefined {
  if (frame.event === 'snapshot') return { id: frame.id, view: frame.view }
  if (!picture || picture.id.epoch !== frame.id.epoch) return undefined
  if (frame.id.version <= picture.id.version) return picture
  return { id: frame.id, view: asView(mergePatch(picture.view as unknown as Json, frame.patch)) }
}
