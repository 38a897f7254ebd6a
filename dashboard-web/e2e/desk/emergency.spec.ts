import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { ended, fire, withExits } from '../support/fire'
import { OFFICER, USER } from '../support/hallServer'
import { brokenWords, expectNone } from '../support/layout'
import { DESK, expect, test } from './fixtures'

test.beforeEach(async ({ server, page }) => {
  server.change(({ hall, now }) => {
    withExits(hall)
    hall.touch(now)
  })
  await page.addInitScript(() => localStorage.setItem('hall.desk.signals', 'off'))
})

/** As a finger that rests on it. */
async function hold(page: Page): Promise<void> {
  await page.getByTestId('hold').hover()
  await page.mouse.down()
}

test('three taps declare a fire, and the wall is taken over', async ({ page, desk, wall }) => {
  await desk.open()
  await page.getByTestId('to-emergency').click()
  await expectAccessible(page)
  await page.getByTestId('kind-FIRE').click()
  await expect(page.getByTestId('hold')).toBeDisabled()
  await page.getByTestId('place-B').click()
  await expectAccessible(page)
  await hold(page)
  await expect(page.getByTestId('emergency-head')).toContainText('B 区火警')
  await page.mouse.up()
  await expect(page).toHaveURL(/\/emergency\/e-1$/)
  await expect(wall.getByTestId('takeover')).toBeVisible()
  await expect(wall.getByTestId('headline')).toHaveText('B 区火警')
  await page.getByTestId('back').click()
  await page.getByTestId('back').click()
  await expect(page.getByTestId('open-e-1')).toContainText('B 区火警')
})

test('what is not held long enough is not declared; keys hold as a finger does', async ({ page, desk, server }) => {
  await desk.open(`${DESK}/emergency`)
  await page.getByTestId('kind-SUDDEN_ILLNESS').click()
  await page.getByTestId('place-all').click()
  await page.getByTestId('hold').click()
  await page.getByTestId('hold').focus()
  await page.keyboard.press('Enter')
  expect(server.emergencies.taken.size).toBe(0)
  await page.keyboard.down(' ')
  await expect(page.getByTestId('emergency-head')).toContainText('突发疾病')
  await page.keyboard.up(' ')
  expect(server.emergencies.taken.size).toBe(1)
})

test('an alert becomes an emergency with its place and words', async ({ page, desk }) => {
  await desk.open(`${DESK}/a1042`)
  await page.getByTestId('raise').click()
  await page.getByTestId('kind-PUBLIC_ORDER').click()
  await expect(page.getByTestId('place-B')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByTestId('what')).toHaveValue('09 号窗 离岗超时')
  await page.getByTestId('drill').check()
  await hold(page)
  await expect(page.getByTestId('drill-word')).toBeVisible()
  await page.mouse.up()
  await expect(page.getByTestId('fact-place')).toHaveText('B 区')
})

test('a declaration that does not reach the server says so loudly, and is sent when it can be', async ({
  page,
  desk,
  server,
}) => {
  await desk.open()
  // The pages are there before they are needed.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('EmergenciesPage')),
  )
  await server.stop()
  await page.getByTestId('to-emergency').click()
  await page.getByTestId('kind-FIRE').click()
  await page.getByTestId('place-B').click()
  await hold(page)
  await expect(page.getByTestId('declaration')).toHaveAttribute('data-state', 'waiting')
  await page.mouse.up()
  await expect(page.getByTestId('declaration')).toContainText('还没有送到服务器')
  await page.getByTestId('to-list').click()
  await expect(page.getByTestId('unheard')).toContainText('请立即口头或电话通知')
  await server.start()
  await expect(page.getByTestId('open-e-1')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByTestId('unheard')).toHaveCount(0)
  expect(server.emergencies.taken.size).toBe(1)
})

test('while the journal is away a declaration stands, marked, and what cannot be taken waits behind it', async ({
  page,
  desk,
  server,
}) => {
  await desk.open(`${DESK}/emergency`)
  server.journal = 'STALE'
  server.emergencies.journalAway = true
  await page.getByTestId('kind-FIRE').click()
  await page.getByTestId('place-B').click()
  await hold(page)
  await expect(page.getByTestId('unrecorded')).toHaveText('已宣布，待入库')
  await page.mouse.up()
  await page.getByTestId('tick-call-119').click()
  await expect(page.getByTestId('status-call-119')).toHaveText('待发送')
  // The end is taken although the step before it is not.
  await page.getByTestId('open-end').click()
  await page.getByTestId('end').click()
  await expect(page.getByTestId('ending')).toContainText('你已提议结束')
  server.recover()
  await expect(page.getByTestId('step-call-119')).toHaveAttribute('data-state', 'DONE', { timeout: 10_000 })
  await expect(page.getByTestId('unrecorded')).toHaveCount(0)
})

test('steps are ticked in one tap, undone, skipped with a reason and given to people', async ({
  page,
  desk,
  server,
}) => {
  fire(server)
  await desk.open(`${DESK}/emergency/e-1`)
  await expect(page.getByTestId('step-power')).toHaveAttribute('data-over', 'true')
  await expect(page.getByTestId('status-power')).toContainText('已超')
  await expect(page.getByTestId('status-muster')).toContainText('等待：引导群众')
  await page.getByTestId('tick-power').click()
  await expect(page.getByTestId('step-power')).toHaveAttribute('data-state', 'DONE')
  await expect(page.getByTestId('status-power')).toContainText('李强 完成')
  await page.getByTestId('tick-power').click()
  await expect(page.getByTestId('step-power')).toHaveAttribute('data-state', 'OPEN')
  await page.getByTestId('more-power').click()
  await page.getByTestId('skip-reason').fill('已自动断电')
  await page.getByTestId('skip').click()
  await expect(page.getByTestId('status-power')).toHaveText('跳过：已自动断电')
  await page.getByTestId('more-evacuate').click()
  await page.getByTestId('person-zhou.min').click()
  await expect(page.getByTestId('step-evacuate')).toContainText('周敏')
  await page.getByTestId('tick-evacuate').click()
  await expect(page.getByTestId('step-muster')).toHaveAttribute('data-state', 'OPEN')
  await expect(page.getByTestId('timeline').locator('li').first()).toContainText('完成：引导群众从安全出口撤离')
})

test('a number to call is a link', async ({ page, desk, server }) => {
  server.change(() => server.emergencies.declare(USER, { kind: 'FIRE', zones: ['B'] }))
  await desk.open(`${DESK}/emergency/e-1`)
  await expect(page.getByTestId('call-call-119')).toHaveAttribute('href', 'tel:119')
})

test('people are counted, zones mustered, and nothing typed is lost to what others report', async ({
  page,
  desk,
  server,
}) => {
  fire(server)
  await desk.open(`${DESK}/emergency/e-1`)
  await page.getByTestId('set-injured').fill('1')
  await page.getByTestId('note-text').fill('二楼还有人')
  await page.getByTestId('people-B').fill('12')
  server.change(() =>
    server.emergencies.handle('POST', ['e-1', 'count'], USER, { evacuated: 150, missing: 0 }, new URLSearchParams()),
  )
  await expect(page.getByTestId('count-evacuated')).toHaveText('150')
  await expect(page.getByTestId('set-injured')).toHaveValue('1')
  await expect(page.getByTestId('note-text')).toHaveValue('二楼还有人')
  await page.getByTestId('count-send').click()
  await expect(page.getByTestId('count-injured')).toHaveText('1')
  await expect(page.getByTestId('count-evacuated')).toHaveText('150')
  await page.getByTestId('clear-B').click()
  await expect(page.getByTestId('muster-B')).toContainText(/已清空 \d\d:\d\d 李强 12 人/)
  await page.getByTestId('note-send').click()
  await expect(page.getByTestId('timeline').locator('li').first()).toContainText('李强 记录：二楼还有人')
  await expect(page.getByTestId('note-text')).toHaveValue('')
})

test('the walls follow a new instruction, and levels need a reason', async ({ page, desk, server, wall }) => {
  fire(server)
  await desk.open(`${DESK}/emergency/e-1`)
  await page.getByTestId('open-instruct').click()
  await expectAccessible(page)
  await page.getByTestId('instruct-KEEP_AWAY').click()
  await page.getByTestId('affect-B').click()
  await page.getByTestId('instruct-send').click()
  await expect(wall.getByTestId('emergency-strip')).toContainText('请勿前往 B 区')
  await expect(page.getByTestId('fact-instruction')).toHaveText('请勿靠近 B 区')
  await page.getByTestId('open-grade').click()
  await page.getByTestId('grade-severity').selectOption('SERIOUS')
  await page.getByTestId('grade-warning').selectOption('RED')
  await expect(page.getByTestId('grade-send')).toBeDisabled()
  await page.getByTestId('grade-reason').fill('火势扩大')
  await page.getByTestId('grade-send').click()
  await expect(page.getByTestId('fact-severity')).toHaveText('重大')
  await expect(page.getByTestId('fact-warning')).toHaveText('红色')
})

test('the end takes two: who proposed waits, another confirms; then reports, findings and the close', async ({
  page,
  desk,
  server,
  browser,
}) => {
  fire(server)
  await desk.open(`${DESK}/emergency/e-1`)
  await page.getByTestId('open-end').click()
  await page.getByTestId('end-note').fill('明火已灭')
  await page.getByTestId('end').click()
  await expect(page.getByTestId('ending')).toContainText('你已提议结束')
  await expect(page.getByTestId('open-end')).toBeDisabled()

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const other = await context.newPage()
  await other.goto(`${server.url}${DESK}/emergency/e-1?token=session-${USER.user}`)
  await expect(other.getByTestId('ending')).toContainText('李强 在')
  await other.getByTestId('open-end').click()
  await other.getByTestId('end').click()
  await expect(other.getByTestId('emergency-state')).toContainText('险情解除')
  await expect(page.getByTestId('emergency-state')).toContainText('险情解除')
  await context.close()

  await expect(page.getByTestId('close')).toBeDisabled()
  await page.getByTestId('file-FINAL').click()
  await expect(page.getByTestId('report-text')).toHaveValue(/B 区火警/)
  await page.getByTestId('report-text').fill('终报：明火已灭，无人受伤。')
  await page.getByTestId('file').click()
  await expect(page.getByTestId('report-FINAL')).toContainText('已报')
  await page.getByTestId('add-finding').click()
  await page.getByTestId('finding-text').fill('东门指示灯不亮')
  await page.getByTestId('person-me').click()
  await page.getByTestId('finding-send').click()
  await page.getByTestId('mend-f1').click()
  await expect(page.getByTestId('finding-f1')).toContainText('已整改')
  await expectAccessible(page)
  await page.getByTestId('close').click()
  await expect(page.getByTestId('close')).toHaveCount(0)
  await page.getByTestId('back').click()
  await expect(page.getByTestId('past-e-1')).toBeVisible()
})

test('the proposal is withdrawn, and a false alarm needs its reason', async ({ page, desk, server }) => {
  fire(server)
  await desk.open(`${DESK}/emergency/e-1`)
  await page.getByTestId('open-end').click()
  await expect(page.getByTestId('false-alarm')).toBeDisabled()
  await page.getByTestId('end-note').fill('烟感误动作')
  await page.getByTestId('false-alarm').click()
  await expect(page.getByTestId('ending')).toContainText('误报')
  await page.getByTestId('continue').click()
  await expect(page.getByTestId('ending')).toHaveCount(0)
  await expect(page.getByTestId('timeline').locator('li').first()).toContainText('继续处置')
})

test('says who was first', async ({ page, desk, server }) => {
  fire(server)
  await desk.open(`${DESK}/emergency/e-1`)
  server.silent = true
  server.change(() =>
    server.emergencies.handle('POST', ['e-1', 'tick'], USER, { step: 'power' }, new URLSearchParams()),
  )
  await page.getByTestId('tick-power').click()
  await expect(page.getByTestId('refusal-e-1')).toContainText(/周敏 已在 \d\d:\d\d 完成。/)
})

test('a long timeline is there as a whole', async ({ page, desk, server }) => {
  fire(server)
  server.change(() => {
    for (let n = 1; n <= 60; n++) server.emergencies.tell('e-1', USER.user, 'NOTED', { text: `第 ${n} 条` })
  })
  await desk.open(`${DESK}/emergency/e-1`)
  await expect(page.getByTestId('timeline').locator('li').first()).toContainText('第 60 条')
  await expect(page.getByTestId('line-1')).toContainText('声明突发事件')
})

test('the list has drills to plan, the past and all twelve plans', async ({ page, desk, server }) => {
  ended(server, fire(server))
  await desk.open(`${DESK}/emergencies`, USER)
  await expect(page.getByTestId('over-e-1')).toBeVisible()
  await expect(page.locator('[data-testid^="plan-"]')).toHaveCount(12)
  await page.getByTestId('drill-zone').selectOption('C')
  await page.getByTestId('drill-at').fill('2026-11-25T10:00')
  await page.getByTestId('drill-note').fill('季度演练')
  await page.getByTestId('drill-plan').click()
  await expect(page.getByTestId('drills')).toContainText('11月25日 周三 10:00')
  await expect(page.getByTestId('drills')).toContainText('季度演练')
  await page.getByTestId('plan-FIRE').locator('summary').click()
  await expect(page.getByTestId('plan-FIRE')).toContainText('拨打 119')
  await expect(page.getByTestId('plan-FIRE')).toContainText('突发事件应对法')
  await expectAccessible(page)
})

test('an officer reads the plans, but does not plan', async ({ page, desk }) => {
  await desk.open(`${DESK}/emergencies`, OFFICER)
  await expect(page.getByTestId('plan-FIRE')).toBeVisible()
  await expect(page.getByTestId('drill-form')).toHaveCount(0)
})

test('the record is for paper: light, with the whole story, a drill marked', async ({ page, desk, server }) => {
  ended(server, fire(server, { drill: true }))
  await desk.open(`${DESK}/emergency/e-1/report?theme=dark`)
  await expect(page.getByTestId('paper-drill')).toContainText('这是演练')
  await expect(page.getByTestId('paper-score')).toContainText('6 步中 1 步按时')
  await expect(page.getByTestId('paper')).toContainText('消防车预计六分钟到达')
  await expect(page.getByTestId('paper')).toContainText('14:44 B 区三号窗口冒烟')
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByTestId('print')).toBeHidden()
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
})

test('on a sheet of A4 no word of the record is broken, and a name stays with its time', async ({
  page,
  desk,
  server,
}) => {
  ended(server, fire(server))
  // 210 mm without the margins.
  await page.setViewportSize({ width: 673, height: 1_000 })
  await desk.open(`${DESK}/emergency/e-1/report?lang=en`)
  await expect(page.getByTestId('paper-score')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expectNone(() => brokenWords(page.getByTestId('paper')))
  const done = page.getByTestId('paper').locator('td', { hasText: '周敏' }).first()
  const lines = await done.evaluate((cell) => {
    const range = document.createRange()
    range.selectNodeContents(cell)
    return range.getClientRects().length
  })
  expect(lines).toBe(1)
})

for (const [what, options] of [
  ['dark', '?theme=dark'],
  ['English', '?lang=en'],
] as const) {
  test(`the page of an emergency in ${what} is in order`, async ({ page, desk, server }) => {
    fire(server)
    await desk.open(`${DESK}/emergency/e-1${options}`)
    await expect(page.getByTestId('emergency-head')).toBeVisible()
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
}
