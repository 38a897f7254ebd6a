import type { Page } from '@playwright/test'
import { declare, fire } from '../support/fire'
import { BOARD_TOKEN, type HallServer, OFFICER, USER, WALL_TOKEN } from '../support/hallServer'
import { call, expect, test } from './fixtures'

const CHECK_MILLIS = 5 * 60_000
/** Screens load a new version within two minutes of seeing it. */
const SPREAD_MILLIS = 2 * 60_000
/** A page gives up what is not answered in ten seconds, and a stream that is silent for fifteen. */
const STEP_MILLIS = 4_000
/** A check whose answer got lost comes again. */
const LONGEST_MILLIS = 3 * CHECK_MILLIS
/** Minutes of a screen are seconds here, on a busy machine many more. */
const PATIENCE_MILLIS = 120_000

test.describe.configure({ timeout: PATIENCE_MILLIS })

interface Deployed {
  /** How often the open page was told which version there is. */
  told: number
}

/** From now on the server has other pages, with the same parts under other names. */
async function deploy(page: Page): Promise<Deployed> {
  const deployed = { told: 0 }
  const now = await (await page.request.get(page.url())).text()
  const body = now.replace(/(\/assets\/index-[^"]+?)(\.js|\.css)/g, '$1.v2$2')
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const loads = route.request().resourceType() === 'document'
    if (pathname.startsWith('/assets/') && pathname.includes('.v2')) {
      await route.continue({ url: route.request().url().replace('.v2', '') })
    } else if (loads || /^\/(board|wall)\//.test(pathname)) {
      await route.fulfill({ body, contentType: 'text/html' })
      if (!loads) deployed.told++
    } else await route.continue()
  })
  return deployed
}

function countLoads(page: Page): { loads: number } {
  const counted = { loads: 0 }
  page.on('domcontentloaded', () => counted.loads++)
  return counted
}

/** What the page asked for so far is answered: this comes after it. The page may just be loading itself. */
async function answered(page: Page): Promise<void> {
  const asked = page.evaluate(() => fetch('/favicon.svg', { cache: 'no-store' }).then(() => undefined))
  await asked.catch(() => undefined)
}

/** Time passes in steps, so that no answer comes minutes late; the server goes on telling that it is there. */
async function pass(page: Page, milliseconds: number, server: HallServer): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += STEP_MILLIS) {
    await page.clock.runFor(STEP_MILLIS)
    server.beat()
    await answered(page)
  }
}

async function passUntil(isSo: () => boolean, page: Page, server: HallServer): Promise<void> {
  for (let passed = 0; passed < LONGEST_MILLIS && !isSo(); passed += STEP_MILLIS) await pass(page, STEP_MILLIS, server)
  expect(isSo()).toBe(true)
}

/** Until the screen was told of the version and the two minutes are over in which all load it. */
async function passCheck(page: Page, server: HallServer, deployed: Deployed): Promise<void> {
  const before = deployed.told
  await passUntil(() => deployed.told > before, page, server)
  await pass(page, SPREAD_MILLIS + 10_000, server)
}

/** The screen loads itself within minutes. */
async function passLoad(page: Page, server: HallServer, counted: { readonly loads: number }): Promise<void> {
  await passUntil(() => counted.loads > 0, page, server)
}

test('hides the pointer, allows no selection and no menu, and keeps the screen awake', async ({ page, board }) => {
  await page.addInitScript(() => {
    const locks: { released: () => void }[] = []
    const request = async () => {
      const lock = new EventTarget()
      locks.push({ released: () => lock.dispatchEvent(new Event('release')) })
      return lock
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    Object.assign(window, { locks })
  })
  await board.open('all', 'voice=off&kiosk')
  await expect(page.getByTestId('call-Z141')).toHaveCSS('cursor', 'none')
  await expect(page.getByTestId('call-Z141')).toHaveCSS('user-select', 'none')
  const prevented = await page.evaluate(
    () => !document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
  )
  expect(prevented).toBe(true)
  const locks = () => page.evaluate(() => (window as unknown as { locks: unknown[] }).locks.length)
  expect(await locks()).toBe(1)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await locks()).toBe(1)
  await page.evaluate(() => (window as unknown as { locks: { released(): void }[] }).locks[0]?.released())
  await expect.poll(locks).toBe(2)
})

test('says once in the console where the screen cannot be kept awake', async ({ page, board }) => {
  const notes: string[] = []
  page.on('console', (message) => notes.push(message.text()))
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'wakeLock'))
  await board.open('all', 'voice=off&kiosk')
  await expect(page.getByTestId('calls')).toBeVisible()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(notes.filter((note) => note.includes('Wake Lock'))).toHaveLength(1)
})

test('a page that is no kiosk keeps its pointer and does not load itself', async ({ page, server, board }) => {
  await page.clock.install()
  await board.open()
  await expect(page.getByTestId('call-Z141')).toHaveCSS('cursor', 'auto')
  const counted = countLoads(page)
  const deployed = await deploy(page)
  await pass(page, CHECK_MILLIS + SPREAD_MILLIS + 10_000, server)
  expect(deployed.told).toBe(0)
  expect(counted.loads).toBe(0)
})

test('loads a new version at a quiet moment, once', async ({ page, server, board }) => {
  await page.clock.install()
  await board.open('all', 'voice=off&kiosk')
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  const counted = countLoads(page)
  const deployed = await deploy(page)
  // The server's time does not run as fast as the page's: what it says of now is what counts.
  server.aheadMillis = 60_000
  await passLoad(page, server, counted)
  await expect(page.getByTestId('board')).toBeVisible()
  expect(counted.loads).toBe(1)
  expect(await page.locator('script[type="module"]').first().getAttribute('src')).toContain('.v2')
  await passCheck(page, server, deployed)
  expect(counted.loads).toBe(1)
})

test('not while somebody was just called', async ({ page, server, board }) => {
  await page.clock.install()
  await board.open('all', 'voice=off&kiosk')
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  const counted = countLoads(page)
  const deployed = await deploy(page)
  for (let number = 0; number < 22; number++) {
    server.aheadMillis += 20_000
    call(server, `T9${10 + number}`, 'tax', '04')
    await expect(page.getByTestId(`call-T9${10 + number}`)).toBeVisible()
    await pass(page, 20_000, server)
  }
  expect(deployed.told).toBeGreaterThan(0)
  expect(counted.loads).toBe(0)
  server.aheadMillis += 60_000
  await passLoad(page, server, counted)
})

test('not during an emergency, and after it', async ({ page, server, board }) => {
  await page.clock.install()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await board.open('all', 'voice=off&kiosk')
  const id = fire(server)
  await expect(page.getByTestId('takeover')).toBeVisible()
  const counted = countLoads(page)
  const deployed = await deploy(page)
  server.aheadMillis = 60_000
  await passCheck(page, server, deployed)
  expect(counted.loads).toBe(0)
  await expect(page.getByTestId('takeover')).toBeVisible()
  server.change(() => {
    for (const officer of [USER, OFFICER])
      server.emergencies.handle('POST', [id, 'end'], officer, {}, new URLSearchParams())
  })
  await expect(page.getByTestId('takeover')).toHaveCount(0)
  await passLoad(page, server, counted)
})

test('not a page that the server does not have', async ({ page, server, board }) => {
  await page.clock.install()
  await board.open('all', 'voice=off&kiosk')
  const counted = countLoads(page)
  server.aheadMillis = 60_000
  const deployed = { told: 0 }
  await page.route(
    ({ pathname }) => pathname === '/board/civic-centre/all',
    async (route) => {
      await route.fulfill({ status: 502, body: '<h1>Bad Gateway</h1>' })
      deployed.told++
    },
  )
  await passCheck(page, server, deployed)
  expect(counted.loads).toBe(0)
  await expect(page.getByTestId('board')).toBeVisible()
})

test('a hall that comes back is shown again by itself', async ({ page, server }) => {
  await page.clock.install()
  let gone = true
  server.socketsRefused = true
  await page.route('**/api/halls/civic-centre/public/stream', (route) =>
    gone ? route.fulfill({ status: 404, body: '{}' }) : route.continue(),
  )
  await page.goto(`${server.url}/board/civic-centre/all?voice=off&kiosk&token=${BOARD_TOKEN}`)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'noHall')
  await pass(page, 120_000, server)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'noHall')
  gone = false
  await pass(page, 60_000, server)
  await expect(page.getByTestId('board')).toBeVisible()
})

test('a token that comes back is taken as well', async ({ page, server }) => {
  await page.clock.install()
  await page.goto(`${server.url}/board/civic-centre/all?voice=off&kiosk`)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'notLoggedIn')
  await pass(page, 60_000, server)
  await page.context().addCookies([{ name: 'hall', value: BOARD_TOKEN, url: server.url }])
  await pass(page, 60_000, server)
  await expect(page.getByTestId('board')).toBeVisible()
})

test('a part that is gone after a deployment loads the page anew, once, in no kiosk either', async ({
  page,
  server,
}) => {
  await page.clock.install()
  const counted = countLoads(page)
  await page.route('**/assets/BoardPage-*.js', (route) => route.fulfill({ status: 404 }))
  await page.goto(`${server.url}/board/civic-centre/all?voice=off&token=${BOARD_TOKEN}`)
  await expect.poll(() => counted.loads).toBe(2)
  await page.clock.runFor(CHECK_MILLIS)
  expect(counted.loads).toBe(2)
  await page.unroute('**/assets/BoardPage-*.js')
  await page.reload()
  await expect(page.getByTestId('board')).toBeVisible()
})

test('a wall is not loaded anew while a critical alert is new and unclaimed', async ({ page, server }) => {
  await page.clock.install()
  const { someAlert } = await import('../../src/wire/testing')
  await page.goto(`${server.url}/wall/civic-centre?kiosk&token=${WALL_TOKEN}`)
  await expect(page.getByTestId('wall')).toBeVisible()
  server.aheadMillis = 600_000
  const since = new Date(Date.parse('2026-11-20T14:52:00+08:00')).toISOString()
  server.setAlert('a1', someAlert({ since, state: 'UNACKNOWLEDGED', severity: 'CRITICAL' }))
  const counted = countLoads(page)
  const deployed = await deploy(page)
  await passCheck(page, server, deployed)
  // The page's clock went on without the server's; a heartbeat set it back, so the alert is still new.
  expect(counted.loads).toBe(0)
  server.aheadMillis = 1_200_000
  await passLoad(page, server, counted)
})

test('an emergency that only has a strip keeps the board as it is, too', async ({ page, server, board }) => {
  await page.clock.install()
  await board.open('all', 'voice=off&kiosk&zone=C')
  declare(server, { kind: 'PUBLIC_ORDER', zones: ['B'], affected: ['B'] })
  await expect(page.getByTestId('emergency-strip')).toBeVisible()
  const counted = countLoads(page)
  const deployed = await deploy(page)
  server.aheadMillis = 60_000
  await passCheck(page, server, deployed)
  expect(counted.loads).toBe(0)
})
