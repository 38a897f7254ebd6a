/** The fire of the design's drawing: declared at 14:44 in zone B, looked at two and a half minutes later. */
import type { HallServer } from './hallServer'
import type { ScriptedHall } from './scriptedHall'

const ZHOU_MIN = { user: 'zhou.min' }
export const FRIDAY_14_47 = Date.parse('2026-11-20T14:46:36+08:00')
export const SIGNS = '?zone=B&exit=west:left:40&exit=south:back:55'

export function withExits(hall: ScriptedHall): ScriptedHall {
  hall.exits = {
    west: { name: { zh: '1 号西门', en: 'Exit 1 West' }, order: 0, position: { x: 0, y: 20 } },
    east: { name: { zh: '2 号东门', en: 'Exit 2 East' }, order: 1, position: { x: 60, y: 20 } },
    south: { name: { zh: '3 号南门', en: 'Exit 3 South' }, order: 2, position: { x: 30, y: 40 } },
  }
  hall.assembly = { zh: '西广场', en: 'West Plaza' }
  return hall
}

export interface Declared {
  readonly kind?: string
  readonly zones?: readonly string[]
  readonly drill?: boolean
  readonly what?: string
  readonly affected?: readonly string[]
}

/** Declares it some time ago, with the first steps done; the id of it. */
export function declare(
  server: HallServer,
  { kind = 'FIRE', zones = ['B'], ...more }: Declared = {},
  secondsAgo = 156,
): string {
  return server.change(() => {
    const { body } = server.emergencies.declare(ZHOU_MIN, { kind, zones, ...more }, secondsAgo)
    return (body.emergency as { id: string }).id
  })
}

/** The fire as drawn: 119 was called, zone A is empty, the east exit is closed. */
export function fire(server: HallServer, more: Declared = {}): string {
  const id = declare(server, { what: '三号窗口冒烟，火势不大', ...more })
  server.change(() => {
    const ask = (action: string, body: object) =>
      server.emergencies.handle(
        'POST',
        [id, action],
        { ...ZHOU_MIN, password: '', role: 'OFFICER' },
        body as never,
        new URLSearchParams(),
      )
    ask('tick', { step: 'call-119' })
    ask('tick', { step: 'alarm' })
    ask('muster', { zone: 'A', clear: true, people: 41 })
    ask('count', { evacuated: 120, missing: 2 })
    ask('instruct', { instruction: 'EVACUATE', closedExits: ['east'] })
    ask('assign', { role: 'EVACUATION', to: 'li.qiang' })
    ask('note', { text: '消防车预计六分钟到达，西门已派人接引' })
  })
  return id
}

const OFFICERS = [
  { user: 'zhou.min', password: '', role: 'MANAGER' },
  { user: 'li.qiang', password: '', role: 'OFFICER' },
] as const

/** Two officers ended it; the first report is filed and one thing was found. */
export function ended(server: HallServer, id: string): string {
  server.change(() => {
    const ask = (by: 0 | 1, action: string, body: object) =>
      server.emergencies.handle('POST', [id, action], OFFICERS[by], body as never, new URLSearchParams())
    ask(1, 'tick', { step: 'power' })
    ask(1, 'tick', { step: 'evacuate' })
    ask(1, 'skip', { step: 'meet', reason: '消防车已在现场' })
    ask(0, 'file', { report: 'FIRST', text: '14:44 B 区三号窗口冒烟，已启动预案，疏散 120 人，无人受伤。' })
    ask(0, 'end', { note: '明火已灭，消防确认' })
    ask(1, 'end', {})
    ask(1, 'finding', { text: '东门指示灯不亮', owner: 'chen.jing', due: '2026-12-01' })
  })
  return id
}
