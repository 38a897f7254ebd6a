import { defineStore } from 'pinia'
import { computed } from 'vue'
import {
  type Below,
  type Emergencies,
  type Emergency,
  type EmergencyBelow,
  EVENT_SEVERITIES,
  INSTRUCTIONS,
} from '../wire/emergency'
import { useHall } from './hall'

/** An emergency with its id, as lists show it. */
export interface ListedEmergency {
  readonly id: string
  readonly emergency: Emergency
}

/** The hall's emergencies as they are now, recorded or not. */
export const useEmergencies = defineStore('emergencies', () => {
  const hall = useHall()
  const all = computed(() => hall.emergencies)
  const open = computed(() => openEmergencies(hall.emergencies))
  const isRecorded = (id: string) => hall.unrecorded[id] === undefined
  return { all, open, isRecorded }
})

/** How long a wall says that service resumes. */
export const RESUMED_MILLIS = 5 * 60_000

export function isOpenEmergency({ state }: Pick<Emergency, 'state'>): boolean {
  return state === 'ACTIVE' || state === 'ENDING'
}

export function listedEmergencies(emergencies: Emergencies): ListedEmergency[] {
  return Object.entries(emergencies).map(([id, emergency]) => ({ id, emergency }))
}

/** What has to be known first comes first. */
export function openEmergencies(emergencies: Emergencies): ListedEmergency[] {
  return listedEmergencies(emergencies)
    .filter(({ emergency }) => isOpenEmergency(emergency))
    .sort(byDanger())
}

/** No zone, or none that the hall knows, is everywhere: rather one screen too many than one too few. */
export function affects({ affected }: Pick<Emergency, 'affected'>, zone: string | undefined): boolean {
  return zone === undefined || affected.length === 0 || affected.includes(zone)
}

/** Whether a screen in this zone shows nothing else any more. */
export function takesOver(emergency: Emergency, zone: string | undefined): boolean {
  const leaves = emergency.instruction === 'EVACUATE' || emergency.instruction === 'SHELTER'
  return leaves && affects(emergency, zone)
}

export type Dangerous = Pick<Emergency, 'drill' | 'instruction' | 'severity'> & { readonly since: string }

/** A real one before a drill, then by what people have to do, by severity, by age. */
export function danger(a: Dangerous, b: Dangerous): number {
  return (
    Number(a.drill) - Number(b.drill) ||
    INSTRUCTIONS.indexOf(a.instruction) - INSTRUCTIONS.indexOf(b.instruction) ||
    EVENT_SEVERITIES.indexOf(a.severity) - EVENT_SEVERITIES.indexOf(b.severity) ||
    Date.parse(a.since) - Date.parse(b.since)
  )
}

/** For a screen in a zone: what it has to obey comes before what only others have to. */
function byDanger(zone?: string) {
  return (a: ListedEmergency, b: ListedEmergency) =>
    Number(a.emergency.drill) - Number(b.emergency.drill) ||
    Number(takesOver(b.emergency, zone)) - Number(takesOver(a.emergency, zone)) ||
    danger({ ...a.emergency, since: a.emergency.declaredAt }, { ...b.emergency, since: b.emergency.declaredAt }) ||
    (a.id < b.id ? -1 : 1)
}

/** What the emergencies make of a wall. */
export type Scene =
  /** The hall as on any day. */
  | { readonly kind: 'usual' }
  /** The whole screen is this one; the others have a line. */
  | { readonly kind: 'takeover'; readonly first: ListedEmergency; readonly others: readonly Other[] }
  /** It takes the place of the header. */
  | { readonly kind: 'strip'; readonly first: ListedEmergency; readonly others: readonly Other[] }
  /** As the strip, for one of a hall below. */
  | { readonly kind: 'below'; readonly first: EmergencyBelow; readonly others: readonly Other[] }
  /** The last one is over. */
  | { readonly kind: 'resumed'; readonly first: ListedEmergency }

/** One that stands in a line only. */
export type Other = Pick<Emergency, 'kind' | 'drill' | 'headline'> & { readonly id: string }

/** `zone`: where the screen hangs, where that is known. */
export function sceneOf(emergencies: Emergencies, below: Below, zone: string | undefined, now: number): Scene {
  const open = listedEmergencies(emergencies)
    .filter(({ emergency }) => isOpenEmergency(emergency))
    .sort(byDanger(zone))
  const severe = Object.entries(below)
    .filter(([, one]) => one.severe && isOpenEmergency(one))
    .sort(([, a], [, b]) => danger(a, b))
  const [first, ...rest] = open
  const [belowFirst, ...belowRest] = severe
  const others = (own: readonly ListedEmergency[], theirs: typeof severe): Other[] => [
    ...own.map(({ id, emergency: { kind, drill, headline } }) => ({ id, kind, drill, headline })),
    ...theirs.map(([id, { kind, drill, headline, name }]) => ({ id, kind, drill, headline: joined(name, headline) })),
  ]
  // A drill in the own hall does not hide what is real below.
  if (first && (!first.emergency.drill || !belowFirst || belowFirst[1].drill)) {
    const kind = takesOver(first.emergency, zone) ? 'takeover' : 'strip'
    return { kind, first, others: others(rest, severe) }
  }
  if (belowFirst) return { kind: 'below', first: belowFirst[1], others: others(open, belowRest) }
  const ended = listedEmergencies(emergencies)
    .filter(({ emergency }) => justEnded(emergency, now))
    .sort((a, b) => Date.parse(b.emergency.endedAt ?? '') - Date.parse(a.emergency.endedAt ?? ''))[0]
  return ended ? { kind: 'resumed', first: ended } : { kind: 'usual' }
}

function justEnded({ state, outcome, endedAt, instruction, stopsService }: Emergency, now: number): boolean {
  if ((state !== 'ENDED' && state !== 'CLOSED') || outcome === 'MERGED' || endedAt === undefined) return false
  const felt = stopsService || instruction !== 'NONE'
  return felt && now - Date.parse(endedAt) < RESUMED_MILLIS
}

function joined(hall: Emergency['headline'], headline: Emergency['headline']): Emergency['headline'] {
  return { zh: `${hall.zh} ${headline.zh}`, en: `${hall.en}: ${headline.en}` }
}
