/** What was measured, as a table for the README in `target/measured.md`. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PAGES } from '../support/pages'

const TABLE = join(PAGES, '../../measured.md')
const CORE = '1'

// This is read once by the worker of a run, whichever file needs it first.
if (process.env.TEST_WORKER_INDEX === '0') {
  mkdirSync(join(TABLE, '..'), { recursive: true })
  writeFileSync(TABLE, '| what | measured | target | |\n|---|---|---|---|\n')
}

export function row(what: string, measured: string, target: string, reached: boolean): void {
  const line = `| ${what} | ${measured} | ${target} | ${target === '' ? '' : reached ? 'reached' : '**missed**'} |`
  appendFileSync(TABLE, `${line}\n`)
  console.log(line)
}

/** All of the browser shares one core; the server has the others. Linux only, and said where it is not. */
export async function onOneCore(page: Page): Promise<void> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { id: number }[] }
  await session.detach()
  try {
    for (const { id } of processInfo) execFileSync('taskset', ['-a', '-c', '-p', CORE, String(id)], { stdio: 'ignore' })
  } catch {
    console.log('taskset is missing: the browser was not kept on one core')
  }
}
