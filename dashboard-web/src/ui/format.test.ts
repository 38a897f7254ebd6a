import { describe, expect, it } from 'vitest'
import {
  clockTime,
  count,
  dateLine,
  elapsed,
  hourOfDay,
  localInput,
  MISSING,
  minutes,
  percent,
  timeOfLocal,
} from './format'

const time = Date.parse('2026-11-20T14:42:03+08:00')

describe('format', () => {
  it('running times', () => {
    expect(elapsed(0)).toBe('00:00')
    expect(elapsed(-400)).toBe('00:00')
    expect(elapsed(680_999)).toBe('11:20')
    expect(elapsed(99 * 60_000 + 59_000)).toBe('99:59')
    expect(elapsed(100 * 60_000)).toBe('1:40h')
  })

  it("clock and date of the hall, not of the screen's place", () => {
    expect(clockTime(time, 'Asia/Shanghai')).toBe('14:42')
    expect(clockTime(time, 'Europe/Berlin')).toBe('07:42')
    expect(clockTime(Date.parse('2026-11-20T00:05:00+08:00'), 'Asia/Shanghai')).toBe('00:05')
    expect(dateLine(time, 'Asia/Shanghai', 'zh')).toBe('11月20日 周五')
    expect(dateLine(time, 'Asia/Shanghai', 'en')).toMatch(/^Fri,? 20 Nov$/)
    expect(hourOfDay(time, 'Asia/Shanghai')).toBeCloseTo(14.7008, 3)
  })

  it("times of the hall in inputs, whatever the screen's place", () => {
    expect(localInput(time, 'Asia/Shanghai')).toBe('2026-11-20T14:42')
    expect(timeOfLocal('2026-11-20T14:42', 'Asia/Shanghai')).toBe(Date.parse('2026-11-20T14:42:00+08:00'))
    expect(timeOfLocal('2026-10-25T12:00', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T12:00:00+01:00'))
    expect(timeOfLocal('2026-03-29T03:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T03:30:00+02:00'))
    expect(timeOfLocal('', 'Asia/Shanghai')).toBeNaN()
  })

  it('figures, with a dash for what is missing', () => {
    expect(count(1103)).toBe('1,103')
    expect(minutes(780.5)).toBe('13')
    expect(minutes(301.2, 1)).toBe('5.0')
    expect(minutes(undefined)).toBe(MISSING)
    expect(percent(0.969)).toBe('96.9')
    expect(percent(0.9999)).toBe('99.9')
    expect(percent(1)).toBe('100.0')
    expect(percent(undefined)).toBe(MISSING)
  })
})
