import { inOrder } from '../../parts/order'
import type { HallView, WindowView } from '../../wire/view'

/**
 * The floor as a map: rows of windows that face each other in pairs, zones side by side, one desk edge a service.
 * Where the hall's plan says where each window stands, rows, order and gaps are those of the hall; else the order of
 * zones and windows decides. To scale in order, not in metres: what is read must be large enough.
 */
export interface Plan {
  readonly rows: readonly PlanRow[]
  /** Width of a cell in rem. */
  readonly cell: number
  readonly density: Density
}

export type PlanRow = readonly PlanZone[]

/** What a cell still has room for; number and state it always has. */
export type Density = 'full' | 'ticket' | 'state'

export interface PlanZone {
  readonly id: string
  readonly desks: readonly Desk[]
  /** Empty floor before it, in rem. */
  readonly gap: number
}

/** Neighbours that serve the same queues. */
export interface Desk {
  readonly windows: readonly string[]
  /** Empty floor before it, in rem. */
  readonly gap: number
}

/** All that the layout depends on: what a window does is none of it. */
export type Floor = Pick<HallView, 'zones'> & {
  readonly windows: Readonly<Record<string, Pick<WindowView, 'zone' | 'order' | 'queues' | 'position'>>>
}

export const PLAN = {
  width: 1190 / 24,
  broadWidth: 75.1,
  wideWidth: 56.9,
  zoneGap: 26 / 24,
  cellGap: 4.25 / 24,
} as const

/** More of them turn pages. */
export const MOST_WINDOWS = 40
/** So wide that a ticket still fits. */
const ROW_OF_A_PAGE = 16
const MOST_ROWS = 4
const WIDEST_CELL = 5
const FULL_FROM = 74 / 24
const TICKET_FROM = 64 / 24
/** Lines that a cell has room for, by the number of rows. */
const LINES = [3, 3, 3, 2, 1]
/** Rows nearer to each other than this share of the floor's depth are one. */
const SAME_ROW = 1 / 10
/** An empty floor is drawn no wider than so many cells. */
const WIDEST_GAP = 1
const WIDEST_MARGIN = 3
/** Narrower than an aisle is drawn, in cells. */
const NARROW_AISLE = 0.35

/** Equal exactly if the layout is. */
export function layoutKey({ zones, windows }: Floor): string {
  const stands = Object.entries(windows).map(
    ([id, { zone, order, queues, position }]) => `${id} ${zone} ${order} ${queues} ${position?.x} ${position?.y}`,
  )
  return [...Object.entries(zones).map(([id, { order }]) => `${id} ${order}`), ...stands].join('|')
}

/** One page, or several that take turns. `need`: how much a window needs to be seen, 0 is quiet. */
export function plansOf(floor: Floor, width: number, need: (window: string) => number): readonly Plan[] {
  const count = Object.keys(floor.windows).length
  if (count <= MOST_WINDOWS) return [asItStands(floor, width) ?? inTwoRows(floor, width)]
  return pagesOf(floor, need).map((rows) => sized(rows, width))
}

type Numbered = readonly [id: string, window: Floor['windows'][string]]

/** Zones in their order, half of them above, half below. */
function inTwoRows(floor: Floor, width: number): Plan {
  const zones = zonesOf(floor)
  const half = Math.ceil(zones.length / 2)
  return sized(zones.length < 2 ? [zones] : [zones.slice(0, half), zones.slice(half)], width)
}

function sized(rows: readonly PlanRow[], width: number): Plan {
  return planOf(rows, Math.min(WIDEST_CELL, ...rows.map((row) => cellWidth(row, width))))
}

function planOf(rows: readonly PlanRow[], cell: number): Plan {
  const lines = LINES[rows.length] ?? 3
  const density = cell >= FULL_FROM && lines > 2 ? 'full' : cell >= TICKET_FROM && lines > 1 ? 'ticket' : 'state'
  return { rows, cell, density }
}

function zonesOf({ zones, windows }: Floor): PlanZone[] {
  const named = inOrder(zones).map(([id]) => id)
  const all = inOrder(windows)
  const others = new Set(all.map(([, { zone }]) => zone).filter((zone) => !named.includes(zone)))
  return [...named, ...others]
    .map((id) =>
      zoneOf(
        id,
        all.filter(([, { zone }]) => zone === id),
      ),
    )
    .filter(({ desks }) => desks.length > 0)
}

function zoneOf(id: string, windows: readonly Numbered[], gap = 0): PlanZone {
  return { id, desks: desksOf(windows, () => 0), gap }
}

/** Neighbours of one service share a desk unless there is empty floor between them. */
function desksOf(windows: readonly Numbered[], gapBefore: (window: Numbered) => number): Desk[] {
  const desks: { service: string; windows: string[]; gap: number }[] = []
  for (const window of windows) {
    const [id, { queues }] = window
    const service = queues.join()
    const gap = gapBefore(window)
    const last = desks.at(-1)
    if (last?.service === service && gap === 0) last.windows.push(id)
    else desks.push({ service, windows: [id], gap })
  }
  return desks.map(({ windows: ids, gap }) => ({ windows: ids, gap }))
}

function cellWidth(row: PlanRow, width: number): number {
  const cells = row.flatMap(({ desks }) => desks).reduce((sum, { windows }) => sum + windows.length, 0)
  const gaps = (row.length - 1) * PLAN.zoneGap + (cells - row.length) * PLAN.cellGap
  return cells === 0 ? WIDEST_CELL : (width - gaps) / cells
}

/** By the positions of the plan; undefined where not every window has one, or the hall is not made of rows. */
function asItStands({ windows }: Floor, width: number): Plan | undefined {
  const placed = inOrder(windows).flatMap(([id, window]) =>
    window.position ? [{ id, window, ...window.position }] : [],
  )
  if (placed.length === 0 || placed.length < Object.keys(windows).length) return undefined
  const rows = rowsOf(placed)
  if (rows.length > MOST_ROWS) return undefined
  const pitch = pitchOf(rows)
  const left = Math.min(...placed.map(({ x }) => x))
  const measured = rows.map((row) => gapsOf(row, pitch, left))
  const units = measured.map((row) => row.reduce((sum, { gap }) => sum + 1 + gap, 0))
  const aisles = measured.map((row) => row.filter(({ aisle, gap }) => aisle && gap < NARROW_AISLE).length)
  const cell = Math.min(
    WIDEST_CELL,
    ...measured.map((_, index) => (width - (aisles[index] ?? 0) * PLAN.zoneGap) / (units[index] ?? 1) - PLAN.cellGap),
  )
  const unit = cell + PLAN.cellGap
  return planOf(
    measured.map((row) => zonesInRow(row, unit)),
    cell,
  )
}

interface Placed {
  readonly id: string
  readonly window: Floor['windows'][string]
  readonly x: number
  readonly y: number
}

/** `gap` in cells before it; `aisle`: another zone begins. */
interface Measured extends Placed {
  readonly gap: number
  readonly aisle: boolean
}

function rowsOf(placed: readonly Placed[]): Placed[][] {
  const byDepth = placed.toSorted((a, b) => a.y - b.y)
  const depth = (byDepth.at(-1)?.y ?? 0) - (byDepth[0]?.y ?? 0)
  const rows: Placed[][] = []
  for (const window of byDepth) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && window.y - last.y <= depth * SAME_ROW) row.push(window)
    else rows.push([window])
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x || a.window.order - b.window.order))
}

/** The usual distance from one window to the next. */
function pitchOf(rows: readonly (readonly Placed[])[]): number {
  const steps = rows
    .flatMap((row) => row.slice(1).map(({ x }, index) => x - (row[index]?.x ?? x)))
    .filter((step) => step > 0)
    .sort((a, b) => a - b)
  return steps[Math.floor((steps.length - 1) / 2)] ?? 1
}

function gapsOf(row: readonly Placed[], pitch: number, left: number): Measured[] {
  return row.map((window, index) => {
    const before = row[index - 1]
    if (!before) return { ...window, gap: Math.min(WIDEST_MARGIN, (window.x - left) / pitch), aisle: false }
    const empty = Math.min(WIDEST_GAP, Math.max(0, (window.x - before.x) / pitch - 1))
    // A hand's breadth is how people measure.
    return { ...window, gap: empty < 0.2 ? 0 : empty, aisle: window.window.zone !== before.window.zone }
  })
}

function zonesInRow(row: readonly Measured[], unit: number): PlanRow {
  const zones: Measured[][] = []
  for (const window of row) {
    const zone = zones.at(-1)
    if (zone && !window.aisle) zone.push(window)
    else zones.push([window])
  }
  return zones.map((zone, index) => {
    const first = zone[0] as Measured
    const gaps = new Map(zone.slice(1).map(({ id, gap }) => [id, gap * unit]))
    return {
      id: first.window.zone,
      // The aisle between zones is drawn anyway.
      gap: index === 0 ? first.gap * unit : Math.max(0, first.gap * unit - PLAN.zoneGap),
      desks: desksOf(
        zone.map(({ id, window }) => [id, window] as const),
        ([id]) => gaps.get(id) ?? 0,
      ),
    }
  })
}

/** Rows of whole zones. Where something is wrong it stays above, and the others turn below; else all turn, two a page. */
function pagesOf(floor: Floor, need: (window: string) => number): PlanRow[][] {
  const parts = zonesOf(floor).flatMap((zone) => partsOf(floor, zone))
  const needs = new Map(
    parts.map((part) => [part, Math.max(0, ...part.desks.flatMap(({ windows }) => windows).map(need))]),
  )
  const byNeed = parts.toSorted((a, b) => (needs.get(b) ?? 0) - (needs.get(a) ?? 0))
  const rows = packed(byNeed.filter((part) => (needs.get(part) ?? 0) > 0))
  const quiet = packed(byNeed.filter((part) => needs.get(part) === 0))
  const [worst, ...others] = rows
  if (worst) {
    const turning = [...others, ...quiet]
    return turning.length === 0 ? [[worst]] : turning.map((row) => [worst, row])
  }
  return Array.from({ length: Math.ceil(quiet.length / 2) }, (_, page) => quiet.slice(page * 2, page * 2 + 2))
}

/** A zone that is longer than a row is cut. */
function partsOf({ windows }: Floor, zone: PlanZone): PlanZone[] {
  const all = zone.desks.flatMap((desk) => desk.windows)
  const parts = Math.ceil(all.length / ROW_OF_A_PAGE)
  const size = Math.ceil(all.length / parts)
  return Array.from({ length: parts }, (_, part) =>
    zoneOf(
      zone.id,
      all.slice(part * size, (part + 1) * size).flatMap((id) => {
        const window = windows[id]
        return window ? [[id, window] as const] : []
      }),
    ),
  )
}

function packed(zones: readonly PlanZone[]): PlanRow[] {
  const size = (row: PlanRow) => row.flatMap(({ desks }) => desks).reduce((sum, desk) => sum + desk.windows.length, 0)
  const rows: PlanZone[][] = []
  for (const zone of zones) {
    const row = rows.find((candidate) => size(candidate) + size([zone]) <= ROW_OF_A_PAGE)
    if (row) row.push(zone)
    else rows.push([zone])
  }
  return rows
}
