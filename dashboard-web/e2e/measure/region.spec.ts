/** What three thousand halls cost a screen, by the browser's own tracing, on one core. The server is that of the tests. */
import { test } from '@playwright/test'
import { regionServerAt } from '../region/fixtures'
import { changeHundred } from '../region/load'
import { WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42 } from '../support/morning'
import { province } from '../support/scriptedRegion'
import { onOneCore, row } from './table'
import { type Traced, traced } from './trace'

const HALLS = 3_000
const OPENING_MILLIS = 3_000
const SECONDS = 20

test('three thousand halls', async ({ page }) => {
  test.setTimeout(120_000)
  const server = regionServerAt(province(FRIDAY_14_42, HALLS))
  await server.start()
  // What the page itself costs is known before a hall comes.
  server.silent = true
  await page.goto(`${server.url}/region/yunhai?token=${WALL_TOKEN}`)
  await page.getByTestId('notice').waitFor()
  await onOneCore(page)
  server.silent = false
  const [opening] = await traced(page, async () => {
    server.cutAll()
    await page.getByTestId('region').waitFor()
    await page.waitForTimeout(OPENING_MILLIS)
  })
  longTasks('opening', opening)
  const [patched] = await traced(page, async () => {
    for (let second = 0; second < SECONDS; second++) {
      changeHundred(server, 'yunhai', second)
      await page.waitForTimeout(1_000)
    }
  })
  longTasks('100 halls change each second', patched)
  busy('100 halls change each second', patched)
  const [still] = await traced(page, () => page.waitForTimeout(SECONDS * 1_000))
  longTasks('only time goes on', still)
  busy('only time goes on', still)
  await server.stop()
})

function longTasks(when: string, { longTasks: count, longestTaskMillis }: Traced): void {
  row(
    `tasks of over 50 ms with ${HALLS} halls, ${when}`,
    `${count} (longest ${longestTaskMillis.toFixed(0)} ms)`,
    '0',
    count === 0,
  )
}

function busy(when: string, trace: Traced): void {
  row(`main thread busy, ${when}`, `${(trace.busy * 100).toFixed(0)} %`, '', true)
}
