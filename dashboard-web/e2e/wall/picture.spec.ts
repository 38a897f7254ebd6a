/** The wall, pixel by pixel, as it was when somebody last looked at it and liked it. */
import { execFileSync } from 'node:child_process'
import { test as base } from '@playwright/test'
import { withAlerts } from '../support/afternoonAlerts'
import { HallServer, WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import { onItsFloor } from '../support/oddHalls'
import { expect, PAGES } from './fixtures'

/** Half a second past, so that no running time is about to change. */
const NOW = FRIDAY_14_42 + 500
const NEVER_MILLIS = 3_600_000
/** Edges of letters may differ by a hair; a line that moved or a colour that changed may not. */
const TOLERANCE = { threshold: 0.02, maxDiffPixelRatio: 0.001 }

const test = base.extend<{ server: HallServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  server: async ({}, use) => {
    const hall = withAlerts(fridayAfternoon(), FRIDAY_14_42)
    hall.dressed = onItsFloor
    const server = new HallServer({ hall, now: () => NOW, pages: PAGES, heartbeatMillis: NEVER_MILLIS })
    await server.start()
    await use(server)
    await server.stop()
  },
})

test.skip(!hasTheFont(), 'Left out: the wall pixel by pixel needs Noto Sans CJK (Debian: fonts-noto-cjk).')

const walls = {
  'wall-dark-zh': { size: [1920, 1080], query: 'theme=dark&lang=zh' },
  'wall-dark-en': { size: [1920, 1080], query: 'theme=dark&lang=en' },
  'wall-light-zh': { size: [1920, 1080], query: 'theme=light&lang=zh' },
  'wall-32x9-dark-zh': { size: [3840, 1080], query: 'theme=dark&lang=zh' },
} as const

for (const [name, { size, query }] of Object.entries(walls)) {
  test(`${name} looks as it did`, async ({ page, server }) => {
    const [width, height] = size
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.clock.install({ time: NOW - NEVER_MILLIS })
    await page.clock.pauseAt(NOW)
    await page.goto(`${server.url}/?${query}&token=${WALL_TOKEN}`)
    // Nothing moves by itself: what is put off by a moment is let come.
    await expect(async () => {
      await page.clock.runFor(1)
      await expect(page.locator('figure svg path')).not.toHaveCount(0, { timeout: 100 })
    }).toPass()
    await page.evaluate(() => document.fonts.ready)
    await page.clock.runFor(50)
    await expect(page).toHaveScreenshot(`${name}.png`, TOLERANCE)
  })
}

/** Other fonts draw other letters. */
function hasTheFont(): boolean {
  try {
    return execFileSync('fc-list', { encoding: 'utf8' }).includes('NotoSansCJK')
  } catch {
    return false
  }
}
