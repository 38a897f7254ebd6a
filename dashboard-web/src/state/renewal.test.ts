import { beforeEach, describe, expect, it } from 'vitest'
import { VirtualTimers } from '../stream/testing'
import { AGAIN_MILLIS, CHECK_MILLIS, LATEST_MILLIS, LOOK_MILLIS, Renewal, SPREAD_MILLIS, versionOf } from './renewal'

const HOUR = 3_600_000

function page(version: string): string {
  return `<script type="module" crossorigin src="/assets/index-${version}.js"></script>
    <link rel="stylesheet" href="/assets/index-${version}.css">`
}

describe('the version of a page', () => {
  it('is the names of what it loads', () => {
    expect(versionOf(page('abc'))).toBe('/assets/index-abc.css /assets/index-abc.js')
    expect(versionOf(page('abc'))).toBe(versionOf(`<html>${page('abc')}${page('abc')}`))
    expect(versionOf('<h1>502 Bad Gateway</h1>')).toBe('')
  })
})

describe('a screen is loaded anew', () => {
  let timers: VirtualTimers
  let served: string | undefined
  let fetches: number
  let quiet: boolean
  let hour: number
  let loaded: { version: string; at: number }[]
  let renewal: Renewal

  beforeEach(() => {
    timers = new VirtualTimers()
    served = page('old')
    fetches = 0
    quiet = true
    hour = 14
    loaded = []
    renewal = start(0)
  })

  /** As a page does that was just loaded. */
  function start(chance: number): Renewal {
    return new Renewal(versionOf(page('old')), {
      timers,
      random: () => chance,
      fetchPage: async () => {
        fetches++
        return served
      },
      isQuiet: () => quiet,
      hour: () => hour,
      reload: (version) => loaded.push({ version, at: timers.now() }),
      loads: {
        since(version) {
          const last = loaded.findLast((load) => load.version === version)
          return last && timers.now() - last.at
        },
      },
    })
  }

  async function pass(milliseconds: number) {
    for (let passed = 0; passed < milliseconds; passed += LOOK_MILLIS) {
      timers.advance(LOOK_MILLIS)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  it('never while the version is its own', async () => {
    await pass(2 * HOUR)
    expect(loaded).toEqual([])
    expect(fetches).toBe((2 * HOUR) / CHECK_MILLIS)
  })

  it('when there is another version', async () => {
    served = page('new')
    await pass(CHECK_MILLIS - LOOK_MILLIS)
    expect(loaded).toEqual([])
    await pass(2 * LOOK_MILLIS)
    expect(loaded).toMatchObject([{ version: versionOf(page('new')) }])
  })

  it('at a moment of its own within two minutes', async () => {
    renewal.stop()
    renewal = start(0.75)
    served = page('new')
    await pass(CHECK_MILLIS + SPREAD_MILLIS * 0.75 - 2 * LOOK_MILLIS)
    expect(loaded).toEqual([])
    await pass(3 * LOOK_MILLIS)
    expect(loaded).toHaveLength(1)
  })

  it('at a quiet moment, or after twelve hours', async () => {
    quiet = false
    served = page('new')
    await pass(LATEST_MILLIS)
    expect(loaded).toEqual([])
    await pass(CHECK_MILLIS + LOOK_MILLIS)
    expect(loaded).toHaveLength(1)
  })

  it('as soon as it is quiet', async () => {
    quiet = false
    served = page('new')
    await pass(HOUR)
    quiet = true
    await pass(LOOK_MILLIS)
    expect(loaded).toHaveLength(1)
  })

  it('not while the server does not answer, and not with what a proxy says', async () => {
    served = page('new')
    quiet = false
    await pass(CHECK_MILLIS)
    quiet = true
    served = undefined
    await pass(HOUR)
    served = '<h1>502 Bad Gateway</h1>'
    await pass(HOUR)
    expect(loaded).toEqual([])
    served = page('new')
    await pass(CHECK_MILLIS)
    expect(loaded).toHaveLength(1)
  })

  it('not when the new version was taken back', async () => {
    quiet = false
    served = page('new')
    await pass(HOUR)
    served = page('old')
    await pass(CHECK_MILLIS)
    quiet = true
    await pass(HOUR)
    expect(loaded).toEqual([])
  })

  it('once an hour at most for the same version, should it not help', async () => {
    served = page('new')
    await pass(3 * HOUR)
    expect(loaded.length).toBeGreaterThan(1)
    for (const [index, { at }] of loaded.entries())
      if (index > 0) expect(at - (loaded[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(AGAIN_MILLIS)
    expect(fetches).toBeLessThan(90)
  })

  it('soon after the server is back', async () => {
    served = page('new')
    renewal.reconnected()
    await pass(2 * LOOK_MILLIS)
    expect(loaded).toHaveLength(1)
  })

  it('at three at night when it has run for most of a day, once', async () => {
    await pass(19 * HOUR)
    hour = 3
    await pass(HOUR / 2)
    expect(loaded).toEqual([])
    hour = 14
    await pass(23 * HOUR)
    expect(loaded).toEqual([])
    hour = 3
    quiet = false
    await pass(HOUR / 2)
    expect(loaded).toEqual([])
    quiet = true
    await pass(CHECK_MILLIS)
    expect(loaded).toMatchObject([{ version: versionOf(page('old')) }])
  })

  it('not by day because the night was not quiet', async () => {
    await pass(21 * HOUR)
    hour = 3
    quiet = false
    await pass(HOUR)
    hour = 4
    quiet = true
    await pass(HOUR)
    expect(loaded).toEqual([])
  })

  it('and leaves no timers when it stops', () => {
    renewal.stop()
    expect(timers.waiting).toBe(0)
  })
})
