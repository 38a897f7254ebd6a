/** Emergencies on the wall. */
import { withAlerts } from '../support/afternoonAlerts'
import { declare, FRIDAY_14_47, fire, SIGNS, withExits } from '../support/fire'
import { type HallServer, OFFICER, USER, WALL_TOKEN } from '../support/hallServer'
import { fridayAfternoon } from '../support/morning'
import { expect, serverAt } from '../wall/fixtures'
import { everywhere, PORTRAIT, SIZES, type Stage } from './album'

const LONG_NAME = {
  zh: '企业开办变更注销与工程建设项目审批及不动产登记交易缴税一窗受理综合服务专区东侧',
  en: 'Joint services for business registration, construction permits and real estate, east side',
}

interface State {
  readonly query?: string
  readonly prepare?: (server: HallServer) => void
  readonly see?: string
  /** The connection is cut when everything is drawn. */
  readonly cut?: boolean
}

const burning = (server: HallServer) => void fire(server)

const states: Readonly<Record<string, State>> = {
  takeover: {},
  'takeover-bare': { query: '' },
  'takeover-drill': { prepare: (server) => void fire(server, { drill: true }) },
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
  'takeover-lost': { cut: true },
  strip: { query: 'zone=C', see: 'emergency-strip', prepare: inZoneB },
  'strip-drill': { query: 'zone=C', see: 'emergency-strip', prepare: (server) => inZoneB(server, true) },
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

function stageOf({ query = SIGNS.slice(1), prepare = burning, see = 'takeover', cut = false }: State): Stage {
  return async (page, looks) => {
    const hall = withExits(withAlerts(fridayAfternoon(FRIDAY_14_47), FRIDAY_14_47, 'drawn'))
    const server = serverAt(hall, FRIDAY_14_47)
    await server.start()
    prepare(server)
    await page.goto(`${server.url}/?${looks}&${query}&token=${WALL_TOKEN}`)
    await expect(page.getByTestId(see)).toBeVisible()
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
    if (cut) {
      server.cutAll()
      await server.stop()
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'reconnecting')
    }
    return () => server.stop()
  }
}

for (const [name, state] of Object.entries(states)) {
  everywhere(name, stageOf(state), name.startsWith('takeover') ? { ...SIZES, ...PORTRAIT } : SIZES)
}
