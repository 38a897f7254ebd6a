import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { asFrame, type Frame } from '../wire/frame'
import type { Json } from '../wire/mergePatch'
import { asHallView } from '../wire/shapes'
import { someEmergency, someView } from '../wire/testing'
import { useEmergencies } from './emergencies'
import { useHall } from './hall'

const at = '2026-11-20T14:44:00+08:00'

function snapshot(version: number, emergencies = {}) {
  return asFrame('snapshot', `e.${version}`, { ...someView(version), emergencies }, asHallView)
}
const unrecorded = (emergencies: object) => asFrame('unrecorded', undefined, { at, emergencies }, asHallView)

function take(...frames: (Frame | undefined)[]) {
  const hall = useHall()
  for (const frame of frames) {
    if (frame?.event === 'unrecorded') hall.applyUnrecorded(frame)
    else if (frame && frame.event !== 'heartbeat') expect(hall.apply(frame)).toBe(true)
  }
  return Object.keys(hall.emergencies)
}

describe('what is not recorded yet', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('is shown with what is, and known as unrecorded', () => {
    expect(take(snapshot(1, { 'e-1': someEmergency() }), unrecorded({ 'e-2': someEmergency() }))).toEqual([
      'e-1',
      'e-2',
    ])
    const emergencies = useEmergencies()
    expect(emergencies.open).toHaveLength(2)
    expect([emergencies.isRecorded('e-1'), emergencies.isRecorded('e-2')]).toEqual([true, false])
  })

  it('stands above what is: an end that the journal has not heard of is an end', () => {
    take(snapshot(1, { 'e-1': someEmergency() }), unrecorded({ 'e-1': someEmergency({ state: 'ENDED' }) }))
    expect(useEmergencies().open).toEqual([])
  })

  it('is the whole set each time, and nothing when it is empty', () => {
    take(snapshot(1), unrecorded({ 'e-2': someEmergency() }))
    expect(take(unrecorded({ 'e-3': someEmergency() }))).toEqual(['e-3'])
    expect(take(unrecorded({}))).toEqual([])
  })

  it('outlives a patch, as after a reconnect, and goes with a snapshot', () => {
    take(snapshot(1), unrecorded({ 'e-2': someEmergency() }))
    expect(take(asFrame('patch', 'e.2', { version: 2 } as Json, asHallView))).toEqual(['e-2'])
    expect(take(snapshot(3))).toEqual([])
  })

  it('is refused when it is broken', () => {
    expect(() => unrecorded({ 'e-2': { ...someEmergency(), state: 'BURNING' } })).toThrow(
      'unrecorded.emergencies.e-2.state',
    )
  })
})
