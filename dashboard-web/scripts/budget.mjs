// The app's own script has to stay small: a wall on an old box loads it after every power cut.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET_KIB = 250
const assets = new URL('../target/classes/static/assets/', import.meta.url)
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js') && !name.startsWith('LineChart'))
const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, assets))).length, 0)
const kib = bytes / 1024

console.log(`app script without charts: ${kib.toFixed(0)} KiB gzip of ${BUDGET_KIB}`)
if (kib > BUDGET_KIB) process.exit(1)
