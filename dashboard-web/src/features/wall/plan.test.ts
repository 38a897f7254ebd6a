import { describe, expect, it } from 'vitest'
import { someView } from '../../wire/testing'
import type { WindowView } from '../../wire/view'
import { type Floor, layoutKey, PLAN, type Plan, plansOf } from './plan'

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

const calm = () => 0
const planOf = (floor: Floor) => plansOf(floor, PLAN.width, calm)[0] as Plan
const zonesOn = (plan: Plan | undefined) => plan?.rows.map((row) => row.map(({ id }) => id))

const seven = ['a', 'a', 'a', 'a', 'b', 'b', 'b']

describe('the plan', () => {
  it('puts four zones into two rows and joins neighbours of one service to a desk', () => {
    const plan = planOf(hall(['A', seven], ['B', seven], ['C', seven], ['D', seven]))
    expect(plan.rows.map((row) => row.map(({ id }) => id))).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ])
    expect(plan.rows[0]?.[0]?.desks.map(({ windows }) => windows)).toEqual([
      ['01', '02', '03', '04'],
      ['05', '06', '07'],
    ])
    // as in the drawing: 79.5 of 1190 for one of fourteen cells
    expect(plan.cell * 24).toBeCloseTo(79.5, 0)
    expect(plan.density).toBe('full')
  })

  it('drops the running time, then the ticket, as cells get narrower', () => {
    const zone = (cells: number): string[] => Array(cells).fill('a')
    expect(planOf(hall(['A', zone(15)], ['B', zone(15)])).density).toBe('full')
    expect(planOf(hall(['A', zone(17)], ['B', zone(17)])).density).toBe('ticket')
    expect(planOf(hall(['A', zone(30)], ['B', zone(4)])).density).toBe('state')
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

  it('draws nothing anew when only the work of windows changes', () => {
    const floor = hall(['A', seven], ['B', seven])
    const busy = {
      ...floor,
      windows: { ...floor.windows, '01': { ...base, zone: 'A', order: 0, queues: ['a'], status: 'PAUSED' as const } },
    }
    expect(layoutKey(busy)).toBe(layoutKey(floor))
  })
})

describe('a plan with positions', () => {
  const at = (id: number, x: number, y: number, zone = 'A', queue = 'a') =>
    [String(id), { ...base, zone, order: id, queues: [queue], position: { x, y } }] as const
  const floor = (...windows: ReturnType<typeof at>[]): Floor => ({
    zones: { A: { name: { zh: 'A', en: 'A' }, order: 0 }, B: { name: { zh: 'B', en: 'B' }, order: 1 } },
    windows: Object.fromEntries(windows),
  })

  it('has the rows, the order and the gaps of the hall', () => {
    const plan = planOf(
      floor(
        at(1, 4.8, 1),
        at(2, 3.2, 1.1),
        at(3, 0, 1),
        at(4, 1.6, 1),
        at(5, 0, 9, 'B'),
        at(6, 1.6, 9, 'B'),
        at(7, 4.8, 9, 'B'),
      ),
    )
    expect(zonesOn(plan)).toEqual([['A'], ['B']])
    expect(plan.rows[0]?.[0]?.desks.flatMap(({ windows }) => windows)).toEqual(['3', '4', '2', '1'])
    const below = plan.rows[1]?.[0]?.desks
    expect(below?.map(({ windows }) => windows)).toEqual([['5', '6'], ['7']])
    // as wide as the window that is not there
    expect(below?.[1]?.gap).toBeCloseTo(plan.cell + PLAN.cellGap, 5)
  })

  it('never gets wider than the panel, however far apart windows are', () => {
    const plan = planOf(floor(...Array.from({ length: 20 }, (_, index) => at(index, index ** 2, 1))))
    const [row] = plan.rows
    const width = row?.reduce(
      (sum, zone) =>
        sum +
        zone.gap +
        zone.desks.reduce((all, { windows, gap }) => all + gap + windows.length * (plan.cell + PLAN.cellGap), 0),
      0,
    )
    expect(width).toBeLessThanOrEqual(PLAN.width + PLAN.cellGap)
  })

  it('has up to four rows, with fewer lines in a cell', () => {
    const rows = (count: number) =>
      floor(...Array.from({ length: count }, (_, index) => at(index, index % 2, index * 3)))
    expect(planOf(rows(3)).density).toBe('ticket')
    expect(planOf(rows(4)).density).toBe('state')
    // more than that is no hall of rows: the order decides
    expect(planOf(rows(9)).rows).toHaveLength(1)
  })

  it('counts only if every window has one', () => {
    const [, second] = at(2, 1, 9)
    const { position: _, ...lost } = second
    const plan = planOf({ ...floor(at(1, 5, 1)), windows: { ...floor(at(1, 5, 1)).windows, '2': lost } })
    expect(zonesOn(plan)).toEqual([['A']])
  })
})

describe('more windows than a page has room for', () => {
  const zone = (cells: number): string[] => Array(cells).fill('a')
  const big = hall(...Array.from({ length: 10 }, (_, index): [string, string[]] => [`Z${index}`, zone(20)]))

  it('turn pages of two rows, and all of them come', () => {
    const pages = plansOf(big, PLAN.width, calm)
    const shown = pages.flatMap(({ rows }) =>
      rows.flat().flatMap(({ desks }) => desks.flatMap(({ windows }) => windows)),
    )
    expect(shown.toSorted()).toEqual(Object.keys(big.windows).toSorted())
    expect(pages.every(({ rows, density }) => rows.length <= 2 && density !== 'state')).toBe(true)
  })

  it('keep the zone where something is wrong on every page, and show the next worst first', () => {
    const pages = plansOf(big, PLAN.width, (id) => (id === '150' ? 3 : id === '50' ? 1 : 0))
    expect(pages.every((page) => zonesOn(page)?.[0]?.includes('Z7'))).toBe(true)
    const first = pages[0]?.rows.flat().flatMap(({ desks }) => desks.flatMap(({ windows }) => windows))
    expect(first).toContain('150')
    expect(
      pages.some(({ rows }) => rows.flat().some(({ desks }) => desks.some(({ windows }) => windows.includes('50')))),
    ).toBe(true)
  })
})
