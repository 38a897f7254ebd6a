/** What of a hall its visitors may see, as the server has it: the same shape, and empty what is not for them. */
import type { Emergencies, Emergency } from '../../src/wire/emergency'
import type { HallView, WindowView } from '../../src/wire/view'

export function forVisitors(view: HallView): HallView {
  return {
    ...view,
    windows: mapped(view.windows, windowForVisitors),
    alerts: {},
    holds: {},
    duty: {},
    emergencies: emergenciesForVisitors(view.emergencies),
    drills: {},
    below: {},
  }
}

export function emergenciesForVisitors(emergencies: Emergencies): Emergencies {
  return mapped(emergencies, emergencyForVisitors)
}

function windowForVisitors({ staff: _, awaySince: __, reason: ___, ...window }: WindowView): WindowView {
  return { ...window, staffAway: false }
}

/** Only what is named here goes out. */
function emergencyForVisitors({
  kind,
  drill,
  state,
  outcome,
  mergedInto,
  zones,
  affected,
  headline,
  title,
  severity,
  severe,
  instruction,
  stopsService,
  wall,
  closedExits,
  declaredAt,
  endedBy,
  endedAt,
  closedAt,
}: Emergency): Emergency {
  const ending = state === 'ENDING'
  return {
    kind,
    drill,
    state: ending ? 'ACTIVE' : state,
    ...(outcome && !ending && { outcome }),
    ...(mergedInto && { mergedInto }),
    zones,
    affected,
    headline,
    title,
    severity,
    severe,
    instruction,
    stopsService,
    wall,
    closedExits,
    declaredAt,
    declaredBy: '',
    sightings: 0,
    ...(endedBy !== undefined && { endedBy: '' }),
    ...(endedAt && { endedAt }),
    ...(closedAt && { closedAt }),
    endNeedsTwo: false,
    planEdition: 0,
    steps: {},
    roles: {},
    counts: { evacuated: 0, injured: 0, dead: 0, missing: 0 },
    muster: {},
    reports: { FIRST: { number: 0 }, FOLLOW_UP: { number: 0 }, FINAL: { number: 0 } },
    findings: {},
    lines: 0,
    timeline: {},
  }
}

function mapped<T>(map: Readonly<Record<string, T>>, change: (one: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([id, one]) => [id, change(one)]))
}
