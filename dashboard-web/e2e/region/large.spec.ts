import type { Page } from '@playwright/test'
import { FRIDAY_14_42 } from '../support/morning'
import { province } from '../support/scriptedRegion'
import { test as base, expect } from './fixtures'
import { changeHundred } from './load'

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  tree: async ({}, use) => {
    await use(province(FRIDAY_14_42, 3_000))
  },
})

test('of three thousand halls only what is seen is drawn', async ({ page, region }) => {
  await region.open('/region/yunhai')
  await expect(page.getByTestId('region')).toHaveAttribute('data-halls', /^29\d\d$/)
  expect(await page.locator('[data-testid^="tile-"]').count()).toBeLessThan(200)
  expect(await page.locator('*').count()).toBeLessThan(2_500)
})

test('of three thousand halls only those that change are drawn again', async ({ page, server, region }) => {
  await page.clock.install({ time: FRIDAY_14_42 })
  await region.open('/region/yunhai')
  const shown = await page.locator('[data-testid^="tile-"]').count()
  const redrawn = await watchTiles(page)
  // Halls that are not seen change, by far the most of a hundred; and a second passes.
  changeHundred(server, 'yunhai', 0)
  await page.clock.runFor(1_000)
  await expect.poll(async () => (await redrawn()).length).toBeGreaterThan(0)
  const changed = (await redrawn()).length
  expect(changed).toBeLessThan(shown / 2)
  // In a minute the longest wait of everybody grows by one.
  await page.clock.runFor(60_000)
  expect((await redrawn()).length).toBeGreaterThan(changed)
})

/** Which tiles anything was changed in since. */
async function watchTiles(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const redrawn = new Set<string>()
    Object.assign(window, { redrawn })
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        const tile = element?.closest('[data-testid^="tile-"]')?.getAttribute('data-testid')
        if (tile) redrawn.add(tile)
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  return () => page.evaluate(() => [...(window as never as { redrawn: Set<string> }).redrawn])
}
