import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../src')

/** Every source file, by its path under `src`. */
export function sources(): readonly (readonly [path: string, source: string])[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|vue)$/.test(path))
    .sort()
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')])
}
