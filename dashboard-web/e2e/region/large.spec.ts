import { WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42 } from '../support/morning'
import { province } from '../support/scriptedRegion'
import { test as base, expect } from './fixtures'

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  tree: async ({}, use) => {
    await use(province(FRIDAY_14_42, 3_000))
  },
})

const LONGEST_TASK_MILLIS = 50
const PATCHES = 6

// Measured on two busy cores: 85 to 271 ms while opening, 50 to 167 ms with patches. The aim is not reached yet.
test.fixme('three thousand halls: no task is long', async ({ page, server }) => {
  await page.addInitScript(() => {
    const tasks: [string, number][] = []
    Object.assign(window, { tasks, phase: 'opening' })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push([(window as never as { phase: string }).phase, duration])
    }).observe({ entryTypes: ['longtask'] })
  })
  const tasks = () => page.evaluate(() => (window as never as { tasks: [string, number][] }).tasks)
  // What the page itself costs is known before a hall comes.
  server.silent = true
  await page.goto(`${server.url}/region/yunhai?token=${WALL_TOKEN}`)
  await expect(page.getByTestId('notice')).toBeVisible()
  const before = (await tasks()).length
  server.silent = false
  server.cutAll()
  await expect(page.getByTestId('region')).toHaveAttribute('data-halls', /^29\d\d$/)
  await page.waitForTimeout(1_500)
  await page.evaluate(() => Object.assign(window, { phase: 'patches' }))
  const ids = Object.keys(server.regions ? (server.regions.view('yunhai') as { halls: object }).halls : {})
  for (let round = 0; round < PATCHES; round++) {
    server.changeRegion((tree) => {
      for (let index = 0; index < 100; index++) {
        const id = ids[(round * 100 + index * 29) % ids.length] ?? ''
        if (tree.glance(id).waiting) tree.work(id, (index + round) % 25)
      }
    })
    await page.waitForTimeout(1_000)
  }
  const long = (await tasks()).slice(before)
  console.log(`long tasks with 3,000 halls: ${JSON.stringify(long)}`)
  expect(long.filter(([, duration]) => duration > LONGEST_TASK_MILLIS)).toEqual([])
})

test('of three thousand halls only what is seen is drawn', async ({ page, region }) => {
  await region.open('/region/yunhai')
  await expect(page.getByTestId('region')).toHaveAttribute('data-halls', /^29\d\d$/)
  expect(await page.locator('[data-testid^="tile-"]').count()).toBeLessThan(200)
  expect(await page.locator('*').count()).toBeLessThan(2_500)
})
