import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

async function figure(page: Page, id: string): Promise<number> {
  return Number((await page.getByTestId(id).textContent())?.replace(',', ''))
}

test('shows the hall and is live by RSocket', async ({ page, wall }) => {
  const told: string[] = []
  page.on('console', (message) => told.push(message.text()))
  await wall.open()
  await expect(wall.connection).toHaveAttribute('data-state', 'live')
  await expect(wall.connection).toHaveAttribute('data-transport', 'rsocket')
  await expect(wall.connection).toHaveText('实时')
  await expect(page).toHaveTitle('市民中心 · 实时指挥中心')
  await expect(page.getByTestId('clock')).toHaveText(/14:4[23]/)
  await expect(page.getByTestId('waiting-household')).toHaveText('23')
  await expect(page.getByTestId('queue-household').locator('.mark')).toHaveCount(23)
  await expect(page.getByTestId('longest-household')).toHaveText('41分')
  await expect(page.getByTestId('queue-household')).toHaveAttribute('data-over', 'true')
  await expect(page.getByTestId('verdict')).toHaveText('1 队超限')
  await expect(page.getByTestId('windows-serving')).toHaveText('18')
  await expect(page.locator('figure svg path').first()).toBeVisible()
  expect(told).toEqual([])
})

test('moves with every event', async ({ page, server, wall }) => {
  await wall.open('/wall/civic-centre')
  await expect(page.getByTestId('waiting-market')).toHaveText('0')
  const issued = await figure(page, 'today-issued')
  const served = await figure(page, 'today-served')

  server.play({ type: 'ticket.issued', data: { ticket: 'M900', queue: 'market' } })
  await expect(page.getByTestId('waiting-market')).toHaveText('1')
  await expect(page.getByTestId('queue-market').locator('.mark')).toHaveCount(1)
  await expect(page.getByTestId('today-issued')).toHaveText((issued + 1).toLocaleString('en-US'))

  server.play({ type: 'ticket.called', data: { ticket: 'M900', window: '23' } })
  await expect(page.getByTestId('waiting-market')).toHaveText('0')
  await expect(page.getByTestId('window-23')).toHaveAttribute('data-status', 'CALLING')
  await expect(page.getByTestId('window-23')).toContainText('M900')

  server.play({ type: 'ticket.started', data: { ticket: 'M900', window: '23' } })
  await expect(page.getByTestId('window-23')).toHaveAttribute('data-status', 'SERVING')

  server.play({ type: 'ticket.completed', data: { ticket: 'M900' } })
  await expect(page.getByTestId('window-23')).toHaveAttribute('data-status', 'IDLE')
  await expect(page.getByTestId('window-23')).toContainText('空闲')
  await expect(page.getByTestId('today-served')).toHaveText((served + 1).toLocaleString('en-US'))
})

test("counts running times by itself, by the server's clock on a screen whose own is wrong", async ({
  page,
  server,
  wall,
}) => {
  await page.clock.install({ time: new Date('2001-01-01T00:00:00Z') })
  await wall.open()
  await expect(page.getByTestId('clock')).toHaveText(/14:4[23]/)
  // A heartbeat would set the clock, which the test lets run ahead, back to the server's.
  await expect(wall.connection).toHaveAttribute('data-state', 'live')
  server.silent = true
  const seconds = async () => {
    const [, min, sec] = /(\d\d):(\d\d)/.exec((await page.getByTestId('window-20').textContent()) ?? '') ?? []
    return Number(min) * 60 + Number(sec)
  }
  const before = await seconds()
  expect(before).toBeGreaterThanOrEqual(250)
  await page.clock.runFor(10_000)
  expect(await seconds()).toBeGreaterThanOrEqual(before + 9)
})

test('a queue crosses the line when its time has come, with nothing but a heartbeat from the server', async ({
  page,
  server,
  wall,
}) => {
  await wall.open()
  await expect(page.getByTestId('longest-estate')).toHaveText('28分')
  await expect(page.getByTestId('queue-estate')).toHaveAttribute('data-over', 'false')
  await expect(page.getByTestId('verdict')).toHaveText('1 队超限')
  server.aheadMillis = 150_000
  await expect(page.getByTestId('queue-estate')).toHaveAttribute('data-over', 'true')
  await expect(page.getByTestId('longest-estate')).toHaveText('30分')
  await expect(page.getByTestId('verdict')).toHaveText('2 队超限')
  await expect(page.getByTestId('queue-estate').locator('.mark.over')).toHaveCount(1)
})
