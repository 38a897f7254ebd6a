import { describe, expect, it } from 'vitest'
import type { Shift } from '../wire/alert'
import { laterOnDuty, nameOf, onDuty, people } from './duty'

const at = (time: string) => `2026-11-20T${time}:00+08:00`
const shift = (user: string, from: string, until: string, more: Partial<Shift> = {}): Shift => ({
  user,
  role: 'OFFICER',
  zones: [],
  from: at(from),
  until: at(until),
  ...more,
})

const duty = {
  s1: shift('wang.lei', '09:00', '17:00', { zones: ['C', 'D'], name: '王磊' }),
  s2: shift('zhou.min', '09:00', '17:00', { role: 'MANAGER', name: '周敏' }),
  s3: shift('li.qiang', '09:00', '13:00', { zones: ['A', 'B'] }),
  s4: shift('sun.yan', '17:00', '20:00'),
  s5: shift('he.ping', '15:00', '20:00'),
  s6: shift('li.qiang', '20:00', '21:00'),
}
const users = (shifts: ReturnType<typeof onDuty>) => shifts.map(({ shift }) => shift.user)

describe('who is on duty', () => {
  it('is found by the clock: from the first moment, until before the last', () => {
    expect(users(onDuty(duty, Date.parse(at('12:59'))))).toEqual(['zhou.min', 'li.qiang', 'wang.lei'])
    expect(users(onDuty(duty, Date.parse(at('13:00'))))).toEqual(['zhou.min', 'wang.lei'])
    expect(users(onDuty(duty, Date.parse(at('17:00'))))).toEqual(['he.ping', 'sun.yan'])
  })

  it('comes later, the next first', () => {
    expect(users(laterOnDuty(duty, Date.parse(at('13:00'))))).toEqual(['he.ping', 'sun.yan', 'li.qiang'])
  })

  it('can be given something first, then the others of the roster, each once', () => {
    expect(people(duty, Date.parse(at('14:00')))).toEqual([
      { user: 'zhou.min', now: true },
      { user: 'wang.lei', now: true },
      { user: 'he.ping', now: false },
      { user: 'sun.yan', now: false },
      { user: 'li.qiang', now: false },
    ])
  })

  it('has a name if a shift says it', () => {
    expect(nameOf('wang.lei', duty)).toBe('王磊')
    expect(nameOf('li.qiang', duty)).toBe('li.qiang')
  })
})
