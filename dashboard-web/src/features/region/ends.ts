import { widthOf } from '../../ui/fit'

/** Two texts at the ends of one line, none of them cut. */
export interface Ends {
  readonly left: string
  /** Of the type of both, in rem. */
  readonly size: number
}

const SIZES = [1, 0.9167, 0.8333] as const
const GAP = 0.6

/** The first of the words for the left that fits beside the right; then the same in smaller type. `room` in rem. */
export function endsOf(left: readonly [string, ...string[]], right: string, room: number): Ends {
  for (const size of SIZES) {
    const fits = left.find((words) => (widthOf(words) + widthOf(right)) * size + GAP <= room)
    if (fits !== undefined) return { left: fits, size }
  }
  return { left: left.at(-1) ?? left[0], size: 0.8333 }
}
