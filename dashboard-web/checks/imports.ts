/**
 * Who may import whom: wire ← stream ← state ← parts ← features, and ui beside them. A layer may use what is below
 * it and itself; features never see each other, what several of them show of a hall is a part; `ui` knows no halls.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  wire: [],
  stream: ['wire'],
  state: ['wire', 'stream'],
  ui: [],
  parts: ['wire', 'state', 'ui'],
  features: ['wire', 'state', 'ui', 'parts'],
  locales: [],
  // The composition root: main, App, router.
  root: ['state', 'ui', 'features', 'locales'],
}

/** Packages that a layer may use; the root may use any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  wire: [],
  stream: [],
  state: ['vue', 'pinia', 'vue-i18n'],
  ui: ['vue', 'echarts'],
  parts: ['vue', 'pinia'],
  features: ['vue', 'pinia', 'vue-i18n', 'vue-router'],
  locales: ['vue-i18n'],
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g

/** `path` is relative to `src`. Tests may use the test runner besides. */
export function violations(path: string, source: string): string[] {
  const isTest = path.endsWith('.test.ts')
  return [...scriptOf(path, source).matchAll(IMPORT)]
    .map(([, target = '']) => target)
    .filter((target) => !(target.startsWith('.') ? mayImport(path, target) : mayUse(layerOf(path), target, isTest)))
    .map((target) => `${path} imports ${target}`)
}

function scriptOf(path: string, source: string): string {
  return path.endsWith('.vue') ? source.replace(/<template>[\s\S]*<\/template>/, '') : source
}

function mayImport(path: string, target: string): boolean {
  const resolved = new URL(target, `file:///${path}`).pathname.slice(1)
  const [from, to] = [layerOf(path), layerOf(resolved)]
  if (from === to) return from !== 'features' || featureOf(path) === featureOf(resolved)
  return ALLOWED[from]?.includes(to) ?? false
}

function mayUse(layer: string, target: string, isTest: boolean): boolean {
  if (isTest && target === 'vitest') return true
  const name = target.split('/')[0] ?? target
  return layer === 'root' || (PACKAGES[layer]?.includes(name) ?? false)
}

function layerOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'root'
}

function featureOf(path: string): string | undefined {
  return path.split('/')[1]
}
