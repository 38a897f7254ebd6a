/** Regions in each state. */
import { regionServerAt } from '../region/fixtures'
import { type HallServer, WALL_TOKEN } from '../support/hallServer'
import { FRIDAY_14_42 } from '../support/morning'
import { anlan } from '../support/scriptedCity'
import { province, type ScriptedRegion } from '../support/scriptedRegion'
import { expect } from '../wall/fixtures'
import { everywhere, PHONE, SIZES, type Stage } from './album'

const LONG = {
  zh: '企业开办变更注销与工程建设项目审批及不动产登记交易缴税一窗受理综合服务专区东侧厅',
  en: 'Joint services for business registration, construction permits and real estate, east side',
}

interface State {
  readonly path?: string
  readonly tree?: () => ScriptedRegion
  readonly see?: 'notice'
  /** Of the connection. */
  readonly connection?: string
  readonly prepare?: (server: HallServer) => void
}

const city = () => anlan(FRIDAY_14_42)
const big = () => province(FRIDAY_14_42, 3_000)

function changed(change: (region: ScriptedRegion) => void): () => ScriptedRegion {
  return () => {
    const region = city()
    change(region)
    return region
  }
}

const calm = changed((region) => {
  for (const id of Object.keys(region.halls)) {
    const { longest } = region.glance(id)
    if (region.glance(id).waiting === undefined) continue
    region.settle(id)
    if (longest) region.work(id, 4 + ((id.length * 7) % 13))
  }
})
const fire = changed((region) => void region.emergency('linjiang-3', 'e-1'))
const several = changed((region) => {
  region.emergency('linjiang-3', 'e-1').emergency('songling-2', 'e-2', { drill: true, kind: 'GAS_LEAK' })
  region.emergency('baihe-3', 'e-3', {
    kind: 'SUDDEN_ILLNESS',
    headline: { zh: '突发疾病', en: 'Sudden illness' },
    severity: 'ORDINARY',
    instruction: 'NONE',
  })
})
const drill = changed((region) => void region.emergency('linjiang-3', 'e-1', { drill: true }))
const manyCritical = changed((region) => {
  const ids = Object.keys(region.halls).filter((id) => /-\d$/.test(id) && region.glance(id).waiting)
  for (const [index, id] of ids.slice(0, 14).entries())
    region.work(id, 31 + index).alert(id, 'CRITICAL', 'WAIT_OVERTIME', index + 1, index % 3 === 0 ? undefined : '何伟')
})
const countyCritical = changed((region) => {
  region.work('baihe-5', 38).alert('baihe-5', 'CRITICAL', 'WAIT_OVERTIME', 6, '何伟')
})
const countyFire = changed((region) => void region.emergency('baihe-5', 'e-1'))
const three = changed((region) => {
  for (const id of [1, 3, 4, 5, 6, 8]) delete region.halls[`baihe-${id}`]
})
const long = changed((region) => {
  for (const id of [
    'civic-centre',
    'songling-1',
    'baihe',
    'donghu',
    'linjiang-3',
    'yuntai-2',
    'qingshi',
    'nanping-7',
    'yuntai-7',
  ])
    region.glance(id).name = LONG
})
const extremes = changed((region) => {
  region.work('civic-centre', 141, 9_999).work('linjiang-1', 62, 9_999).work('donghu', 0).work('nanping-2', 0)
  for (const id of ['songling', ...[1, 2, 3, 4, 5, 6, 7].map((n) => `songling-${n}`)]) region.settle(id).work(id, 0)
  const bare = region.glance('vehicles')
  for (const key of [
    'at',
    'waiting',
    'served',
    'openWindows',
    'totalWindows',
    'longest',
    'alerts',
    'heardAt',
    'silentFrom',
  ] as const)
    delete bare[key]
  region.close('baihe-2', 31)
})
const crowded = () => {
  const region = big()
  for (const [index, id] of Object.keys(region.halls).entries()) {
    if (!region.glance(id).waiting || index % 6 > 1) continue
    region.alert(id, index % 40 === 0 ? 'CRITICAL' : index % 6 === 0 ? 'MAJOR' : 'MINOR', 'WINDOW_AWAY', 4, '吴倩')
  }
  return region
}

const stale = {
  connection: 'stale',
  prepare: (server: HallServer) => {
    server.journal = 'STALE'
  },
}

const states: Readonly<Record<string, State>> = {
  region: {},
  'region-calm': { tree: calm },
  'region-fire': { tree: fire },
  'region-several': { tree: several },
  'region-drill': { tree: drill },
  'region-many-critical': { tree: manyCritical },
  'region-long': { tree: long },
  'region-extremes': { tree: extremes },
  'region-county': { path: '/region/baihe' },
  'region-county-critical': { tree: countyCritical, path: '/region/baihe' },
  'region-county-fire': { tree: countyFire, path: '/region/baihe' },
  'region-three': { tree: three, path: '/region/baihe' },
  'region-province': { path: '/region/yunhai' },
  'region-3000': { tree: big, path: '/region/yunhai' },
  'region-crowded': { tree: crowded, path: '/region/yunhai' },
  'region-stale': stale,
  'region-stale-fire': { ...stale, tree: fire },
  'region-reconnecting': { connection: 'reconnecting', prepare: (server) => void server.stop() },
  'region-leaf': { path: '/region/vehicles', see: 'notice' },
  'region-no-node': { path: '/region/nowhere', see: 'notice' },
  'region-no-right': { path: '/region/forbidden', see: 'notice' },
}

function stageOf({ path = '/region/anlan', tree = city, see, connection = 'live', prepare }: State): Stage {
  return async (page, query) => {
    const server = regionServerAt(tree())
    await server.start()
    await page.goto(`${server.url}${path}?${query}&token=${WALL_TOKEN}`)
    await expect(page.getByTestId(see ?? 'region')).toBeVisible()
    if (!see) {
      await expect(page.getByTestId('region')).toHaveAttribute('aria-busy', 'false')
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
      prepare?.(server)
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', connection)
    }
    return () => server.stop()
  }
}

for (const [name, state] of Object.entries(states)) everywhere(name, stageOf(state), { ...SIZES, ...PHONE })
