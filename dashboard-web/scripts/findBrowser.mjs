// Which browser the tests of the pages run in.
import { existsSync } from 'node:fs'

// The shell is the same engine without the window around it, which costs each test a second.
const SHELL = '/usr/bin/chromium-headless-shell'
const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The one named in `PLAYWRIGHT`, whether it is there or not, else the first that is there.
 *
 * @param {{ whole?: boolean }} [options] `whole`: preferably as people have it, with its window
 * @returns {string | undefined}
 */
export function findBrowser({ whole = false } = {}) {
  const places = whole ? [...WHOLE, SHELL] : [SHELL, ...WHOLE]
  return process.env.PLAYWRIGHT || places.find((place) => existsSync(place))
}
