import { describe, expect, it } from 'vitest'
import { headlineOf } from './headline'

const ACTION = { zh: '请立即撤离', en: 'Leave now' }
const FIRE = { zh: 'B 区火警', en: 'Fire in zone B' }
const LONG = { zh: `${'区'.repeat(40)}火警`, en: `Fire in ${'zone '.repeat(16)}` }
const words = { headline: FIRE, action: ACTION, mark: 0.9, crowded: false }

describe('the two lines of a takeover', () => {
  it('are as large as drawn where they fit', () => {
    expect(headlineOf(words, 'sheet')).toEqual({
      long: false,
      headline: { zh: 8.5, en: 4 },
      action: { zh: 8.5, en: 4 },
    })
    expect(headlineOf(words, 'wide').headline).toEqual({ zh: 11.5, en: 5.5 })
    expect(headlineOf({ ...words, crowded: true }, 'wide').headline).toEqual({ zh: 10, en: 4.5 })
  })

  it('leave room for the word of a drill and for a line below', () => {
    expect(headlineOf({ ...words, mark: 1.75 }, 'sheet').headline.zh).toBe(7.5)
    expect(headlineOf({ ...words, crowded: true }, 'sheet').action.zh).toBe(7.5)
  })

  it('take the whole width for a name of forty letters', () => {
    const shown = headlineOf({ ...words, headline: LONG }, 'sheet')
    expect(shown).toMatchObject({ long: true, headline: { zh: 3.1 }, action: { zh: 7 } })
    expect(headlineOf({ ...words, headline: LONG }, 'wide')).toMatchObject({
      headline: { zh: 3.5 },
      action: { zh: 8.5 },
    })
  })

  it('stand below each other on a screen on end, where many lines take their room from what to do', () => {
    expect(headlineOf(words, 'portrait')).toMatchObject({ headline: { zh: 8.5, en: 4 }, action: { zh: 8.5, en: 4 } })
    const shown = headlineOf({ ...words, headline: LONG }, 'portrait')
    expect(shown).toMatchObject({ long: false, headline: { zh: 3.1 }, action: { zh: 5.5, en: 2.75 } })
  })
})
