import { describe, expect, it } from 'vitest'
import type { Listed } from '../../state/alerts'
import type { Severity } from '../../wire/alert'
import { someAlert } from '../../wire/testing'
import { arrange } from './arrange'

const LINES = 12

function some(count: number, severity: Severity): Listed[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${severity}${index}`, alert: someAlert({ severity }) }))
}

const counts = ({ rows, left, aside, asideLeft, compact }: ReturnType<typeof arrange>) => ({
  rows: rows.length,
  left: left.length,
  aside: aside.length,
  asideLeft: asideLeft.length,
  compact,
})

describe('the alert column', () => {
  it('has six full rows', () => {
    expect(counts(arrange(some(6, 'MINOR'), [], LINES))).toEqual({
      rows: 6,
      left: 0,
      aside: 0,
      asideLeft: 0,
      compact: false,
    })
  })

  it('counts what is left over in one line, which takes the room of a row', () => {
    const open = [...some(2, 'MAJOR'), ...some(7, 'MINOR')]
    expect(counts(arrange(open, [], LINES))).toEqual({ rows: 5, left: 4, aside: 0, asideLeft: 0, compact: false })
  })

  it('never loses what is shelved or held, and gives each its line where there is room', () => {
    expect(counts(arrange(some(2, 'MINOR'), some(3, 'MAJOR'), LINES))).toMatchObject({
      rows: 2,
      aside: 3,
      asideLeft: 0,
    })
    expect(counts(arrange(some(6, 'MINOR'), some(3, 'MAJOR'), LINES))).toEqual({
      rows: 5,
      left: 1,
      aside: 0,
      asideLeft: 3,
      compact: false,
    })
  })

  it('gives every critical and major one a row, if need be of one line', () => {
    const open = [...some(4, 'CRITICAL'), ...some(5, 'MAJOR'), ...some(6, 'MINOR')]
    const arranged = arrange(open, some(1, 'MINOR'), LINES)
    expect(counts(arranged)).toEqual({ rows: 10, left: 5, aside: 1, asideLeft: 0, compact: true })
    expect(arranged.left.every(({ alert }) => alert.severity === 'MINOR')).toBe(true)
  })

  it('shows everything somewhere, whatever there is', () => {
    for (let open = 0; open <= 20; open++) {
      for (let aside = 0; aside <= 14; aside++) {
        for (const severity of ['CRITICAL', 'MINOR'] as const) {
          const arranged = arrange(some(open, severity), some(aside, 'MINOR'), LINES)
          const { rows, left, aside: shown, asideLeft, compact } = arranged
          expect(rows.length + left.length).toBe(open)
          expect(shown.length + asideLeft.length).toBe(aside)
          const lines =
            rows.length * (compact ? 1 : 2) + Math.min(1, left.length) + shown.length + Math.min(1, asideLeft.length)
          expect(lines).toBeLessThanOrEqual(LINES)
        }
      }
    }
  })
})
