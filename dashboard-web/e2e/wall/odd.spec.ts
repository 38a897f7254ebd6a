/** Halls that nobody drew: whatever a plan and a day may hold, nothing lies on anything else, and nothing is lost. */
import { test as base, type Page } from '@playwright/test'
import { PAGE_MILLIS } from '../../src/ui/usePage'
import { withAlerts } from '../support/afternoonAlerts'
import { WALL_TOKEN } from '../support/hallServer'
import { brokenWords, clashes, expectNone } from '../support/layout'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import * as dresses from '../support/oddHalls'
import { expect, serverAt } from './fixtures'

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [7680, 2160],
] as const

const halls: Readonly<Record<string, dresses.Dress>> = {
  'as drawn': (view) => view,
  'with positions': dresses.onItsFloor,
  'with long names': dresses.all(dresses.onItsFloor, dresses.withLongNames),
  'with 0 and 9,999 waiting': dresses.withExtremes,
  'before its first event': dresses.empty,
  'after hours': dresses.afterHours,
  'without anything': dresses.bare,
  'with one window': dresses.tiny,
  'with windows of five queues': dresses.withBroadWindows,
  'with 200 windows and 60 queues': dresses.huge,
}

type Day = 'drawn' | 'quiet' | 'busy'

const test = base.extend<{ hall: (dress: dresses.Dress, path?: string, day?: Day) => Promise<void> }>({
  hall: async ({ page }, use) => {
    const stops: (() => Promise<void>)[] = []
    await use(async (dress, path = '/?lang=zh', day = 'drawn') => {
      const hall = withAlerts(fridayAfternoon(), FRIDAY_14_42, day)
      hall.dressed = dress
      const server = serverAt(hall)
      await server.start()
      stops.push(() => server.stop())
      await page.goto(`${server.url}${path}&token=${WALL_TOKEN}`)
      await expect(page.getByTestId('wall')).toBeVisible()
      await page.evaluate(() => document.fonts.ready)
    })
    for (const stop of stops) await stop()
  },
})

/** As many as the longest list of pages has. */
const TURNS = 10

const days: readonly (readonly [string, dresses.Dress, Day?])[] = [
  ...Object.entries(halls),
  ['on a quiet day', (view) => view, 'quiet'],
  ['on a busy day', (view) => view, 'busy'],
  ['with long names on a busy day', dresses.withLongNames, 'busy'],
]

for (const [name, dress, day] of days) {
  for (const language of ['zh', 'en']) {
    test(`a hall ${name}, in ${language}, has no text on another at any size, on any page`, async ({ page, hall }) => {
      test.setTimeout(120_000)
      await page.clock.install({ time: FRIDAY_14_42 })
      await hall(dress, `/?lang=${language}`, day)
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        // The other two sizes are 1920×1080, smaller and larger.
        const turns = dress === dresses.huge && (height === 1080 || width > 2 * height) ? TURNS : 1
        for (let turn = 0; turn < turns; turn++) {
          const message = `${width}×${height}, turn ${turn}`
          await expectNone(() => clashes(page.getByTestId('wall')), message)
          await expectNone(() => brokenWords(page.getByTestId('wall')), message)
          // One line has no room for a name of forty characters.
          if (dress !== dresses.withLongNames) await expectNone(() => cutAlerts(page), message)
          if (turns > 1) await page.clock.runFor(PAGE_MILLIS)
        }
      }
    })
  }
}

test('what does not fit turns pages, and every queue and window comes', async ({ page, hall }) => {
  await page.clock.install({ time: FRIDAY_14_42 })
  await hall(dresses.huge)
  const queues = new Set<string>()
  const windows = new Set<string>()
  for (let turn = 0; turn < TURNS; turn++) {
    for (const id of await idsOf(page, 'queue-')) queues.add(id)
    for (const id of await idsOf(page, 'window-')) windows.add(id)
    await expectNone(() => clashes(page.getByTestId('wall')))
    await expectNone(() => brokenWords(page.getByTestId('wall')))
    await page.clock.runFor(PAGE_MILLIS)
  }
  expect(queues.size).toBe(60)
  expect(windows.size).toBe(200)
})

test('a queue with an alert stands on every page, before those that turn', async ({ page, hall }) => {
  await page.clock.install({ time: FRIDAY_14_42 })
  await hall(dresses.huge)
  const needy = page
    .locator('[data-testid^="queue-"]')
    .filter({ has: page.locator('.is-crit') })
    .first()
  const id = await needy.getAttribute('data-testid')
  for (let turn = 0; turn < 8; turn++) {
    await expect(page.getByTestId(id ?? '')).toBeVisible()
    await page.clock.runFor(PAGE_MILLIS)
  }
})

test('the plan shows rows and aisles as they are in the hall', async ({ page, hall }) => {
  await hall(dresses.onItsFloor)
  const box = async (id: string) => {
    const found = await page.getByTestId(`window-${id}`).boundingBox()
    if (!found) throw new Error(`window ${id} is not shown`)
    return found
  }
  const [first, seventh, eighth, fifteenth] = [await box('01'), await box('07'), await box('08'), await box('15')]
  expect(first.y).toBe(eighth.y)
  expect(fifteenth.y).toBeGreaterThan(first.y + first.height)
  expect(fifteenth.x).toBe(first.x)
  expect(eighth.x - seventh.x).toBeGreaterThan(2 * first.width)
})

test('today stands against the usual day', async ({ page, hall }) => {
  await hall((view) => view)
  await expect(page.getByTestId('usual')).toHaveText('灰底为常日周五')
  await expect(page.getByTestId('more-issued')).toHaveText(/^[+−±]\d+$/)
  await expect(page.getByTestId('figure-satisfied')).toHaveText('98.2')
})

test('without a usual day and without ratings nothing is said of them', async ({ page, hall }) => {
  await hall(({ today: { usual: _usual, ratings: _ratings, ...today }, ...view }) => ({ ...view, today }))
  await expect(page.getByTestId('usual')).toBeEmpty()
  await expect(page.getByTestId('more-issued')).toHaveCount(0)
  await expect(page.getByTestId('figure-averageService')).toBeVisible()
})

test('a closed hall says when it opens', async ({ page, hall }) => {
  await hall(dresses.afterHours)
  await expect(page.getByTestId('verdict')).toHaveText('已闭厅，周一 09:00 开门')
})

function cutAlerts(page: Page): Promise<string[]> {
  return page
    .locator('.alerts h2')
    .evaluateAll((titles) =>
      titles.filter((title) => title.scrollWidth > title.clientWidth + 1).map((title) => title.textContent ?? ''),
    )
}

function idsOf(page: Page, prefix: string): Promise<string[]> {
  return page
    .locator(`[data-testid^="${prefix}"]`)
    .evaluateAll((found) => found.map((element) => element.getAttribute('data-testid') ?? ''))
}
