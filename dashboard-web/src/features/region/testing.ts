import type { Glance } from '../../wire/region'
import { needOf } from './need'
import type { Standing } from './order'

export const NOW = Date.parse('2026-11-20T14:42:00+08:00')

export function ago(minutes: number): string {
  return new Date(NOW - minutes * 60_000).toISOString()
}

/** A hall at work for tests, whose longest wait is this many minutes of a limit of 30. */
export function someGlance(minutes: number | undefined, more: Partial<Glance> = {}): Glance {
  return {
    name: { zh: '小厅', en: 'Small Hall' },
    level: 'TOWNSHIP',
    timeZone: 'Asia/Shanghai',
    at: ago(0),
    waiting: minutes === undefined ? 0 : 3,
    served: 5,
    openWindows: 2,
    totalWindows: 2,
    alerts: { critical: 0, major: 0, minor: 0 },
    ...(minutes !== undefined && {
      longest: { queue: { zh: '税务', en: 'Tax' }, since: ago(minutes), limitSeconds: 1_800 },
    }),
    ...more,
  }
}

export function standing(id: string, minutes: number | undefined, more: Partial<Glance> = {}): Standing {
  const glance = someGlance(minutes, more)
  return { id, glance, need: needOf(glance, NOW) }
}

export function alert(severity: 'CRITICAL' | 'MAJOR' | 'MINOR'): Partial<Glance> {
  return { worst: { severity, rule: 'WAIT_OVERTIME', subject: {}, since: ago(3), unclaimed: true } }
}
