import { describe, expect, it } from 'vitest'
import { someView } from '../../wire/testing'
import type { Call, HallView, WindowView } from '../../wire/view'
import { arrangeCalls, callsOf } from './calls'

const NAME = { zh: '04', en: '04' }

function viewOf(windows: Record<string, Partial<WindowView>>): HallView {
  const view = someView()
  const usual = view.windows['01'] as WindowView
  return {
    ...view,
    zones: { ...view.zones, B: { name: { zh: 'B 区', en: 'Zone B' }, order: 1 } },
    windows: Object.fromEntries(
      Object.entries(windows).map(([id, window], order) => [id, { ...usual, name: NAME, order, ...window }]),
    ),
  }
}

function called(ticket: string, second: number, times = 1): Call {
  return { ticket, queue: 'tax', at: `2026-11-20T14:42:${String(second).padStart(2, '0')}+08:00`, times }
}

describe('calls', () => {
  const view = viewOf({
    '01': { lastCall: called('T1', 1), ticket: 'T1' },
    '02': { lastCall: called('T2', 5, 2), ticket: 'T2' },
    '03': { lastCall: called('T3', 3) },
    '04': {},
    '05': { zone: 'B', lastCall: called('T5', 4), ticket: 'T5' },
  })

  it('come newest first, with their places and how often', () => {
    const calls = callsOf(view, undefined)
    expect(calls.map(({ ticket }) => ticket)).toEqual(['T2', 'T5', 'T3', 'T1'])
    expect(calls[0]).toMatchObject({
      times: 2,
      queue: { zh: '税务' },
      zone: { zh: 'A 区' },
      window: NAME,
      current: true,
    })
  })

  it('of a zone are those of its windows', () => {
    expect(callsOf(view, 'B').map(({ ticket }) => ticket)).toEqual(['T5'])
  })

  it('of a ticket that went on to another window count once', () => {
    const moved = viewOf({ '01': { lastCall: called('T1', 1) }, '02': { lastCall: called('T1', 9), ticket: 'T1' } })
    expect(callsOf(moved, undefined)).toMatchObject([{ ticket: 'T1', current: true }])
  })

  it('that are over stay among the just called, never at the top', () => {
    const { top, just } = arrangeCalls(callsOf(view, undefined), 2, 3)
    expect(top.map(({ ticket }) => ticket)).toEqual(['T2', 'T5'])
    expect(just.map(({ ticket }) => ticket)).toEqual(['T3', 'T1'])
  })

  it('whose queue or zone is unknown are shown by their ids', () => {
    const odd = viewOf({ '01': { zone: 'Q', lastCall: { ...called('T1', 1), queue: 'gone' } } })
    expect(callsOf(odd, undefined)).toMatchObject([{ zone: { zh: 'Q' }, queue: { zh: 'gone' } }])
  })
})
