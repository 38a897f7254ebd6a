const SAMPLES_KEPT = 6
/** A jump beyond this is a clock that was set, not a slow network. */
const JUMP_MILLIS = 2_000

/**
 * The server's time on a screen whose own clock may be wrong. A message can only be late, so among the last few
 * the one that shows the server furthest ahead was the least delayed.
 */
export class ServerClock {
  private offset: number
  private samples: number[] = []

  /** `monotonic`: milliseconds that never run backwards; `wall`: the screen's own clock, believed until the server speaks. */
  constructor(
    private readonly monotonic: () => number,
    wall: () => number,
  ) {
    this.offset = wall() - monotonic()
  }

  hear(at: string): void {
    const sample = Date.parse(at) - this.monotonic()
    const newest = this.samples.at(-1)
    if (newest !== undefined && Math.abs(sample - newest) > JUMP_MILLIS) this.samples = []
    this.samples = [...this.samples, sample].slice(-SAMPLES_KEPT)
    this.offset = Math.max(...this.samples)
  }

  now(): number {
    return this.at(this.monotonic())
  }

  /** The server's time when the screen's monotonic clock showed this. */
  at(monotonic: number): number {
    return monotonic + this.offset
  }
}
