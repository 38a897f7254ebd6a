import { describe, expect, it } from 'vitest'
import { inOrder } from '../../parts/order'
import { someView } from '../../wire/testing'
import type { QueueView } from '../../wire/view'
import { type Column, drawQueue, freeSides, isOverLimit, SCALES } from './strip'

const NOW = Date.parse('2026-11-20T14:42:00+08:00')
const PIXEL = 1 / 24

/** A queue with a limit of 30 minutes where people have waited for these minutes. */
function queueOf(...minutes: number[]): QueueView {
  const base = someView().queues.tax as QueueView
  const since = (wait: number) => new Date(NOW - wait * 60_000).toISOString()
  const tickets = Object.fromEntries(
    minutes.map((wait, index) => [
      `T${String(index).padStart(3, '0')}`,
      { since: since(wait), priority: 'NORMAL' } as const,
    ]),
  )
  return { ...base, waiting: minutes.length, tickets, longestWaitSince: since(Math.max(0, ...minutes)) }
}

function draw(...minutes: number[]): Column {
  return drawQueue(queueOf(...minutes), NOW, SCALES.sheet)
}

function gaps(column: Column): number[] {
  return column.marks.slice(1).map((mark, index) => {
    const below = column.marks[index]
    return below ? mark.bottom - below.bottom - below.height : 0
  })
}

describe('the strip', () => {
  it('draws a mark for every person, as high as the wait', () => {
    const { marks } = draw(3, 15, 10)
    expect(marks.map(({ bottom }) => bottom.toFixed(3))).toEqual(['0.600', '2.000', '3.000'])
    expect(marks.every(({ over }) => !over)).toBe(true)
  })

  it('keeps people apart who came together', () => {
    const column = draw(10, 10, 10, 10.1, 10.2)
    for (const gap of gaps(column)) expect(gap).toBeCloseTo(PIXEL, 6)
  })

  it('never pushes someone within the limit over the line, nor the other way', () => {
    const column = draw(...Array(10).fill(29.9), ...Array(5).fill(30.1))
    for (const { bottom, height, over } of column.marks) {
      if (over) expect(bottom).toBeGreaterThanOrEqual(6)
      else expect(bottom + height).toBeLessThanOrEqual(6 + 1e-9)
    }
    expect(column.marks.filter(({ over }) => over)).toHaveLength(5)
    expect(Math.min(...gaps(column))).toBeGreaterThan(PIXEL - 1e-9)
  })

  it('keeps the words of the limit line off the longest wait', () => {
    const sides = (...minutes: number[]) => freeSides(draw(...minutes).label, SCALES.sheet)
    expect(sides()).toEqual({ above: true, below: true })
    expect(sides(13)).toEqual({ above: true, below: true })
    // Still above its marks, and already where the words stand.
    expect(sides(19)).toEqual({ above: true, below: false })
    expect(sides(28)).toEqual({ above: true, below: false })
    expect(sides(31)).toEqual({ above: false, below: true })
    // The wide sheet has more height.
    expect(freeSides(drawQueue(queueOf(19), NOW, SCALES.wide).label, SCALES.wide).below).toBe(true)
  })

  it('draws thinner marks from 40 people and one bar from 80', () => {
    expect(draw(...Array(30).fill(5)).marks[0]?.height).toBeCloseTo(3 * PIXEL, 6)
    expect(draw(...Array(39).fill(5)).marks[0]?.height).toBeGreaterThan(2.5 * PIXEL)
    expect(draw(...Array(40).fill(5)).marks[0]?.height).toBeCloseTo(PIXEL, 6)
    expect(draw(...Array(79).fill(5)).marks).toHaveLength(79)
    const bars = draw(...Array(79).fill(5), 33).marks
    expect(bars.map(({ over }) => over)).toEqual([false, true])
  })

  it('stays inside the plot however many there are over the limit', () => {
    const { marks } = draw(...Array(70).fill(200))
    for (const { bottom, height } of marks) {
      expect(bottom).toBeGreaterThanOrEqual(6)
      expect(bottom + height).toBeLessThanOrEqual(8.75 + 1e-9)
    }
  })

  it('names the longest wait above the marks, beside them, or in a block over the line', () => {
    expect(draw(20).label).toMatchObject({ minutes: 20, place: 'above' })
    expect(draw(20.5).label).toMatchObject({ minutes: 20, place: 'side' })
    expect(draw(30).label).toMatchObject({ minutes: 30, place: 'side' })
    expect(draw(41).label).toMatchObject({ minutes: 41, place: 'over', beyond: false })
    expect(draw(52).label).toMatchObject({ minutes: 52, place: 'over', beyond: true })
    expect(draw().label).toBeUndefined()
  })

  it('puts the limit line at the same height for every limit', () => {
    const strict = { ...queueOf(10), waitLimitSeconds: 600 }
    expect(drawQueue(strict, NOW + 1_000, SCALES.sheet).marks[0]?.over).toBe(true)
    expect(isOverLimit(strict, NOW)).toBe(false)
    expect(isOverLimit(strict, NOW + 1)).toBe(true)
  })

  it('counts a ticket from a clock that runs ahead as just come', () => {
    expect(draw(-5).marks[0]?.bottom).toBe(0)
  })
})

describe('order', () => {
  it('goes by order, then by key', () => {
    expect(inOrder({ b: { order: 1 }, a: { order: 1 }, c: { order: 0 } }).map(([key]) => key)).toEqual(['c', 'a', 'b'])
  })
})
