import { describe, expect, it } from 'vitest'
import { WireError } from './check'
import { asFrame, asFrameId, formatFrameId } from './frame'
import type { Json } from './mergePatch'
import { advance as advanceAny, type Picture } from './picture'
import { asHallView } from './shapes'
import { someAlert, someView } from './testing'
import type { HallView } from './view'

const advance = (picture: Picture | undefined, frame: Parameters<typeof advanceAny<HallView>>[1]) =>
  advanceAny(picture, frame, asHallView)

const held: Picture = { id: asFrameId('e1.5'), view: someView(5) }

function patch(id: string, body: Json) {
  return { event: 'patch', id: asFrameId(id), patch: body } as const
}

describe('picture', () => {
  it('moves on with a patch and drops what the patch deletes', () => {
    const next = advance(
      held,
      patch('e1.7', { version: 7, queues: { tax: { waiting: 0, longestWaitSince: null, tickets: { T002: null } } } }),
    )
    expect(next?.id).toEqual({ epoch: 'e1', version: 7 })
    expect(next?.view.queues.tax).toMatchObject({ waiting: 0, tickets: {} })
    expect(next?.view.queues.tax).not.toHaveProperty('longestWaitSince')
    expect(next?.view.windows).toBe(held.view.windows)
  })

  it('stays as it is when the version is not above the one held', () => {
    expect(advance(held, patch('e1.5', { version: 5, today: { issued: 99 } }))).toBe(held)
    expect(advance(held, patch('e1.4', { version: 4, today: { issued: 99 } }))).toBe(held)
  })

  it('is always replaced by a snapshot, also by an older one', () => {
    const older = someView(3)
    expect(advance(held, { event: 'snapshot', id: asFrameId('e1.3'), view: older })?.view).toBe(older)
  })

  it('cannot go on with another journal or from nothing', () => {
    expect(advance(held, patch('e2.6', { version: 6 }))).toBeUndefined()
    expect(advance(undefined, patch('e1.6', { version: 6 }))).toBeUndefined()
  })

  it('refuses a patch that would leave a broken view, and names the place', () => {
    expect(() => advance(held, patch('e1.6', { queues: { tax: { waiting: 'many' } } }))).toThrow(
      new WireError('view.queues.tax.waiting is not a number'),
    )
  })
})

describe('alerts in the picture', () => {
  const withAlert: Picture = { id: asFrameId('e1.5'), view: { ...someView(5), alerts: { a5: someAlert() } } }

  it('change with all their members, and what is absent now is gone', () => {
    const changed = { ...someAlert({ state: 'ACKNOWLEDGED', acknowledgedBy: 'li.qiang' }), onset: null }
    const next = advance(withAlert, patch('e1.6', { alerts: { a5: changed as unknown as Json } }))
    expect(next?.view.alerts.a5).toMatchObject({ state: 'ACKNOWLEDGED', acknowledgedBy: 'li.qiang' })
    expect(next?.view.alerts.a5).not.toHaveProperty('onset')
  })

  it('go when they are null', () => {
    expect(advance(withAlert, patch('e1.6', { alerts: { a5: null } }))?.view.alerts).toEqual({})
  })

  it('are refused when they are broken, but a kind may be new', () => {
    const planted = (alert: object) => asHallView({ ...someView(), alerts: { a5: { ...someAlert(), ...alert } } })
    expect(() => planted({ severity: 'BAD' })).toThrow('view.alerts.a5.severity')
    expect(planted({ subject: { hall: true } }).alerts.a5?.subject.hall).toBe(true)
    expect(planted({ kind: 'AIR_QUALITY' }).alerts.a5?.kind).toBe('AIR_QUALITY')
  })

  it('are none, as holds and shifts, where the server is older', () => {
    const { alerts: _, holds: __, duty: ___, ...older } = someView()
    expect(asHallView(older)).toMatchObject({ alerts: {}, holds: {}, duty: {} })
  })
})

describe('frame', () => {
  it('reads the version after the last dot of an id', () => {
    expect(asFrameId('a.b-c.12')).toEqual({ epoch: 'a.b-c', version: 12 })
    expect(formatFrameId(asFrameId('a.b-c.12'))).toBe('a.b-c.12')
    expect(() => asFrameId('12')).toThrow(WireError)
    expect(() => asFrameId(undefined)).toThrow(WireError)
  })

  it('passes over events it does not know', () => {
    expect(asFrame('fanfare', undefined, {}, asHallView)).toBeUndefined()
  })

  it('refuses a heartbeat without a time', () => {
    expect(() => asFrame('heartbeat', undefined, { journal: 'LIVE' }, asHallView)).toThrow('heartbeat.at')
  })

  it('refuses a snapshot of another shape', () => {
    expect(() => asFrame('snapshot', 'e.1', { ...someView(), today: undefined }, asHallView)).toThrow('view.today')
  })
})
