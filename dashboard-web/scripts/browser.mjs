// The tests of the pages in a browser, against servers of their own; left out, and said so, where there is no browser.
import { spawnSync } from 'node:child_process'
import { findBrowser } from './findBrowser.mjs'

const PROJECTS = ['wall', 'board', 'region', 'desk']

if (!findBrowser()) {
  console.log(
    'Left out: the tests of the pages in a browser. Install chromium-headless-shell or chromium, or name one in PLAYWRIGHT.',
  )
} else {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const { status } = spawnSync(npx, ['playwright', 'test', ...PROJECTS.map((name) => `--project=${name}`)], {
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}
