import type { BoardCall } from './calls'

/** Calls of the same second appear this far apart, so that each is seen. */
export const APART_MILLIS = 3_000
/** How long the newest call stands out, unless another comes. */
export const FRESH_MILLIS = 12_000
/** More than these never wait to appear: nobody shall be called late. */
const MOST_HELD = 3

export interface Line {
  /** Newest first, without those that have yet to appear. */
  readonly shown: readonly BoardCall[]
  /** The key of the one that stands out. */
  readonly fresh: string | undefined
}

interface Owner {
  changed(line: Line): void
  /** A call that has just appeared. Those of the first picture have been announced by somebody else. */
  announce(call: BoardCall): void
}

/** Lets calls appear one after the other. */
export class CallLine {
  private calls: readonly BoardCall[] = []
  private known: ReadonlySet<string> | undefined
  /** Waiting to appear, the oldest first. */
  private held: readonly BoardCall[] = []
  private fresh: string | undefined
  private appearedAt = Number.NEGATIVE_INFINITY
  private pump: ReturnType<typeof setTimeout> | undefined
  private calm: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly owner: Owner) {}

  /** The calls as they are now, newest first. `now`: the hall's time. */
  take(calls: readonly BoardCall[], now: number): void {
    const { known } = this
    this.calls = calls
    this.known = new Set(calls.map(({ key }) => key))
    this.held = this.held.filter(({ key }) => this.known?.has(key))
    const newest = calls[0]
    if (!known) {
      this.emphasize(newest, newest ? FRESH_MILLIS - (now - newest.at) : 0)
    } else {
      const fresh = calls.filter(({ key }) => !known.has(key)).reverse()
      // What was called while the screen was away is no news any more.
      const late = fresh.filter(({ at }) => now - at > FRESH_MILLIS)
      if (late.length > 0) this.emphasize(undefined, 0)
      for (const call of late) this.owner.announce(call)
      this.held = [...this.held, ...fresh.filter(({ at }) => now - at <= FRESH_MILLIS)]
      while (this.held.length > MOST_HELD) this.appear()
    }
    this.next()
    this.tell()
  }

  stop(): void {
    clearTimeout(this.pump)
    clearTimeout(this.calm)
  }

  private next(): void {
    clearTimeout(this.pump)
    const wait = this.appearedAt + APART_MILLIS - performance.now()
    if (this.held.length === 0) return
    if (wait <= 0) {
      this.appear()
      this.next()
      return
    }
    this.pump = setTimeout(() => {
      this.next()
      this.tell()
    }, wait)
  }

  private appear(): void {
    const [call, ...rest] = this.held
    if (!call) return
    this.held = rest
    this.appearedAt = performance.now()
    this.emphasize(call, FRESH_MILLIS)
    this.owner.announce(call)
  }

  private emphasize(call: BoardCall | undefined, milliseconds: number): void {
    clearTimeout(this.calm)
    this.fresh = milliseconds > 0 ? call?.key : undefined
    if (this.fresh === undefined) return
    this.calm = setTimeout(() => {
      this.fresh = undefined
      this.tell()
    }, milliseconds)
  }

  private tell(): void {
    const shown = this.calls.filter((call) => !this.held.some(({ key }) => key === call.key))
    this.owner.changed({ shown, fresh: this.fresh })
  }
}
