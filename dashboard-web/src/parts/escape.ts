import type { ExitView, HallView } from '../wire/view'
import { inOrder } from './order'

/** The sides of the plan as drawn heads-up: ahead is up. Clockwise. */
export const SIDES = ['ahead', 'right', 'back', 'left'] as const
export type Side = (typeof SIDES)[number]

export function clockwise(side: Side): number {
  return SIDES.indexOf(side)
}

/** An exit in the plan. */
export interface PlacedExit {
  readonly id: string
  readonly exit: ExitView
  readonly side: Side
  readonly closed: boolean
  /** The way there is known for this screen, so a line leads to it. */
  readonly guided: boolean
}

interface Told {
  readonly exit: string
  readonly direction: string
}

/** Exits without a known place fill the sides in this order. */
const FILL: readonly Side[] = ['left', 'right', 'back', 'ahead']

/**
 * On which side of the plan each exit stands. A screen's own directions come first; positions of the hall's plan are
 * turned so that they agree with them; the rest goes where there is room.
 */
export function placeExits(
  exits: HallView['exits'],
  closed: readonly string[],
  signs: readonly Told[],
): readonly PlacedExit[] {
  const all = inOrder(exits)
  const sideByPlan = sidesByPosition(all)
  const sideBySign = new Map(
    signs.flatMap(({ exit, direction }) => {
      const side = SIDES.find((candidate) => candidate === direction)
      return side ? [[exit, side] as const] : []
    }),
  )
  const turn = turnOf(sideByPlan, sideBySign)
  const taken = new Map<string, Side>()
  for (const [id] of all) {
    const planned = sideByPlan.get(id)
    const side = sideBySign.get(id) ?? (planned && turned(planned, turn))
    if (side) taken.set(id, side)
  }
  for (const [id] of all) {
    if (!taken.has(id)) taken.set(id, emptiest([...taken.values()]))
  }
  return all.map(([id, exit]) => {
    const shut = closed.includes(id)
    const guided = !shut && sideBySign.has(id)
    return { id, exit, side: taken.get(id) ?? 'left', closed: shut, guided }
  })
}

/** The side of the smallest box around all exits that an exit is nearest to; nothing while they have no extent. */
function sidesByPosition(exits: readonly (readonly [string, ExitView])[]): ReadonlyMap<string, Side> {
  const placed = exits.flatMap(([id, { position }]) => (position ? [{ id, ...position }] : []))
  const [xs, ys] = [placed.map(({ x }) => x), placed.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  if (placed.length < 2 || (left === right && top === bottom)) return new Map()
  const share = (value: number, from: number, to: number) => (from === to ? 0.5 : (value - from) / (to - from))
  return new Map(
    placed.map(({ id, x, y }) => {
      const [across, down] = [share(x, left, right), share(y, top, bottom)]
      const distances: readonly [Side, number][] = [
        ['left', across],
        ['right', 1 - across],
        ['ahead', down],
        ['back', 1 - down],
      ]
      const [nearest] = distances.toSorted(([, a], [, b]) => a - b)
      return [id, nearest?.[0] ?? 'left'] as const
    }),
  )
}

/** By how many quarters the plan is turned for who stands before this screen. */
function turnOf(byPlan: ReadonlyMap<string, Side>, bySign: ReadonlyMap<string, Side>): number {
  for (const [id, side] of bySign) {
    const planned = byPlan.get(id)
    if (planned) return clockwise(side) - clockwise(planned)
  }
  return 0
}

function turned(side: Side, quarters: number): Side {
  return SIDES[(clockwise(side) + quarters + SIDES.length) % SIDES.length] ?? side
}

function emptiest(taken: readonly Side[]): Side {
  const count = (side: Side) => taken.filter((one) => one === side).length
  return FILL.reduce((best, side) => (count(side) < count(best) ? side : best))
}

/** Zones in two rows that face each other, each row in two halves, so that there is a way in the middle. */
export function zoneRows(zones: HallView['zones']): readonly (readonly (readonly string[])[])[] {
  const ids = inOrder(zones).map(([id]) => id)
  const half = Math.ceil(ids.length / 2)
  const rows = ids.length < 2 ? [ids] : [ids.slice(0, half), ids.slice(half)]
  return rows.map((row) => {
    const middle = Math.ceil(row.length / 2)
    return row.length < 2 ? [row] : [row.slice(0, middle), row.slice(middle)]
  })
}

/** How far right in the hall a zone's middle is, in percent; the hall's own middle where the zone is not known. */
export function placeInHall(zones: HallView['zones'], zone: string | undefined): number {
  for (const row of zoneRows(zones)) {
    for (const [index, half] of row.entries()) {
      const at = half.indexOf(zone ?? '')
      if (at >= 0) return ((index + (at + 0.5) / half.length) / row.length) * 100
    }
  }
  return 50
}
