import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fetchHalls } from '../stream/server'
import type { PatchFrame, SnapshotFrame } from '../wire/frame'
import { advance, type Picture } from '../wire/picture'
import type { Glances, RegionView } from '../wire/region'
import { asRegionView } from '../wire/regionShapes'
import type { HallSummary } from '../wire/view'
import { ancestors, type Children, childrenOf, isSameTree, subtree } from './regionTree'

interface Tree {
  readonly halls: Glances
  readonly children: Children
}

/** A part of the tree of halls as the server last told it, and the node of it that is looked at. */
export const useRegion = defineStore('region', () => {
  const node = ref('')
  const received = shallowRef<Picture<RegionView>>()
  /** What is drawn. It follows what was received in a task of its own, so that reading and drawing do not add up. */
  const view = shallowRef<RegionView>()
  /** The halls above the picture, of which only names are known. */
  const above = shallowRef<ReadonlyMap<string, HallSummary>>(new Map())

  const halls = computed(() => view.value?.halls ?? {})
  /** The tree stays while its halls are busy, and all that is made of it. */
  const tree = computed((before?: Tree): Tree => {
    const now = halls.value
    const same = before && isSameTree(before.halls, now)
    return { halls: now, children: same ? before.children : childrenOf(now) }
  })
  const children = computed(() => tree.value.children)
  const hall = computed(() => halls.value[node.value])
  const present = computed(() => hall.value !== undefined)
  /** The node and all below it. */
  const members = computed(() => (present.value ? subtree(node.value, children.value) : []))
  const path = computed(() =>
    ancestors(node.value, (id) => {
      const known = halls.value[id]
      const parent = known?.parent ?? above.value.get(id)?.parent
      const name = known?.name ?? above.value.get(id)?.name
      return name && { name, ...(parent !== undefined && { parent }) }
    }),
  )

  /** `false`: the frame does not continue the picture. What is shown stays; the next frame has to be a snapshot. */
  let continuous = true
  let drawing: ReturnType<typeof setTimeout> | undefined

  function held() {
    return continuous ? received.value?.id : undefined
  }

  function apply(frame: SnapshotFrame<RegionView> | PatchFrame): boolean {
    continuous = false
    const next = advance(received.value, frame, asRegionView)
    if (!next) return false
    received.value = next
    continuous = true
    drawing ??= setTimeout(() => {
      drawing = undefined
      view.value = received.value?.view
    })
    return true
  }

  function forget() {
    clearTimeout(drawing)
    drawing = undefined
    received.value = undefined
    view.value = undefined
    continuous = true
  }

  /** Whether the picture at hand holds this node, so that no other is needed to show it. */
  function has(id: string): boolean {
    return view.value?.halls[id] !== undefined
  }

  /** Asks who stands above the picture. Without an answer the path begins at the picture's own node. */
  async function findAbove(): Promise<void> {
    const answer = await fetchHalls()
    if (answer.ok) above.value = new Map(answer.value.map((summary) => [summary.hall, summary]))
  }

  return { node, view, halls, children, hall, members, path, held, apply, forget, has, findAbove }
})
