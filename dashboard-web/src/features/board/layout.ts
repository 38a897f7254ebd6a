import type { SheetShape } from '../../ui/useSheetShape'

/** How much of what a board shows: by the shape of the screen, the size of type and whether an emergency's strip stands above. */
export interface Layout {
  /** Newest calls at the top, and calls before them. */
  readonly tops: number
  readonly justs: number
  /** Services on one page. */
  readonly services: number
}

const USUAL: Readonly<Record<SheetShape, Layout>> = {
  sheet: { tops: 3, justs: 3, services: 8 },
  wide: { tops: 3, justs: 6, services: 8 },
  portrait: { tops: 3, justs: 3, services: 8 },
}
const LARGE: Readonly<Record<SheetShape, Layout>> = {
  sheet: { tops: 2, justs: 2, services: 5 },
  wide: { tops: 2, justs: 4, services: 8 },
  portrait: { tops: 2, justs: 2, services: 8 },
}

/** A strip takes its room from the calls before; services only become narrower. */
export function layoutOf(shape: SheetShape, large: boolean, strip: boolean): Layout {
  const { tops, justs, services } = (large ? LARGE : USUAL)[shape]
  if (!strip) return { tops, justs, services }
  return { tops, justs: shape === 'wide' ? justs - 2 : 0, services }
}
