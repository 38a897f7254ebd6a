import { describe, expect, it } from 'vitest'
import { asEmergencyDetail, asOrdered, asPlans } from './emergencyDesk'
import { asHallView } from './shapes'
import { someEmergency, someView } from './testing'

describe('emergencies over the wire', () => {
  it('are none, as exits, drills and those below, where the server is older', () => {
    const { exits: _, emergencies: __, drills: ___, below: ____, ...older } = someView()
    const queues = Object.fromEntries(
      Object.entries(older.queues).map(([id, { suspended: _, ...queue }]) => [id, queue]),
    )
    const view = asHallView({ ...older, queues })
    expect(view).toMatchObject({ exits: {}, emergencies: {}, drills: {}, below: {} })
    expect(view.queues.tax?.suspended).toBe(false)
    expect(view.assembly).toBeUndefined()
  })

  it('leave a picture alone that says all', () => {
    const view = someView()
    expect(asHallView(view).queues).toBe(view.queues)
  })

  it('may be of a kind that came later, but not in a state that nobody knows', () => {
    const planted = (more: object) =>
      asHallView({ ...someView(), emergencies: { 'e-1': { ...someEmergency(), ...more } } }).emergencies['e-1']
    expect(planted({ kind: 'METEORITE' })?.kind).toBe('METEORITE')
    expect(() => planted({ state: 'BURNING' })).toThrow('view.emergencies.e-1.state')
    expect(() => planted({ wall: {} })).toThrow('view.emergencies.e-1.wall.action')
  })

  it('tell of a window that one stopped', () => {
    const view = someView()
    const stopped = { ...view, windows: { '01': { ...view.windows['01'], status: 'SUSPENDED' } } }
    expect(asHallView(stopped).windows['01']?.status).toBe('SUSPENDED')
  })

  it('say of an order whether it is recorded', () => {
    const emergency = { id: 'e-1', ...someEmergency() }
    expect(asOrdered({ emergency, version: 7, recorded: true, joined: false })).toEqual({
      id: 'e-1',
      version: 7,
      joined: false,
    })
    expect(asOrdered({ emergency, recorded: false, joined: true })).toEqual({ id: 'e-1', joined: true })
    expect(() => asOrdered({ version: 7 })).toThrow('answer.emergency')
  })

  it('have a whole timeline with unknown lines, and a score', () => {
    const score = { steps: { a: { targetSeconds: 60, within: false } }, within: 0, of: 1, share: 0, grade: 'FAIL' }
    const timeline = { '1': { at: '2026-11-20T14:44:00+08:00', by: 'zhou.min', type: 'SUNG', verse: 2 } }
    const detail = asEmergencyDetail({ id: 'e-1', ...someEmergency(), what: null, timeline, score })
    expect(detail.emergency.timeline['1']).toMatchObject({ type: 'SUNG', verse: 2 })
    expect(detail.emergency).not.toHaveProperty('what')
    expect(detail.score?.grade).toBe('FAIL')
  })

  it('refuse a broken plan and name the place', () => {
    expect(() => asPlans({ plans: { FIRE: { title: { zh: '火', en: 'Fire' } } } })).toThrow('answer.plans.FIRE')
  })
})
