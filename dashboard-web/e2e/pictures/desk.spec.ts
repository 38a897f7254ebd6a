/** Takes the pictures of the duty desk, on a phone and on a PC, light and dark. */
import { type Page, test } from '@playwright/test'
import { withAlerts } from '../support/afternoonAlerts'
import { OFFICER, USER } from '../support/hallServer'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import { someQuality } from '../support/quality'
import { expect, serverAt } from '../wall/fixtures'
import { take } from './album'

const PHONE = [390, 844] as const
const PC = [1440, 900] as const
const DESK = '/desk/civic-centre'
const DAY = 86_400_000

interface Picture {
  readonly path: string
  readonly size?: readonly [width: number, height: number]
  readonly user?: typeof USER | typeof OFFICER
  readonly query?: string
  readonly see: string
  readonly tap?: (page: Page) => Promise<void>
  readonly what?: 'quiet' | 'shelved'
  readonly sound?: 'ask'
}

const tap = (id: string) => (page: Page) => page.getByTestId(id).click()

const pictures: Readonly<Record<string, Picture>> = {
  desk: { path: DESK, see: 'needs-me' },
  'desk-dark': { path: DESK, query: '&theme=dark', see: 'needs-me' },
  'desk-en': { path: DESK, query: '&lang=en', see: 'needs-me' },
  'desk-quiet': { path: DESK, see: 'nothing', what: 'quiet' },
  'desk-first': { path: DESK, see: 'needs-me', sound: 'ask' },
  'desk-alert': { path: `${DESK}/a1042`, see: 'timeline' },
  'desk-alert-dark': { path: `${DESK}/a1042`, query: '&theme=dark', see: 'timeline' },
  'desk-alert-en': { path: `${DESK}/a1042`, query: '&lang=en', see: 'timeline' },
  'desk-critical': { path: `${DESK}/a1031`, see: 'timeline' },
  'desk-shelve': { path: `${DESK}/a1042`, see: 'sheet-shelve', tap: tap('action-shelve') },
  'desk-assign': { path: `${DESK}/a1042`, see: 'sheet-assign', tap: tap('action-assign') },
  'desk-note': { path: `${DESK}/a1042`, see: 'sheet-note', tap: tap('action-note') },
  'desk-handover': { path: DESK, see: 'sheet-handover', tap: tap('tab-handover'), user: USER, what: 'shelved' },
  'desk-roster': { path: DESK, see: 'sheet-roster', tap: tap('tab-roster'), user: USER },
  'desk-more': { path: DESK, see: 'sheet-more', tap: tap('tab-more') },
  'desk-pc': { path: DESK, size: PC, see: 'timeline' },
  'desk-pc-dark': { path: DESK, size: PC, query: '&theme=dark', see: 'timeline' },
  'desk-pc-en': { path: DESK, size: PC, query: '&lang=en', see: 'timeline' },
  quality: { path: `${DESK}/quality`, size: PC, see: 'quality-verdict', user: USER },
  'quality-dark': { path: `${DESK}/quality`, size: PC, query: '&theme=dark', see: 'quality-verdict', user: USER },
  'quality-phone': { path: `${DESK}/quality`, see: 'quality-verdict', user: USER },
}

for (const [
  name,
  { path, size = PHONE, user = OFFICER, query = '', see, tap, what = 'asked', sound },
] of Object.entries(pictures)) {
  test(name, async ({ page }) => {
    const server = serverAt(withAlerts(fridayAfternoon(), FRIDAY_14_42, what))
    server.quality = someQuality(FRIDAY_14_42 - 7 * DAY, FRIDAY_14_42)
    await server.start()
    await page.clock.install({ time: FRIDAY_14_42 })
    await page.setViewportSize({ width: size[0], height: size[1] })
    if (!sound) await page.addInitScript(() => localStorage.setItem('hall.desk.signals', 'off'))
    await page.goto(`${server.url}${path}?token=session-${user.user}${query}`)
    await tap?.(page)
    await expect(page.getByTestId(see)).toBeVisible()
    if (see === 'timeline') await expect(page.getByTestId('timeline').locator('li').first()).toBeVisible()
    await take(page, name, { whole: name.startsWith('quality') })
    await server.stop()
  })
}
