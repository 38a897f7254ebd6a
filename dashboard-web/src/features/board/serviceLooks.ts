import { from, type Sizes, sizesFor } from '../../ui/fit'
import type { SheetShape } from '../../ui/useSheetShape'

/** How large the names of services are: all alike, so that only what is too long for that is smaller. */
export interface ServiceLooks {
  /** In rem, of the name and of the ticket. */
  readonly room: { readonly name: number; readonly ticket: number }
  readonly names: Sizes
  /** The same in the other language; size 0 leaves it out. */
  readonly others: Sizes
}

const ROOM = {
  sheet: { name: 10.4, ticket: 6 },
  portrait: { name: 17.4, ticket: 8.6 },
  wide: { name: 23.4, ticket: 7.6 },
} as const
const LARGE = {
  sheet: { name: 12.6, ticket: 8 },
  portrait: { name: 17.4, ticket: 8.6 },
  wide: { name: 19, ticket: 9 },
} as const
/** Two lines of a name, and one of its other language. */
const LEAST_NAME = 2
const LEAST_OTHER = 1

interface Wanted {
  readonly shape: SheetShape
  readonly large: boolean
  /** The rows are low. */
  readonly low: boolean
  readonly names: readonly string[]
  readonly others: readonly string[]
}

export function serviceLooks({ shape, large, low, names, others }: Wanted): ServiceLooks {
  const room = (large ? LARGE : ROOM)[shape]
  // As many rows as without the strip: two lines of large type do not fit into them.
  const tight = low && large && shape !== 'sheet'
  const wanted = large ? 2 : 1.5
  const least = large ? 1 : 0.8333
  const nameSizes: Sizes = [
    { size: wanted, lines: 1 },
    { size: wanted * 0.89, lines: 1 },
    { size: wanted * 0.78, lines: 2 },
    { size: 1, lines: 3 },
    { size: low ? 0.7 : 0.8333, lines: 4 },
  ]
  const otherSizes: Sizes = [
    { size: large ? 1.25 : 1, lines: 1 },
    { size: least, lines: 1 },
    ...(low ? [] : [{ size: least, lines: 2 }]),
    { size: 0, lines: 1 },
  ]
  return {
    room,
    names: tight ? from(nameSizes, LEAST_NAME) : sizesFor(names, room.name, nameSizes, LEAST_NAME),
    others: tight ? from(otherSizes, LEAST_OTHER) : sizesFor(others, room.name, otherSizes, LEAST_OTHER),
  }
}
