import { test as base, expect, type Page } from '@playwright/test'
import { LI_QIANG, withAlerts } from '../support/afternoonAlerts'
import { type HallServer, OFFICER, type USER, WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import { quiet } from '../support/quiet'
import { serverAt } from '../wall/fixtures'

export const DESK = '/desk/civic-centre'

/** The server with the alerts of the drawing, a desk on the page at hand and a wall beside it. */
export const test = base.extend<{ server: HallServer; desk: Desk; wall: Page; quiet: undefined }>({
  viewport: { width: 390, height: 844 },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  server: async ({}, use) => {
    const server = serverAt(withAlerts(fridayAfternoon(), FRIDAY_14_42, 'shelved'))
    await server.start()
    await use(server)
    await server.stop()
  },
  desk: async ({ page, server }, use) => {
    await use(new Desk(page, server))
  },
  wall: async ({ browser, server }, use) => {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`${server.url}/?token=${WALL_TOKEN}`)
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
    await use(page)
    await context.close()
  },
  quiet: [async ({ page, server }, use) => quiet({ page, server }, use), { auto: true }],
})

class Desk {
  constructor(
    private readonly page: Page,
    private readonly server: HallServer,
  ) {}

  /** Opens a page of the desk as somebody who is logged in already. */
  async open(path = DESK, user: typeof OFFICER | typeof USER = OFFICER): Promise<void> {
    await this.page.goto(`${this.server.url}${path}${path.includes('?') ? '&' : '?'}token=session-${user.user}`)
    await expect(this.page.getByTestId('connection').first()).toHaveAttribute('data-state', 'live')
  }
}

export { expect, LI_QIANG }
