/** The hall wall in each state, at each size, in both themes and languages; the pictures land in `target/pictures`. */
import { join } from 'node:path'
import { test } from '@playwright/test'
import { withAlerts } from '../support/afternoonAlerts'
import { type HallServer, WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import {
  afterHours,
  all,
  bare,
  type Dress,
  empty,
  huge,
  onItsFloor,
  tiny,
  withBroadWindows,
  withExtremes,
  withLongNames,
} from '../support/oddHalls'
import { expect, PAGES, serverAt } from '../wall/fixtures'

const FOLDER = join(PAGES, '../../pictures')

interface Picture {
  readonly size?: Size
  readonly path?: string
  readonly quiet?: boolean
  readonly what?: 'shelved' | 'busy'
  readonly dress?: Dress
  readonly prepare?: (server: HallServer) => void
  readonly state?: string
  readonly vision?: 'achromatopsia' | 'deuteranopia' | 'protanopia' | 'tritanopia'
}

type Size = readonly [width: number, height: number]

const SIZES: Readonly<Record<string, Size>> = {
  '720': [1280, 720],
  '1080': [1920, 1080],
  '4k': [3840, 2160],
  '32x9': [7680, 2160],
}
const stale: Picture = {
  state: 'stale',
  prepare: (server) => {
    server.journal = 'STALE'
  },
}
const lost: Picture = { state: 'reconnecting', prepare: (server) => void server.stop() }

/** At every size, in both themes and languages. */
const everywhere: Readonly<Record<string, Picture>> = {
  wall: { dress: onItsFloor },
  'wall-quiet': { quiet: true },
  'wall-stale': stale,
  'wall-huge': { dress: huge },
  'wall-closed': { dress: afterHours },
  'wall-long': { dress: all(onItsFloor, withLongNames) },
}

/** States whose form does not depend on the size. */
const once: Readonly<Record<string, Picture>> = {
  'wall-shelved': { what: 'shelved' },
  'wall-busy': { what: 'busy' },
  'wall-busy-en': { path: '/?lang=en', what: 'busy' },
  'wall-lost': lost,
  'wall-empty': { dress: empty },
  'wall-bare': { dress: bare },
  'wall-tiny': { dress: tiny },
  'wall-extremes': { dress: withExtremes },
  'wall-five-queues': { dress: withBroadWindows },
  'wall-grey': { vision: 'achromatopsia' },
  'wall-deuteranopia': { vision: 'deuteranopia' },
  'wall-protanopia': { vision: 'protanopia' },
  'wall-tritanopia': { vision: 'tritanopia' },
  'wall-light-deuteranopia': { path: '/?theme=light', vision: 'deuteranopia' },
  login: { path: '/login', size: [390, 844], state: 'none' },
  'no-right': { path: '/wall/forbidden', state: 'none' },
  'no-hall': { path: '/wall/nowhere', state: 'none' },
  narrow: { size: [800, 600], state: 'none' },
}

const pictures: Readonly<Record<string, Picture>> = {
  ...Object.fromEntries(
    Object.entries(everywhere).flatMap(([name, picture]) =>
      Object.entries(SIZES).flatMap(([size, pixels]) =>
        ['dark', 'light'].flatMap((theme) =>
          ['zh', 'en'].map((lang) => [
            `${name}-${size}-${theme}-${lang}`,
            { ...picture, size: pixels, path: `/?theme=${theme}&lang=${lang}` },
          ]),
        ),
      ),
    ),
  ),
  ...once,
}

for (const [
  name,
  {
    size: [width, height] = [1920, 1080],
    path = '/',
    quiet,
    what = 'drawn',
    dress,
    prepare,
    state = 'live',
    vision = 'none',
  },
] of Object.entries(pictures)) {
  test(name, async ({ page }) => {
    const hall = withAlerts(
      fridayAfternoon(undefined, quiet ? { longestWait: 20 } : {}),
      FRIDAY_14_42,
      quiet ? 'quiet' : what,
    )
    if (dress) hall.dressed = dress
    const server = serverAt(hall)
    await server.start()
    await page.setViewportSize({ width, height })
    await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}token=${WALL_TOKEN}`)
    if (state !== 'none') {
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
      await expect(page.locator('figure svg').first()).toBeVisible()
      prepare?.(server)
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', state)
    } else {
      await expect(page.getByRole('heading')).toBeVisible()
    }
    await page.evaluate(() => document.fonts.ready)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setEmulatedVisionDeficiency', { type: vision })
    await page.screenshot({ path: join(FOLDER, `${name}.png`) })
    await server.stop()
  })
}
