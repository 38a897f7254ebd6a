// The tests of the pages in a browser, against servers of their own; left out, and said so, where there is no browser.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PROJECTS = ['wall', 'board', 'region', 'desk']
const named = process.env.PLAYWRIGHT
const places = [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const browser = places.find((place) => place && existsSync(place))

if (!browser) {
  console.log('Left out: the tests of the pages in a browser. Install chromium, or name one in PLAYWRIGHT.')
} else {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const { status } = spawnSync(npx, ['playwright', 'test', ...PROJECTS.map((name) => `--project=${name}`)], {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT: browser },
  })
  process.exit(status ?? 1)
}
