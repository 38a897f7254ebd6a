import { isObject, type Json } from '../../src/wire/mergePatch'

/** The RFC 7396 patch that leads from one value to another; undefined when they are equal. */
export function mergeDiff(from: Json | undefined, to: Json): Json | undefined {
  if (!isObject(from) || !isObject(to)) return JSON.stringify(from) === JSON.stringify(to) ? undefined : to
  const patch: Record<string, Json> = {}
  for (const key of Object.keys(from)) if (!(key in to)) patch[key] = null
  for (const [key, value] of Object.entries(to)) {
    const change = mergeDiff(from[key], value)
    if (change !== undefined) patch[key] = change
  }
  return Object.keys(patch).length > 0 ? patch : undefined
}
