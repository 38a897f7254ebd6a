import { describe, expect, it } from 'vitest'
import { type Json, mergePatch } from '../../src/wire/mergePatch'
import { mergeDiff } from './mergeDiff'

describe('merge diff', () => {
  it.each<[Json, Json]>([
    [{ a: 1 }, { a: 2 }],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }],
    [{ a: [1, 2] }, { a: [1, 3], d: {} }],
    [{ a: 'x' }, { a: { b: 'y' } }],
  ])('from %j to %j is undone by nothing but the patch', (from, to) => {
    expect(mergePatch(from, mergeDiff(from, to) as Json)).toEqual(to)
  })

  it('is nothing between equals', () => {
    expect(mergeDiff({ a: { b: [1] } }, { a: { b: [1] } })).toBeUndefined()
  })
})
