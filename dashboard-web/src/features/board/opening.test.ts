import { describe, expect, it } from 'vitest'
import { someView } from '../../wire/testing'
import type { OpenSpan, WindowView } from '../../wire/view'
import { isClosed, openingOf } from './opening'

const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const
const hours: OpenSpan[] = [
  { days: WORKDAYS, from: '09:00', until: '12:00' },
  { days: WORKDAYS, from: '13:30', until: '17:00' },
]
const timeZone = 'Asia/Shanghai'
const at = (time: string) => Date.parse(`${time}+08:00`)

describe('the next opening', () => {
  it.each([
    ['2026-11-20T07:10:00', { days: 0, weekday: 'FRIDAY', from: '09:00' }],
    ['2026-11-20T12:30:00', { days: 0, weekday: 'FRIDAY', from: '13:30' }],
    ['2026-11-20T17:00:00', { days: 3, weekday: 'MONDAY', from: '09:00' }],
    ['2026-11-22T23:59:59', { days: 1, weekday: 'MONDAY', from: '09:00' }],
  ])('after %s', (time, opening) => {
    expect(openingOf({ hours, timeZone }, at(time))).toEqual(opening)
  })

  it('is not told while the hall should be open, nor where the hours are not known', () => {
    expect(openingOf({ hours, timeZone }, at('2026-11-20T09:00:00'))).toBeUndefined()
    expect(openingOf({ timeZone }, at('2026-11-20T20:00:00'))).toBeUndefined()
    expect(openingOf({ hours: [], timeZone }, at('2026-11-20T20:00:00'))).toBeUndefined()
  })

  it('until midnight is until the end of the day', () => {
    const late: OpenSpan[] = [{ days: ['FRIDAY'], from: '09:00', until: '00:00' }]
    expect(openingOf({ hours: late, timeZone }, at('2026-11-20T23:50:00'))).toBeUndefined()
    expect(openingOf({ hours: late, timeZone }, at('2026-11-21T00:10:00'))).toMatchObject({ days: 6 })
  })
})

describe('a closed hall', () => {
  const view = someView()
  const shut = { ...view, windows: { '01': { ...(view.windows['01'] as WindowView), status: 'CLOSED' as const } } }

  it('has no open window and nobody who waits', () => {
    const empty = { ...shut, queues: {} }
    expect(isClosed(empty, undefined)).toBe(true)
    expect(isClosed(shut, undefined)).toBe(false)
    expect(isClosed({ ...view, queues: {} }, undefined)).toBe(false)
  })
})
