import type { Listed } from '../../state/alerts'

/** What the alert column shows. Nothing pages or scrolls: what has no line of its own is counted in one. */
export interface Arrangement {
  readonly rows: readonly Listed[]
  /** Rows of one line instead of two, so that all critical and major ones stand there. */
  readonly compact: boolean
  /** Open, but without a row. */
  readonly left: readonly Listed[]
  readonly aside: readonly Listed[]
  /** Aside, but without a line. */
  readonly asideLeft: readonly Listed[]
}

/** A full row takes two lines. */
const ROW = 2
export const MOST_ROWS = 6

/** `lines`: how many there is room for. */
export function arrange(open: readonly Listed[], aside: readonly Listed[], lines: number): Arrangement {
  const room = lines - Math.min(1, aside.length)
  const urgent = open.filter(({ alert }) => alert.severity !== 'MINOR').length
  const full = fitting(
    open.length,
    Math.min(MOST_ROWS, Math.floor(room / ROW)),
    Math.min(MOST_ROWS, Math.floor((room - 1) / ROW)),
  )
  const compact = urgent > full
  const shown = compact ? fitting(open.length, room, room - 1) : full
  const rows = open.slice(0, shown)
  const left = open.slice(shown)
  const used = rows.length * (compact ? 1 : ROW) + Math.min(1, left.length)
  const asideShown = fitting(aside.length, lines - used, lines - used - 1)
  return { rows, compact, left, aside: aside.slice(0, asideShown), asideLeft: aside.slice(asideShown) }
}

/** All of them if there is room for all, else as many as leave room for the line that counts the others. */
function fitting(count: number, room: number, roomBesideRest: number): number {
  return count <= room ? count : Math.max(0, roomBesideRest)
}
