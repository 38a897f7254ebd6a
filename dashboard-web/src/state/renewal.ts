import type { Timer, Timers } from '../stream/transport'

/** How often a screen asks whether there is a new version of the pages. */
export const CHECK_MILLIS = 5 * 60_000
/** How often it looks whether the moment is quiet. */
export const LOOK_MILLIS = 5_000
/** A hundred screens come back over so long. */
export const SPREAD_MILLIS = 2 * 60_000
/** It does not wait for a quiet moment for ever. */
export const LATEST_MILLIS = 12 * 3_600_000
/** The same version is not loaded again sooner. */
export const AGAIN_MILLIS = 3_600_000
/** Who has run for so long is loaded anew at night. */
export const OLD_MILLIS = 20 * 3_600_000
const NIGHT_HOUR = 3

export interface Surroundings {
  readonly timers: Timers
  readonly random: () => number
  /** The page as the server has it now; absent when it does not answer. */
  fetchPage(): Promise<string | undefined>
  /** Nobody looks at the screen for something that a reload would disturb. */
  isQuiet(): boolean
  /** The hour of the day in the hall. */
  hour(): number
  reload(version: string): void
  readonly loads: Loads
}

/** Which versions were loaded lately, over reloads. */
export interface Loads {
  /** Milliseconds since a page of this version was last loaded by itself; absent if it never was. */
  since(version: string): number | undefined
}

/** The parts that a page loads first. Their names change with their content, and with that of all they load later. */
export function versionOf(page: string): string {
  return [...new Set(page.match(/\/assets\/[^"'\s>]+/g))].sort().join(' ')
}

interface Due {
  readonly version: string
  readonly from: number
  readonly latest: number
}

/** Loads the page anew when there is another version of it, and at night when it has run for long; at a quiet moment. */
export class Renewal {
  private readonly startedAt: number
  private due: Due | undefined
  private checkTimer: Timer | undefined
  private lookTimer: Timer | undefined
  private isLoading = false

  /** `own`: the version that runs. */
  constructor(
    private readonly own: string,
    private readonly on: Surroundings,
  ) {
    this.startedAt = on.timers.now()
    this.checkIn(CHECK_MILLIS)
    this.lookLater()
  }

  /** The server is back, perhaps with other pages. Spread, since it is back for all. */
  reconnected(): void {
    this.checkIn(this.on.random() * SPREAD_MILLIS * 0.25)
  }

  stop(): void {
    this.checkTimer?.cancel()
    this.lookTimer?.cancel()
  }

  private checkIn(milliseconds: number): void {
    this.checkTimer?.cancel()
    this.checkTimer = this.on.timers.after(milliseconds, () => {
      void this.check()
      this.checkIn(CHECK_MILLIS)
    })
  }

  private async check(): Promise<void> {
    const version = await this.versionNow()
    if (version === undefined || this.isLoading) return
    // Taken back before it was loaded: there is nothing to load.
    if (version === this.own) this.due = undefined
    else if (version !== this.due?.version) this.plan(version, LATEST_MILLIS)
  }

  private plan(version: string, latest: number): void {
    const now = this.on.timers.now()
    const spread = this.on.random() * SPREAD_MILLIS
    this.due = { version, from: now + spread, latest: now + Math.max(latest, spread) }
  }

  private lookLater(): void {
    this.lookTimer = this.on.timers.after(LOOK_MILLIS, () => {
      this.look()
      this.lookLater()
    })
  }

  private look(): void {
    const { timers, isQuiet, hour } = this.on
    const now = timers.now()
    const isNight = now - this.startedAt > OLD_MILLIS && hour() === NIGHT_HOUR
    if (!this.due && isNight) this.plan(this.own, Number.POSITIVE_INFINITY)
    const { due } = this
    if (!due || this.isLoading || now < due.from) return
    if (due.version === this.own && !isNight) this.due = undefined
    else if (isQuiet() || now >= due.latest) void this.load(due)
  }

  /** Only a page that the server has can be loaded: a screen without a server keeps the one that it shows. */
  private async load(due: Due): Promise<void> {
    this.isLoading = true
    const version = await this.versionNow()
    this.isLoading = false
    const since = version && this.on.loads.since(version)
    if (version !== undefined && !(typeof since === 'number' && since < AGAIN_MILLIS)) this.on.reload(version)
    this.due = { ...due, from: this.on.timers.now() + CHECK_MILLIS }
  }

  private async versionNow(): Promise<string | undefined> {
    const page = await this.on.fetchPage()
    return (page && versionOf(page)) || undefined
  }
}
