// Runs `npm ci` when the lock file is not the one that was installed last, so that a second build is quick.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('../', import.meta.url)
const stamp = new URL('node_modules/.installed', folder)
const lock = readFileSync(new URL('package-lock.json', folder))
const wanted = createHash('sha256').update(lock).update(process.version).update(process.arch).digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--loglevel=error'], { cwd: folder, stdio: 'inherit', shell: false })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, wanted)
}
