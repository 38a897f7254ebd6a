import { PAGE_MILLIS } from '../../src/ui/usePage'
import { drawn } from '../support/drawn'
import { OFFICER } from '../support/hallServer'
import { brokenWords, clashes, expectNone } from '../support/layout'
import { FRIDAY_14_42 } from '../support/morning'
import { expect, test } from './fixtures'

test('shows the drawing: counts, columns, tiles by need', async ({ page, region }) => {
  await region.open()
  await expect(region.connection).toHaveText('62/63 厅实时')
  await expect(page.getByTestId('verdict')).toHaveText('3 紧急6 重要6 注意1 断联')
  await expect(page.getByTestId('clock')).toHaveText('14:42')
  const columns = page.getByTestId('strip').locator('> li')
  await expect(columns).toHaveCount(8)
  await expect(columns.first()).toContainText('本级')
  await expect(page.getByTestId('waiting-anlan')).toHaveText('100')
  await expect(page.getByTestId('longest-linjiang')).toHaveText('34分')
  await expect(page.getByTestId('column-linjiang')).toContainText('9 厅')
  await expect(page.getByTestId('urgent').locator('> li h2')).toHaveText(['市民中心', '青石县', '新港街道', '雪峰镇'])
  await expect(page.getByTestId('tile-civic-centre')).toContainText('公安户政 等候超时73 人在等周敏 处理中已 11 分')
  await expect(page.getByTestId('tile-linjiang-1')).toContainText('无人认领')
  await expect(page.getByTestId('tile-songling-1')).toContainText('数据停更于 14:21')
  const needy = page.getByTestId('needy').locator('> li')
  await expect(needy).toHaveCount(12)
  await expect(needy.first()).toContainText('白河县')
  await expect(needy.nth(6)).toContainText('东湖区')
  const quiet = page.getByTestId('quiet').locator('> li')
  await expect(quiet).toHaveCount(47)
  await expect(quiet.first()).toContainText('18 分')
  await expect(page.getByTestId('tile-baihe-8')).toContainText('无人等')
  await expect(page.getByTestId('tile-yuntai-7')).toContainText('今日不开')
  await expect(page).toHaveTitle('安澜市 · 实时指挥中心')
})

test('goes down within the picture without asking again, and back up by the path and the browser', async ({
  page,
  server,
  region,
}) => {
  // Pages turn by the clock; here the first of two is just shown.
  await page.clock.install({ time: FRIDAY_14_42 - (FRIDAY_14_42 % (2 * PAGE_MILLIS)) })
  await region.open()
  await page.getByTestId('column-baihe').getByRole('link').click()
  await expect(page).toHaveURL(/\/region\/baihe/)
  await expect(page.getByTestId('node-name')).toHaveText('白河县')
  await expect(page.getByTestId('up-anlan')).toHaveText('安澜市')
  await expect(page.getByTestId('up-yunhai')).toHaveText('云海省')
  await expect(page.getByTestId('strip').locator('> li')).toHaveCount(5)
  await page.getByTestId('up-anlan').click()
  await expect(page.getByTestId('node-name')).toHaveText('安澜市')
  await page.goBack()
  await expect(page.getByTestId('node-name')).toHaveText('白河县')
  await page.goBack()
  await expect(page.getByTestId('node-name')).toHaveText('安澜市')
  await page.getByTestId('hall-qingshi').click()
  await expect(page.getByTestId('node-name')).toHaveText('青石县')
  expect(server.regions?.opened).toEqual(['anlan'])
  // Outside of the picture it takes another one.
  await page.getByTestId('up-yunhai').click()
  await expect(page.getByTestId('node-name')).toHaveText('云海省')
  expect(server.regions?.opened).toEqual(['anlan', 'yunhai'])
})

test('a hall leads to its wall, one with halls below has a second link to its own', async ({ page, region }) => {
  await region.open('/region/anlan?theme=light')
  await expect(page.getByTestId('hall-linjiang-1')).toHaveAttribute('href', '/wall/linjiang-1?theme=light')
  await expect(page.getByTestId('hall-baihe')).toHaveAttribute('href', '/region/baihe?theme=light')
  await expect(page.getByTestId('wall-baihe')).toHaveAttribute('href', '/wall/baihe?theme=light')
  await expect(page.getByTestId('wall-linjiang-1')).toHaveCount(0)
  await page.getByTestId('hall-civic-centre').click()
  await expect(page.getByTestId('wall')).toBeVisible()
  await page.goBack()
  await expect(page.getByTestId('node-name')).toHaveText('安澜市')
  await expect(page.getByTestId('urgent')).toBeVisible()
})

test('links are reached and seen by the keyboard', async ({ page, region }) => {
  await region.open()
  await drawn(page)
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('up-yunhai')).toBeFocused()
  await expect(page.getByTestId('up-yunhai')).not.toHaveCSS('outline-style', 'none')
  const link = page.getByTestId('column-baihe').getByRole('link')
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('node-name')).toHaveText('白河县')
  await page.getByTestId('up-anlan').click()
  await expect(page.getByTestId('node-name')).toHaveText('安澜市')
  await expect(page.locator(':focus-visible')).toHaveCount(0)
})

test('a new critical hall takes its place at once, what calms down stays for a minute', async ({
  page,
  server,
  region,
}) => {
  await region.open()
  const urgent = page.getByTestId('urgent').locator('> li h2')
  await expect(urgent).toHaveCount(4)
  server.changeRegion((tree) => tree.settle('civic-centre').work('civic-centre', 3, 5))
  await expect(page.getByTestId('tile-civic-centre')).toContainText('5 人在等')
  await expect(urgent.first()).toHaveText('市民中心')
  await expect(page.getByTestId('tile-civic-centre')).toHaveAttribute('data-need', 'quiet')
  await expect(page.getByTestId('count-crit')).toHaveText('2 紧急')
  server.changeRegion((tree) => tree.work('yuntai-2', 36).alert('yuntai-2', 'CRITICAL', 'WAIT_OVERTIME', 0))
  await expect(urgent).toHaveText(['青石县', '沙洲镇', '新港街道', '雪峰镇'])
  await expect(page.getByTestId('quiet').getByTestId('tile-civic-centre')).toHaveCount(1)
  server.changeRegion((tree) => tree.settle('yuntai-2').work('yuntai-2', 1))
  await expect(page.getByTestId('tile-yuntai-2')).toHaveAttribute('data-need', 'quiet')
  await expect(urgent).toHaveCount(4)
  server.aheadMillis = 61_000
  await expect(urgent).toHaveCount(3)
})

test('an emergency stands on top at once, drills are marked, the rest is counted', async ({ page, server, region }) => {
  await region.open()
  await expect(page.getByTestId('emergency-band')).toHaveCount(0)
  server.changeRegion((tree) => tree.emergency('songling-2', 'e-1', { drill: true, kind: 'GAS_LEAK' }))
  const band = page.getByTestId('emergency-band')
  await expect(band.getByTestId('drill-mark')).toHaveText('演练DRILL')
  await expect(band.getByTestId('emergency-hall')).toHaveText('鹿鸣镇')
  // A drill is no need.
  await expect(page.getByTestId('urgent').locator('> li').first()).toHaveAttribute('data-testid', 'tile-civic-centre')
  server.changeRegion((tree) => tree.emergency('linjiang-3', 'e-2', { severity: 'SERIOUS' }))
  await expect(band.getByTestId('headline')).toHaveText('B 区火警')
  await expect(band.getByTestId('drill-mark')).toHaveCount(0)
  await expect(band.getByTestId('action')).toHaveText('疏散')
  await expect(band).toContainText('14:39 · 已持续 2 分')
  await expect(band.getByTestId('emergency-rest')).toHaveText('另 1 起 (演练 1)')
  await expect(band).toHaveCSS('background-color', 'rgb(196, 22, 28)')
  await expect(page.getByTestId('urgent').locator('> li').first()).toHaveAttribute('data-testid', 'tile-linjiang-3')
  const [top, header] = await Promise.all([band.boundingBox(), page.getByTestId('node-name').boundingBox()])
  expect(top?.y).toBe(0)
  expect(header?.y).toBeGreaterThan(top?.height ?? 0)
  server.changeRegion((tree) => {
    tree.emergency('linjiang-3', 'e-2', { over: true }).emergency('songling-2', 'e-1', { over: true })
  })
  await expect(band).toHaveCount(0)
})

test('a hall is cut off when its devices have been silent for too long', async ({ page, server, region }) => {
  await region.open()
  await expect(page.getByTestId('tile-east')).toHaveAttribute('data-need', 'major')
  server.aheadMillis = 11 * 60_000
  await expect(page.getByTestId('tile-east')).toHaveAttribute('data-need', 'cutOff')
})

test('speaks English at a key', async ({ page, region }) => {
  await region.open()
  await drawn(page)
  await page.keyboard.press('l')
  await expect(page.getByTestId('node-name')).toHaveText('Anlan')
  await expect(page.getByTestId('verdict')).toHaveText('3 Critical6 Major6 Minor1 Cut off')
  await expect(region.connection).toHaveText('62/63 halls live')
  await expect(page.getByTestId('tile-songling-1')).toContainText('Data stopped at 14:21')
})

test('resumes where it was cut, and misses nothing', async ({ page, server, region }) => {
  await region.open()
  for (let cut = 1; cut <= 3; cut++) {
    server.cutAll()
    server.changeRegion((tree) => tree.work('civic-centre', 41, 73 + cut))
    await expect(page.getByTestId('tile-civic-centre')).toContainText(`${73 + cut} 人在等`)
    await expect(region.connection).toHaveAttribute('data-state', 'live')
  }
  expect(server.regions?.resumedFrom[0]).toBeUndefined()
  expect(server.regions?.resumedFrom.at(-1)).toMatch(/^e.+\.\d+$/)
})

test('is reconnecting while the server is away', async ({ page, server, region }) => {
  await region.open()
  await expect(region.connection).toHaveAttribute('data-state', 'live')
  await server.stop()
  await expect(region.connection).toHaveAttribute('data-state', 'reconnecting')
  await expect(region.connection).toHaveText('重连中')
  server.changeRegion((tree) => tree.work('east', 1, 99))
  await server.start()
  await expect(region.connection).toHaveAttribute('data-state', 'live', { timeout: 20_000 })
  await expect(page.getByTestId('tile-east')).toContainText('1分')
})

test('withdraws the signal colours when the data stop, and says since when', async ({ page, server, region }) => {
  await page.clock.install()
  await region.open()
  const tile = page.getByTestId('tile-civic-centre')
  await expect(tile).toHaveCSS('background-color', 'rgb(255, 98, 66)')
  server.silent = true
  await page.clock.fastForward(62_000)
  await expect(page.getByTestId('stale-since')).toHaveText(/^数据停更于 14:4[23]以下为停更前数据$/)
  await expect(page.locator('html')).toHaveAttribute('data-stopped', '')
  await expect(tile).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  server.silent = false
  await page.clock.fastForward(30_000)
  await expect(region.connection).toHaveAttribute('data-state', 'live')
  await expect(tile).toHaveCSS('background-color', 'rgb(255, 98, 66)')
})

test('says so when the database does not answer', async ({ page, server, region }) => {
  await region.open()
  server.journal = 'STALE'
  await expect(region.connection).toHaveAttribute('data-state', 'stale')
  await expect(page.getByTestId('stale-since')).toContainText('数据库无应答')
})

test('a broken patch or snapshot costs a reconnect, not the picture', async ({ page, server, region }) => {
  await region.open()
  server.regions?.broadcast({ id: 'x.99', event: 'patch', data: { halls: {} } })
  await expect.poll(() => server.regions?.opened.length).toBe(2)
  await expect(page.getByTestId('tile-civic-centre')).toContainText('73 人在等')
  const id = server.regions?.resumedFrom.at(-1)
  expect(id).toBeUndefined()
  server.changeRegion((tree) => Object.assign(tree.glance('east'), { waiting: 'many' }))
  await expect.poll(() => server.regions?.opened.length ?? 0).toBeGreaterThan(2)
  await expect(page.getByTestId('tile-civic-centre')).toContainText('73 人在等')
  server.changeRegion((tree) => tree.work('east', 9, 31))
  await expect(page.getByTestId('waiting-anlan')).toHaveText('116')
})

test('what a newer server may say is passed over', async ({ page, server, region }) => {
  await region.open()
  server.changeRegion((tree) => {
    tree.alert('east', 'MAJOR', 'AIR_QUALITY', 1)
    tree.emergency('east', 'e-9', { kind: 'ASTEROID' as never })
    Object.assign(tree.glance('east'), { mood: 'fine' })
  })
  await expect(page.getByTestId('emergency-band')).toBeVisible()
  await expect(page.getByTestId('tile-east')).toHaveAttribute('data-need', 'emergency')
})

test('on a phone the needy come first, and the others as they are asked for', async ({ page, region }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await region.open()
  await expect(page.getByTestId('strip')).toHaveCount(0)
  await expect(page.getByTestId('urgent').locator('> li')).toHaveCount(4)
  const shown = () => page.locator('[data-testid^="tile-"]').count()
  expect(await shown()).toBe(60)
  await page.getByTestId('more').click()
  expect(await shown()).toBe(63)
  await expect(page.getByTestId('more')).toHaveCount(0)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBe(390)
  await page.getByTestId('hall-baihe').click()
  await expect(page.getByTestId('node-name')).toHaveText('白河县')
})

for (const language of ['zh', 'en']) {
  test(`on a phone words stay whole and lie on nothing, in ${language}`, async ({ page, server, region }) => {
    // All of the list at once.
    await page.setViewportSize({ width: 390, height: 9_000 })
    await region.open(`/region/anlan?lang=${language}`)
    await page.getByTestId('more').click()
    const seen = page.getByTestId('region')
    for (const journal of ['LIVE', 'STALE'] as const) {
      server.journal = journal
      await expect(region.connection).toHaveAttribute('data-state', journal === 'STALE' ? 'stale' : 'live')
      await expectNone(() => clashes(seen), journal)
      await expectNone(() => brokenWords(seen), journal)
      await expectNone(() => seen.evaluate(overflowing), journal)
    }
  })
}

/** Texts on a ground of their own that reach out of it. */
function overflowing(root: Element): string[] {
  return [...root.querySelectorAll('.stopped, .crit')].flatMap((ground) =>
    ground.scrollHeight > ground.clientHeight + 2 ? [ground.textContent ?? ''] : [],
  )
}

test('without a right it says so, and the login leads back', async ({ page, server }) => {
  await page.goto(`${server.url}/region/anlan`)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'notLoggedIn')
  await page.getByRole('link', { name: '登录' }).click()
  await page.getByTestId('login-user').fill(OFFICER.user)
  await page.getByTestId('login-password').fill(OFFICER.password)
  await page.getByTestId('login-submit').click()
  await expect(page.getByTestId('node-name')).toHaveText('安澜市')
})
