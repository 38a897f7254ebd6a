import type { Page } from '@playwright/test'

/** The page is on the screen as it is now, with its fonts. Before its first picture it takes no key. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  })
}
