import { danger } from '../../state/emergencies'
import { minutesPassed } from '../../ui/format'
import type { Severity } from '../../wire/alert'
import type { EmergencyGlance, Glance } from '../../wire/region'

/** What a hall needs, the most urgent first. */
export const NEEDS = [
  'emergency',
  'critical',
  'cutOff',
  'major',
  'minor',
  'over',
  'quiet',
  'closed',
  'closedToday',
  'unknown',
] as const
export type NeedKind = (typeof NEEDS)[number]

export interface Need {
  readonly kind: NeedKind
  /** The longest wait as a share of its limit; undefined while nobody waits. */
  readonly share: number | undefined
  /** The longest wait. */
  readonly minutes: number | undefined
}

/** The parts of a glance that do not change with time. */
interface Facts {
  readonly emergency: boolean
  readonly severity: Severity | undefined
  readonly since: number | undefined
  readonly limit: number
  readonly silentFrom: number
  readonly resting: 'closed' | 'closedToday' | 'unknown' | undefined
  readonly blind: boolean
}

// A picture shares the glances that did not change with the picture before.
const known = new WeakMap<Glance, Facts>()

function factsOf(glance: Glance): Facts {
  const before = known.get(glance)
  if (before) return before
  const facts = readFacts(glance)
  known.set(glance, facts)
  return facts
}

function readFacts(glance: Glance): Facts {
  const { longest, waiting, silentFrom, openWindows = 0 } = glance
  const unknown = waiting === undefined
  return {
    emergency: runningEmergencies(glance).some(([, { drill }]) => !drill),
    severity: severityOf(glance),
    since: longest && Date.parse(longest.since),
    limit: (longest?.limitSeconds ?? 0) * 1_000,
    silentFrom: silentFrom === undefined ? Number.POSITIVE_INFINITY : Date.parse(silentFrom),
    resting: unknown ? 'unknown' : restOf(openWindows, waiting, glance.served ?? 0),
    // Windows are open, and nothing else is known.
    blind: unknown && openWindows > 0,
  }
}

function restOf(openWindows: number, waiting: number, served: number): 'closed' | 'closedToday' | undefined {
  if (openWindows > 0 || waiting > 0) return undefined
  return served > 0 ? 'closed' : 'closedToday'
}

function severityOf({ alerts, worst }: Glance): Severity | undefined {
  if (worst) return worst.severity
  if (!alerts) return undefined
  if (alerts.critical > 0) return 'CRITICAL'
  if (alerts.major > 0) return 'MAJOR'
  return alerts.minor > 0 ? 'MINOR' : undefined
}

const BY_SEVERITY = { CRITICAL: 'critical', MAJOR: 'major', MINOR: 'minor' } as const

/** What the hall needs at this time. */
export function needOf(glance: Glance, now: number): Need {
  const facts = factsOf(glance)
  const wait = facts.since === undefined ? undefined : Math.max(0, now - facts.since)
  const share = wait === undefined ? undefined : facts.limit > 0 ? wait / facts.limit : 0
  return { kind: kindOf(facts, share, now), share, minutes: wait === undefined ? undefined : minutesPassed(wait) }
}

function kindOf(facts: Facts, share: number | undefined, now: number): NeedKind {
  if (facts.emergency) return 'emergency'
  if (facts.severity === 'CRITICAL') return 'critical'
  if (facts.blind || now >= facts.silentFrom) return 'cutOff'
  if (facts.severity) return BY_SEVERITY[facts.severity]
  if (facts.resting) return facts.resting
  return share !== undefined && share > 1 ? 'over' : 'quiet'
}

/** Those that are not over, the most dangerous first. */
export function runningEmergencies({ emergencies }: Glance): [string, EmergencyGlance][] {
  if (!emergencies) return []
  return Object.entries(emergencies)
    .filter(([, { over }]) => !over)
    .sort(([, a], [, b]) => danger(a, b))
}

const RANKS = new Map(NEEDS.map((kind, rank) => [kind, rank]))

/** 0 is the most urgent. */
export function rankOf(kind: NeedKind): number {
  return RANKS.get(kind) ?? NEEDS.length
}

/** Needs that somebody has to deal with: halls that are never paged away. */
export function isNeedy(kind: NeedKind): boolean {
  return rankOf(kind) <= rankOf('minor')
}

/** The needs whose tiles stand first and are the largest. */
export function isUrgent(kind: NeedKind): boolean {
  return rankOf(kind) <= rankOf('cutOff')
}
