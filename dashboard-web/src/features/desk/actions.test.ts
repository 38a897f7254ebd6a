import { describe, expect, it } from 'vitest'
import type { AlertView } from '../../wire/alert'
import { someAlert } from '../../wire/testing'
import { actionsFor } from './actions'

const ME = 'li.qiang'
const main = (more: Partial<AlertView>) => actionsFor(someAlert(more), ME).main?.label

describe('the action within reach', () => {
  it('is to claim what is nobody’s, and to respond when I was asked', () => {
    expect(main({})).toBe('acknowledge')
    expect(main({ assignee: ME })).toBe('respond')
    expect(main({ assignee: 'zhou.min' })).toBe('acknowledge')
  })

  it('is to confirm what is over, to bring back what is shelved, to close what is done', () => {
    expect(main({ state: 'CLEARED', active: false })).toBe('confirm')
    expect(main({ state: 'SHELVED' })).toBe('unshelve')
    expect(main({ state: 'ACKNOWLEDGED', active: false })).toBe('close')
  })

  it('is none while somebody is at work, while it is held, or when it is closed', () => {
    expect(main({ state: 'ACKNOWLEDGED' })).toBeUndefined()
    expect(actionsFor(someAlert({ state: 'SUPPRESSED' }), ME)).toEqual({ others: ['note'] })
    expect(actionsFor(someAlert({ state: 'CLOSED' }), ME)).toEqual({ others: [] })
  })
})
