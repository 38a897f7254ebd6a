/** The largest size at which words fit: they shrink by steps and break into lines, and are never cut. */

export interface Size {
  /** Of the type, in the unit of the width. */
  readonly size: number
  readonly lines: number
}

/** From the one wanted down to the last resort. */
export type Sizes = readonly [Size, ...Size[]]

const FULL_WIDTH = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u
const SPACE = 0.33
const NARROW = /[ .,:;!'|iljtfr()[\]]/
const WIDE = /[A-Z0-9mw@%&]/

/** Names are few and are asked for again and again; numbers that come and go must not pile up. */
const MOST_KEPT = 2_000
const widths = new Map<string, number>()

/** About how many ems a line of this text takes. */
export function widthOf(text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  const width = Array.from(text).reduce((sum, letter) => sum + widthOfLetter(letter), 0)
  if (widths.size >= MOST_KEPT) widths.clear()
  widths.set(text, width)
  return width
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

/** `extra`: ems that stand beside the text in its first line. */
export function fitting(text: string, width: number, sizes: Sizes, extra = 0): Size {
  const parts = partsOf(text)
  const fits = ({ size, lines }: Size) => linesOf(parts, width / size, extra) <= lines
  return sizes.find(fits) ?? sizes.at(-1) ?? sizes[0]
}

/** The sizes from the one at which all these texts fit; those that need less than `least` begin there and shrink alone. */
export function sizesFor(texts: readonly string[], width: number, sizes: Sizes, least: number): Sizes {
  const needed = texts.map((text) => sizes.indexOf(fitting(text, width, sizes)))
  return from(sizes, Math.min(least, Math.max(0, ...needed)))
}

/** The sizes without the largest ones. */
export function from(sizes: Sizes, step: number): Sizes {
  const [first = sizes[0], ...rest] = sizes.slice(step)
  return [first, ...rest]
}

/** What lines may break between: words, and each Chinese character. `gap`: a space before it. */
interface Part {
  readonly width: number
  readonly gap: number
}

function partsOf(text: string): readonly Part[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((word, index) => {
      const pieces = Array.from(word).reduce<string[]>((found, letter) => {
        const last = found.at(-1)
        if (last === undefined || FULL_WIDTH.test(letter) || FULL_WIDTH.test(last)) found.push(letter)
        else found[found.length - 1] = last + letter
        return found
      }, [])
      return pieces.map((piece, place) => ({ width: widthOf(piece), gap: index > 0 && place === 0 ? SPACE : 0 }))
    })
}

/** In ems. A part that no line can hold makes the text fit nowhere. */
function linesOf(parts: readonly Part[], width: number, extra: number): number {
  let lines = 1
  let used = extra
  for (const part of parts) {
    if (part.width > width) return Number.POSITIVE_INFINITY
    if (used + part.gap + part.width > width && used > 0) {
      lines++
      used = part.width
    } else used += part.gap + part.width
  }
  return lines
}
