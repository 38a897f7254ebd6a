const FIRST_MILLIS = 500
const LONGEST_MILLIS = 15_000

/** Waits that double from half a second to fifteen; half of each is chance, so that a hundred walls do not come back at once. */
export class Backoff {
  private failures = 0

  constructor(private readonly random: () => number) {}

  next(): number {
    const full = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** this.failures)
    this.failures++
    return full * (0.5 + this.random() / 2)
  }

  longest(): number {
    return LONGEST_MILLIS * (0.5 + this.random() / 2)
  }

  reset(): void {
    this.failures = 0
  }
}
