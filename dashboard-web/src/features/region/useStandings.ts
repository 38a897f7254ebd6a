import { storeToRefs } from 'pinia'
import { computed } from 'vue'
import { useClock } from '../../state/clock'
import { useRegion } from '../../state/region'
import { subtree } from '../../state/regionTree'
import { columnsOf } from './columns'
import { emergenciesOf } from './emergencies'
import { needOf } from './need'
import { Order, type Standing, tallyOf } from './order'

/** What the halls of the node that is looked at need, second by second. */
export function useStandings() {
  const { node, halls, children, hall, members } = storeToRefs(useRegion())
  const { pictureTime } = storeToRefs(useClock())

  /** A node that only groups the halls below it is no hall itself. */
  const places = computed(() =>
    members.value.filter((id) => halls.value[id]?.waiting !== undefined || !children.value.has(id)),
  )
  const standings = computed((): readonly Standing[] =>
    places.value.flatMap((id) => {
      const glance = halls.value[id]
      return glance ? [{ id, glance, need: needOf(glance, pictureTime.value) }] : []
    }),
  )
  const byId = computed(() => new Map(standings.value.map((standing) => [standing.id, standing])))

  const orders = new Map<string, Order>()
  const bands = computed(() => orderOf(node.value).arrange(standings.value, pictureTime.value))
  const tally = computed(() => tallyOf(standings.value))
  /** Of how many data come: not from those that are cut off, and of those of which nothing was ever heard. */
  const live = computed(
    () => standings.value.filter(({ need }) => need.kind !== 'cutOff' && need.kind !== 'unknown').length,
  )
  const emergencies = computed(() => emergenciesOf(standings.value))

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
      ? columnsOf(node.value, hall.value, children.value, byId.value, below.value, (id) => halls.value[id]?.name)
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
  const isParent = (id: string) => id !== node.value && children.value.has(id)

  return { standings, bands, tally, live, emergencies, columns, under, isParent }
}
