/** Where pictures are put, and how a screen of a hall is taken at every size, in both themes and languages. */
import { join } from 'node:path'
import { type Page, test } from '@playwright/test'
import { drawn } from '../support/drawn'
import { PAGES } from '../support/pages'

const FOLDER = join(PAGES, '../../pictures')

type Size = readonly [width: number, height: number]

/** Those of screens that hang in halls. */
export const SIZES: Readonly<Record<string, Size>> = {
  '1080': [1920, 1080],
  '720': [1280, 720],
  '4k': [3840, 2160],
  '32x9': [7680, 2160],
}
/** A screen on end. */
export const PORTRAIT: Readonly<Record<string, Size>> = { portrait: [1080, 1920] }
export const PHONE: Readonly<Record<string, Size>> = { phone: [390, 844] }

const NARROW = 960

/** Brings a page into a state, in the theme and language of the query; returns what ends it. */
export type Stage = (page: Page, query: string) => Promise<() => Promise<void>>

export function everywhere(name: string, stage: Stage, sizes: Readonly<Record<string, Size>> = SIZES): void {
  for (const theme of ['dark', 'light']) {
    for (const language of ['zh', 'en']) {
      test(`${name}, ${theme}, ${language}`, async ({ page }) => {
        test.setTimeout(120_000)
        await page.emulateMedia({ reducedMotion: 'reduce' })
        const end = await stage(page, `theme=${theme}&lang=${language}`)
        for (const [size, [width, height]] of Object.entries(sizes)) {
          await page.setViewportSize({ width, height })
          await take(page, `${name}-${size}-${theme}-${language}`, { whole: width < NARROW })
        }
        await end()
      })
    }
  }
}

/** `whole`: with what lies below the edge of the screen. */
export async function take(page: Page, name: string, { whole = false } = {}): Promise<void> {
  await drawn(page)
  await page.screenshot({ path: pathOf(`${name}.png`), fullPage: whole })
}

export function pathOf(file: string): string {
  return join(FOLDER, file)
}
