import { describe, expect, it } from 'vitest'
import { angleOf, placeOf } from './screen'

describe('where a screen hangs', () => {
  it('is told by its address', () => {
    expect(placeOf({ zone: 'B', exit: ['west:left:40', 'south:back'] })).toEqual({
      zone: 'B',
      signs: [
        { exit: 'west', direction: 'left', metres: 40 },
        { exit: 'south', direction: 'back', metres: undefined },
      ],
    })
    expect(placeOf({})).toEqual({ zone: undefined, signs: [] })
  })

  it.each(['west', 'west:', 'west:sideways:40', 'west:left:far', 'west:left:99999', ':left:4', 'west:left:-4'])(
    'has no direction rather than a wrong one: %s',
    (exit) => {
      expect(placeOf({ exit }).signs).toEqual([])
    },
  )

  it('takes the first of two directions for one exit', () => {
    expect(placeOf({ exit: ['west:left', 'west:right'] }).signs).toMatchObject([{ direction: 'left' }])
  })

  it('reads an exit whose id has a colon', () => {
    expect(placeOf({ exit: 'f1:west:left:40' }).signs).toMatchObject([{ exit: 'f1:west', metres: 40 }])
  })
})

it('arrows point the way they are told', () => {
  expect((['ahead', 'right', 'back', 'left', 'up', 'down'] as const).map(angleOf)).toEqual([0, 90, 180, 270, 45, 135])
})
