import { clockwise, SIDES } from './escape'

/** Where a screen hangs, and which way people who read it have to go: told by its address. */
export interface ScreenPlace {
  readonly zone: string | undefined
  readonly signs: readonly Sign[]
}

export const DIRECTIONS = [...SIDES, 'up', 'down'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** An exit, the way to it from this screen, and how far it is in metres. */
export interface Sign {
  readonly exit: string
  readonly direction: Direction
  readonly metres: number | undefined
}

const FARTHEST = 2_000

type Query = Readonly<Record<string, string | null | readonly (string | null)[] | undefined>>

/** `?zone=B&exit=west:left:40&exit=south:back:55`. What cannot be read is no direction: rather none than a wrong one. */
export function placeOf(query: Query): ScreenPlace {
  const zone = valuesOf(query.zone)[0]
  const signs = valuesOf(query.exit).flatMap((told) => {
    const [, exit, direction, metres] = /^(.+?):(\w+)(?::(\d+))?$/.exec(told) ?? []
    const known = DIRECTIONS.find((candidate) => candidate === direction)
    const far = metres === undefined ? undefined : Number(metres)
    if (exit === undefined || known === undefined || (far ?? 0) > FARTHEST) return []
    return [{ exit, direction: known, metres: far }]
  })
  const exits = new Set<string>()
  return { zone, signs: signs.filter(({ exit }) => !exits.has(exit) && exits.add(exit)) }
}

function valuesOf(value: Query[string]): string[] {
  return [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')
}

/** Degrees clockwise from an arrow that points ahead; stairs are slanted, as on escape signs. */
export function angleOf(direction: Direction): number {
  if (direction === 'up') return 45
  if (direction === 'down') return 135
  return clockwise(direction) * 90
}
