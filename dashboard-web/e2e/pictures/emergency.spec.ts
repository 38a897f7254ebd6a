/** Takes the pictures of emergencies on the wall; they land in `target/pictures`. */
import { join } from 'node:path'
import { test } from '@playwright/test'
import { withAlerts } from '../support/afternoonAlerts'
import { declare, FRIDAY_14_47, fire, SIGNS, withExits } from '../support/fire'
import { type HallServer, OFFICER, USER, WALL_TOKEN } from '../support/hallServer'
import { fridayAfternoon } from '../support/morning'
import { expect, PAGES, serverAt } from '../wall/fixtures'

const FOLDER = join(PAGES, '../../pictures')
const LONG_NAME = {
  zh: '企业开办变更注销与工程建设项目审批及不动产登记交易缴税一窗受理综合服务专区东侧',
  en: 'Joint services for business registration, construction permits and real estate, east side',
}

interface Picture {
  readonly size?: readonly [width: number, height: number]
  readonly query?: string
  readonly prepare?: (server: HallServer) => void
  readonly see?: string
  readonly after?: (server: HallServer) => void
}

const burning = (server: HallServer) => void fire(server)

const pictures: Readonly<Record<string, Picture>> = {
  takeover: {},
  'takeover-720': { size: [1280, 720] },
  'takeover-4k': { size: [3840, 2160] },
  'takeover-32x9': { size: [7680, 2160] },
  'takeover-portrait': { size: [1080, 1920] },
  'takeover-light': { query: `${SIGNS}&theme=light` },
  'takeover-en': { query: `${SIGNS}&lang=en` },
  'takeover-bare': { query: '' },
  'takeover-drill': { prepare: (server) => void fire(server, { drill: true }) },
  'takeover-drill-32x9': { size: [3840, 1080], prepare: (server) => void fire(server, { drill: true }) },
  'takeover-shelter': { prepare: (server) => void declare(server, { kind: 'NATURAL_DISASTER', zones: [] }) },
  'takeover-several': {
    prepare: (server) => {
      fire(server)
      declare(server, { kind: 'SUDDEN_ILLNESS', zones: ['C'] }, 60)
      declare(server, { kind: 'GAS_LEAK', zones: ['D'], drill: true }, 30)
    },
  },
  'takeover-long': {
    prepare: (server) => {
      server.change(({ hall }) => {
        hall.zoneNames.B = LONG_NAME
        hall.zoneNames.C = LONG_NAME
      })
      fire(server)
    },
  },
  'takeover-lost': { after: (server) => void server.cutAll() },
  strip: { query: '?zone=C', see: 'emergency-strip', prepare: inZoneB },
  'strip-light': { query: '?zone=C&theme=light', see: 'emergency-strip', prepare: inZoneB },
  'strip-en': { query: '?zone=C&lang=en', see: 'emergency-strip', prepare: inZoneB },
  'strip-32x9': { query: '?zone=C', size: [3840, 1080], see: 'emergency-strip', prepare: inZoneB },
  'strip-drill': { query: '?zone=C', see: 'emergency-strip', prepare: (server) => inZoneB(server, true) },
  'strip-illness': {
    query: '',
    see: 'emergency-strip',
    prepare: (server) => void declare(server, { kind: 'SUDDEN_ILLNESS', zones: ['C'] }),
  },
  'strip-below': {
    query: '',
    see: 'emergency-strip',
    prepare: (server) =>
      server.change(({ hall, now }) => {
        hall.below['east/e-9'] = {
          hall: 'east',
          name: { zh: '城东区政务服务中心', en: 'East District Service Centre' },
          id: 'e-9',
          kind: 'GAS_LEAK',
          drill: false,
          headline: { zh: '一层大厅毒气泄漏', en: 'Gas leak on the ground floor' },
          severity: 'SERIOUS',
          instruction: 'EVACUATE',
          state: 'ACTIVE',
          severe: true,
          since: new Date(now - 300_000).toISOString(),
        }
        hall.touch(now)
      }),
  },
  resumes: {
    query: '',
    see: 'emergency-strip',
    prepare: (server) => {
      const id = fire(server)
      server.change(() => {
        const order = (officer: typeof USER | typeof OFFICER) =>
          server.emergencies.handle('POST', [id, 'end'], officer, {}, new URLSearchParams())
        order(USER)
        order(OFFICER)
      })
    },
  },
}

/** The instruction holds for its zone only; the other zones work on. */
function inZoneB(server: HallServer, drill = false) {
  const id = fire(server, { drill, affected: ['B'] })
  server.change(({ hall, now }) => {
    for (const [alert, { zones }] of Object.entries(hall.alerts)) if (zones.includes('B')) delete hall.alerts[alert]
    hall.touch(now)
    server.emergencies.handle('POST', [id, 'muster'], USER, { zone: 'B', clear: true }, new URLSearchParams())
  })
}

for (const [
  name,
  { size: [width, height] = [1920, 1080], query = SIGNS, prepare = burning, see = 'takeover', after },
] of Object.entries(pictures)) {
  test(name, async ({ page }) => {
    const server = serverAt(withExits(withAlerts(fridayAfternoon(FRIDAY_14_47), FRIDAY_14_47, 'drawn')), FRIDAY_14_47)
    await server.start()
    prepare(server)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    await page.goto(`${server.url}/${query}${query === '' ? '?' : '&'}token=${WALL_TOKEN}`)
    await expect(page.getByTestId(see)).toBeVisible()
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
    if (after) {
      after(server)
      await server.stop()
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'reconnecting')
    }
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(FOLDER, `${name}.png`) })
    await server.stop()
  })
}
