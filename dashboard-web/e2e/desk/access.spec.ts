/** Every page of the desk can be used by everybody: contrast, names, keys, and room in both languages. */
import { expectAccessible } from '../support/accessible'
import { ended, fire, withExits } from '../support/fire'
import { USER } from '../support/hallServer'
import { FRIDAY_14_42 } from '../support/morning'
import { someQuality } from '../support/quality'
import { DESK, expect, test } from './fixtures'

const PAGES = {
  list: { path: DESK, see: 'needs-me' },
  alert: { path: `${DESK}/a1042`, see: 'timeline' },
  critical: { path: `${DESK}/a1031`, see: 'timeline' },
  shelve: { path: `${DESK}/a1042`, see: 'sheet-shelve', tap: 'action-shelve' },
  assign: { path: `${DESK}/a1042`, see: 'sheet-assign', tap: 'action-assign' },
  note: { path: `${DESK}/a1042`, see: 'sheet-note', tap: 'action-note' },
  handOver: { path: DESK, see: 'sheet-handover', tap: 'tab-handover' },
  roster: { path: DESK, see: 'sheet-roster', tap: 'tab-roster' },
  quality: { path: `${DESK}/quality`, see: 'quality-verdict' },
  declare: { path: `${DESK}/emergency`, see: 'kind-FIRE' },
  declareWhere: { path: `${DESK}/emergency`, see: 'hold', tap: 'kind-FIRE' },
  emergency: { path: `${DESK}/emergency/e-1`, see: 'emergency-head', fire: 'open' },
  emergencyStep: { path: `${DESK}/emergency/e-1`, see: 'sheet-step', tap: 'more-power', fire: 'open' },
  emergencyGrade: { path: `${DESK}/emergency/e-1`, see: 'sheet-grade', tap: 'open-grade', fire: 'open' },
  emergencyOver: { path: `${DESK}/emergency/e-1`, see: 'score', fire: 'over' },
  emergencies: { path: `${DESK}/emergencies`, see: 'plan-FIRE', fire: 'over' },
  record: { path: `${DESK}/emergency/e-1/report`, see: 'paper-score', fire: 'over' },
} as const

const LOOKS = { 'light, zh': 'theme=light&lang=zh', 'dark, en': 'theme=dark&lang=en' }

for (const [name, shown] of Object.entries(PAGES)) {
  for (const [look, query] of Object.entries(LOOKS)) {
    test(`${name}, ${look}`, async ({ page, server }) => {
      server.change(({ hall }) => withExits(hall))
      if ('fire' in shown) {
        const id = fire(server)
        if (shown.fire === 'over') ended(server, id)
      }
      server.quality = someQuality(FRIDAY_14_42 - 86_400_000, FRIDAY_14_42)
      await page.goto(`${server.url}${shown.path}?token=session-${USER.user}&${query}`)
      if ('tap' in shown) await page.getByTestId(shown.tap).click()
      await expect(page.getByTestId(shown.see)).toBeVisible()
      await expectAccessible(page)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide, 'nothing stands out to the side').toBe(0)
      const small = await page.locator('button:visible, a:visible').evaluateAll((targets) =>
        targets
          .map((target) => ({ text: target.textContent, height: target.getBoundingClientRect().height }))
          // The name of an alert: the whole card around it is the target.
          .filter(({ text, height }) => height < 48 && !/紧急|重要|注意|Critical|Major|Minor/.test(text ?? '')),
      )
      expect(small, 'targets are 48 px high').toEqual([])
    })
  }
}
