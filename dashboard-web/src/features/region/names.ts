import { fitting, type Size, type Sizes, widthOfFigures } from '../../ui/fit'
import { count } from '../../ui/format'
import type { Name } from '../../wire/name'
import type { Form, Span } from './layout'
import type { Standing } from './order'

/** How a name is set so that all of it can be read: smaller, on more lines, or over more columns. */
export interface Fit {
  readonly span: number
  /** In rem. */
  readonly size: number
  readonly lines: number
}

interface Room {
  /** What one column leaves for the name beside the mark and the value, in rem. */
  readonly width: number
  /** What each further column adds. */
  readonly column: number
  readonly sizes: Sizes
}

const NONE: Size = { size: 0, lines: 1 }
const MOST_COLUMNS = 4

const ROOMS: Readonly<Record<Form, Room>> = {
  urgent: room(10.1, 19.25, [1.5], [1.25], [1.1, 2], [1, 2]),
  tight: room(5.9, 12.8, [1.1667], [1], [1, 2], [0.8333, 2]),
  needy: room(7, 12.8, [1.1667], [1], [0.95, 2], [0.8333, 2]),
  row: room(4.7, 9.6, [1], [0.8333], [0.8333, 2]),
  quiet: room(5.9, 9.6, [1], [0.8333], [0.8333, 2]),
}
/** English: five tight tiles instead of six, six rows instead of eight. */
const ROOMS_EN: Readonly<Partial<Record<Form, Room>>> = {
  tight: room(7.6, 15.4, [1.1667], [1], [0.9167], [1, 2], [0.8333, 2]),
  row: room(7.9, 12.8, [1], [0.8333], [0.8333, 2]),
  quiet: room(9.1, 12.8, [1], [0.8333], [0.8333, 2]),
}

type Measured = Map<number, WeakMap<Name, Fit>>
const none = (): Record<Form, Measured> => ({
  urgent: new Map(),
  tight: new Map(),
  needy: new Map(),
  row: new Map(),
  quiet: new Map(),
})
/** What was measured stays as long as the name does: every second asks for thousands of halls, and measures none. */
const measured = { zh: none(), en: none() }

/** `beside`: what stands beside the name more than usual, in rem. */
export function fitName(name: Name, language: 'zh' | 'en', form: Form, beside = 0): Fit {
  const known = measured[language][form]
  const fits = known.get(beside) ?? new WeakMap<Name, Fit>()
  known.set(beside, fits)
  const fit = fits.get(name) ?? measure(name[language], (language === 'en' && ROOMS_EN[form]) || ROOMS[form], beside)
  fits.set(name, fit)
  return fit
}

const OWN_WALL = 1.4
/** What words in the place of minutes take more: that nobody waits, that it is not open today. */
const STILL = { zh: 0.7, en: 0.8 } as const
const CLOSED_TODAY = { zh: 1.6, en: 3.9 } as const
const ICON = 1.2
const TWO_DIGITS = 1.2
/** Of the minutes, in rem. */
const VALUE: Readonly<Record<Form, number>> = { urgent: 2.5, tight: 1.3333, needy: 1.3333, row: 1, quiet: 1 }

/** A hall's name beside its mark and its value, which take more room than usual at times. */
export function fitOf({ glance, need }: Standing, language: 'zh' | 'en', form: Form, parent: boolean): Fit {
  const asRow = form === 'row' || form === 'quiet'
  const value =
    need.minutes === undefined || need.minutes < 100
      ? 0
      : (widthOfFigures(count(need.minutes)) - TWO_DIGITS) * VALUE[form]
  const words = need.kind === 'closedToday' ? CLOSED_TODAY : STILL
  const resting = asRow && need.minutes === undefined ? words[language] : 0
  const icon = form === 'quiet' && (glance.worst || need.kind === 'over' || need.kind === 'cutOff') ? ICON : 0
  return fitName(glance.name, language, form, value + resting + icon + (parent ? OWN_WALL : 0))
}

/** How many columns the tiles take, so that they can be paged before they are drawn. */
export function spanIn(language: 'zh' | 'en', isParent: (id: string) => boolean): Span {
  return (form, standing) => fitOf(standing, language, form, isParent(standing.id)).span
}

function measure(text: string, { width, column, sizes }: Room, beside: number): Fit {
  // No letter is wider than an em.
  if (text.length * sizes[0].size <= width - beside) return { span: 1, ...sizes[0] }
  for (let span = 1; span < MOST_COLUMNS; span++) {
    const { size, lines } = fitting(text, width - beside + (span - 1) * column, [...sizes, NONE])
    if (size > 0) return { span, size, lines }
  }
  const last = sizes.at(-1) ?? sizes[0]
  return { span: MOST_COLUMNS, size: last.size, lines: last.lines }
}

function room(
  width: number,
  column: number,
  ...sizes: [readonly [number, number?], ...(readonly [number, number?])[]]
): Room {
  const asSize = ([size, lines = 1]: readonly [number, number?]): Size => ({ size, lines })
  const [first, ...more] = sizes
  return { width, column, sizes: [asSize(first), ...more.map(asSize)] }
}
