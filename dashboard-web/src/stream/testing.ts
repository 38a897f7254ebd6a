import type { Timer, Timers } from './transport'

/** Time that passes only when told to. */
export class VirtualTimers implements Timers {
  private time = 0
  private order = 0
  private readonly pending = new Map<number, { readonly at: number; readonly run: () => void }>()

  now(): number {
    return this.time
  }

  after(milliseconds: number, run: () => void): Timer {
    const key = this.order++
    this.pending.set(key, { at: this.time + milliseconds, run })
    return { cancel: () => this.pending.delete(key) }
  }

  advance(milliseconds: number): void {
    const end = this.time + milliseconds
    for (;;) {
      const next = [...this.pending].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0]
      if (!next) break
      this.pending.delete(next[0])
      this.time = Math.max(this.time, next[1].at)
      next[1].run()
    }
    this.time = end
  }

  get waiting(): number {
    return this.pending.size
  }
}
