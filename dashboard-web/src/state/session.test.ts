import { describe, expect, it } from 'vitest'
import type { HallSummary } from '../wire/view'
import { hallToShow } from './session'

const hall = (id: string, more: Partial<HallSummary> = {}): HallSummary => ({
  hall: id,
  name: { zh: id, en: id },
  level: 'CITY',
  ...more,
})

describe('the hall to show', () => {
  it('is the first that is open', () => {
    expect(hallToShow([hall('province'), hall('a', { open: false }), hall('b', { open: true })])).toBe('b')
  })

  it('is else the first with no hall below it', () => {
    expect(hallToShow([hall('province'), hall('city', { parent: 'province' })])).toBe('city')
  })

  it('is none when there is none', () => {
    expect(hallToShow([])).toBeUndefined()
  })
})
