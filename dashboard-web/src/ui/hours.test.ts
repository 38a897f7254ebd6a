import { expect, test } from 'vitest'
import { isOpen, nextOpening, type Span } from './hours'

const ZONE = 'Asia/Shanghai'
const week: readonly Span[] = [
  { days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'], from: '09:00', until: '12:00' },
  { days: ['MONDAY', 'FRIDAY'], from: '13:30', until: '17:00' },
]
const at = (local: string) => Date.parse(`2026-11-${local}:00+08:00`)

test('before the morning it opens in the morning', () => {
  expect(nextOpening(week, at('20T07:30'), ZONE)).toBe(at('20T09:00'))
})

test('at noon it opens in the afternoon', () => {
  expect(isOpen(week, at('20T12:00'), ZONE)).toBe(false)
  expect(nextOpening(week, at('20T12:00'), ZONE)).toBe(at('20T13:30'))
})

test('on Friday evening it opens on Monday', () => {
  expect(nextOpening(week, at('20T17:00'), ZONE)).toBe(at('23T09:00'))
})

test('while it is open, and where nobody told the hours, there is no opening to tell', () => {
  expect(nextOpening(week, at('20T14:00'), ZONE)).toBeUndefined()
  expect(nextOpening(undefined, at('20T07:30'), ZONE)).toBeUndefined()
  expect(nextOpening([], at('20T07:30'), ZONE)).toBeUndefined()
})

test('until midnight is the end of the day', () => {
  expect(isOpen([{ days: ['FRIDAY'], from: '18:00', until: '00:00' }], at('20T23:59'), ZONE)).toBe(true)
})

test('a hall that opens once a week opens in a week', () => {
  const friday: readonly Span[] = [{ days: ['FRIDAY'], from: '09:00', until: '10:00' }]
  expect(nextOpening(friday, at('20T11:00'), ZONE)).toBe(at('27T09:00'))
})
