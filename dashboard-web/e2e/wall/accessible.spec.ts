/** axe on the wall in each state, on what stands in its place, and on the login. */
import { test as base } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { withAlerts } from '../support/afternoonAlerts'
import { type HallServer, WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import { afterHours, type Dress, empty, huge, onItsFloor, withExtremes } from '../support/oddHalls'
import { expect, serverAt } from './fixtures'

const test = base.extend<{ server: HallServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  server: async ({}, use) => {
    const server = serverAt(withAlerts(fridayAfternoon(), FRIDAY_14_42))
    await server.start()
    await use(server)
    await server.stop()
  },
})

interface State {
  readonly dress?: Dress
  readonly prepare?: (server: HallServer) => void
  readonly connection?: string
}

const STATES: Readonly<Record<string, State>> = {
  drawn: { dress: onItsFloor },
  huge: { dress: huge },
  extremes: { dress: withExtremes },
  closed: { dress: afterHours },
  empty: { dress: empty },
  stale: {
    prepare: (server) => {
      server.journal = 'STALE'
    },
    connection: 'stale',
  },
  lost: { prepare: (server) => void server.stop(), connection: 'reconnecting' },
}

const LOOKS = { 'dark, zh': 'theme=dark&lang=zh', 'light, en': 'theme=light&lang=en' }

for (const [name, { dress, prepare, connection = 'live' }] of Object.entries(STATES)) {
  for (const [look, query] of Object.entries(LOOKS)) {
    test(`the wall, ${name}, ${look}`, async ({ page, server }) => {
      server.change(({ hall, now }) => {
        if (dress) hall.dressed = dress
        hall.touch(now)
      })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.goto(`${server.url}/?${query}&token=${WALL_TOKEN}`)
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
      prepare?.(server)
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', connection)
      await expectAccessible(page)
    })
  }
}

test('what stands in a wall’s place, and the login', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/wall/civic-centre', '/login', '/elsewhere', `/wall/nowhere?token=${WALL_TOKEN}`, '/']) {
    await page.goto(server.url + path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    await expectAccessible(page)
  }
})
