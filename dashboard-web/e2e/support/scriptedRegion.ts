/** A tree of halls for tests: five levels down from a province, the same for the same seed. */
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

const PEOPLE = ['周敏', '何伟', '吴倩', '刘洋', '郑凯', '孙丽', '赵军', '林涛', '冯娟', '徐波', '高宁']

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
  const person = random() < 0.7 ? PEOPLE[Math.floor(random() * PEOPLE.length)] : undefined
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
