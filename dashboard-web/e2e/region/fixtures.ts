import { test as base, expect, type Page } from '@playwright/test'
import { HallServer, WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import { PAGES } from '../support/pages'
import { quiet } from '../support/quiet'
import { anlan } from '../support/scriptedCity'
import type { ScriptedRegion } from '../support/scriptedRegion'

export interface Region {
  /** Opens a page of the test's server with the wall's token. */
  open(path?: string): Promise<void>
  connection: ReturnType<Page['getByTestId']>
}

/** A server with a tree of halls whose clock stands at a Friday afternoon when it starts and goes on from there. */
export function regionServerAt(region: ScriptedRegion, start = FRIDAY_14_42): HallServer {
  const began = performance.now()
  const now = () => start + performance.now() - began
  return new HallServer({ hall: fridayAfternoon(), region, now, pages: PAGES, heartbeatMillis: 500 })
}

export const test = base.extend<{ tree: ScriptedRegion; server: HallServer; region: Region; quiet: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  tree: async ({}, use) => {
    await use(anlan(FRIDAY_14_42))
  },
  server: async ({ tree }, use) => {
    const server = regionServerAt(tree)
    await server.start()
    await use(server)
    await server.stop()
  },
  region: async ({ page, server }, use) => {
    await use({
      async open(path = '/region/anlan') {
        await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}token=${WALL_TOKEN}`)
        await expect(page.getByTestId('region')).toHaveAttribute('aria-busy', 'false')
      },
      connection: page.getByTestId('connection'),
    })
  },
  quiet: [async ({ page, server }, use) => quiet({ page, server }, use), { auto: true }],
})

export { expect }
