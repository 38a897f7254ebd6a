/** Takes the pictures of emergencies on the desk, on a phone and on a PC. */
import { type Page, test } from '@playwright/test'
import { withAlerts } from '../support/afternoonAlerts'
import { declare, ended, FRIDAY_14_47, fire, withExits } from '../support/fire'
import { type HallServer, OFFICER, USER } from '../support/hallServer'
import { fridayAfternoon } from '../support/morning'
import { expect, serverAt } from '../wall/fixtures'
import { pathOf, take } from './album'

const PHONE = [390, 844] as const
const PC = [1440, 900] as const
const DESK = '/desk/civic-centre'

interface Picture {
  readonly path?: string
  readonly size?: readonly [width: number, height: number]
  readonly user?: typeof USER | typeof OFFICER
  readonly query?: string
  readonly see?: string
  readonly prepare?: (server: HallServer) => void
  readonly tap?: (page: Page) => Promise<void>
  readonly whole?: boolean
}

const burning = (server: HallServer) => void fire(server)
const tap =
  (...ids: readonly string[]) =>
  async (page: Page) => {
    for (const id of ids) await page.getByTestId(id).click()
  }

const over = (server: HallServer) => void ended(server, fire(server))

const pictures: Readonly<Record<string, Picture>> = {
  'emergency-declare': { path: '/emergency', see: 'kind-FIRE', prepare: () => {} },
  'emergency-declare-en': { path: '/emergency', query: '&lang=en', see: 'kind-FIRE', prepare: () => {} },
  'emergency-declare-hold': { path: '/emergency', see: 'hold', prepare: () => {}, tap: tap('kind-FIRE', 'place-B') },
  'emergency-declare-pc': { path: '/emergency', size: PC, see: 'kind-FIRE', prepare: () => {} },
  'emergency-desk': { path: '', see: 'open-emergencies' },
  'emergency-phone': {},
  'emergency-phone-whole': { whole: true },
  'emergency-phone-dark': { query: '&theme=dark' },
  'emergency-phone-en': { query: '&lang=en', whole: true },
  'emergency-pc': { size: PC },
  'emergency-pc-dark': { size: PC, query: '&theme=dark' },
  'emergency-drill': { prepare: (server) => void fire(server, { drill: true }) },
  'emergency-ending': {
    prepare: (server) => {
      const id = fire(server)
      server.change(() => server.emergencies.handle('POST', [id, 'end'], USER, {}, new URLSearchParams()))
    },
  },
  'emergency-unrecorded': {
    prepare: (server) => {
      server.emergencies.journalAway = true
      declare(server)
    },
  },
  'emergency-over': { prepare: over, whole: true },
  'emergency-over-pc': { prepare: over, size: PC },
  'emergency-instruct': { see: 'sheet-instruct', tap: tap('open-instruct') },
  'emergency-end': { see: 'sheet-end', tap: tap('open-end') },
  'emergency-step': { see: 'sheet-step', tap: tap('more-power') },
  'emergency-draft': { prepare: over, see: 'sheet-report', tap: tap('file-FINAL') },
  'emergency-list': { path: '/emergencies', see: 'plan-FIRE', user: USER, prepare: planned, whole: true },
  'emergency-list-pc': {
    path: '/emergencies',
    see: 'plan-FIRE',
    user: USER,
    prepare: planned,
    size: PC,
    whole: true,
    tap: (page) => page.getByTestId('plan-FIRE').locator('summary').click(),
  },
  'emergency-paper': {
    path: '/emergency/e-1/report',
    see: 'paper-score',
    prepare: over,
    size: [900, 1200],
    whole: true,
  },
  'emergency-paper-drill': {
    path: '/emergency/e-1/report',
    see: 'paper-score',
    prepare: (server) => void ended(server, fire(server, { drill: true })),
    size: [900, 1200],
    query: '&theme=dark&lang=en',
    whole: true,
  },
}

/** A drill to come, one that is past, and a fire to be closed. */
function planned(server: HallServer) {
  const drill = fire(server, { drill: true })
  ended(server, drill)
  server.change(({ now }) => {
    const order = (action: string, body: object) =>
      server.emergencies.handle('POST', [drill, action], USER, body as never, new URLSearchParams())
    order('file', { report: 'FINAL', text: '演练总结' })
    order('close', {})
    const at = new Date(now + 26 * 3_600_000).toISOString()
    const body = { kind: 'FIRE', zones: ['C'], at, note: '季度演练' }
    server.emergencies.handle('POST', ['drills'], USER, body, new URLSearchParams())
  })
  ended(server, fire(server))
}

for (const [
  name,
  {
    path = '/emergency/e-1',
    size = PHONE,
    user = OFFICER,
    query = '',
    see = 'emergency-head',
    prepare = burning,
    tap,
    whole,
  },
] of Object.entries(pictures)) {
  test(name, async ({ page }) => {
    const server = serverAt(withExits(withAlerts(fridayAfternoon(FRIDAY_14_47), FRIDAY_14_47, 'asked')), FRIDAY_14_47)
    await server.start()
    prepare(server)
    await page.setViewportSize({ width: size[0], height: size[1] })
    await page.addInitScript(() => localStorage.setItem('hall.desk.signals', 'off'))
    await page.goto(`${server.url}${DESK}${path}?token=session-${user.user}${query}`)
    await expect(page.getByTestId('connection').first()).toHaveAttribute('data-state', 'live')
    await tap?.(page)
    await expect(page.getByTestId(see)).toBeVisible()
    await take(page, name, { whole: whole === true })
    if (name.startsWith('emergency-paper')) await page.pdf({ path: pathOf(`${name}.pdf`), preferCSSPageSize: true })
    await server.stop()
  })
}
