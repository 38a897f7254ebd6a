import { describe, expect, it } from 'vitest'
import { fitting, sizesFor, widthOf } from './fit'

const SIZES = [
  { size: 8, lines: 1 },
  { size: 4, lines: 1 },
  { size: 3, lines: 2 },
] as const

describe('words that do not fit', () => {
  it('shrink by steps, then break', () => {
    expect(fitting('火警', 40, [...SIZES]).size).toBe(8)
    expect(fitting('一二三四五六七八九', 40, [...SIZES]).size).toBe(4)
    expect(fitting('一二三四五六七八九十一二三四五六七八九十', 40, [...SIZES])).toEqual({ size: 3, lines: 2 })
  })

  it('take the smallest size when nothing fits, and are not cut', () => {
    expect(fitting('字'.repeat(200), 40, [...SIZES])).toEqual({ size: 3, lines: 2 })
  })

  it('leave room for what stands beside them', () => {
    expect(fitting('火警火警火', 40, [...SIZES]).size).toBe(8)
    expect(fitting('火警火警火', 40, [...SIZES], 1).size).toBe(4)
  })

  it('begin at one size where several stand together, and the longest goes on alone', () => {
    expect(sizesFor(['火警', '停电'], 40, SIZES, 2)).toEqual(SIZES)
    expect(sizesFor(['火警', '一二三四五六七八九'], 40, SIZES, 2)).toEqual(SIZES.slice(1))
    expect(sizesFor(['火警', '字'.repeat(20)], 40, SIZES, 2)).toEqual(SIZES.slice(2))
    expect(sizesFor(['火警', '字'.repeat(20)], 40, SIZES, 1)).toEqual(SIZES.slice(1))
    expect(sizesFor([], 40, SIZES, 2)).toEqual(SIZES)
  })

  it('do not break inside an English word', () => {
    expect(fitting('a Donaudampfschifffahrtsgesellschaft', 40, [{ size: 8, lines: 9 }, ...SIZES]).size).toBeLessThan(4)
  })
})

it('a Chinese letter is as wide as it is high', () => {
  expect(widthOf('火警')).toBe(2)
  expect(widthOf('Fire')).toBeGreaterThan(1)
  expect(widthOf('Fire')).toBeLessThan(3)
})
