/** What a person reads stands in `locales` and nowhere else. */

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/u
const COMMENTS = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<!:)\/\/.*$/gm
const KEY = /\b(?:t|also|inZh|inEn|both)\(\s*(['"`])([^'"`]+)\1/g
const KEY_PATH = /keypath="`?([^"`]+)`?"/g

/** Text written into code or markup. */
export function strayTexts(path: string, source: string): string[] {
  const code = source.replaceAll(COMMENTS, '')
  const chinese = code.split('\n').filter((line) => CHINESE.test(line))
  return [...chinese, ...(path.endsWith('.vue') ? wordsInMarkup(code) : [])].map((text) => `${path}: ${text.trim()}`)
}

function wordsInMarkup(code: string): string[] {
  const template = /<template>([\s\S]*)<\/template>/.exec(code)?.[1] ?? ''
  const bare = template.replaceAll(/\{\{[\s\S]*?\}\}/g, '')
  const between = [...bare.matchAll(/>([^<>]*)</g)].map(([, text = '']) => text)
  const read = [...bare.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(([, text = '']) => text)
  return [...between, ...read].filter((text) => /\p{L}{2}/u.test(text))
}

/** Keys that the code asks for; a part that is filled in at run time is a `*`. */
export function keysUsed(source: string): string[] {
  const keys = [
    ...[...source.matchAll(KEY)].map(([, , key = '']) => key),
    ...[...source.matchAll(KEY_PATH)].map(([, key = '']) => key),
  ]
  return keys.map((key) => key.replaceAll(/\$\{[^}]*\}/g, '*'))
}

/** All keys of a locale, with dots. */
export function keysOf(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value as object, `${prefix}${key}.`),
  )
}

export function matches(pattern: string, key: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[A-Za-z_0-9]+')}$`).test(key)
}
