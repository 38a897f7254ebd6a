import { beforeEach, describe, expect, it } from 'vitest'
import { ServerClock } from './serverClock'

const NINE = Date.parse('2026-11-20T09:00:00+08:00')
let monotonic: number
let clock: ServerClock

const iso = (time: number) => new Date(time).toISOString()

beforeEach(() => {
  monotonic = 1_000
  clock = new ServerClock(
    () => monotonic,
    () => NINE - 3_600_000,
  )
})

describe('server clock', () => {
  it("goes by the screen's own clock until the server speaks", () => {
    monotonic += 5_000
    expect(clock.now()).toBe(NINE - 3_600_000 + 5_000)
  })

  it('then goes by the server, however wrong the screen is', () => {
    clock.hear(iso(NINE))
    monotonic += 5_000
    expect(clock.now()).toBe(NINE + 5_000)
    expect(clock.at(1_000)).toBe(NINE)
  })

  it('is not set back by a message that was on its way for long', () => {
    clock.hear(iso(NINE))
    monotonic += 10_000
    clock.hear(iso(NINE + 10_000 - 700))
    expect(clock.now()).toBe(NINE + 10_000)
  })

  it('follows slow drift within a minute', () => {
    for (let beat = 0; beat < 20; beat++) {
      clock.hear(iso(NINE + beat * 9_990))
      monotonic += 10_000
    }
    expect(Math.abs(clock.now() - (NINE + 20 * 9_990))).toBeLessThan(100)
  })

  it("follows at once when the server's clock is set", () => {
    clock.hear(iso(NINE))
    clock.hear(iso(NINE - 86_400_000))
    expect(clock.now()).toBe(NINE - 86_400_000)
  })
})
