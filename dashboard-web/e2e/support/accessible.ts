import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** axe finds nothing by any of its rules; `AAA` asks for a contrast of 7:1 as well. */
export async function expectAccessible(page: Page, contrast: 'AA' | 'AAA' = 'AA'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      resultTypes: ['violations'],
      rules: { 'color-contrast-enhanced': { enabled: contrast === 'AAA' } },
    })
    // In the page itself: no page has frames, and a second page for the results takes twice the time.
    .setLegacyMode(true)
    .analyze()
  const found = violations.map(({ id, nodes }) => [
    id,
    ...nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
  ])
  expect(found).toEqual([])
}
