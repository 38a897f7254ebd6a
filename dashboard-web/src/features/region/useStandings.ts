import { storeToRefs } from 'pinia'
import { computed } from 'vue'
import { useClock } from '../../state/clock'
import { useRegion } from '../../state/region'
import { subtree } from '../../state/regionTree'
import type { Glance } from '../../wire/region'
import { columnsOf } from './columns'
import { emergenciesOf } from './emergencies'
import { Order, type Standing, standingOf, tallyOf } from './order'

/** A node that only groups the halls below it is no hall itself: it has no windows, and nothing is told of it. */
function onlyGroups({ totalWindows = 0, waiting = 0, worst, emergencies = {} }: Glance): boolean {
  return totalWindows === 0 && waiting === 0 && !worst && Object.keys(emergencies).length === 0
}

/** What the halls of the node that is looked at need, second by second. */
export function useStandings() {
  const { node, halls, children, hall, members } = storeToRefs(useRegion())
  const { pictureTime } = storeToRefs(useClock())

  const standings = computed((before: ReadonlyMap<string, Standing> = new Map()) => {
    const [all, tree, now] = [halls.value, children.value, pictureTime.value]
    const standing = new Map<string, Standing>()
    for (const id of members.value) {
      const glance = all[id]
      if (!glance || (tree.has(id) && onlyGroups(glance))) continue
      standing.set(id, standingOf(id, glance, now, before.get(id)))
    }
    return standing
  })

  const orders = new Map<string, Order>()
  const bands = computed(() => orderOf(node.value).arrange(standings.value, pictureTime.value))
  const tally = computed(() => tallyOf(standings.value.values()))
  const count = computed(() => standings.value.size)
  /** Of how many data come: not from those that are cut off, and of those of which nothing was ever heard. */
  const live = computed(() => {
    let heard = 0
    for (const { need } of standings.value.values()) if (need.kind !== 'cutOff' && need.kind !== 'unknown') heard++
    return heard
  })
  const emergencies = computed(() => emergenciesOf(standings.value.values()))

  /** When another node is looked at, nothing of it has a place yet. */
  function orderOf(id: string): Order {
    const order = orders.get(id) ?? new Order()
    orders.clear()
    orders.set(id, order)
    return order
  }

  const below = computed(() => {
    const ids = new Map((children.value.get(node.value) ?? []).map((id) => [id, subtree(id, children.value)]))
    return (id: string) => ids.get(id) ?? []
  })
  const columns = computed(() =>
    hall.value
      ? columnsOf(node.value, hall.value, children.value, standings.value, below.value, (id) => halls.value[id]?.name)
      : [],
  )
  /** The child of the node that a hall belongs to. */
  const under = computed(() => {
    const roots = new Map<string, string>()
    for (const child of children.value.get(node.value) ?? []) for (const id of below.value(child)) roots.set(id, child)
    return (id: string) => {
      const child = roots.get(id)
      return child === undefined || child === id ? undefined : halls.value[child]?.name
    }
  })
  const isParent = computed(() => {
    const [own, tree] = [node.value, children.value]
    return (id: string) => id !== own && tree.has(id)
  })

  return { count, bands, tally, live, emergencies, columns, under, isParent }
}
