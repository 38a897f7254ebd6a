/** Which queues have a column when there are more of them than columns. */

/** A queue, and how much it needs to be seen: 0 is quiet. */
export interface Need {
  readonly id: string
  readonly need: number
}

export interface StripPages {
  /** On every page, in their places. */
  readonly pinned: readonly string[]
  /** Those that take turns, the neediest first. */
  readonly pages: readonly (readonly string[])[]
}

/** Narrower columns have no room for a number of three digits. */
export const MOST_COLUMNS = 10
/** At least so many columns turn, or the last page would never come. */
const TURNING = 4

/** `queues` in the order of the plan, which pinned columns keep. */
export function stripPages(queues: readonly Need[], columns: number = MOST_COLUMNS): StripPages {
  if (queues.length <= columns) return { pinned: queues.map(({ id }) => id), pages: [] }
  const byNeed = queues
    .map((queue, place) => ({ ...queue, place }))
    .sort((a, b) => b.need - a.need || a.place - b.place)
  const pinned = byNeed.filter(({ need }) => need > 0).slice(0, columns - TURNING)
  const rest = byNeed.slice(pinned.length)
  const count = Math.ceil(rest.length / (columns - pinned.length))
  // All pages are equally full.
  const pages = Array.from({ length: count }, (_, page) =>
    rest
      .slice(Math.ceil((page * rest.length) / count), Math.ceil(((page + 1) * rest.length) / count))
      .map(({ id }) => id),
  )
  return { pinned: pinned.sort((a, b) => a.place - b.place).map(({ id }) => id), pages }
}
