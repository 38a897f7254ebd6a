/** Takes the pictures that the drawings are compared with; they land in `target/pictures`. */
import { join } from 'node:path'
import { test } from '@playwright/test'
import { withAlerts } from '../support/afternoonAlerts'
import { type HallServer, WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import { expect, PAGES, serverAt } from '../wall/fixtures'

const FOLDER = join(PAGES, '../../pictures')

interface Picture {
  readonly size?: [width: number, height: number]
  readonly path?: string
  readonly quiet?: boolean
  readonly what?: 'shelved' | 'busy'
  readonly prepare?: (server: HallServer) => void
  readonly state?: string
}

const pictures: Record<string, Picture> = {
  wall: {},
  'wall-720': { size: [1280, 720] },
  'wall-4k': { size: [3840, 2160] },
  'wall-32x9': { size: [3840, 1080] },
  'wall-light': { path: '/?theme=light' },
  'wall-en': { path: '/?lang=en' },
  'wall-quiet': { quiet: true },
  'wall-shelved': { what: 'shelved' },
  'wall-busy': { what: 'busy' },
  'wall-busy-en': { path: '/?lang=en', what: 'busy' },
  'wall-stale': {
    state: 'stale',
    prepare: (server) => {
      server.journal = 'STALE'
    },
  },
  'wall-stale-light': {
    path: '/?theme=light',
    state: 'stale',
    prepare: (server) => {
      server.journal = 'STALE'
    },
  },
  login: { path: '/login', size: [390, 844], state: 'none' },
  'no-right': { path: '/wall/forbidden', state: 'none' },
}

for (const [
  name,
  { size: [width, height] = [1920, 1080], path = '/', quiet, what = 'drawn', prepare, state = 'live' },
] of Object.entries(pictures)) {
  test(name, async ({ page }) => {
    const server = serverAt(
      withAlerts(fridayAfternoon(undefined, quiet ? { longestWait: 20 } : {}), FRIDAY_14_42, quiet ? 'quiet' : what),
    )
    await server.start()
    await page.setViewportSize({ width, height })
    await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}token=${WALL_TOKEN}`)
    if (state !== 'none') {
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
      await expect(page.locator('figure svg path').first()).toBeVisible()
      prepare?.(server)
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', state)
    } else {
      await expect(page.getByRole('heading')).toBeVisible()
    }
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(FOLDER, `${name}.png`) })
    await server.stop()
  })
}
