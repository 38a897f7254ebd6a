import { describe, expect, it } from 'vitest'
import type { EmergencyBelow } from '../wire/emergency'
import { someAlert, someEmergency } from '../wire/testing'
import { calledLately, hasEmergency, hasFreshCritical } from './quiet'

const NOW = Date.parse('2026-11-20T14:42:00+08:00')
const ago = (seconds: number) => new Date(NOW - seconds * 1_000).toISOString()

describe('a moment is not quiet', () => {
  it('while there is an emergency, also a severe one below', () => {
    expect(hasEmergency({}, {})).toBe(false)
    expect(hasEmergency({ e1: someEmergency({ state: 'ACTIVE' }) }, {})).toBe(true)
    expect(hasEmergency({ e1: someEmergency({ state: 'ENDING' }) }, {})).toBe(true)
    expect(hasEmergency({ e1: someEmergency({ state: 'ENDED' }) }, {})).toBe(false)
    const below = { state: 'ACTIVE', severe: true } as EmergencyBelow
    expect(hasEmergency({}, { b: below })).toBe(true)
    expect(hasEmergency({}, { b: { ...below, severe: false } })).toBe(false)
  })

  it('while a critical alert is new and nobody has it', () => {
    const fresh = someAlert({ since: ago(299) })
    expect(hasFreshCritical({ a1: fresh }, NOW)).toBe(true)
    expect(hasFreshCritical({ a1: { ...fresh, since: ago(301) } }, NOW)).toBe(false)
    expect(hasFreshCritical({ a1: { ...fresh, state: 'ACKNOWLEDGED' } }, NOW)).toBe(false)
    expect(hasFreshCritical({ a1: { ...fresh, severity: 'MAJOR' } }, NOW)).toBe(false)
  })

  it('for half a minute after a call', () => {
    expect(calledLately([{ at: NOW - 90_000 }, { at: NOW - 29_000 }], NOW)).toBe(true)
    expect(calledLately([{ at: NOW - 31_000 }], NOW)).toBe(false)
    expect(calledLately([], NOW)).toBe(false)
  })
})
