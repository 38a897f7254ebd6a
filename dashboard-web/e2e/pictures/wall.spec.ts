/** The hall wall in each state. */
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
import { expect, serverAt } from '../wall/fixtures'
import { everywhere, type Stage, take } from './album'

interface State {
  readonly path?: string
  readonly quiet?: boolean
  readonly what?: 'drawn' | 'shelved' | 'busy'
  readonly dress?: Dress
  readonly prepare?: (server: HallServer) => void
  /** Of the connection; `none` where nothing is shown. */
  readonly connection?: string
}

const stale = (server: HallServer) => {
  server.journal = 'STALE'
}

const states: Readonly<Record<string, State>> = {
  wall: { dress: onItsFloor },
  'wall-quiet': { quiet: true },
  'wall-busy': { what: 'busy' },
  'wall-shelved': { what: 'shelved' },
  'wall-huge': { dress: huge },
  'wall-long': { dress: all(onItsFloor, withLongNames) },
  'wall-extremes': { dress: withExtremes },
  'wall-five-queues': { dress: withBroadWindows },
  'wall-closed': { dress: afterHours },
  'wall-empty': { dress: empty },
  'wall-bare': { dress: bare },
  'wall-tiny': { dress: tiny },
  'wall-public': { path: '/wall/civic-centre?public', dress: onItsFloor },
  'wall-stale': { prepare: stale, connection: 'stale' },
  'wall-lost': { prepare: (server) => void server.stop(), connection: 'reconnecting' },
  'wall-no-right': { path: '/wall/forbidden', connection: 'none' },
  'wall-no-hall': { path: '/wall/nowhere', connection: 'none' },
}

function stageOf({ path = '/', quiet, what = 'drawn', dress, prepare, connection = 'live' }: State): Stage {
  return async (page, query) => {
    const options = quiet ? { longestWait: 20 } : {}
    const hall = withAlerts(fridayAfternoon(undefined, options), FRIDAY_14_42, quiet ? 'quiet' : what)
    if (dress) hall.dressed = dress
    const server = serverAt(hall)
    await server.start()
    await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}${query}&token=${WALL_TOKEN}`)
    if (connection === 'none') {
      await expect(page.getByRole('heading')).toBeVisible()
    } else {
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
      await expect(page.locator('figure svg').first()).toBeVisible()
      prepare?.(server)
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', connection)
    }
    return () => server.stop()
  }
}

for (const [name, state] of Object.entries(states)) everywhere(name, stageOf(state))

/** As people see it who do not see all colours. */
for (const theme of ['dark', 'light']) {
  for (const type of ['achromatopsia', 'deuteranopia', 'protanopia', 'tritanopia'] as const) {
    test(`the wall with ${type}, ${theme}`, async ({ page }) => {
      const end = await stageOf({ dress: onItsFloor })(page, `theme=${theme}&lang=zh`)
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setEmulatedVisionDeficiency', { type })
      await take(page, `wall-${type}-${theme}`)
      await end()
    })
  }
}

test('what is too narrow for a wall', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 600 })
  const server = serverAt(fridayAfternoon())
  await server.start()
  await page.goto(`${server.url}/?token=${WALL_TOKEN}`)
  await expect(page.locator('.narrow').getByRole('heading')).toBeVisible()
  await take(page, 'wall-narrow')
  await server.stop()
})

test('the login', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const server = serverAt(fridayAfternoon())
  await server.start()
  await page.goto(`${server.url}/login`)
  await expect(page.getByRole('heading')).toBeVisible()
  await take(page, 'login')
  await server.stop()
})
