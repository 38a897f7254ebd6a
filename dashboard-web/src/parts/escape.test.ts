import { describe, expect, it } from 'vitest'
import type { ExitView } from '../wire/view'
import { placeExits, placeInHall, zoneRows } from './escape'

const exit = (order: number, x?: number, y?: number): ExitView => ({
  name: { zh: `${order} 号门`, en: `Exit ${order}` },
  order,
  ...(x !== undefined && y !== undefined && { position: { x, y } }),
})
const PLANNED = { west: exit(0, 0, 20), east: exit(1, 60, 20), south: exit(2, 30, 40) }
const sides = (placed: ReturnType<typeof placeExits>) => Object.fromEntries(placed.map(({ id, side }) => [id, side]))

describe('exits in the plan', () => {
  it('stand where the hall has them', () => {
    expect(sides(placeExits(PLANNED, [], []))).toEqual({ west: 'left', east: 'right', south: 'back' })
  })

  it('stand where this screen points, and the others as the plan is turned by that', () => {
    // Who stands with the back to the south has the west on the left; who faces south has it on the right.
    expect(sides(placeExits(PLANNED, [], [{ exit: 'west', direction: 'left' }]))).toEqual({
      west: 'left',
      east: 'right',
      south: 'back',
    })
    expect(sides(placeExits(PLANNED, [], [{ exit: 'west', direction: 'right' }]))).toEqual({
      west: 'right',
      east: 'left',
      south: 'ahead',
    })
    expect(sides(placeExits(PLANNED, [], [{ exit: 'south', direction: 'left' }]))).toMatchObject({ west: 'ahead' })
  })

  it('fill the sides in order where nothing is known', () => {
    const unknown = { a: exit(0), b: exit(1), c: exit(2), d: exit(3), e: exit(4) }
    expect(Object.values(sides(placeExits(unknown, [], [])))).toEqual(['left', 'right', 'back', 'ahead', 'left'])
  })

  it('have a way drawn only when they are open and it is known', () => {
    const placed = placeExits(
      PLANNED,
      ['west'],
      [
        { exit: 'west', direction: 'left' },
        { exit: 'south', direction: 'back' },
      ],
    )
    expect(placed.map(({ id, closed, guided }) => [id, closed, guided])).toEqual([
      ['west', true, false],
      ['east', false, false],
      ['south', false, true],
    ])
  })

  it('stairs are no side of the plan', () => {
    expect(placeExits(PLANNED, [], [{ exit: 'west', direction: 'up' }])[0]).toMatchObject({
      side: 'left',
      guided: false,
    })
  })
})

describe('zones in the plan', () => {
  const zones = (ids: string) =>
    Object.fromEntries(Array.from(ids, (id, order) => [id, { name: { zh: id, en: id }, order }]))

  it('stand in two rows of two halves', () => {
    expect(zoneRows(zones('ABCD'))).toEqual([
      [['A'], ['B']],
      [['C'], ['D']],
    ])
    expect(zoneRows(zones('ABCDE'))).toEqual([
      [['A', 'B'], ['C']],
      [['D'], ['E']],
    ])
    expect(zoneRows(zones('A'))).toEqual([[['A']]])
  })

  it('tell how far right a screen hangs', () => {
    expect(placeInHall(zones('ABCD'), 'B')).toBe(75)
    expect(placeInHall(zones('ABCDE'), 'A')).toBe(12.5)
    expect(placeInHall(zones('ABCD'), undefined)).toBe(50)
  })
})
