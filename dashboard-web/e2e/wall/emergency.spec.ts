import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { declare, ended, fire, SIGNS, withExits } from '../support/fire'
import { type HallServer, OFFICER, USER } from '../support/hallServer'
import { clashes, expectNone } from '../support/layout'
import { expect, test } from './fixtures'

const LONG_NAME = {
  zh: '企业开办变更注销与工程建设项目审批及不动产登记交易缴税一窗受理综合服务专区东侧',
  en: 'Joint services for business registration, construction permits and real estate, east side',
}

test.beforeEach(async ({ server, page }) => {
  server.change(({ hall, now }) => {
    withExits(hall)
    hall.touch(now)
  })
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

/** Texts that are cut, or stand out of the sheet. */
async function cutTexts(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  return page.evaluate(() => {
    const sheet = document.querySelector('.takeover, .wall')
    const bounds = sheet?.getBoundingClientRect()
    const line = 0.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const boxes = '.bar, .exits, .way, .zone, .rules, .rules > span, .queue .foot'
    const tooBig = [...document.querySelectorAll<HTMLElement>(boxes)].filter(
      (box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + line,
    )
    const outside = [...(sheet?.querySelectorAll('*') ?? [])].filter((element) => {
      const { left, right, top, bottom, width } = element.getBoundingClientRect()
      if (!bounds || width === 0 || element.closest('.alerts')) return false
      return left < bounds.left - 1 || right > bounds.right + 1 || top < bounds.top - 1 || bottom > bounds.bottom + line
    })
    // The line box of a large letter is higher than the letter, so here the blocks themselves are looked at.
    const crowded = [...document.querySelectorAll<HTMLElement>('.words :is(h1, h2, h3, p)')].filter((block) => {
      const [own, room] = [block.getBoundingClientRect(), block.closest('.words')?.getBoundingClientRect()]
      const high = room && (own.top < room.top - line || own.bottom > room.bottom + line)
      return high || block.scrollWidth > block.clientWidth + 1
    })
    return [...tooBig, ...outside, ...crowded].map(
      (element) => `${element.getAttribute('class')}: ${element.textContent}`,
    )
  })
}

test('a fire takes the whole wall at once, with the way out of this screen', async ({ page, server, wall }) => {
  await wall.open(`/${SIGNS}`)
  const declared = Date.now()
  fire(server)
  await expect(page.getByTestId('takeover')).toBeVisible()
  console.log(`from the declaration to the wall: ${Date.now() - declared} ms`)
  await expect(page.getByTestId('wall')).toHaveCount(0)
  await expect(page.getByTestId('headline')).toHaveText('B 区火警')
  await expect(page.getByTestId('action')).toHaveText('请立即撤离')
  await expect(page.getByRole('alert')).toContainText('Fire in zone B')
  await expect(page.getByTestId('way-west')).toContainText('1 号西门')
  await expect(page.getByTestId('way-west')).toContainText('40 m')
  await expect(page.getByTestId('way-west')).toHaveAttribute('data-angle', '270')
  await expect(page.getByTestId('way-south')).toContainText('身后 3 号南门')
  await expect(page.getByTestId('exit-east')).toContainText('禁用')
  await expect(page.getByTestId('zone-A')).toContainText(/已清空 \d\d:\d\d/)
  await expect(page.getByTestId('zone-D')).toContainText('撤离中')
  await expect(page.getByTestId('you-are-here')).toBeVisible()
  await expectAccessible(page)
})

test('a closed exit is never pointed at; without a direction the exits are named', async ({ page, server, wall }) => {
  await wall.open('/?exit=east:right:12')
  fire(server)
  await expect(page.getByTestId('exit-names')).toContainText('1 号西门')
  await expect(page.getByTestId('exit-names')).toContainText('3 号南门')
  await expect(page.getByTestId('exit-names')).not.toContainText('2 号东门')
  await expect(page.getByTestId('ways')).toHaveCount(0)
})

test('a zone that may stay gets a strip, and the wall below it goes on', async ({ page, server, wall }) => {
  await wall.open('/?zone=C')
  fire(server, { affected: ['B'] })
  const strip = page.getByTestId('emergency-strip')
  await expect(strip).toContainText('请勿前往 B 区')
  await expect(strip).toContainText('本区照常办理')
  await expect(page.getByTestId('suspended-household')).toHaveText('停办')
  await expect(page.getByTestId('queue-household')).toContainText('票号保留')
  await expect(page.getByTestId('queue-household')).toHaveAttribute('data-over', 'false')
  await expect(page.getByTestId('window-08')).toHaveAttribute('data-status', 'SUSPENDED')
  await expect(page.getByTestId('stopped-B')).toContainText('火警')
  server.play({ type: 'ticket.issued', data: { ticket: 'M900', queue: 'market' } })
  await expect(page.getByTestId('waiting-market')).toHaveText('1')
  await expectAccessible(page)
})

test('stands without the server, and the time goes on', async ({ page, server, wall }) => {
  await page.clock.install()
  await wall.open(`/${SIGNS}`)
  fire(server)
  await expect(page.getByTestId('takeover')).toBeVisible()
  const before = await page.getByTestId('emergency-duration').textContent()
  server.silent = true
  await page.clock.fastForward(16_000)
  await expect(wall.connection).toHaveAttribute('data-state', 'reconnecting')
  await page.clock.fastForward(60_000)
  await expect(wall.connection).toHaveAttribute('data-state', 'stale')
  await expect(page.getByTestId('takeover')).toBeVisible()
  await expect(page.locator('html')).not.toHaveAttribute('data-stopped')
  await expect(page.getByTestId('emergency-duration')).not.toHaveText(before ?? '')
})

for (const transport of ['rsocket', 'sse'] as const) {
  test(`what is declared while the journal is away takes over too, by ${transport}, and over a reconnect`, async ({
    page,
    server,
    wall,
  }) => {
    server.socketsRefused = transport === 'sse'
    await wall.open()
    await expect(wall.connection).toHaveAttribute('data-transport', transport)
    server.journal = 'STALE'
    server.emergencies.journalAway = true
    const body = { kind: 'FIRE', zones: ['B'] }
    const answer = await page.request.post(`${server.url}/api/halls/civic-centre/emergencies`, {
      data: body,
      headers: { Cookie: `hall=session-${OFFICER.user}` },
    })
    expect(answer.status()).toBe(202)
    await expect(page.getByTestId('takeover')).toBeVisible()
    server.cutAll()
    await expect.poll(() => server.screens).toBe(1)
    await expect(page.getByTestId('takeover')).toBeVisible()
    server.recover()
    await expect(page.getByTestId('takeover')).toBeVisible()
    await expect(wall.connection).toHaveAttribute('data-state', 'live')
  })
}

test('a screen that joins late is told what is not recorded', async ({ page, server, wall }) => {
  server.emergencies.journalAway = true
  declare(server)
  await wall.open('/').catch(() => {})
  await expect(page.getByTestId('takeover')).toBeVisible()
})

test('a drill is marked, and the real thing comes before it', async ({ page, server, wall }) => {
  await wall.open('/')
  fire(server, { drill: true })
  await expect(page.getByTestId('takeover')).toHaveAttribute('data-drill', 'true')
  await expect(page.getByTestId('drill-mark')).toContainText('演练DRILL')
  await expect(page.getByTestId('takeover')).toContainText('这是演练，不是真实险情')
  await expectAccessible(page)
  declare(server, { kind: 'GAS_LEAK', zones: ['D'] })
  await expect(page.getByTestId('takeover')).toHaveAttribute('data-drill', 'false')
  await expect(page.getByTestId('headline')).toHaveText('D 区毒气泄漏')
  await expect(page.getByTestId('emergency-others')).toContainText('B 区火警')
})

test('to shelter is told without a way out', async ({ page, server, wall }) => {
  await wall.open(`/${SIGNS}`)
  declare(server, { kind: 'NATURAL_DISASTER', zones: [] })
  await expect(page.getByTestId('takeover')).toHaveAttribute('data-instruction', 'SHELTER')
  await expect(page.getByTestId('stay')).toContainText('留在室内')
  await expect(page.getByTestId('ways')).toHaveCount(0)
})

test('after the end the strip says that service resumes, for five minutes', async ({ page, server, wall }) => {
  await page.clock.install()
  await wall.open('/')
  const id = fire(server)
  await expect(page.getByTestId('takeover')).toBeVisible()
  ended(server, id)
  await expect(page.getByTestId('emergency-strip')).toContainText('恢复正常办理')
  await expect(page.getByTestId('takeover')).toHaveCount(0)
  server.aheadMillis = 5 * 60_000
  await expect(page.getByTestId('emergency-strip')).toHaveCount(0)
  await expect(page.getByTestId('verdict')).toBeVisible()
})

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [3840, 1080],
  [1080, 1920],
] as const) {
  for (const language of ['zh', 'en']) {
    test(`words shrink and are never cut at ${width}×${height} in ${language}`, async ({ page, server, wall }) => {
      await page.setViewportSize({ width, height })
      await wall.open(`/${SIGNS}&lang=${language}`)
      nameAllLong(server)
      fire(server)
      await expect(page.getByTestId('takeover')).toBeVisible()
      await expect(page.getByTestId('headline')).toContainText(LONG_NAME.zh)
      await fits(page, 'takeover')
      declare(server, { kind: 'SUDDEN_ILLNESS', zones: ['C'] })
      await expect(page.getByTestId('emergency-others')).toBeVisible()
      await fits(page, 'takeover')
      server.change(() => server.emergencies.change('e-1', { affected: ['B'] }))
      await page.goto(`${server.url}/?zone=C&lang=${language}`)
      await expect(page.getByTestId('emergency-strip')).toBeVisible()
      await fits(page, 'emergency-strip')
    })

    test(`others and a lost connection have room at ${width}×${height} in ${language}`, async ({
      page,
      server,
      wall,
    }) => {
      await page.setViewportSize({ width, height })
      await wall.open(`/${SIGNS}&lang=${language}`)
      fire(server)
      await expect(page.getByTestId('takeover')).toBeVisible()
      await fits(page, 'takeover')
      declare(server, { kind: 'SUDDEN_ILLNESS', zones: ['C'] })
      await expect(page.getByTestId('emergency-others')).toBeVisible()
      await fits(page, 'takeover')
      server.cutAll()
      await server.stop()
      await expect(wall.connection).toHaveAttribute('data-state', 'reconnecting')
      await fits(page, 'takeover')
    })
  }
}

function nameAllLong(server: HallServer): void {
  server.change(({ hall, now }) => {
    hall.zoneNames.B = LONG_NAME
    hall.zoneNames.C = LONG_NAME
    const { dressed } = hall
    hall.dressed = (view) => ({ ...dressed(view), name: LONG_NAME })
    hall.touch(now)
  })
}

async function fits(page: Page, id: string): Promise<void> {
  await expectNone(() => cutTexts(page))
  await expectNone(() => clashes(page.getByTestId(id)))
}

for (const [width, height] of [
  [1920, 1080],
  [1280, 720],
  [7680, 2160],
] as const) {
  test(`a drill elsewhere leaves its frame room at ${width}×${height}`, async ({ page, server, wall }) => {
    await page.setViewportSize({ width, height })
    await wall.open('/?zone=C')
    fire(server, { drill: true, affected: ['B'] })
    await expect(page.getByTestId('emergency-strip')).toHaveAttribute('data-drill', 'true')
    await fits(page, 'emergency-strip')
  })
}

test('two officers end it', async ({ page, server, wall }) => {
  await wall.open('/')
  const id = fire(server)
  const end = (officer: typeof USER | typeof OFFICER) =>
    server.change(() => server.emergencies.handle('POST', [id, 'end'], officer, {}, new URLSearchParams()))
  expect(end(USER).status).toBe(200)
  expect(end(USER)).toMatchObject({ status: 409, body: { reason: 'SAME_OFFICER' } })
  await expect(page.getByTestId('takeover')).toBeVisible()
  expect(end(OFFICER).status).toBe(200)
  await expect(page.getByTestId('takeover')).toHaveCount(0)
})
