import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../wire/desk'
import { eventOf } from './timeline'

const entry = (type: string, data: Record<string, unknown> = {}, actor?: string): TimelineEntry => ({
  version: 7,
  time: '2026-11-20T14:42:00+08:00',
  type,
  data,
  ...(actor && { actor }),
})

describe('a line of the timeline', () => {
  const cases: readonly [string, Record<string, unknown>, object][] = [
    ['alert.raised', { severity: 'MAJOR' }, { key: 'raised', severity: 'MAJOR' }],
    ['alert.changed', { severity: 'CRITICAL', rising: true }, { key: 'rose', severity: 'CRITICAL' }],
    ['alert.changed', { severity: 'MINOR', rising: false }, { key: 'fell', severity: 'MINOR' }],
    ['alert.returned', { severity: 'MINOR' }, { key: 'returned' }],
    ['alert.cleared', { reason: 'CONDITION' }, { key: 'cleared' }],
    ['alert.cleared', { reason: 'PLAN' }, { key: 'clearedPLAN' }],
    ['alert.acknowledged', { actor: 'li.qiang', note: 'ok' }, { key: 'acknowledged', actor: 'li.qiang', text: 'ok' }],
    ['alert.acknowledged', { actor: 'li.qiang', closed: true }, { key: 'closed' }],
    ['alert.assigned', { actor: 'a', to: 'b' }, { key: 'assigned', to: 'b' }],
    ['alert.assigned', { actor: 'a', to: 'b', handover: true }, { key: 'handedOver' }],
    ['alert.shelved', { actor: 'a', until: '2026-11-20T15:00:00+08:00', reason: 'x' }, { key: 'shelved', text: 'x' }],
    ['alert.unshelved', { reason: 'EXPIRED' }, { key: 'unshelvedEXPIRED' }],
    ['alert.unshelved', { reason: 'BROUGHT_BACK', actor: 'a' }, { key: 'unshelved', actor: 'a' }],
    ['alert.escalated', { step: 1, to: 'MANAGER' }, { key: 'escalated', role: 'MANAGER' }],
    ['alert.reminded', { times: 2 }, { key: 'reminded', times: 2 }],
    ['alert.brandNew', {}, { key: 'other' }],
  ]

  it.each(cases)('%s %j', (type, data, expected) => {
    expect(eventOf(entry(type, data))).toMatchObject(expected)
  })

  it('names who did it, also where only the line itself says so', () => {
    expect(eventOf(entry('alert.noted', { note: 'x' }, 'zhou.min'))).toMatchObject({ actor: 'zhou.min', text: 'x' })
  })
})
