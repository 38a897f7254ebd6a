import { describe, expect, it } from 'vitest'
import { someView } from '../../wire/testing'
import type { HallView, QueueView } from '../../wire/view'
import { nextInLine, pagesOf, servicesOf } from './services'

function view(queue: Partial<QueueView>): HallView {
  const some = someView()
  return { ...some, queues: { tax: { ...(some.queues.tax as QueueView), ...queue } } }
}

describe('the next in line', () => {
  const at = (minute: number, priority: 'NORMAL' | 'PRIORITY' = 'NORMAL') => ({
    since: `2026-11-20T14:${minute}:00+08:00`,
    priority,
  })

  it('is who has priority, then who has waited longest', () => {
    expect(nextInLine({ T3: at(30), T1: at(20), T9: at(40, 'PRIORITY'), T8: at(35, 'PRIORITY') })).toBe('T8')
    expect(nextInLine({ T3: at(30), T1: at(20) })).toBe('T1')
    expect(nextInLine({ T3: at(20), T1: at(20) })).toBe('T1')
    expect(nextInLine({})).toBeUndefined()
  })

  it('compares moments, not texts', () => {
    const tickets = { T1: at(20), T2: { since: '2026-11-20T06:19:00Z', priority: 'NORMAL' as const } }
    expect(nextInLine(tickets)).toBe('T2')
  })
})

describe('services', () => {
  it.each([
    [{}, 'open'],
    [{ waiting: 0, tickets: {} }, 'walkIn'],
    [{ openWindows: 0 }, 'shut'],
    [{ openWindows: 0, waiting: 0 }, 'shut'],
    [{ suspended: true, openWindows: 0 }, 'suspended'],
  ] as const)('%j is %s', (queue, state) => {
    expect(servicesOf(view(queue), undefined)).toMatchObject([{ id: 'tax', state }])
  })

  it('of a zone are those that its windows serve', () => {
    const hall = view({})
    expect(servicesOf(hall, 'A').map(({ id }) => id)).toEqual(['tax'])
    expect(servicesOf(hall, 'B')).toEqual([])
  })

  it('come in pages as even as can be', () => {
    const all = Array.from({ length: 9 }, (_, index) => index)
    expect(pagesOf(all, 8).map(({ length }) => length)).toEqual([5, 4])
    expect(pagesOf(all, 9).map(({ length }) => length)).toEqual([9])
    expect(pagesOf([], 8)).toEqual([])
  })
})
