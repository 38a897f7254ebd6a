import type { Page } from '@playwright/test'
import { PAGE_MILLIS } from '../../src/ui/usePage'
import { expectAccessible } from '../support/accessible'
import { drawn } from '../support/drawn'
import { declare, fire, SIGNS, withExits } from '../support/fire'
import { BOARD_TOKEN } from '../support/hallServer'
import { brokenWords, clashes, expectNone } from '../support/layout'
import { closedHall, longNames, manyQueues, noQueues } from '../support/oddBoards'
import { call, expect, test } from './fixtures'

/** Texts that are cut, or stand out of the sheet. */
async function cutTexts(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  return page.evaluate(() => {
    const sheet = document.querySelector('.board')?.getBoundingClientRect()
    const line = 0.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const boxes = [...document.querySelectorAll<HTMLElement>('.call, .call > *, .row, .row > *, .head, .foot, .panel')]
    const tooBig = boxes.filter(
      (box) =>
        box.clientWidth > 0 &&
        // The fill of the newest call stands out of its column, the text in it does not.
        ((!box.matches('.panel') && box.scrollWidth > box.clientWidth + 1) ||
          // The line box of a large number is higher than the number.
          (!box.matches('.ticket, .window') && box.scrollHeight > box.clientHeight + line)),
    )
    const outside = [...document.querySelectorAll('.board *')].filter((element) => {
      const { left, right, top, bottom, width } = element.getBoundingClientRect()
      if (!sheet || width === 0) return false
      return left < sheet.left - 1 || right > sheet.right + 1 || top < sheet.top - 1 || bottom > sheet.bottom + 1
    })
    return [...tooBig, ...outside].map((element) => `${element.getAttribute('class')}: ${element.textContent}`)
  })
}

/** Names that are higher than their row. */
async function crowdedNames(page: Page): Promise<(string | null)[]> {
  return page
    .locator('.row > .name')
    .evaluateAll((names) =>
      names
        .filter(
          (name) => name.getBoundingClientRect().height > (name.parentElement?.getBoundingClientRect().height ?? 0),
        )
        .map((name) => name.textContent),
    )
}

/** Parts of a call that lie on each other, line for line. */
async function crowdedCalls(page: Page): Promise<string[]> {
  return page.locator('.call').evaluateAll((calls) =>
    calls.flatMap((call) => {
      const boxes = [...call.querySelectorAll('.ticket, .window, .place')].map((part) => part.getBoundingClientRect())
      const slack = 0.1 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const meet = boxes.some((a, index) =>
        boxes
          .slice(index + 1)
          .some(
            (b) =>
              a.left < b.right - slack &&
              b.left < a.right - slack &&
              a.top < b.bottom - slack &&
              b.top < a.bottom - slack,
          ),
      )
      return meet ? [call.textContent ?? ''] : []
    }),
  )
}

function tickets(page: Page, list: 'calls' | 'just-called') {
  return page.getByTestId(list).locator('.ticket')
}

/** The queues on the page that is up. */
async function services(page: Page): Promise<string[]> {
  const rows = page.locator('[data-testid^="service-"]')
  await expect(rows.first()).toBeVisible()
  return rows.evaluateAll((found) => found.map((row) => row.getAttribute('data-testid') ?? ''))
}

test('shows who goes where, and how long the others wait', async ({ page, board }) => {
  await board.open()
  await expect(tickets(page, 'calls')).toHaveText(['Z141', 'T186', 'R128'])
  await expect(tickets(page, 'just-called')).toHaveText(['T100', 'S137', 'Y104'])
  await expect(page.getByTestId('call-Z141')).toContainText('27')
  await expect(page.getByTestId('call-Z141')).toContainText('D 区')
  await expect(page.getByTestId('call-Z141')).toContainText('综合受理')
  await expect(page.getByTestId('call-R128')).toContainText('第 2 次')
  await expect(page.getByTestId('next-household')).toHaveText('H201')
  await expect(page.getByTestId('waiting-household')).toHaveText('23')
  await expect(page.getByTestId('said-market')).toContainText('随到随办')
  await expect(page).toHaveTitle('市民中心 · 叫号屏')
  await expectAccessible(page)
})

test('the one with priority is next', async ({ page, server, board }) => {
  await board.open()
  server.play({ type: 'ticket.issued', data: { ticket: 'H999', queue: 'household', priority: 'PRIORITY' } })
  await expect(page.getByTestId('next-household')).toHaveText('H999')
})

test('never names people, and never tells of alerts', async ({ page, server, board }) => {
  server.change(({ hall, now }) => {
    hall.dressed = (view) => ({
      ...view,
      duty: { d1: { user: 'zhou.min', name: '周敏', role: 'MANAGER', zones: [], from: view.at, until: view.at } },
      windows: Object.fromEntries(
        Object.entries(view.windows).map(([id, window]) => [id, { ...window, staff: '王磊' }]),
      ),
    })
    hall.touch(now)
  })
  await board.open()
  fire(server)
  await expect(page.getByTestId('takeover')).toBeVisible()
  for (const name of ['周敏', '王磊', 'zhou.min', '宣布']) await expect(page.locator('body')).not.toContainText(name)
})

test('a board of a zone shows its windows and their queues only', async ({ page, board, server }) => {
  await board.open('A')
  await expect(page.getByTestId('hall-name')).toHaveText('市民中心 · A 区')
  await expect(page.getByTestId('service-tax')).toBeVisible()
  await expect(page.getByTestId('service-general')).toHaveCount(0)
  call(server, 'Z900', 'general', '27')
  call(server, 'T900', 'tax', '04')
  await expect(tickets(page, 'calls').first()).toHaveText('T900')
  await expect(page.getByTestId('call-Z900')).toHaveCount(0)
})

test('the newest stands out for twelve seconds, or until the next', async ({ page, server, board }) => {
  await page.clock.install()
  await board.open()
  await expect(page.getByTestId('call-Z141')).toHaveAttribute('data-fresh', 'true')
  await page.clock.fastForward(5_000)
  await expect(page.locator('[data-fresh="true"]')).toHaveCount(0)
  call(server, 'T900', 'tax', '04')
  await expect(page.getByTestId('call-T900')).toHaveAttribute('data-fresh', 'true')
  await expect(page.getByTestId('call-T900')).toHaveCSS('background-color', 'rgb(244, 241, 234)')
  await page.clock.fastForward(4_000)
  call(server, 'S900', 'social', '13')
  await expect(page.getByTestId('call-S900')).toHaveAttribute('data-fresh', 'true')
  await expect(page.locator('[data-fresh="true"]')).toHaveCount(1)
  await page.clock.fastForward(12_100)
  await expect(page.locator('[data-fresh="true"]')).toHaveCount(0)
})

test('calls of the same second appear three seconds apart', async ({ page, server, board }) => {
  await board.open()
  await expect(tickets(page, 'calls')).toHaveCount(3)
  server.play(
    { type: 'ticket.issued', data: { ticket: 'T900', queue: 'tax' } },
    { type: 'ticket.issued', data: { ticket: 'S900', queue: 'social' } },
    { type: 'ticket.called', data: { ticket: 'T900', window: '04' } },
    { type: 'ticket.called', data: { ticket: 'S900', window: '13' } },
  )
  await expect(page.getByTestId('call-T900')).toHaveAttribute('data-fresh', 'true')
  const first = Date.now()
  await expect(page.getByTestId('call-S900')).toHaveCount(0)
  await expect(page.getByTestId('call-S900')).toHaveAttribute('data-fresh', 'true', { timeout: 5_000 })
  const apart = Date.now() - first
  console.log(`two calls of one second: ${apart} ms apart`)
  expect(apart).toBeGreaterThan(2_500)
  expect(apart).toBeLessThan(3_800)
  await expect(tickets(page, 'calls')).toHaveText(['S900', 'T900', 'Z141'])
})

test('a recall comes back to the top; who does not come leaves it', async ({ page, server, board }) => {
  await board.open()
  server.play({ type: 'ticket.recalled', data: { ticket: 'T186', window: '04' } })
  // The stay of the ticket at its window goes on with the recall.
  await expect(page.getByTestId('call-T186')).toContainText('第 2 次')
  await expect(page.getByTestId('call-T186')).toHaveAttribute('data-fresh', 'true')
  await expect(tickets(page, 'calls').first()).toHaveText('T186')
  server.play({ type: 'ticket.noShow', data: { ticket: 'T186' } })
  await expect(tickets(page, 'calls')).not.toContainText(['T186'])
  await expect(tickets(page, 'just-called').first()).toHaveText('T186')
})

test('switches its language', async ({ page, board }) => {
  await board.open()
  await drawn(page)
  await page.keyboard.press('l')
  await expect(page.getByTestId('board')).toContainText('Now calling')
  await expect(page.getByTestId('call-R128')).toContainText('Real estate call 2')
  await expect(page.getByTestId('service-tax')).toContainText('min')
  await expect(page).toHaveTitle('Civic Service Centre · Call board')
})

test('turns the pages of many queues by itself', async ({ page, server, board }) => {
  server.change(({ hall, now }) => {
    hall.dressed = manyQueues
    hall.touch(now)
  })
  // Pages turn by the clock: with the first of three.
  await page.clock.install({ time: Math.ceil(Date.now() / (3 * PAGE_MILLIS)) * 3 * PAGE_MILLIS })
  await board.open()
  await expect(page.getByTestId('page')).toHaveText('1/3')
  await expect(page.getByTestId('service-tax')).toBeVisible()
  await page.clock.fastForward(PAGE_MILLIS + 100)
  await expect(page.getByTestId('page')).toHaveText('2/3')
  await expect(page.getByTestId('service-market')).toBeVisible()
  await expect(page.getByTestId('service-tax')).toHaveCount(0)
  await page.clock.fastForward(PAGE_MILLIS)
  await page.clock.fastForward(PAGE_MILLIS)
  await expect(page.getByTestId('page')).toHaveText('1/3')
})

test('data that stopped are believed for a minute, then there is the announcement', async ({ page, server, board }) => {
  await page.clock.install()
  await board.open()
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  server.silent = true
  await page.clock.fastForward(20_000)
  await expect(page.getByTestId('connection')).toBeVisible()
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'reconnecting')
  await page.clock.fastForward(36_000)
  await expect(page.getByTestId('calls')).toBeVisible()
  await expect(page.getByTestId('wait-tax')).toBeVisible()
  await page.clock.fastForward(6_000)
  await expect(page.getByTestId('stopped')).toContainText('请听广播')
  await expect(page.getByTestId('stopped')).toContainText('Please listen to announcements')
  await expect(page.getByTestId('calls')).toHaveCount(0)
  await expect(page.getByTestId('wait-tax')).toHaveCount(0)
  await expect(page.getByTestId('service-tax')).toBeVisible()
  await expectAccessible(page)
  server.silent = false
  await page.clock.fastForward(30_000)
  await expect(page.getByTestId('calls')).toBeVisible()
})

test('a silent database is believed for a minute as well', async ({ page, server, board }) => {
  await page.clock.install()
  await board.open()
  server.journal = 'STALE'
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'stale')
  await expect(page.getByTestId('calls')).toBeVisible()
  for (let seconds = 0; seconds < 60; seconds += 10) {
    await page.clock.fastForward(10_000)
    server.beat()
  }
  await expect(page.getByTestId('stopped')).toBeVisible()
  server.journal = 'LIVE'
  await expect(page.getByTestId('calls')).toBeVisible()
})

test('a closed hall says when it opens', async ({ page, server, board }) => {
  server.change(({ hall, now }) => {
    hall.dressed = closedHall
    hall.touch(now)
  })
  await board.open()
  await expect(page.getByTestId('closed')).toContainText('现在不办理业务')
  await expect(page.getByTestId('closed').locator('b').first()).toHaveText('现在不办理业务')
  await drawn(page)
  await page.keyboard.press('l')
  await expect(page.getByTestId('closed').locator('b').first()).toHaveText('Closed now')
  await expect(page.getByTestId('closed')).toContainText('现在不办理业务')
  await page.keyboard.press('l')
  await expect(page.getByTestId('said-more')).toContainText('周一 09:00 开始办理')
  await expect(page.getByTestId('said-more')).toContainText('Opens Monday at 09:00')
  await expect(page.getByTestId('said-tax')).toContainText('停办')
  await expectAccessible(page)
  server.change(({ hall, now }) => {
    hall.dressed = (view) => {
      const { hours: _, ...rest } = closedHall(view)
      return rest
    }
    hall.touch(now)
  })
  await page.reload()
  await expect(page.getByTestId('closed')).toBeVisible()
  await expect(page.getByTestId('said-more')).toHaveCount(0)
})

test('an emergency takes the board over, with the way out of where it hangs', async ({ page, server, board }) => {
  server.change(({ hall, now }) => {
    withExits(hall)
    hall.touch(now)
  })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await board.open('B', `voice=off&${SIGNS.slice(1)}`)
  fire(server)
  await expect(page.getByTestId('takeover')).toBeVisible()
  await expect(page.getByTestId('board')).toHaveCount(0)
  await expect(page.getByTestId('way-west')).toContainText('40 m')
  await expectAccessible(page)
})

test('a board of another zone gets the strip, and stopped queues keep their tickets', async ({
  page,
  server,
  board,
}) => {
  await board.open('all', 'voice=off&zone=C')
  declare(server, { kind: 'PUBLIC_ORDER', zones: ['B'], affected: ['B'] })
  await expect(page.getByTestId('emergency-strip')).toContainText('请勿前往 B 区')
  await expect(page.getByTestId('said-household')).toContainText('停办')
  await expect(page.getByTestId('said-household')).toContainText('票号保留')
  await expect(page.getByTestId('calls')).toBeVisible()
  await expectNone(() => cutTexts(page))
})

test('a queue without an open window is shut, and an unknown wait is a dash', async ({ page, server, board }) => {
  server.change(({ hall, now }) => {
    hall.dressed = (view) => {
      const { tax, health } = view.queues
      if (!tax || !health) return view
      const { expectedWaitSeconds: _, ...unknown } = tax
      const { expectedWaitSeconds: __, ...shut } = health
      return { ...view, queues: { ...view.queues, tax: unknown, health: { ...shut, openWindows: 0 } } }
    }
    hall.touch(now)
  })
  await board.open()
  await expect(page.getByTestId('wait-tax')).toHaveText('—')
  await expect(page.getByTestId('wait-health')).toHaveText('停办')
  await expect(page.getByTestId('next-health')).toHaveText('Y201')
})

test('large type shows fewer things larger; high contrast is black and white; both are remembered', async ({
  page,
  server,
  board,
}) => {
  await board.open()
  const size = () =>
    page
      .locator('.big .ticket')
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
  await drawn(page)
  expect(await size()).toBeCloseTo(138, 0)
  await page.keyboard.press('t')
  await page.keyboard.press('c')
  await expect(tickets(page, 'calls')).toHaveCount(2)
  expect(await size()).toBeCloseTo(180, 0)
  await expect(page.getByTestId('page')).toHaveText(/^[12]\/2$/)
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(0, 0, 0)')
  await expectAccessible(page, 'AAA')
  await page.goto(`${server.url}/board/civic-centre/all?theme=light`)
  await expect(tickets(page, 'calls')).toHaveCount(2)
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await expectAccessible(page, 'AAA')
  await page.goto(`${server.url}/board/civic-centre/all?type=usual&contrast=usual`)
  await expect(tickets(page, 'calls')).toHaveCount(3)
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(23, 23, 21)')
})

test('an emergency in high contrast reaches 7:1 too', async ({ page, server, board }) => {
  server.change(({ hall, now }) => {
    withExits(hall)
    hall.touch(now)
  })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const theme of ['dark', 'light']) {
    const query = `voice=off&contrast=high&theme=${theme}&${SIGNS.slice(1)}`
    if (theme === 'dark') await board.open('B', query)
    else await page.goto(`${server.url}/board/civic-centre/B?${query}`)
    if (theme === 'dark') fire(server)
    await expect(page.getByTestId('takeover')).toBeVisible()
    await expectAccessible(page, 'AAA')
  }
})

for (const [hall, notice] of [
  ['forbidden', 'noRight'],
  ['nowhere', 'noHall'],
] as const) {
  test(`a hall that is ${hall} is told`, async ({ page, server }) => {
    await page.goto(`${server.url}/board/${hall}/all?token=${BOARD_TOKEN}`)
    await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', notice)
  })
}

test('without a right it says so', async ({ page, server }) => {
  await page.goto(`${server.url}/board/civic-centre/all`)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'notLoggedIn')
})

test('a zone that is not there is told, with the way to the whole hall', async ({ page, server }) => {
  await page.goto(`${server.url}/board/civic-centre/Q?token=${BOARD_TOKEN}`)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'noZone')
  await page.getByRole('link').click()
  await expect(page.getByTestId('board')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/board/civic-centre/all')
})

test('a hall without queues and calls is an empty board', async ({ page, server, board }) => {
  server.change(({ hall, now }) => {
    hall.dressed = (view) => ({
      ...noQueues(view),
      windows: Object.fromEntries(
        Object.entries(noQueues(view).windows).map(([id, { lastCall: _, ticket: __, ...window }]) => [id, window]),
      ),
    })
    hall.touch(now)
  })
  await board.open()
  await expect(page.getByTestId('no-calls')).toContainText('暂无叫号')
  await expect(page.locator('.row:not(.head)')).toHaveCount(0)
})

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [7680, 2160],
  [1080, 1920],
] as const

test('with a strip above nothing lies on anything else, at any size', async ({ page, server, board }) => {
  test.setTimeout(90_000)
  declare(server, { kind: 'PUBLIC_ORDER', zones: ['B'], affected: ['B'] })
  for (const type of ['usual', 'large']) {
    for (const language of ['zh', 'en']) {
      await board.open('all', `voice=off&lang=${language}&type=${type}`)
      await expect(page.getByTestId('emergency-strip')).toBeVisible()
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        const message = `${type}, ${language}, ${width}×${height}`
        await expectNone(() => clashes(page.getByTestId('board')), message)
        await expectNone(() => brokenWords(page.getByTestId('board')), message)
        await expectNone(() => crowdedNames(page), message)
      }
    }
  }
})

for (const query of ['lang=zh&type=usual', 'lang=en&type=usual', 'lang=zh&type=large', 'lang=en&type=large']) {
  test(`few services have rows as high below a strip as without, ${query}`, async ({ page, server, board }) => {
    await board.open('C', `voice=off&${query}`)
    const rowHeight = async () => {
      await drawn(page)
      return (await page.locator('[data-testid^="service-"]').first().boundingBox())?.height ?? 0
    }
    const usual: number[] = []
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      usual.push(await rowHeight())
    }
    declare(server, { kind: 'PUBLIC_ORDER', zones: ['B'], affected: ['B'] })
    await expect(page.getByTestId('emergency-strip')).toBeVisible()
    for (const [index, [width, height]] of SIZES.entries()) {
      await page.setViewportSize({ width, height })
      const message = `${width}×${height}`
      await expectNone(() => clashes(page.getByTestId('board')), message)
      await expectNone(() => brokenWords(page.getByTestId('board')), message)
      await expectNone(() => crowdedNames(page), message)
      expect(usual[index], message).toBeGreaterThan(20)
      expect((await rowHeight()) / (usual[index] ?? 1), message).toBeGreaterThan(0.9)
    }
  })
}

for (const [width, height] of SIZES) {
  test(`everything has its place at ${width}×${height}, on each page`, async ({ page, server, board }) => {
    test.setTimeout(90_000)
    await page.clock.install()
    await page.setViewportSize({ width, height })
    for (const names of ['usual', 'long'] as const) {
      server.change(({ hall, now }) => {
        hall.dressed = names === 'long' ? longNames : (view) => view
        hall.touch(now)
      })
      for (const query of ['lang=zh&type=usual', 'lang=en&type=usual', 'lang=zh&type=large', 'lang=en&type=large']) {
        await board.open('all', `voice=off&${query}`)
        const seen = new Set<string>()
        for (let turn = 0; seen.size < 8; turn++) {
          expect(turn, `pages until all queues came: ${[...seen]}`).toBeLessThan(8)
          for (const id of await services(page)) seen.add(id)
          await expectNone(() => cutTexts(page), `${names} ${query}, turn ${turn}`)
          await expectNone(() => clashes(page.getByTestId('board')), `${names} ${query}, turn ${turn}`)
          await expectNone(() => brokenWords(page.getByTestId('board')), `${names} ${query}, turn ${turn}`)
          await expectNone(() => crowdedCalls(page), `${names} ${query}, turn ${turn}`)
          await page.clock.runFor(PAGE_MILLIS)
        }
      }
    }
  })
}
