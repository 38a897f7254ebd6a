import { describe, expect, it } from 'vitest'
import type { Emergencies, Emergency, EmergencyBelow } from '../wire/emergency'
import { someEmergency } from '../wire/testing'
import { openEmergencies, RESUMED_MILLIS, sceneOf, takesOver } from './emergencies'

const NOW = Date.parse('2026-11-20T14:47:00+08:00')
const BELOW = {
  hall: 'east',
  name: { zh: '城东', en: 'East' },
  id: 'e-9',
  kind: 'GAS_LEAK',
  drill: false,
  headline: { zh: '毒气泄漏', en: 'Gas leak' },
  severity: 'SERIOUS',
  instruction: 'EVACUATE',
  state: 'ACTIVE',
  severe: true,
  since: '2026-11-20T14:40:00+08:00',
} as const satisfies EmergencyBelow

function scene(emergencies: Emergencies, zone?: string, below = {}) {
  return sceneOf(emergencies, below, zone, NOW)
}
const ids = (all: Record<string, Partial<Emergency>>) =>
  openEmergencies(Object.fromEntries(Object.entries(all).map(([id, more]) => [id, someEmergency(more)]))).map(
    ({ id }) => id,
  )

describe('the first of several emergencies', () => {
  it('is one to leave for before one to shelter in before one to keep away from it', () => {
    expect(
      ids({ n: { instruction: 'NONE' }, k: { instruction: 'KEEP_AWAY' }, s: { instruction: 'SHELTER' }, e: {} }),
    ).toEqual(['e', 's', 'k', 'n'])
  })

  it('is the gravest, then the oldest', () => {
    expect(
      ids({
        late: { declaredAt: '2026-11-20T14:46:00+08:00' },
        early: {},
        grave: { severity: 'ESPECIALLY_SERIOUS', declaredAt: '2026-11-20T14:46:30+08:00' },
      }),
    ).toEqual(['grave', 'early', 'late'])
  })

  it('is never a drill while there is a real one', () => {
    expect(ids({ drill: { drill: true }, real: { instruction: 'NONE', severity: 'ORDINARY' } })).toEqual([
      'real',
      'drill',
    ])
  })

  it('is an open one', () => {
    expect(ids({ over: { state: 'ENDED' }, gone: { state: 'CLOSED' }, ending: { state: 'ENDING' } })).toEqual([
      'ending',
    ])
  })
})

describe('a wall', () => {
  it('is as usual without an emergency', () => {
    expect(scene({}).kind).toBe('usual')
  })

  it('is taken over in the zones that the instruction holds for, and where its zone is not known', () => {
    const inB = { e: someEmergency({ affected: ['B'] }) }
    expect(scene(inB, 'B').kind).toBe('takeover')
    expect(scene(inB).kind).toBe('takeover')
    expect(scene(inB, 'C').kind).toBe('strip')
    expect(scene({ e: someEmergency() }, 'C').kind).toBe('takeover')
  })

  it('is taken over by nothing but leaving and sheltering', () => {
    for (const [instruction, kind] of [
      ['EVACUATE', 'takeover'],
      ['SHELTER', 'takeover'],
      ['KEEP_AWAY', 'strip'],
      ['NONE', 'strip'],
    ] as const) {
      expect(scene({ e: someEmergency({ instruction }) }).kind).toBe(kind)
    }
  })

  it('obeys what holds for its zone before what is graver elsewhere, and names the others', () => {
    const shown = scene(
      {
        there: someEmergency({ affected: ['D'], severity: 'ESPECIALLY_SERIOUS' }),
        here: someEmergency({ affected: ['B'], instruction: 'SHELTER', severity: 'ORDINARY' }),
      },
      'B',
    )
    expect(shown).toMatchObject({ kind: 'takeover', first: { id: 'here' }, others: [{ id: 'there' }] })
  })

  it('is not taken over by a drill while a real one is open', () => {
    const shown = scene({ drill: someEmergency({ drill: true }), real: someEmergency({ instruction: 'NONE' }) })
    expect(shown).toMatchObject({ kind: 'strip', first: { id: 'real' }, others: [{ id: 'drill', drill: true }] })
  })

  it('shows severe ones of halls below in the strip, behind its own', () => {
    expect(scene({}, undefined, { 'east/e-9': BELOW })).toMatchObject({ kind: 'below', first: { hall: 'east' } })
    expect(scene({}, undefined, { 'east/e-9': { ...BELOW, severe: false } }).kind).toBe('usual')
    const own = scene({ e: someEmergency() }, undefined, { 'east/e-9': BELOW })
    expect(own).toMatchObject({ kind: 'takeover', others: [{ id: 'east/e-9', headline: { zh: '城东 毒气泄漏' } }] })
  })

  it('shows a real one below before a drill of its own', () => {
    const shown = scene({ e: someEmergency({ drill: true }) }, undefined, { 'east/e-9': BELOW })
    expect(shown).toMatchObject({ kind: 'below', others: [{ id: 'e', drill: true }] })
  })

  it('says for five minutes that service resumes', () => {
    const ended = (more: Partial<Emergency> = {}) => ({
      e: someEmergency({ state: 'ENDED', outcome: 'RESOLVED', endedAt: '2026-11-20T14:46:00+08:00', ...more }),
    })
    expect(scene(ended()).kind).toBe('resumed')
    expect(scene(ended({ state: 'CLOSED', outcome: 'FALSE_ALARM' })).kind).toBe('resumed')
    expect(scene(ended({ outcome: 'MERGED' })).kind).toBe('usual')
    expect(scene(ended({ instruction: 'NONE', stopsService: false })).kind).toBe('usual')
    expect(sceneOf(ended(), {}, undefined, NOW + RESUMED_MILLIS).kind).toBe('usual')
    expect(scene({ ...ended(), f: someEmergency({ kind: 'GAS_LEAK' }) })).toMatchObject({ first: { id: 'f' } })
  })
})

it('an emergency of the whole hall holds for each of its zones', () => {
  expect(takesOver(someEmergency({ affected: [] }), 'D')).toBe(true)
})
