import type { Glance } from '../../wire/region'
import { isNeedy, isUrgent, NEEDS, type Need } from './need'

/** A hall and what it needs now. */
export interface Standing {
  readonly id: string
  readonly glance: Glance
  readonly need: Need
}

/** The three bands of tiles. */
export type Band = 'urgent' | 'needy' | 'quiet'

export type Bands = Readonly<Record<Band, readonly Standing[]>>

/** The most urgent first; then who is nearest to the limit, or farthest over it. */
export function byNeed(a: Standing, b: Standing): number {
  return (
    NEEDS.indexOf(a.need.kind) - NEEDS.indexOf(b.need.kind) ||
    (a.need.kind === 'cutOff' ? silence(a) - silence(b) : (b.need.share ?? -1) - (a.need.share ?? -1)) ||
    (a.id < b.id ? -1 : 1)
  )
}

/** Who has been silent the longest comes first. */
function silence({ glance: { heardAt } }: Standing): number {
  return heardAt === undefined ? 0 : Date.parse(heardAt)
}

const CALM_MILLIS = 60_000

/**
 * Keeps tiles where they are for a minute, so that they can be found again. What a tile shows is always the present;
 * a new emergency or critical hall, and one that came, is put in its place at once.
 */
export class Order {
  private places = new Map<string, Band>()
  private loud = new Set<string>()
  private sortedAt = Number.NEGATIVE_INFINITY

  arrange(standings: readonly Standing[], now: number): Bands {
    const loud = standings.filter(({ need }) => isLoud(need)).map(({ id }) => id)
    // A clock that was set back is no minute that has not passed yet.
    const calm = Math.abs(now - this.sortedAt) < CALM_MILLIS
    const stays = calm && loud.every((id) => this.loud.has(id)) && standings.every(({ id }) => this.places.has(id))
    if (!stays) this.sort(standings, now)
    this.loud = new Set(loud)
    return this.bands(standings)
  }

  private sort(standings: readonly Standing[], now: number): void {
    this.places = new Map([...standings].sort(byNeed).map(({ id, need }) => [id, bandOf(need)]))
    this.sortedAt = now
  }

  private bands(standings: readonly Standing[]): Bands {
    const present = new Map(standings.map((standing) => [standing.id, standing]))
    const bands: Record<Band, Standing[]> = { urgent: [], needy: [], quiet: [] }
    for (const [id, band] of this.places) {
      const standing = present.get(id)
      if (standing) bands[band].push(standing)
    }
    return bands
  }
}

function isLoud({ kind }: Need): boolean {
  return kind === 'emergency' || kind === 'critical'
}

function bandOf({ kind }: Need): Band {
  if (isUrgent(kind)) return 'urgent'
  return isNeedy(kind) ? 'needy' : 'quiet'
}

/** How many halls need what, each counted once. */
export type Tally = Readonly<Record<'CRITICAL' | 'MAJOR' | 'MINOR' | 'cutOff' | 'over', number>>

export function tallyOf(standings: readonly Standing[]): Tally {
  const tally = { CRITICAL: 0, MAJOR: 0, MINOR: 0, cutOff: 0, over: 0 }
  for (const { need, glance } of standings) {
    // The band of emergencies tells of those; here stands what else is the matter.
    if (need.kind === 'emergency') {
      if (glance.worst) tally[glance.worst.severity]++
    } else if (need.kind === 'critical') tally.CRITICAL++
    else if (need.kind === 'major') tally.MAJOR++
    else if (need.kind === 'minor') tally.MINOR++
    else if (need.kind === 'cutOff' || need.kind === 'over') tally[need.kind]++
  }
  return tally
}
