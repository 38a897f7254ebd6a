import { danger } from '../../state/emergencies'
import type { Name } from '../../wire/name'
import type { EmergencyGlance } from '../../wire/region'
import { runningEmergencies } from './need'
import type { Standing } from './order'

/** A running emergency of a hall below. */
export interface RegionEmergency {
  readonly hall: string
  readonly name: Name
  readonly timeZone: string
  readonly emergency: EmergencyGlance
}

/** All of the halls, the most dangerous first; drills come last. */
export function emergenciesOf(standings: Iterable<Standing>): RegionEmergency[] {
  return [...standings]
    .filter(({ glance }) => glance.emergencies !== undefined)
    .flatMap(({ id, glance }) =>
      runningEmergencies(glance).map(([, emergency]) => ({
        hall: id,
        name: glance.name,
        timeZone: glance.timeZone,
        emergency,
      })),
    )
    .sort((a, b) => danger(a.emergency, b.emergency) || (a.hall < b.hall ? -1 : 1))
}
