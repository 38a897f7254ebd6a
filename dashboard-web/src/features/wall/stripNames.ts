import type { Language } from '../../state/preferences'
import { from, type Sizes, sizesFor } from '../../ui/fit'

/** A shape beside a name may reach into the gutter. */
export const NAME_BLEED = 0.25

/** Four Chinese characters beside their shape are usual; a longer name breaks, and gives up its English. */
const ZH: Sizes = [
  { size: 1.75, lines: 1 },
  { size: 1.6, lines: 1 },
  { size: 1.5, lines: 1 },
  { size: 1.3, lines: 2 },
  { size: 1.15, lines: 2 },
  { size: 1, lines: 3 },
  { size: 0.75, lines: 4 },
]
const EN: Sizes = [
  { size: 1.3, lines: 1 },
  { size: 1.3, lines: 2 },
  { size: 1.15, lines: 2 },
  { size: 1, lines: 3 },
  { size: 0.75, lines: 4 },
]
/** From this width of a column on, in rem, the largest is not too large. */
const WIDE = 8.5

/** Sizes for the names of all queues of a strip: what two lines do not hold shrinks alone. */
export function stripNames(names: readonly string[], width: number, language: Language): Sizes {
  const sizes = language === 'en' ? EN : width < WIDE ? from(ZH, 1) : ZH
  const least = sizes.findLastIndex(({ lines }) => lines < 3)
  return sizesFor(names, width + NAME_BLEED, sizes, least)
}
