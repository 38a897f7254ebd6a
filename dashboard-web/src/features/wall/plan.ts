import { inOrder } from '../../parts/order'
import type { HallView, WindowView } from '../../wire/view'

/** The windows as they stand in the hall: two rows that face each other, zones side by side, one desk edge a service. */
export interface Plan {
  readonly rows: readonly (readonly PlanZone[])[]
  /** Width of a cell in rem. */
  readonly cell: number
  readonly density: Density
}

/** What a cell still has room for; number and state it always has. */
export type Density = 'full' | 'ticket' | 'state'

export interface PlanZone {
  readonly id: string
  readonly desks: readonly Desk[]
}

/** Neighbours that serve the same queues. */
export interface Desk {
  readonly key: string
  readonly windows: readonly (readonly [id: string, window: WindowView])[]
}

export const PLAN = { width: 1190 / 24, wideWidth: 56.9, zoneGap: 26 / 24, cellGap: 4.25 / 24 } as const

const WIDEST_CELL = 5
const FULL_FROM = 64 / 24
const TICKET_FROM = 44 / 24

export function planOf(view: Pick<HallView, 'zones' | 'windows'>, width: number = PLAN.width): Plan {
  const zones = zonesOf(view)
  const half = Math.ceil(zones.length / 2)
  const rows = zones.length < 2 ? [zones] : [zones.slice(0, half), zones.slice(half)]
  const cell = Math.min(WIDEST_CELL, ...rows.map((row) => cellWidth(row, width)))
  return { rows, cell, density: cell >= FULL_FROM ? 'full' : cell >= TICKET_FROM ? 'ticket' : 'state' }
}

function zonesOf({ zones, windows }: Pick<HallView, 'zones' | 'windows'>): PlanZone[] {
  const named = inOrder(zones).map(([id]) => id)
  const all = inOrder(windows)
  const others = new Set(all.map(([, { zone }]) => zone).filter((zone) => !named.includes(zone)))
  return [...named, ...others]
    .map((id) => ({ id, desks: desksOf(all.filter(([, { zone }]) => zone === id)) }))
    .filter(({ desks }) => desks.length > 0)
}

function desksOf(windows: readonly [string, WindowView][]): Desk[] {
  const desks: { key: string; service: string; windows: [string, WindowView][] }[] = []
  for (const [id, window] of windows) {
    const service = window.queues.join()
    const last = desks.at(-1)
    if (last?.service === service) last.windows.push([id, window])
    else desks.push({ key: id, service, windows: [[id, window]] })
  }
  return desks
}

function cellWidth(row: readonly PlanZone[], width: number): number {
  const cells = row.flatMap(({ desks }) => desks).reduce((sum, { windows }) => sum + windows.length, 0)
  const gaps = (row.length - 1) * PLAN.zoneGap + (cells - row.length) * PLAN.cellGap
  return cells === 0 ? WIDEST_CELL : (width - gaps) / cells
}
