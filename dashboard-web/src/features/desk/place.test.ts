import { describe, expect, it } from 'vitest'
import { someView } from '../../wire/testing'
import type { HallView, QueueView, WindowView } from '../../wire/view'
import { layMarks, queueBehind, windowsBeside } from './place'

const NOW = Date.parse('2026-11-20T14:42:00+08:00')
const [tax] = Object.values(someView().queues) as [QueueView]
const [first] = Object.values(someView().windows) as [WindowView]

function waiting(...minutes: number[]): QueueView {
  const tickets = minutes.map((wait, index): [string, QueueView['tickets'][string]] => [
    `T${index}`,
    { since: new Date(NOW - wait * 60_000).toISOString(), priority: 'NORMAL' },
  ])
  return { ...tax, waiting: minutes.length, tickets: Object.fromEntries(tickets) }
}

function hall(windows: Record<string, readonly string[]>, queues: Record<string, QueueView> = {}): HallView {
  const all = Object.entries(windows).map(([id, queues], order): [string, WindowView] => [
    id,
    { ...first, queues, order },
  ])
  return { ...someView(), queues, windows: Object.fromEntries(all) }
}

describe('lying marks', () => {
  it('are one a person, the limit at two thirds', () => {
    const { marks, limit, over } = layMarks(waiting(0, 15, 30, 31), NOW)
    expect(limit).toBeCloseTo(2 / 3)
    expect(marks.map(({ at }) => at * 45)).toEqual([0, 15, 30, 31])
    expect(marks.map((mark) => mark.over)).toEqual([false, false, false, true])
    expect(over).toBe(1)
  })

  it('tell the longest wait where its number has room', () => {
    expect(layMarks(waiting(41), NOW).longest).toMatchObject({ minutes: 41 })
    expect(layMarks(waiting(31), NOW).longest).toBeUndefined()
    expect(layMarks(waiting(), NOW)).toMatchObject({ marks: [], over: 0, longest: undefined })
  })

  it('never leave the line', () => {
    const { marks, limit } = layMarks(waiting(10, 200), NOW)
    expect(marks.at(-1)?.at).toBeLessThan(1)
    expect(limit).toBeLessThan(0.2)
  })
})

describe('what lies behind an alert', () => {
  const view = hall(
    { '01': ['tax'], '02': ['tax', 'social'], '03': ['social'], '04': [] },
    { tax: waiting(1), social: waiting(1, 2) },
  )

  it('is its queue, or the longest of those its window serves', () => {
    expect(queueBehind({ queue: 'tax' }, view)).toBe(view.queues.tax)
    expect(queueBehind({ window: '02' }, view)).toBe(view.queues.social)
    expect(queueBehind({ window: '04' }, view)).toBeUndefined()
    expect(queueBehind({ source: 'kiosk-1' }, view)).toBeUndefined()
  })

  it('are the windows that serve the same', () => {
    const ids = (subject: Parameters<typeof windowsBeside>[0]) => windowsBeside(subject, view).map(([id]) => id)
    expect(ids({ queue: 'tax' })).toEqual(['01', '02'])
    expect(ids({ window: '01' })).toEqual(['01', '02'])
    expect(ids({ window: '04' })).toEqual(['04'])
    expect(ids({ hall: 'small' })).toEqual([])
  })

  it('are at most eight, around the window itself', () => {
    const many = hall(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`w${index}`, ['tax']])))
    const ids = windowsBeside({ window: 'w18' }, many).map(([id]) => id)
    expect(ids).toHaveLength(8)
    expect(ids).toContain('w18')
    expect(windowsBeside({ window: 'w0' }, many).map(([id]) => id)[0]).toBe('w0')
  })
})
