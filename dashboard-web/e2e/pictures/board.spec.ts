/** Takes the pictures of the call board; they land in `target/pictures`. */
import { join } from 'node:path'
import { test } from '@playwright/test'
import type { HallView } from '../../src/wire/view'
import { drawnCalls } from '../support/afternoonCalls'
import { declare, fire, withExits } from '../support/fire'
import { BOARD_TOKEN, type HallServer } from '../support/hallServer'
import { closedHall, longNames, manyQueues } from '../support/oddBoards'
import { expect, PAGES, serverAt } from '../wall/fixtures'

const FOLDER = join(PAGES, '../../pictures')

interface Picture {
  readonly size?: readonly [width: number, height: number]
  readonly zone?: string
  readonly query?: string
  readonly amend?: (view: HallView) => HallView
  readonly prepare?: (server: HallServer) => void
  /** What stands on the page when the picture is taken. */
  readonly see?: string
  /** The server says nothing any more, for so many seconds. */
  readonly silentSeconds?: number
}

const keepAway = (server: HallServer) => void declare(server, { kind: 'PUBLIC_ORDER', zones: ['B'], affected: ['B'] })

const pictures: Readonly<Record<string, Picture>> = {
  board: {},
  'board-light': { query: 'theme=light' },
  'board-en': { query: 'lang=en' },
  'board-720': { size: [1280, 720] },
  'board-4k': { size: [3840, 2160] },
  'board-32x9': { size: [7680, 2160] },
  'board-portrait': { size: [1080, 1920] },
  'board-portrait-en': { size: [1080, 1920], query: 'lang=en' },
  'board-portrait-large': { size: [1080, 1920], query: 'type=large' },
  'board-large': { query: 'type=large' },
  'board-large-en': { query: 'type=large&lang=en' },
  'board-large-32x9': { size: [7680, 2160], query: 'type=large' },
  'board-contrast': { query: 'contrast=high' },
  'board-contrast-light': { query: 'contrast=high&theme=light' },
  'board-large-contrast': { query: 'type=large&contrast=high' },
  'board-zone': { zone: 'A' },
  'board-long': { amend: longNames },
  'board-long-en': { amend: longNames, query: 'lang=en' },
  'board-long-large': { amend: longNames, query: 'type=large' },
  'board-long-portrait': { amend: longNames, size: [1080, 1920] },
  'board-many': { amend: manyQueues },
  'board-closed': { amend: closedHall, see: 'closed' },
  'board-closed-en-light': { amend: closedHall, see: 'closed', query: 'lang=en&theme=light' },
  'board-stopped': { silentSeconds: 62, see: 'stopped' },
  'board-stopped-32x9': { silentSeconds: 62, see: 'stopped', size: [3840, 1080] },
  'board-stopped-portrait': { silentSeconds: 62, see: 'stopped', size: [1080, 1920] },
  'board-reconnecting': { silentSeconds: 20 },
  'board-strip': { prepare: keepAway, see: 'emergency-strip', zone: 'C' },
  'board-strip-all': { prepare: keepAway, see: 'emergency-strip' },
  'board-strip-large': { prepare: keepAway, see: 'emergency-strip', query: 'type=large' },
  'board-strip-portrait': { prepare: keepAway, see: 'emergency-strip', size: [1080, 1920] },
  'board-strip-32x9': { prepare: keepAway, see: 'emergency-strip', size: [3840, 1080] },
  'board-takeover': { prepare: (server) => void fire(server), see: 'takeover', zone: 'B' },
  'board-takeover-contrast': { prepare: (server) => void fire(server), see: 'takeover', query: 'contrast=high' },
}

for (const [name, picture] of Object.entries(pictures)) {
  const { size: [width, height] = [1920, 1080], zone = 'all', query = '', see = 'board' } = picture
  test(name, async ({ page }) => {
    const hall = withExits(drawnCalls())
    hall.dressed = picture.amend ?? hall.dressed
    const server = serverAt(hall)
    await server.start()
    if (picture.silentSeconds) await page.clock.install()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    await page.goto(`${server.url}/board/civic-centre/${zone}?voice=off&${query}&token=${BOARD_TOKEN}`)
    picture.prepare?.(server)
    if (picture.silentSeconds) {
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
      server.silent = true
      await page.clock.fastForward(picture.silentSeconds * 1_000)
    }
    await expect(page.getByTestId(see)).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(FOLDER, `${name}.png`) })
    await server.stop()
  })
}
