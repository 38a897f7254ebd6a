import { describe, expect, it } from 'vitest'
import type { AlertView } from '../wire/alert'
import { someAlert } from '../wire/testing'
import {
  asideAlerts,
  claimant,
  closedAlerts,
  countBySeverity,
  countByState,
  groupsFor,
  type Listed,
  openAlerts,
  severityAt,
  toHandOver,
  valueNow,
} from './alerts'

const ME = 'li.qiang'
const at = (time: string) => `2026-11-20T${time}:00+08:00`
const ids = (items: readonly Listed[]) => items.map(({ id }) => id)

function alerts(all: Record<string, Partial<AlertView>>): Record<string, AlertView> {
  return Object.fromEntries(Object.entries(all).map(([id, more]) => [id, someAlert(more)]))
}

describe('open alerts', () => {
  it('stand by severity, then unclaimed before claimed, then the oldest first', () => {
    const all = alerts({
      minorOld: { severity: 'MINOR', since: at('08:00') },
      majorClaimed: { severity: 'MAJOR', since: at('09:00'), state: 'ACKNOWLEDGED', acknowledgedBy: 'zhou.min' },
      majorNew: { severity: 'MAJOR', since: at('14:00') },
      majorOld: { severity: 'MAJOR', since: at('13:00') },
      critical: { since: at('14:30'), state: 'ACKNOWLEDGED', acknowledgedBy: 'zhou.min' },
      shelved: { state: 'SHELVED', since: at('08:00') },
      cleared: { state: 'CLEARED', active: false },
      closed: { state: 'CLOSED', active: false },
    })
    expect(ids(openAlerts(all))).toEqual(['critical', 'majorOld', 'majorNew', 'majorClaimed', 'minorOld'])
    expect(countBySeverity(openAlerts(all))).toEqual([
      { severity: 'CRITICAL', count: 1 },
      { severity: 'MAJOR', count: 3 },
      { severity: 'MINOR', count: 1 },
    ])
  })

  it('are claimed by the one they were given to, else by the one who acknowledged', () => {
    expect(claimant(someAlert())).toBeUndefined()
    expect(claimant(someAlert({ state: 'ACKNOWLEDGED', acknowledgedBy: 'a' }))).toBe('a')
    expect(claimant(someAlert({ state: 'ACKNOWLEDGED', acknowledgedBy: 'a', assignee: 'b' }))).toBe('b')
    // Worse than when it was acknowledged: it is nobody's again.
    expect(claimant(someAlert({ state: 'UNACKNOWLEDGED', acknowledgedBy: 'a' }))).toBeUndefined()
  })

  it('mark their place with the worst of them', () => {
    const all = alerts({
      minor: { severity: 'MINOR', subject: { window: '09' } },
      major: { severity: 'MAJOR', subject: { window: '09' } },
      shelved: { severity: 'CRITICAL', subject: { window: '09' }, state: 'SHELVED' },
      queue: { severity: 'MINOR', subject: { queue: '09' } },
    })
    expect(severityAt(all, 'window', '09')).toBe('MAJOR')
    expect(severityAt(all, 'queue', '09')).toBe('MINOR')
    expect(severityAt(all, 'queue', 'tax')).toBeUndefined()
  })
})

describe('alerts aside', () => {
  it('begin with those that come back first and end with those that only want a look', () => {
    const all = alerts({
      held: { state: 'SUPPRESSED' },
      late: { state: 'SHELVED', shelvedUntil: at('16:00') },
      soon: { state: 'SHELVED', shelvedUntil: at('15:00') },
      cleared: { state: 'CLEARED', active: false },
      open: {},
    })
    expect(ids(asideAlerts(all))).toEqual(['soon', 'late', 'held', 'cleared'])
    expect(countByState(asideAlerts(all))).toEqual([
      { state: 'SHELVED', count: 2 },
      { state: 'SUPPRESSED', count: 1 },
      { state: 'CLEARED', count: 1 },
    ])
  })

  it('that are closed stand with the newest first', () => {
    const all = alerts({
      a1: { state: 'CLOSED', closedAt: at('12:00') },
      a2: { state: 'CLOSED', closedAt: at('14:00') },
    })
    expect(ids(closedAlerts(all))).toEqual(['a2', 'a1'])
  })
})

describe('the value', () => {
  const now = Date.parse(at('14:42'))

  it('counts on by itself from where it began, while the condition holds', () => {
    expect(valueNow(someAlert({ onset: at('14:01') }), now)).toBe(41 * 60)
    expect(valueNow(someAlert({ onset: at('14:01'), state: 'SHELVED' }), now)).toBe(41 * 60)
  })

  it('is the one told where nothing is counted, and the worst once it is over', () => {
    const { onset: _, ...told } = someAlert({ value: 24, worst: 30 })
    expect(valueNow(told, now)).toBe(24)
    expect(valueNow(someAlert({ active: false, state: 'CLEARED', value: 0, worst: 2460 }), now)).toBe(2460)
  })
})

describe('my desk', () => {
  const all = alerts({
    unclaimed: { severity: 'MAJOR', since: at('14:00') },
    unclaimedOld: { severity: 'MAJOR', since: at('13:00') },
    asked: { severity: 'MAJOR', since: at('14:10'), assignee: ME },
    critical: { since: at('14:20') },
    askedOther: { assignee: 'wang.lei' },
    mine: { state: 'ACKNOWLEDGED', acknowledgedBy: ME },
    given: { state: 'ACKNOWLEDGED', acknowledgedBy: ME, assignee: 'wang.lei' },
    taken: { state: 'ACKNOWLEDGED', acknowledgedBy: 'wang.lei', assignee: ME },
    theirs: { state: 'ACKNOWLEDGED', acknowledgedBy: 'wang.lei' },
    cleared: { state: 'CLEARED', active: false },
    clearedTheirs: { state: 'CLEARED', active: false, assignee: 'wang.lei' },
    shelved: { state: 'SHELVED', shelvedUntil: at('15:00') },
    shelvedMine: { state: 'SHELVED', shelvedUntil: at('15:10'), assignee: ME },
    closed: { state: 'CLOSED', acknowledgedBy: ME },
  })

  it('has first what needs me: the worst, then what I was asked, then the oldest', () => {
    const groups = groupsFor(ME, false, all)
    expect(ids(groups.needsMe)).toEqual(['critical', 'asked', 'unclaimedOld', 'unclaimed'])
    expect(ids(groups.cleared).sort()).toEqual(['cleared', 'clearedTheirs'])
    expect(ids(groups.withMe).sort()).toEqual(['mine', 'taken'])
    expect(ids(groups.withOthers).sort()).toEqual(['askedOther', 'given', 'theirs'])
    expect(ids(groups.aside)).toEqual(['shelved', 'shelvedMine'])
    expect(ids(groups.closed)).toEqual(['closed'])
  })

  it('has what was escalated, if I am the manager', () => {
    const escalated = alerts({ theirs: { assignee: 'wang.lei', escalation: 1, escalatedTo: 'MANAGER' } })
    expect(ids(groupsFor(ME, true, escalated).needsMe)).toEqual(['theirs'])
    expect(ids(groupsFor(ME, false, escalated).withOthers)).toEqual(['theirs'])
  })

  it('shows every alert exactly once', () => {
    const shown = Object.values(groupsFor(ME, false, all)).flatMap(ids)
    expect(shown.sort()).toEqual(Object.keys(all).sort())
  })

  it('hands over what was given to me or acknowledged by me, also what is shelved', () => {
    expect(ids(toHandOver(ME, all)).sort()).toEqual(['asked', 'mine', 'shelvedMine', 'taken'])
    expect(toHandOver('sun.yan', all)).toEqual([])
  })
})
