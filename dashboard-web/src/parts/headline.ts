import { fitting, from, type Size, type Sizes, widthOf } from '../ui/fit'
import type { SheetShape } from '../ui/useSheetShape'
import type { Name } from '../wire/name'

/** Sizes in rem of the two lines of a takeover, each in both languages. */
export interface Headline {
  /** Too long to stand beside its English: it takes the whole width, and the English a line below it. */
  readonly long: boolean
  readonly headline: { readonly zh: number; readonly en: number }
  readonly action: { readonly zh: number; readonly en: number }
}

interface Words {
  readonly headline: Name
  readonly action: Name
  /** Ems that stand before the headline. */
  readonly mark: number
  /** A line below takes some of the height. */
  readonly crowded: boolean
}

/** In rem: what the Chinese may take beside its English, what the English has, and the whole width. */
const BESIDE = 46.5
const ENGLISH = 28
const LONGEST_ENGLISH = 30
const WHOLE = 75
const WHOLE_WIDE = 71

const ZH: Sizes = sizes([8.5], [7.5], [6.5], [5.5], [4, 2])
const ZH_CROWDED: Sizes = sizes([7.5], [6.5], [5.5], [3.75, 2])
const ZH_LONG: Sizes = sizes([4.5], [3.75, 2], [3.1, 2], [2.75, 3])
const ACTION_LONG: Sizes = sizes([7], [5.5], [3.5, 2])
const ACTION_LONG_CROWDED: Sizes = sizes([5.5], [3.25, 2])
const EN: Sizes = sizes([4], [3.25], [2.75], [2.75, 2], [2.25, 3])
const EN_LONG: Sizes = sizes([2], [1.6], [1.25, 2])
const WIDE_ZH: Sizes = sizes([11.5], [10], [8.5], [7.25], [5.5, 2], [4.25, 2], [3.5, 3])
const WIDE_EN: Sizes = sizes([5.5], [4.5], [3.5], [2.75, 2], [2.1, 3])
const WIDE_ACTION: Sizes = sizes([8.5], [7.25], [4.25, 2])
const WIDE_ACTION_EN: Sizes = sizes([3.5], [2.1, 2])
const PORTRAIT = 43
const PORTRAIT_ZH: Sizes = sizes([8.5], [7.5], [6.5], [5.5], [4.25, 2], [3.75, 3], [3.1, 4])
const PORTRAIT_ZH_CROWDED: Sizes = sizes([8], [7], [6], [5], [4, 2], [3.4, 3], [2.75, 5])
const PORTRAIT_EN: Sizes = sizes([4], [3.25], [2.75], [2.25, 2], [1.75, 3])
const PORTRAIT_EN_LONG: Sizes = sizes([2.25], [1.75, 3])
const PORTRAIT_ACTION: Sizes = sizes([5.5], [4.5], [3.25, 2])
const PORTRAIT_ACTION_EN: Sizes = sizes([2.75], [2], [1.75, 2])
/** Below this a headline on the wide sheet has several lines, whose room comes from the action. */
const WIDE_ONE_LINE = 7

export function headlineOf(words: Words, shape: SheetShape): Headline {
  if (shape === 'wide') return wideOf(words)
  return shape === 'portrait' ? portraitOf(words) : sheetOf(words)
}

function sheetOf({ headline, action, mark, crowded }: Words): Headline {
  const usual = crowded ? ZH_CROWDED : ZH
  const size = fitting(headline.zh, BESIDE, usual, mark)
  const long = size.lines > 1 || widthOf(headline.en) > LONGEST_ENGLISH
  const actionSizes = long ? (crowded ? ACTION_LONG_CROWDED : ACTION_LONG) : usual
  const actionWords = { zh: fitting(action.zh, BESIDE, actionSizes).size, en: fitting(action.en, ENGLISH, EN).size }
  if (!long)
    return { long, headline: { zh: size.size, en: fitting(headline.en, ENGLISH, EN).size }, action: actionWords }
  return {
    long,
    headline: { zh: fitting(headline.zh, WHOLE, ZH_LONG, mark).size, en: fitting(headline.en, WHOLE, EN_LONG).size },
    action: actionWords,
  }
}

/** One below the other: several lines of a headline take their room from the action. */
function portraitOf({ headline, action, mark, crowded }: Words): Headline {
  const zh = fitting(headline.zh, PORTRAIT, crowded ? PORTRAIT_ZH_CROWDED : PORTRAIT_ZH, mark)
  const long = zh.lines > 1
  const actionZh = long ? PORTRAIT_ACTION : crowded ? PORTRAIT_ZH_CROWDED : PORTRAIT_ZH
  return {
    long: false,
    headline: { zh: zh.size, en: fitting(headline.en, PORTRAIT, long ? PORTRAIT_EN_LONG : PORTRAIT_EN).size },
    action: {
      zh: fitting(action.zh, PORTRAIT, actionZh).size,
      en: fitting(action.en, PORTRAIT, long ? PORTRAIT_ACTION_EN : PORTRAIT_EN).size,
    },
  }
}

function wideOf({ headline, action, mark, crowded }: Words): Headline {
  // The line below takes the room of one step.
  const step = crowded ? 1 : 0
  const [ofZh, ofEn] = [from(WIDE_ZH, step), from(WIDE_EN, step)]
  const zh = fitting(headline.zh, WHOLE_WIDE, ofZh, mark).size
  const several = zh < WIDE_ONE_LINE
  return {
    long: false,
    headline: { zh, en: fitting(headline.en, WHOLE_WIDE, ofEn).size },
    action: {
      zh: fitting(action.zh, WHOLE_WIDE, several ? WIDE_ACTION : ofZh).size,
      en: fitting(action.en, WHOLE_WIDE, several ? WIDE_ACTION_EN : ofEn).size,
    },
  }
}

function sizes(first: readonly [number, number?], ...more: readonly (readonly [number, number?])[]): Sizes {
  const asSize = ([size, lines = 1]: readonly [number, number?]): Size => ({ size, lines })
  return [asSize(first), ...more.map(asSize)]
}
