import { describe, expect, it } from 'vitest'
import en from '../src/locales/en'
import zh from '../src/locales/zh'
import { sources } from './sources'
import { keysOf, keysUsed, matches, strayTexts } from './texts'

const code = sources().filter(([path]) => !path.startsWith('locales/') && !/\.test\.ts$|testing\.ts$/.test(path))

describe('texts', () => {
  it('stand in the locales only', () => {
    expect(code.flatMap(([path, source]) => strayTexts(path, source))).toEqual([])
  })

  it.each([
    ['a.ts', "const word = '实时'"],
    ['A.vue', '<template><p>Live</p></template>'],
    ['A.vue', '<template><p>{{ live }} now</p></template>'],
    ['A.vue', '<template><p title="Live"></p></template>'],
  ])('a planted text is found: %s has %s', (path, source) => {
    expect(strayTexts(path, source)).toHaveLength(1)
  })

  it('in comments are no matter, nor are shapes and signs', () => {
    expect(strayTexts('a.ts', '// 实时\nconst a = "https://x.example" /* 实时 */')).toEqual([])
    expect(strayTexts('A.vue', '<template><p :title="name">↑ {{ t("a") }}</p></template>')).toEqual([])
  })

  const used = new Set(code.flatMap(([, source]) => keysUsed(source)))
  const known = keysOf(zh)

  it('are there for every key that is asked for', () => {
    expect(used.size).toBeGreaterThan(30)
    expect([...used].filter((pattern) => !known.some((key) => matches(pattern, key)))).toEqual([])
  })

  it('are all asked for', () => {
    expect(known.filter((key) => ![...used].some((pattern) => matches(pattern, key)))).toEqual([])
  })

  it('name the same values in both languages', () => {
    const values = (messages: object) =>
      keysOf(messages).map((key) => {
        const text = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], messages)
        return [key, [...new Set(String(text).match(/\{\w+\}/g))].sort()]
      })
    expect(values(en)).toEqual(values(zh))
  })
})
