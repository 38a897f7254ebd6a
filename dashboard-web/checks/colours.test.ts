import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast, type Deficiency, parse, type Rgb, seenWith, tokens } from './colours'

const CSS = readFileSync(join(import.meta.dirname, '../src/ui/tokens.css'), 'utf8')
const TEXT_AA = 4.5

/** Every pair of text and ground that the screens use. */
const TEXTS = [
  ['ink', 'bg'],
  ['ink', 's1'],
  ['ink2', 'bg'],
  ['ink2', 's1'],
  ['ink3', 'bg'],
  ['crit', 'bg'],
  ['major', 'bg'],
  ['minor', 'bg'],
  ['major', 's1'],
  ['minor', 's1'],
  ['on-sig', 'crit'],
  ['on-fire', 'fire'],
  ['on-go', 'go'],
  ['bg', 'ink'],
  ['stopped-ink', 'bg'],
  ['stopped-ink2', 'bg'],
  ['stopped-ink3', 'bg'],
] as const

const DEFICIENCIES: readonly Deficiency[] = ['protanopia', 'deuteranopia', 'tritanopia']

describe.each(['dark', 'light'] as const)('the colours of the %s theme', (theme) => {
  const colours = tokens(CSS, theme)
  const colour = (name: string): Rgb => {
    const found = colours[name]
    if (!found) throw new Error(`no token ${name}`)
    return found
  }

  test.each(TEXTS)('%s on %s can be read', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(TEXT_AA)
  })

  test.each(DEFICIENCIES)('can be read with %s', (deficiency) => {
    const poor = TEXTS.filter(
      ([text, ground]) => contrast(seenWith(deficiency, colour(text)), seenWith(deficiency, colour(ground))) < TEXT_AA,
    )
    // A severity that loses contrast keeps its shape and its word; what has neither must keep it.
    expect(poor.filter(([text]) => !['crit', 'major', 'minor'].includes(text) && text !== 'on-sig')).toEqual([])
    for (const [text, ground] of poor)
      expect(contrast(seenWith(deficiency, colour(text)), seenWith(deficiency, colour(ground)))).toBeGreaterThan(3)
  })
})

test('contrast is that of the standard', () => {
  expect(contrast(parse('#000000'), parse('#ffffff'))).toBeCloseTo(21, 5)
  expect(contrast(parse('#767676'), parse('#ffffff'))).toBeCloseTo(4.54, 2)
})

test('grey stays grey with any deficiency', () => {
  for (const deficiency of DEFICIENCIES) {
    for (const part of seenWith(deficiency, parse('#808080'))) expect(part).toBeCloseTo(0.502, 2)
  }
})
