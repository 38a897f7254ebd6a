import { describe, expect, it } from 'vitest'
import { midnightBefore, periodOf } from './report'

const at = (time: string) => Date.parse(`2026-11-20T${time}:00+08:00`)

describe('the period of a report', () => {
  it('ends now and begins at a midnight of the hall', () => {
    const now = at('14:42')
    const midnight = midnightBefore(now, 'Asia/Shanghai')
    expect(midnight).toBe(at('00:00'))
    expect(midnightBefore(at('00:00'), 'Asia/Shanghai')).toBe(at('00:00'))
    expect(periodOf('today', midnight, now)).toEqual({ from: midnight, to: now })
    expect(periodOf('week', midnight, now).from).toBe(Date.parse('2026-11-14T00:00:00+08:00'))
    expect(periodOf('month', midnight, now).from).toBe(Date.parse('2026-10-22T00:00:00+08:00'))
  })
})
