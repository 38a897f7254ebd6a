import { describe, expect, it } from 'vitest'
import type { Glances } from '../wire/region'
import { asRegionView } from '../wire/regionShapes'
import { ancestors, childrenOf, isSameTree, subtree } from './regionTree'

const hall = (parent?: string) =>
  ({ name: { zh: '厅', en: 'Hall' }, level: 'COUNTY', timeZone: 'UTC', ...(parent && { parent }) }) as const
const halls: Glances = { a: hall(), b: hall('a'), c: hall('b'), d: hall('a') }

describe('the tree', () => {
  it('is put together from parents', () => {
    const children = childrenOf(halls)
    expect(children.get('a')).toEqual(['b', 'd'])
    expect(subtree('a', children)).toEqual(['a', 'b', 'd', 'c'])
    expect(subtree('c', children)).toEqual(['c'])
    expect(ancestors('c', (id) => halls[id]).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('is the same while halls stay where they are, however busy', () => {
    const { a, ...others } = halls
    expect(isSameTree(halls, { ...halls, b: { ...hall('a'), waiting: 9 } })).toBe(true)
    expect(isSameTree(halls, { ...halls, c: hall('a') })).toBe(false)
    expect(isSameTree(halls, { ...halls, e: hall('a') })).toBe(false)
    expect(isSameTree({ ...halls, e: hall('a') }, { ...others, f: hall('a'), e: hall('a') })).toBe(false)
  })

  it('ends where a circle begins, and where nothing is known', () => {
    const circle: Glances = { a: hall('b'), b: hall('a') }
    expect(subtree('a', childrenOf(circle))).toEqual(['a', 'b'])
    expect(ancestors('a', (id) => circle[id]).map(({ id }) => id)).toEqual(['b'])
    expect(ancestors('x', () => undefined)).toEqual([])
  })
})

describe('a region on the wire', () => {
  const view = (more: object) => ({
    region: 'a',
    version: 1,
    at: '2026-11-20T14:42:00+08:00',
    halls: { a: { ...hall(), ...more } },
  })

  it('may know nothing but names, and more than this page', () => {
    expect(asRegionView(view({ mood: 'fine' })).halls.a?.name.en).toBe('Hall')
  })

  it.each([
    [{ waiting: 'many' }, 'region.halls.a.waiting'],
    [{ name: { zh: '厅' } }, 'region.halls.a.name.en'],
    [{ longest: { queue: { zh: '', en: '' }, since: 'now', limitSeconds: 1 } }, 'region.halls.a.longest.since'],
    [{ worst: { severity: 'BAD' } }, 'region.halls.a.worst.severity'],
  ])('is refused with %j', (more, place) => {
    expect(() => asRegionView(view(more))).toThrow(place)
  })
})
