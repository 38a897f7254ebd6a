/** The largest size at which words fit: they shrink by steps and break into lines, and are never cut. */

export interface Size {
  /** Of the type, in the unit of the width. */
  readonly size: number
  readonly lines: number
}

/** Lines break at words, so not all of their length can be used. */
const USE_OF_LINES = 0.9
const FULL_WIDTH = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u
const NARROW = /[ .,:;!'|iljtfr()[\]]/
const WIDE = /[A-Z0-9mw@%&]/

/** About how many ems a line of this text takes. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + widthOfLetter(letter), 0)
}

function widthOfLetter(letter: string): number {
  if (FULL_WIDTH.test(letter)) return 1
  if (NARROW.test(letter)) return 0.33
  return WIDE.test(letter) ? 0.68 : 0.58
}

/** The same for figures, whose digits are all equally wide. */
export function widthOfFigures(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (/\d/.test(letter) ? 0.6 : widthOfLetter(letter)), 0)
}

/** `sizes` from the one wanted down to the last resort; `extra`: ems that stand beside the text in its first line. */
export function fitting(text: string, width: number, sizes: readonly [Size, ...Size[]], extra = 0): Size {
  const all = widthOf(text) + extra
  const longest = Math.max(...text.split(/\s+/).map((word) => (FULL_WIDTH.test(word) ? 1 : widthOf(word))))
  const fits = ({ size, lines }: Size) =>
    all * size <= width * lines * (lines === 1 ? 1 : USE_OF_LINES) && longest * size <= width
  return sizes.find(fits) ?? sizes.at(-1) ?? sizes[0]
}
