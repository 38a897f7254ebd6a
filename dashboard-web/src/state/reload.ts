import { fetchPage } from '../stream/server'
import { AGAIN_MILLIS, type Loads, versionOf } from './renewal'
import { tab } from './storage'

const KEY = 'hall.loads'
const MOST_KEPT = 10
const ASK_AGAIN_MILLIS = 15_000

type Load = readonly [version: string, at: number]

/** Over reloads, so that no screen loads the same version again and again. */
export const loads: Loads = {
  since(version) {
    const at = kept().find(([known]) => known === version)?.[1]
    // A clock that was set back says nothing about how long ago it was.
    return at === undefined ? undefined : Math.max(0, Date.now() - at)
  },
}

/** Not at all where it could not be remembered: rather an old page than one that loads for ever. */
export function reload(version: string): void {
  const others = kept().filter(([known]) => known !== version)
  const all: Load[] = [[version, Date.now()], ...others]
  if (tab.remember(KEY, JSON.stringify(all.slice(0, MOST_KEPT)))) location.reload()
}

/** A part of the page is gone, since there is another version: the page is loaded anew, once and if the server answers. */
export function reloadWhenPartsAreGone(): void {
  let asking = false
  window.addEventListener('vite:preloadError', () => {
    if (asking) return
    asking = true
    void ask()
  })

  async function ask() {
    const version = versionOf((await fetchPage()) ?? '')
    if (version === '') {
      setTimeout(() => void ask(), ASK_AGAIN_MILLIS)
      return
    }
    asking = false
    const since = loads.since(version)
    if (since === undefined || since >= AGAIN_MILLIS) reload(version)
  }
}

function kept(): Load[] {
  try {
    const value: unknown = JSON.parse(tab.remembered(KEY) ?? '[]')
    return Array.isArray(value) ? value.filter(isLoad) : []
  } catch {
    return []
  }
}

function isLoad(value: unknown): value is Load {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number'
}
