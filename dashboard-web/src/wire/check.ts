import { isObject } from './mergePatch'

/** What came over the wire does not have the agreed shape; the message names the place. */
export class WireError extends Error {
  override readonly name = 'WireError'
}

/**
 * Looks at a value and throws a {@link WireError} that names `path` when it is not what it should be. Parts are told only
 * their own step of the way; the whole is put together when something is wrong.
 */
export type Check = (value: unknown, path: string) => void

export const text: Check = (value, path) => expect(typeof value === 'string', path, 'text')

export const flag: Check = (value, path) => expect(typeof value === 'boolean', path, 'true or false')

export const number: Check = (value, path) =>
  expect(typeof value === 'number' && Number.isFinite(value), path, 'a number')

export const time: Check = (value, path) =>
  expect(typeof value === 'string' && !Number.isNaN(Date.parse(value)), path, 'an RFC 3339 time')

export const anything: Check = () => {}

/** What something is called, in both languages. */
export const name: Check = shape({ zh: text, en: text })

export function oneOf(...allowed: readonly string[]): Check {
  return (value, path) => expect(allowed.includes(value as string), path, `one of ${allowed.join(', ')}`)
}

export function optional(check: Check): Check {
  return (value, path) => {
    if (value !== undefined) check(value, path)
  }
}

/** Passes over what it has let through before; values are never changed after they were read. */
export function once(check: Check): Check {
  const passed = new WeakSet<object>()
  return (value, path) => {
    if (typeof value === 'object' && value !== null && passed.has(value)) return
    check(value, path)
    if (typeof value === 'object' && value !== null) passed.add(value)
  }
}

export function listOf(check: Check): Check {
  return (value, path) => {
    expect(Array.isArray(value), path, 'a list')
    within(path, '', () => {
      for (const [index, item] of (value as unknown[]).entries()) check(item, `[${index}]`)
    })
  }
}

export function mapOf(check: Check): Check {
  return (value, path) => {
    expect(isObject(value), path, 'an object')
    within(path, '.', () => {
      for (const key of Object.keys(value as object)) check((value as Record<string, unknown>)[key], key)
    })
  }
}

/** Members that are not named are let through: a newer server may say more. */
export function shape(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members)
  return (value, path) => {
    expect(isObject(value), path, 'an object')
    within(path, '.', () => {
      for (const [key, check] of checks) check((value as Record<string, unknown>)[key], key)
    })
  }
}

function within(path: string, sign: string, look: () => void): void {
  try {
    look()
  } catch (wrong) {
    throw wrong instanceof WireError ? new WireError(`${path}${sign}${wrong.message}`) : wrong
  }
}

function expect(condition: boolean, path: string, wanted: string): void {
  if (!condition) throw new WireError(`${path} is not ${wanted}`)
}
