import { describe, expect, it } from 'vitest'
import type { AlertView } from '../wire/alert'
import { someAlert } from '../wire/testing'
import { louder } from './loud'

const ME = 'li.qiang'

describe('a signal is given', () => {
  const yes: readonly [string, AlertView | undefined, Partial<AlertView>][] = [
    ['for a new critical alert', undefined, {}],
    ['for a new major alert', undefined, { severity: 'MAJOR' }],
    ['when an alert rises', someAlert({ severity: 'MAJOR' }), { severity: 'CRITICAL' }],
    ['when it comes back', someAlert({ state: 'CLEARED' }), { occurrences: 2 }],
    ['when the time on the shelf is over', someAlert({ state: 'SHELVED' }), { severity: 'MAJOR' }],
    ['for a reminder', someAlert(), { reminders: 1 }],
    ['when it is escalated', someAlert(), { escalation: 1 }],
    ['when it is given to me, even a minor one', someAlert({ severity: 'MINOR' }), { severity: 'MINOR', assignee: ME }],
  ]
  it.each(yes)('%s', (_, before, after) => {
    expect(louder(before ? { a5: before } : {}, { a5: someAlert(after) }, ME).map(({ id }) => id)).toEqual(['a5'])
  })
})

describe('it is silent', () => {
  const no: readonly [string, AlertView | undefined, Partial<AlertView>][] = [
    ['for what was there', someAlert(), {}],
    ['for a minor alert', undefined, { severity: 'MINOR' }],
    ['when a value changes', someAlert(), { value: 2000, worst: 2000 }],
    ['when an alert falls', someAlert(), { severity: 'MAJOR' }],
    ['when it is acknowledged', someAlert(), { state: 'ACKNOWLEDGED', acknowledgedBy: 'zhou.min' }],
    ['when it is given to somebody else', someAlert(), { assignee: 'zhou.min' }],
  ]
  it.each(no)('%s', (_, before, after) => {
    expect(louder(before ? { a5: before } : {}, { a5: someAlert(after) }, ME)).toEqual([])
  })
})
