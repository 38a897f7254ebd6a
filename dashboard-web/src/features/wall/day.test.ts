import { describe, expect, it } from 'vitest'
import { someView } from '../../wire/testing'
import { dayLine } from './day'

const today = {
  ...someView().today,
  waiting: 9,
  intervals: {
    '09:15': { issued: 20, served: 12, waiting: 8 },
    '09:00': { issued: 10, served: 4, waiting: 6 },
    '09:45': { issued: 5, served: 3, waiting: 9 },
  },
}

describe('the day', () => {
  it('draws what was counted in the middle of each quarter, none where none was, and a moving quarter hour as now', () => {
    expect(dayLine(today, 'issued', 9.8)).toEqual({
      from: 9,
      to: 17,
      points: [
        [9.125, 10],
        [9.375, 20],
        [9.625, 0],
        [9.8, 5],
      ],
    })
    expect(dayLine(today, 'issued', 9.3).points.at(-1)?.[1]).toBeCloseTo(20 + 10 * 0.8, 6)
  })

  it('draws who waits at the end of each quarter, and now', () => {
    expect(dayLine(today, 'waiting', 9.8).points).toEqual([
      [9.25, 6],
      [9.5, 8],
      [9.8, 9],
    ])
  })

  it('gets longer when the hall is open for longer', () => {
    expect(dayLine(today, 'served', 18.2)).toMatchObject({ from: 9, to: 19 })
    expect(dayLine(today, 'served', 23.9)).toMatchObject({ from: 9, to: 24 })
  })

  it('has nothing to draw before the first ticket', () => {
    expect(dayLine({ ...today, intervals: {} }, 'issued', 8.5).points).toEqual([])
  })
})
