/** A wall where visitors read it: waits and windows as they are, nobody's name, no alert. */
import type { Page } from '@playwright/test'
import { someAlert } from '../../src/wire/testing'
import { expectAccessible } from '../support/accessible'
import { fire } from '../support/fire'
import { BOARD_TOKEN, type HallServer } from '../support/hallServer'
import { clashes, expectNone } from '../support/layout'
import { onItsFloor } from '../support/oddHalls'
import { busyHall, listen, SECRETS } from '../support/secrets'
import { expect, test } from './fixtures'

/** The name of who is on duty. */
const MANAGER = '周敏'

async function open(page: Page, server: HallServer, query = ''): Promise<void> {
  await page.goto(`${server.url}/wall/civic-centre?public&token=${BOARD_TOKEN}${query}`)
  await expect(page.getByTestId('wall')).toBeVisible()
}

test('shows queues, windows and the day with the token of a board, and no alerts', async ({ page, server }) => {
  server.setAlert('a1', someAlert({ state: 'UNACKNOWLEDGED', severity: 'CRITICAL' }))
  await open(page, server)
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  await expect(page.getByTestId('waiting-household')).toHaveText('23')
  await expect(page.getByTestId('window-04')).toContainText('T151')
  await expect(page.getByTestId('today-issued')).not.toBeEmpty()
  await expect(page.getByTestId('figure-p90Wait')).not.toBeEmpty()
  // A wait over its limit is told, whoever reads it.
  await expect(page.getByTestId('verdict')).toContainText('超限')
  await expect(page.getByTestId('alerts')).toHaveCount(0)
  await expect(page.locator('[data-testid^="alert-"]')).toHaveCount(0)
  await expect(page.locator('body')).not.toContainText(MANAGER)
})

for (const socketsRefused of [false, true]) {
  test(`hears of no staff and no alert, by ${socketsRefused ? 'SSE' : 'RSocket'}`, async ({ page, server }) => {
    server.socketsRefused = socketsRefused
    const heard = await listen(page)
    await open(page, server)
    busyHall(server)
    await expect(page.getByTestId('takeover')).toBeVisible()
    await expect(page.getByTestId('takeover')).not.toContainText(MANAGER)
    const all = await heard()
    expect(all).toContain('snapshot')
    expect(all).toContain('EVACUATE')
    for (const secret of SECRETS) expect(all, secret).not.toContain(secret)
  })
}

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [7680, 2160],
] as const) {
  for (const language of ['zh', 'en']) {
    test(`nothing lies on anything at ${width}×${height} in ${language}`, async ({ page, server }) => {
      server.change(({ hall, now }) => {
        hall.dressed = onItsFloor
        hall.touch(now)
      })
      await page.setViewportSize({ width, height })
      await open(page, server, `&lang=${language}`)
      await expectNone(() => clashes(page.getByTestId('wall')))
      await expectAccessible(page)
      server.change(() => server.emergencies.change(fire(server), { affected: ['B'] }))
      await page.goto(`${page.url()}&zone=C`)
      await expect(page.getByTestId('emergency-strip')).toBeVisible()
      await expectNone(() => clashes(page.getByTestId('emergency-strip')))
    })
  }
}
