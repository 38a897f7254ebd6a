import { test as base, expect, type Page } from '@playwright/test'
import { HallServer, WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import { PAGES } from '../support/pages'
import { quiet } from '../support/quiet'
import type { ScriptedHall } from '../support/scriptedHall'

export interface Wall {
  /** Opens a page of the test's server with the wall's token. */
  open(path?: string): Promise<void>
  connection: ReturnType<Page['getByTestId']>
}

/** A server whose clock stands at a Friday afternoon when it starts and goes on from there. */
export function serverAt(hall: ScriptedHall, start = FRIDAY_14_42): HallServer {
  const began = performance.now()
  return new HallServer({ hall, now: () => start + performance.now() - began, pages: PAGES, heartbeatMillis: 500 })
}

export const test = base.extend<{ server: HallServer; wall: Wall; quiet: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  server: async ({}, use) => {
    const server = serverAt(fridayAfternoon())
    await server.start()
    await use(server)
    await server.stop()
  },
  wall: async ({ page, server }, use) => {
    await use({
      async open(path = '/') {
        await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}token=${WALL_TOKEN}`)
        await expect(page.getByTestId('wall')).toBeVisible()
      },
      connection: page.getByTestId('connection'),
    })
  },
  quiet: [async ({ page, server }, use) => quiet({ page, server }, use), { auto: true }],
})

export { expect, PAGES }
