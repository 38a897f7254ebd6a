import { expect, test } from 'vitest'
import { stripPages } from './stripPages'

const queues = (count: number, needs: Readonly<Record<number, number>> = {}) =>
  Array.from({ length: count }, (_, index) => ({ id: `q${index}`, need: needs[index] ?? 0 }))

test('what fits does not turn', () => {
  expect(stripPages(queues(10)).pages).toEqual([])
  expect(stripPages(queues(10)).pinned).toHaveLength(10)
})

test('with one more than fits all of them come', () => {
  const { pinned, pages } = stripPages(queues(11))
  expect(pinned).toEqual([])
  expect(pages.map((page) => page.length)).toEqual([6, 5])
})

test('queues in need stand on every page, in the order of the plan', () => {
  const { pinned, pages } = stripPages(queues(60, { 41: 3, 7: 1, 12: 2 }))
  expect(pinned).toEqual(['q7', 'q12', 'q41'])
  expect(pages).toHaveLength(9)
  expect(pages.flat()).toHaveLength(57)
  expect(pages.flat()).not.toContain('q41')
})

test('when all are in need the worst are pinned, and the others turn, the worst first', () => {
  const needs = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [index, index + 1]))
  const { pinned, pages } = stripPages(queues(20, needs))
  expect(pinned).toEqual(['q14', 'q15', 'q16', 'q17', 'q18', 'q19'])
  expect(pages[0]).toEqual(['q13', 'q12', 'q11', 'q10'])
  expect(pages.flat()).toHaveLength(14)
})
