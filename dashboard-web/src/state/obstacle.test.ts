import { describe, expect, it } from 'vitest'
import { obstacleOf } from './obstacle'

const away = { state: 'stale', reason: 'connection', since: undefined } as const

describe('what is in the way of a screen', () => {
  it('is a refusal, even of what was seen before', () => {
    expect(obstacleOf({ state: 'refused', status: 401 }, false)).toBe('notLoggedIn')
    expect(obstacleOf({ state: 'refused', status: 403 }, true)).toBe('noRight')
    expect(obstacleOf({ state: 'missing' }, true)).toBe('missing')
  })

  it('is the connection until a picture has come', () => {
    expect(obstacleOf({ state: 'connecting' }, false)).toBe('connecting')
    expect(obstacleOf({ state: 'live' }, false)).toBe('connecting')
    expect(obstacleOf({ state: 'reconnecting' }, false)).toBe('away')
    expect(obstacleOf(away, false)).toBe('away')
  })

  it('is nothing while an old picture stands', () => {
    expect(obstacleOf(away, true)).toBeUndefined()
    expect(obstacleOf({ state: 'live' }, true)).toBeUndefined()
  })
})
