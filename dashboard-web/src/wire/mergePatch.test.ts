import { describe, expect, it } from 'vitest'
import { type Json, mergePatch } from './mergePatch'

describe('merge patch', () => {
  // RFC 7396, appendix A
  const cases: [Json, Json, Json][] = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ]

  it.each(cases)('%j patched with %j gives %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result)
  })

  it('leaves the old picture alone and shares what did not change', () => {
    const target = { queues: { tax: { waiting: 1 } }, windows: { '01': { status: 'IDLE' } } }
    const merged = mergePatch(target, { queues: { tax: { waiting: 2 } } }) as typeof target
    expect(target.queues.tax.waiting).toBe(1)
    expect(merged.queues.tax.waiting).toBe(2)
    expect(merged.windows).toBe(target.windows)
  })

  it('takes a member called __proto__ for data', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__":{"waiting":1}}')) as object
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
    expect(Object.keys(merged)).toEqual(['__proto__'])
  })
})
