import type { Name } from '../../wire/name'
import type { HallView } from '../../wire/view'
import { inOrder } from './strip'

/** Where on the plan a way out is written. */
export interface Door {
  readonly id: string
  readonly name: Name
  readonly side: 'left' | 'middle' | 'right'
}

/** Doors of a hall whose plan tells where windows and doors are: one at each end, one between. */
export function doorsOf({ windows, exits }: Pick<HallView, 'windows' | 'exits'>): readonly Door[] {
  const xs = Object.values(windows).flatMap(({ position }) => (position ? [position.x] : []))
  if (xs.length === 0 || xs.length < Object.keys(windows).length) return []
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const third = (right - left) / 3
  const taken = new Set<string>()
  return inOrder(exits).flatMap(([id, { name, position }]) => {
    if (!position) return []
    const side = position.x < left + third ? 'left' : position.x > right - third ? 'right' : 'middle'
    if (taken.has(side)) return []
    taken.add(side)
    return [{ id, name, side }]
  })
}
