import { describe, expect, it } from 'vitest'
import { someView } from '../../wire/testing'
import type { WindowView } from '../../wire/view'
import { planOf } from './plan'

const base = someView().windows['01'] as WindowView

function hall(...zones: [zone: string, services: string[]][]) {
  let order = 0
  return {
    zones: Object.fromEntries(zones.map(([id], index) => [id, { name: { zh: id, en: id }, order: index }])),
    windows: Object.fromEntries(
      zones.flatMap(([zone, services]) =>
        services.map((queue) => [
          String(order + 1).padStart(2, '0'),
          { ...base, zone, order: order++, queues: [queue] },
        ]),
      ),
    ),
  }
}

const seven = ['a', 'a', 'a', 'a', 'b', 'b', 'b']

describe('the plan', () => {
  it('puts four zones into two rows and joins neighbours of one service to a desk', () => {
    const plan = planOf(hall(['A', seven], ['B', seven], ['C', seven], ['D', seven]))
    expect(plan.rows.map((row) => row.map(({ id }) => id))).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ])
    expect(plan.rows[0]?.[0]?.desks.map(({ windows }) => windows.map(([id]) => id))).toEqual([
      ['01', '02', '03', '04'],
      ['05', '06', '07'],
    ])
    // as in the drawing: 79.5 of 1190 for one of fourteen cells
    expect(plan.cell * 24).toBeCloseTo(79.5, 0)
    expect(plan.density).toBe('full')
  })

  it('drops the running time, then the ticket, as cells get narrower', () => {
    const zone = (cells: number): string[] => Array(cells).fill('a')
    expect(planOf(hall(['A', zone(17)], ['B', zone(17)])).density).toBe('full')
    expect(planOf(hall(['A', zone(20)], ['B', zone(20)])).density).toBe('ticket')
    expect(planOf(hall(['A', zone(40)], ['B', zone(4)])).density).toBe('state')
  })

  it('shows windows of a zone that the plan does not name, and no empty zone', () => {
    const { zones, windows } = hall(['A', ['a']], ['B', []])
    const lost = { ...base, zone: 'X', order: 9 }
    expect(
      planOf({ zones, windows: { ...windows, '99': lost } })
        .rows.flat()
        .map(({ id }) => id),
    ).toEqual(['A', 'X'])
  })

  it('of a hall without windows is empty', () => {
    expect(planOf({ zones: {}, windows: {} }).rows.flat()).toEqual([])
  })
})
