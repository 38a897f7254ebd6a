import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CallLine, type Line } from './callLine'
import type { BoardCall } from './calls'

const NOW = Date.parse('2026-11-20T14:42:00+08:00')
const NAME = { zh: '', en: '' }

function call(ticket: string, ago = 0, times = 1): BoardCall {
  const at = NOW - ago * 1_000
  return { key: `${ticket} ${times}`, ticket, window: NAME, zone: NAME, queue: NAME, at, times, current: true }
}

describe('the line of calls', () => {
  let line: Line = { shown: [], fresh: undefined }
  let told: string[] = []
  let calls: CallLine
  const shown = () => line.shown.map(({ ticket }) => ticket)

  beforeEach(() => {
    vi.useFakeTimers()
    told = []
    calls = new CallLine({
      changed: (changed) => {
        line = changed
      },
      announce: ({ ticket, times }) => told.push(`${ticket} ${times}`),
    })
  })
  afterEach(() => {
    calls.stop()
    vi.useRealTimers()
  })

  it('says nothing of the first picture, and lets its newest stand out for what is left of its time', () => {
    calls.take([call('T2', 4), call('T1', 9)], NOW)
    expect(shown()).toEqual(['T2', 'T1'])
    expect(line.fresh).toBe('T2 1')
    vi.advanceTimersByTime(7_900)
    expect(line.fresh).toBe('T2 1')
    vi.advanceTimersByTime(200)
    expect(line.fresh).toBeUndefined()
    expect(told).toEqual([])
  })

  it('shows calls of the same second one after the other', () => {
    calls.take([], NOW)
    calls.take([call('T3'), call('T2'), call('T1')], NOW)
    expect(shown()).toEqual(['T1'])
    vi.advanceTimersByTime(2_900)
    expect(shown()).toEqual(['T1'])
    vi.advanceTimersByTime(200)
    expect(shown()).toEqual(['T2', 'T1'])
    expect(line.fresh).toBe('T2 1')
    vi.advanceTimersByTime(3_000)
    expect(shown()).toEqual(['T3', 'T2', 'T1'])
    expect(told).toEqual(['T1 1', 'T2 1', 'T3 1'])
    vi.advanceTimersByTime(12_000)
    expect(line.fresh).toBeUndefined()
  })

  it('tells a recall anew', () => {
    calls.take([call('T1', 20)], NOW)
    calls.take([call('T1', 0, 2)], NOW)
    expect(told).toEqual(['T1 2'])
    expect(line.fresh).toBe('T1 2')
  })

  it('what was called while the screen was away is there at once and does not stand out', () => {
    calls.take([call('T1', 50)], NOW - 40_000)
    calls.take([call('T3', 20), call('T2', 30), call('T1', 50)], NOW)
    expect(shown()).toEqual(['T3', 'T2', 'T1'])
    expect(line.fresh).toBeUndefined()
    expect(told).toEqual(['T2 1', 'T3 1'])
  })

  it('of a flood only the last few wait', () => {
    calls.take([], NOW)
    calls.take(
      ['T6', 'T5', 'T4', 'T3', 'T2', 'T1'].map((ticket) => call(ticket)),
      NOW,
    )
    expect(shown()).toEqual(['T3', 'T2', 'T1'])
    vi.advanceTimersByTime(9_000)
    expect(shown()).toEqual(['T6', 'T5', 'T4', 'T3', 'T2', 'T1'])
  })

  it('a call that is gone before it appeared never does', () => {
    calls.take([], NOW)
    calls.take([call('T2'), call('T1')], NOW)
    calls.take([call('T1')], NOW)
    vi.advanceTimersByTime(10_000)
    expect(told).toEqual(['T1 1'])
  })
})
