/** A tree of halls for tests: five levels down from a province, the same for the same seed, or the city of the drawing. */
import type { Severity } from '../../src/wire/alert'
import type { Name } from '../../src/wire/name'
import type { EmergencyGlance, Glance, RegionView } from '../../src/wire/region'
import type { HallLevel, HallSummary } from '../../src/wire/view'
import { hallTime } from './scriptedHall'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
export type MutableGlance = Mutable<Glance>

const MINUTE = 60_000
const LIMIT_SECONDS = 1_800

export class ScriptedRegion {
  readonly halls: Record<string, MutableGlance> = {}
  private version = 1

  constructor(readonly now: number) {}

  /** A node that only groups those below it, until something is said of it. */
  add(id: string, name: Name, level: HallLevel, parent?: string): this {
    this.halls[id] = { name, level, timeZone: 'Asia/Shanghai', ...(parent !== undefined && { parent }) }
    return this
  }

  /** A hall at work whose longest wait is this many minutes; 0 means that nobody waits. */
  work(id: string, minutes: number, waiting = minutes === 0 ? 0 : Math.ceil(minutes / 2), now = this.now): this {
    const glance = this.glance(id)
    Object.assign(glance, {
      at: hallTime(now),
      waiting,
      served: 40,
      openWindows: 3,
      totalWindows: 4,
      alerts: glance.alerts ?? { critical: 0, major: 0, minor: 0 },
      heardAt: hallTime(now),
      silentFrom: hallTime(now + 10 * MINUTE),
    })
    delete glance.longest
    if (minutes > 0) {
      const since = hallTime(now - minutes * MINUTE - 5_000)
      glance.longest = { queue: { zh: '综合受理', en: 'General affairs' }, since, limitSeconds: LIMIT_SECONDS }
    }
    return this
  }

  close(id: string, served = 0): this {
    const glance = this.glance(id)
    const alerts = { critical: 0, major: 0, minor: 0 }
    Object.assign(glance, { at: hallTime(this.now), waiting: 0, served, openWindows: 0, totalWindows: 3, alerts })
    for (const key of ['longest', 'worst', 'silentFrom'] as const) delete glance[key]
    return this
  }

  alert(
    id: string,
    severity: Severity,
    rule: string,
    minutes: number,
    person?: string,
    label?: Name,
    now = this.now,
  ): this {
    const glance = this.glance(id)
    const count = (of: Severity) => (of === severity ? 1 : 0)
    glance.alerts = { critical: count('CRITICAL'), major: count('MAJOR'), minor: count('MINOR') }
    glance.worst = {
      severity,
      rule,
      subject: { queue: 'q' },
      since: hallTime(now - minutes * MINUTE),
      unclaimed: person === undefined,
      ...(label && { label }),
      ...(person !== undefined && { person }),
    }
    return this
  }

  settle(id: string): this {
    const glance = this.glance(id)
    glance.alerts = { critical: 0, major: 0, minor: 0 }
    delete glance.worst
    return this
  }

  cutOff(id: string, minutes: number): this {
    const glance = this.glance(id)
    glance.heardAt = hallTime(this.now - minutes * MINUTE)
    glance.silentFrom = hallTime(this.now - (minutes - 5) * MINUTE)
    return this
  }

  emergency(id: string, key: string, more: Partial<EmergencyGlance> = {}, now = this.now): this {
    const emergency: EmergencyGlance = {
      kind: 'FIRE',
      drill: false,
      headline: { zh: 'B 区火警', en: 'Fire in zone B' },
      severity: 'LARGE',
      instruction: 'EVACUATE',
      ending: false,
      over: false,
      since: hallTime(now - 156_000),
      ...more,
    }
    this.glance(id).emergencies = { ...this.glance(id).emergencies, [key]: emergency }
    return this
  }

  glance(id: string): MutableGlance {
    const glance = this.halls[id]
    if (!glance) throw new Error(`unknown hall ${id}`)
    return glance
  }

  touch(): void {
    this.version++
  }

  /** As the server tells it: the node and all below it. */
  view(node: string): RegionView {
    const own = { ...this.glance(node) }
    delete own.parent
    const halls: Record<string, Glance> = { [node]: own }
    // Parents are added before their children.
    for (const [id, glance] of Object.entries(this.halls))
      if (glance.parent !== undefined && glance.parent in halls && id !== node) halls[id] = glance
    return structuredClone({ region: node, version: this.version, at: hallTime(this.now), halls })
  }

  summaries(): HallSummary[] {
    return Object.entries(this.halls).map(([hall, { name, level, parent, openWindows = 0 }]) => ({
      hall,
      name,
      level,
      ...(parent !== undefined && { parent }),
      open: openWindows > 0,
    }))
  }
}

const SURNAMES = ['周敏', '何伟', '吴倩', '刘洋', '郑凯', '孙丽', '赵军', '林涛', '冯娟', '徐波', '高宁']

/** The city of the drawing, 14:42 on a Friday. */
export function anlan(now: number): ScriptedRegion {
  const region = new ScriptedRegion(now).add('yunhai', { zh: '云海省', en: 'Yunhai' }, 'PROVINCE')
  region.add('anlan', { zh: '安澜市', en: 'Anlan' }, 'CITY', 'yunhai')
  region.add('haiping', { zh: '海平市', en: 'Haiping' }, 'CITY', 'yunhai')
  region
    .add('haiping-centre', { zh: '海平市民中心', en: 'Haiping Civic Centre' }, 'CITY', 'haiping')
    .work('haiping-centre', 9)
  const hall = (
    id: string,
    zh: string,
    en: string,
    level: HallLevel,
    parent: string,
    minutes: number,
    waiting?: number,
  ) => region.add(id, { zh, en }, level, parent).work(id, minutes, waiting)
  hall('civic-centre', '市民中心', 'Civic Centre', 'CITY', 'anlan', 41, 73)
  hall('east', '东区分中心', 'East Branch', 'CITY', 'anlan', 22, 15)
  hall('vehicles', '车管所大厅', 'Vehicle Office', 'CITY', 'anlan', 12, 12)
  for (const [id, zh, en, own, townships] of COUNTIES) {
    region.add(id, { zh, en }, 'COUNTY', 'anlan').work(id, own)
    for (const [index, [name, english, minutes]] of townships.entries()) {
      const town = `${id}-${index + 1}`
      hall(town, name, english, 'TOWNSHIP', id, Math.max(0, minutes))
      if (minutes < 0) region.close(town)
    }
  }
  const queue = (zh: string, en: string): Name => ({ zh, en })
  region.alert('civic-centre', 'CRITICAL', 'WAIT_OVERTIME', 11, '周敏', queue('公安户政', 'Household reg.'))
  region.alert('qingshi', 'CRITICAL', 'WAIT_OVERTIME', 8, '何伟', queue('不动产', 'Real estate'))
  region.alert('linjiang-1', 'CRITICAL', 'WAIT_OVERTIME', 4, undefined, queue('综合受理', 'General affairs'))
  region.cutOff('songling-1', 21).alert('songling-1', 'MAJOR', 'SOURCE_SILENT', 21, '徐波')
  const needy: readonly [string, Severity, string, string?][] = [
    ['baihe', 'MAJOR', 'WINDOW_AWAY'],
    ['linjiang', 'MAJOR', 'WINDOW_IDLE', '吴倩'],
    ['east', 'MAJOR', 'WINDOW_IDLE', '刘洋'],
    ['nanping', 'MAJOR', 'SOURCE_SILENT', '郑凯'],
    ['donghu-1', 'MAJOR', 'WINDOW_AWAY', '孙丽'],
    ['yuntai-1', 'MAJOR', 'QUEUE_UNMANNED', '赵军'],
    ['donghu', 'MINOR', 'WAIT_OVERTIME', '林涛'],
    ['qingshi-1', 'MINOR', 'WAIT_OVERTIME', '何伟'],
    ['baihe-1', 'MINOR', 'WAIT_OVERTIME'],
    ['yuntai', 'MINOR', 'SERVICE_OVERTIME', '冯娟'],
    ['songling', 'MINOR', 'QUEUE_LENGTH', '徐波'],
    ['linjiang-2', 'MINOR', 'SOURCE_SILENT', '高宁'],
  ]
  for (const [id, severity, rule, person] of needy) region.alert(id, severity, rule, 3, person)
  return region
}

/** Negative minutes: not open today. */
type Township = readonly [zh: string, en: string, minutes: number]

const COUNTIES: readonly (readonly [
  id: string,
  zh: string,
  en: string,
  own: number,
  townships: readonly Township[],
])[] = [
  [
    'linjiang',
    '临江区',
    'Linjiang',
    24,
    [
      ['新港街道', 'Xingang', 34],
      ['望江街道', 'Wangjiang', 14],
      ['云峰街道', 'Yunfeng', 18],
      ['潮音街道', 'Chaoyin', 16],
      ['江滨街道', 'Jiangbin', 16],
      ['清泉镇', 'Qingquan', 9],
      ['渡口镇', 'Dukou', 3],
      ['茶园镇', 'Chayuan', 3],
    ],
  ],
  [
    'donghu',
    '东湖区',
    'Donghu',
    28,
    [
      ['湖心街道', 'Huxin', 18],
      ['书院街道', 'Shuyuan', 16],
      ['翠堤街道', 'Cuidi', 13],
      ['青溪镇', 'Qingxi', 13],
      ['莲塘街道', 'Liantang', 12],
      ['三江镇', 'Sanjiang', 8],
      ['南坪镇', 'Nanping Town', 5],
      ['水口镇', 'Shuikou', 4],
    ],
  ],
  [
    'yuntai',
    '云台区',
    'Yuntai',
    23,
    [
      ['石桥镇', 'Shiqiao', 12],
      ['沙洲镇', 'Shazhou', 18],
      ['台前街道', 'Taiqian', 16],
      ['松风镇', 'Songfeng', 14],
      ['大坪镇', 'Daping', 9],
      ['黑石镇', 'Heishi', 9],
      ['高岭镇', 'Gaoling', -1],
    ],
  ],
  [
    'qingshi',
    '青石县',
    'Qingshi',
    38,
    [
      ['城关镇', 'Chengguan', 27],
      ['马鞍镇', 'Maan', 13],
      ['东岭镇', 'Dongling', 13],
      ['花园镇', 'Huayuan', 13],
      ['石门镇', 'Shimen', 12],
      ['西河镇', 'Xihe', 12],
      ['云岭镇', 'Yunling', 12],
      ['长堤镇', 'Changdi', 10],
    ],
  ],
  [
    'baihe',
    '白河县',
    'Baihe',
    26,
    [
      ['河口镇', 'Hekou', 26],
      ['杉树镇', 'Shanshu', 12],
      ['柏树镇', 'Baishu', 11],
      ['凤山镇', 'Fengshan', 11],
      ['竹溪镇', 'Zhuxi', 7],
      ['梅岭镇', 'Meiling', 6],
      ['龙潭镇', 'Longtan', -1],
      ['白沙镇', 'Baisha', 0],
    ],
  ],
  [
    'nanping',
    '南屏县',
    'Nanping',
    21,
    [
      ['南屏镇', 'Nanping Market', 13],
      ['桃源镇', 'Taoyuan', 16],
      ['铜鼓镇', 'Tonggu', 5],
      ['双桥镇', 'Shuangqiao', 5],
      ['太平镇', 'Taiping', 5],
      ['鹤鸣镇', 'Heming', 4],
      ['北坡镇', 'Beipo', 4],
    ],
  ],
  [
    'songling',
    '松岭县',
    'Songling',
    19,
    [
      ['雪峰镇', 'Xuefeng', 4],
      ['鹿鸣镇', 'Luming', 16],
      ['木兰镇', 'Mulan', 13],
      ['银杏街道', 'Yinxing', 5],
      ['柳浦街道', 'Liupu', 3],
      ['松岭镇', 'Songling Town', 3],
      ['新店镇', 'Xindian', 2],
    ],
  ],
]

/** A tree of `count` halls under a province, four levels down. The same seed gives the same tree. */
export function province(now: number, count: number, seed = 1): ScriptedRegion {
  const random = seeded(seed)
  const region = new ScriptedRegion(now).add('yunhai', { zh: '云海省', en: 'Yunhai' }, 'PROVINCE')
  const levels: readonly (readonly [HallLevel, string, string, number])[] = [
    ['CITY', '市', 'City', 14],
    ['COUNTY', '县', 'County', 9],
    ['TOWNSHIP', '镇', 'Town', 12],
    ['VILLAGE', '村', 'Village', 40],
  ]
  let parents = ['yunhai']
  let left = count - 1
  for (const [level, zh, en, most] of levels) {
    const made: string[] = []
    for (let round = 0; round < most && left > 0; round++) {
      for (const [index, parent] of parents.entries()) {
        if (left === 0) break
        const id = `${level.toLowerCase()}-${index + 1}-${round + 1}`
        region.add(id, { zh: `${nameAt(made.length)}${zh}`, en: `${englishAt(made.length)} ${en}` }, level, parent)
        if (level !== 'CITY') busy(region, id, random)
        made.push(id)
        left--
      }
    }
    parents = made
  }
  return region
}

/** Some are in need, a few badly, most are calm. */
function busy(region: ScriptedRegion, id: string, random: () => number): void {
  const luck = random()
  const person = random() < 0.7 ? SURNAMES[Math.floor(random() * SURNAMES.length)] : undefined
  if (luck < 0.06) {
    region.close(id, luck < 0.03 ? 12 : 0)
    return
  }
  if (luck < 0.07) return
  region.work(id, Math.floor(random() ** 2 * 24))
  if (luck < 0.0725)
    region.work(id, 33, 24).alert(id, 'CRITICAL', 'WAIT_OVERTIME', 3, person, { zh: '综合受理', en: 'General affairs' })
  else if (luck < 0.0733) region.cutOff(id, 20)
  else if (luck < 0.077) region.alert(id, 'MAJOR', 'WINDOW_AWAY', 6, person)
  else if (luck < 0.081) region.work(id, 26).alert(id, 'MINOR', 'WAIT_OVERTIME', 2, person)
}

const FIRST = '安平清云南北东西长大青白龙凤石松竹梅江河湖山'
const SECOND = '澜阳泉溪岭坪桥口塘坝湾洲园庄台原谷浦峰林'
const ENGLISH = ['An', 'Ping', 'Qing', 'Yun', 'Nan', 'Bei', 'Dong', 'Xi', 'Chang', 'Da', 'Long', 'Feng', 'Shi', 'Song']
const TAIL = ['lan', 'yang', 'quan', 'xi', 'ling', 'ping', 'qiao', 'kou', 'tang', 'wan', 'zhou']

function nameAt(index: number): string {
  return `${FIRST[index % FIRST.length]}${SECOND[Math.floor(index / FIRST.length) % SECOND.length]}`
}

function englishAt(index: number): string {
  return `${ENGLISH[index % ENGLISH.length]}${TAIL[Math.floor(index / ENGLISH.length) % TAIL.length]}`
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
