import type { Glance } from '../../wire/region'
import { isNeedy, isUrgent, type Need, needOf, rankOf } from './need'

/** A hall and what it needs now. */
export interface Standing {
  readonly id: string
  readonly glance: Glance
  readonly need: Need
}

/** How fine a share is drawn. */
const STEPS = 400

/** The standing before where a screen would show no difference, so that only tiles that differ are drawn again. */
export function standingOf(id: string, glance: Glance, now: number, before?: Standing): Standing {
  const need = needOf(glance, now)
  return before?.glance === glance && isSeenAs(need, before.need) ? before : { id, glance, need }
}

function isSeenAs(a: Need, b: Need): boolean {
  return a.kind === b.kind && a.minutes === b.minutes && stepOf(a.share) === stepOf(b.share)
}

/** A share of one is a step of its own: past it a hall is over its limit. */
function stepOf(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.ceil(share * STEPS)
}

/** The three bands of tiles. */
export type Band = 'urgent' | 'needy' | 'quiet'

export type Bands = Readonly<Record<Band, readonly Standing[]>>

/** The most urgent first; then who is nearest to the limit, or farthest over it. */
export function byNeed(a: Standing, b: Standing): number {
  return (
    rankOf(a.need.kind) - rankOf(b.need.kind) ||
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

  arrange(standings: ReadonlyMap<string, Standing>, now: number): Bands {
    const loud = new Set<string>()
    let known = true
    for (const [id, { need }] of standings) {
      if (isLoud(need)) loud.add(id)
      known &&= this.places.has(id)
    }
    // A clock that was set back is no minute that has not passed yet.
    const calm = Math.abs(now - this.sortedAt) < CALM_MILLIS
    if (!calm || !known || [...loud].some((id) => !this.loud.has(id))) this.sort(standings, now)
    this.loud = loud
    return this.bands(standings)
  }

  private sort(standings: ReadonlyMap<string, Standing>, now: number): void {
    this.places = new Map([...standings.values()].sort(byNeed).map(({ id, need }) => [id, bandOf(need)]))
    this.sortedAt = now
  }

  private bands(standings: ReadonlyMap<string, Standing>): Bands {
    const bands: Record<Band, Standing[]> = { urgent: [], needy: [], quiet: [] }
    for (const [id, band] of this.places) {
      const standing = standings.get(id)
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

export function tallyOf(standings: Iterable<Standing>): Tally {
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
