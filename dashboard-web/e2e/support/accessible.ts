import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe has for AAA and leaves out by itself: a contrast of 7:1 before all. */
const AAA = ['color-contrast-enhanced', 'identical-links-same-purpose', 'meta-refresh-no-exceptions']

/** axe finds nothing by any of its rules. */
export async function expectAccessible(page: Page, level: 'AA' | 'AAA' = 'AA'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      resultTypes: ['violations'],
      rules: {
        // WCAG 2.2 AA, which axe leaves out by itself as well: what is pressed is 24 px wide and high, or stands apart.
        'target-size': { enabled: true },
        ...Object.fromEntries(AAA.map((rule) => [rule, { enabled: level === 'AAA' }])),
      },
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
