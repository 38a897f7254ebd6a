import { expect, test } from 'vitest'
import { someView } from '../../wire/testing'
import type { TodayView, UsualDay } from '../../wire/view'
import { dayLine } from './day'
import { difference, usualPoints } from './usual'

const usual: UsualDay = {
  days: 4,
  issued: 40,
  served: 30,
  intervals: {
    '09:15': { issued: 20, served: 8, waiting: 10 },
    '09:00': { issued: 20, served: 2, waiting: 4 },
    '16:45': { issued: 0, served: 20, waiting: 0 },
  },
}
const today: TodayView = { ...someView().today, issued: 35, waiting: 9, usual, intervals: {} }

test('the usual day is drawn like today: counts in the middle of their quarter, waiting at its end', () => {
  expect(usualPoints(usual, 'issued').slice(0, 2)).toEqual([
    [9.125, 20],
    [9.375, 20],
  ])
  expect(usualPoints(usual, 'waiting')[0]).toEqual([9.25, 4])
})

test('the difference is what is usual by this hour, also within a quarter', () => {
  expect(difference(today, 'issued', 9.5)).toBe(-5)
  expect(difference(today, 'issued', 9.375)).toBe(5)
})

test('waiting is compared with the same moment', () => {
  expect(difference(today, 'waiting', 9.375)).toBe(2)
  expect(difference(today, 'waiting', 8)).toBe(9)
})

test('without a usual day there is no difference', () => {
  expect(difference({ ...today, usual: undefined } as unknown as TodayView, 'issued', 10)).toBeUndefined()
})

test('today and the usual day share the hours', () => {
  expect(
    dayLine({ ...today, intervals: { '10:00': { issued: 1, served: 0, waiting: 1 } } }, 'issued', 10.5),
  ).toMatchObject({ from: 9, to: 17 })
})
