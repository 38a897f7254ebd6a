import type { Standing } from './order'

/** How the tiles of one screen are laid out. All heights are in rem. */
export interface Layout {
  readonly urgent: readonly Standing[]
  /** Half as high, six beside each other: where there are many. */
  readonly tightUrgent: boolean
  readonly needy: readonly Standing[]
  /** One line each: where there are many. */
  readonly needyAsRows: boolean
  readonly quiet: readonly Standing[]
  readonly quietPages: number
  readonly quietPage: number
  /** Halls in need for which there is no room, and all others: counted in one line. */
  readonly rest: readonly Standing[]
}

/** How many columns a tile takes in a form of tile, so that its name can be read. */
export type Span = (form: Form, standing: Standing) => number

export type Form = 'urgent' | 'tight' | 'needy' | 'row' | 'quiet'

export type Columns = Readonly<Record<Form, number>>

/** A sheet of 16:9 and of 32:9. English words are longer. */
export function columnsOf(wide: boolean, language: 'zh' | 'en'): Columns {
  const [tight, rows] = language === 'zh' ? [6, 8] : [5, 6]
  const sheets = wide ? 2 : 1
  return { urgent: 4 * sheets, tight: tight * sheets, needy: 6 * sheets, row: rows * sheets, quiet: rows * sheets }
}

/** What is below the header, where it is drawn at its usual size. Heights are in rem. */
export interface Field {
  readonly height: number
  readonly strip: number
  /** So many columns of the strip stand beside each other. */
  readonly places: number
  readonly columns: Columns
}

/** A field that is drawn so many times larger than usual, and what is in it. */
export interface Scaled extends Field {
  readonly scale: number
  readonly layout: Layout
}

/** Few halls are drawn larger rather than to leave the sheet empty. */
const LARGER = [1.75, 1.5, 1.25]

export const HEIGHT = { urgent: 6.5, tight: 3.75, needy: 3.6, row: 2.05, quiet: 2.05, line: 1.75 } as const
export const GAP = { urgent: 0.6, tight: 0.4, needy: 0, row: 0, quiet: 0 } as const
/** Between the bands, and above the first row under a rule. */
export const BAND_GAP = 0.6
const RULE = 0.3
/** So many rows of quiet halls are kept free before tiles become smaller. */
const QUIET_ROWS = 2

interface Tiles {
  readonly urgent: readonly Standing[]
  readonly needy: readonly Standing[]
  readonly quiet: readonly Standing[]
}

/** The largest scale at which all tiles are seen at once and the strip has room for as many `districts` in as many pages as usual. */
export function layOutField(tiles: Tiles, districts: number, field: Field, span: Span, turn: number): Scaled {
  for (const scale of LARGER) {
    const larger = enlarge(field, scale)
    if (Math.ceil(districts / larger.places) > Math.ceil(districts / field.places)) continue
    if (!isRoomy(tiles, larger, span)) continue
    const layout = layOut(tiles, roomIn(larger), larger.columns, span, turn)
    if (layout.rest.length === 0 && layout.quietPages <= 1) return { ...larger, scale, layout }
  }
  return { ...field, scale: 1, layout: layOut(tiles, roomIn(field), field.columns, span, turn) }
}

/** Fewer columns, each as wide as before or a little wider. */
function enlarge({ height, strip, places, columns }: Field, scale: number): Field {
  const fewer = (count: number) => Math.floor(count / scale)
  return {
    height: height / scale,
    strip,
    places: fewer(places),
    columns: {
      urgent: fewer(columns.urgent),
      tight: fewer(columns.tight),
      needy: fewer(columns.needy),
      row: fewer(columns.row),
      quiet: fewer(columns.quiet),
    },
  }
}

function roomIn({ height, strip }: Field): number {
  return height - strip - BAND_GAP
}

/** With a row to spare for who becomes urgent: the scale is to stay as it is while halls come into need and go. */
function isRoomy({ urgent, needy, quiet }: Tiles, field: Field, span: Span): boolean {
  const rows = Math.floor((roomIn(field) - bandHeight('urgent', 1) - RULE) / HEIGHT.quiet)
  const places = rows * field.columns.quiet
  // Thousands of names are not measured to find that there are too many.
  if (urgent.length + needy.length + quiet.length > places) return false
  return [urgent, needy, quiet].flat().reduce((sum, standing) => sum + span('quiet', standing), 0) <= places
}

/** `room`: what is left below the strip. `turn` counts the pages that have passed. */
export function layOut(tiles: Tiles, room: number, columns: Columns, span: Span, turn: number): Layout {
  const forms = [
    ['urgent', 'needy'],
    ['tight', 'needy'],
    ['tight', 'row'],
  ] as const
  for (const [urgentForm, needyForm] of forms) {
    const left =
      room -
      bandHeight(urgentForm, rowsOf(tiles.urgent, urgentForm, columns, span)) -
      bandHeight(needyForm, rowsOf(tiles.needy, needyForm, columns, span))
    // The last form leaves them one row rather than to leave anybody in need out.
    const { rows, count } = fill(tiles.quiet, needyForm === 'row' ? 1 : QUIET_ROWS, 'quiet', columns, span)
    const line = count < tiles.quiet.length ? HEIGHT.line : 0
    if (left < (rows === 0 ? 0 : rows * HEIGHT.quiet + RULE + line)) continue
    const quiet = pageQuiet(tiles.quiet, left - RULE, columns, span, turn)
    return {
      urgent: tiles.urgent,
      tightUrgent: urgentForm === 'tight',
      needy: tiles.needy,
      needyAsRows: needyForm === 'row',
      ...quiet,
      rest: [],
    }
  }
  return crowded(tiles, room - HEIGHT.line, columns, span)
}

/** More are in need than there is room for: the worst, and one line that counts the others. */
function crowded(tiles: Tiles, room: number, columns: Columns, span: Span): Layout {
  const most = (height: number, form: 'tight' | 'row') =>
    Math.max(0, Math.floor((height - RULE + GAP[form]) / (HEIGHT[form] + GAP[form])))
  const urgent = take(tiles.urgent, most(room - BAND_GAP, 'tight'), 'tight', columns, span)
  const left = room - bandHeight('tight', rowsOf(urgent, 'tight', columns, span))
  const needy = urgent.length < tiles.urgent.length ? [] : take(tiles.needy, most(left, 'row'), 'row', columns, span)
  return {
    urgent,
    tightUrgent: true,
    needy,
    needyAsRows: true,
    quiet: [],
    quietPages: 0,
    quietPage: 0,
    rest: [...tiles.urgent.slice(urgent.length), ...tiles.needy.slice(needy.length), ...tiles.quiet],
  }
}

function pageQuiet(quiet: readonly Standing[], room: number, columns: Columns, span: Span, turn: number) {
  const all = take(quiet, Math.floor(room / HEIGHT.quiet), 'quiet', columns, span)
  if (all.length === quiet.length) return { quiet, quietPages: 1, quietPage: 0 }
  // A line above them says which page it is. Pages are equally full.
  const most = Math.max(1, Math.floor((room - HEIGHT.line) / HEIGHT.quiet))
  const rows = rowsOf(quiet, 'quiet', columns, span)
  const starts = pagesOf(quiet, Math.ceil(rows / Math.ceil(rows / most)), columns, span)
  const quietPage = turn % starts.length
  return {
    quiet: quiet.slice(starts[quietPage], starts[quietPage + 1]),
    quietPages: starts.length,
    quietPage,
  }
}

/** With which hall each page begins. */
function pagesOf(quiet: readonly Standing[], rows: number, columns: Columns, span: Span): readonly number[] {
  const starts: number[] = []
  for (let from = 0; from < quiet.length; ) {
    starts.push(from)
    from += fill(quiet, rows, 'quiet', columns, span, from).count
  }
  return starts
}

function bandHeight(form: Exclude<Form, 'quiet'>, rows: number): number {
  if (rows === 0) return 0
  return rows * HEIGHT[form] + (rows - 1) * GAP[form] + BAND_GAP + (form === 'row' ? RULE : 0)
}

/** As a grid fills its rows: what does not fit any more begins the next one. */
function rowsOf(tiles: readonly Standing[], form: Form, columns: Columns, span: Span): number {
  return fill(tiles, Number.POSITIVE_INFINITY, form, columns, span).rows
}

function take(tiles: readonly Standing[], rows: number, form: Form, columns: Columns, span: Span): readonly Standing[] {
  return tiles.slice(0, fill(tiles, rows, form, columns, span).count)
}

function fill(tiles: readonly Standing[], most: number, form: Form, columns: Columns, span: Span, from = 0) {
  let [rows, used, at] = [0, columns[form], from]
  for (; at < tiles.length; at++) {
    const width = Math.min(columns[form], span(form, tiles[at] as Standing))
    if (used + width > columns[form]) {
      if (rows === most) break
      rows++
      used = 0
    }
    used += width
  }
  return { rows, count: at - from }
}
