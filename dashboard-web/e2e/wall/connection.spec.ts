import { expect, test } from './fixtures'

test('is reconnecting while the server is away, and live with the right counts when it is back', async ({
  page,
  server,
  wall,
}) => {
  await wall.open()
  await expect(wall.connection).toHaveAttribute('data-state', 'live')
  await server.stop()
  await expect(wall.connection).toHaveAttribute('data-state', 'reconnecting')
  await expect(wall.connection).toHaveText('重连中')
  await expect(page.getByTestId('waiting-fund')).toHaveText('4')
  server.play({ type: 'ticket.issued', data: { ticket: 'G900', queue: 'fund' } })
  await server.start()
  await expect(wall.connection).toHaveAttribute('data-state', 'live', { timeout: 20_000 })
  await expect(page.getByTestId('waiting-fund')).toHaveText('5')
  expect(server.resumedFrom[0]).toBeUndefined()
  expect(server.resumedFrom.at(-1)).toMatch(/^e.+\.\d+$/)
})

test('misses nothing when it is cut again and again', async ({ page, server, wall }) => {
  await wall.open()
  for (let cut = 1; cut <= 10; cut++) {
    server.play({ type: 'ticket.issued', data: { ticket: `M90${cut}`, queue: 'market' } })
    await expect(page.getByTestId('waiting-market')).toHaveText(String(cut))
    server.cutAll()
    await expect(wall.connection).toHaveAttribute('data-state', 'live')
    await expect.poll(() => server.screens).toBe(1)
  }
  await expect(page.getByTestId('queue-market').locator('.mark')).toHaveCount(10)
})

test('takes SSE where no socket can be had, and resumes there too', async ({ page, server, wall }) => {
  server.socketsRefused = true
  await wall.open()
  await expect(wall.connection).toHaveAttribute('data-state', 'live')
  await expect(wall.connection).toHaveAttribute('data-transport', 'sse')
  server.play({ type: 'ticket.issued', data: { ticket: 'M900', queue: 'market' } })
  await expect(page.getByTestId('waiting-market')).toHaveText('1')
  server.cutAll()
  server.play({ type: 'ticket.issued', data: { ticket: 'M901', queue: 'market' } })
  await expect(page.getByTestId('waiting-market')).toHaveText('2')
  await expect(wall.connection).toHaveAttribute('data-transport', 'sse')
  expect(server.resumedFrom.at(-1)).toMatch(/^e.+\.\d+$/)
})

test('says since when the data stopped, withdraws the signal colours, and comes back', async ({
  page,
  server,
  wall,
}) => {
  await page.clock.install()
  await wall.open()
  await expect(wall.connection).toHaveAttribute('data-state', 'live')
  const block = page.getByTestId('longest-household')
  await expect(block).toHaveCSS('background-color', 'rgb(255, 98, 66)')
  server.silent = true
  await page.clock.fastForward(16_000)
  await expect(wall.connection).toHaveAttribute('data-state', 'reconnecting')
  await expect(page.getByTestId('verdict')).toHaveText('1 队超限')
  await page.clock.fastForward(46_000)
  await expect(wall.connection).toHaveAttribute('data-state', 'stale')
  await expect(page.getByTestId('stale-since')).toHaveText(/^数据停更于 14:4[23]以下为停更前数据$/)
  await expect(block).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  // What stopped does not grow older on screen; the clock goes on.
  const elapsed = await page.getByTestId('window-20').textContent()
  await page.clock.fastForward(120_000)
  expect(await page.getByTestId('window-20').textContent()).toBe(elapsed)
  await expect(page.getByTestId('clock')).toHaveText(/14:4[5-7]/)

  server.silent = false
  await page.clock.fastForward(30_000)
  await expect(wall.connection).toHaveAttribute('data-state', 'live')
  await expect(page.getByTestId('verdict')).toHaveText('1 队超限')
})

test('says so when the database does not answer', async ({ page, server, wall }) => {
  await wall.open()
  server.journal = 'STALE'
  await expect(wall.connection).toHaveAttribute('data-state', 'stale')
  await expect(wall.connection).toHaveText('数据停更')
  await expect(page.getByTestId('stale-since')).toContainText('数据库无应答')
  server.journal = 'LIVE'
  await expect(wall.connection).toHaveAttribute('data-state', 'live')
})

test('comes back at once when the viewer looks again', async ({ page, server, wall }) => {
  await page.clock.install()
  await wall.open()
  await server.stop()
  await expect(wall.connection).toHaveAttribute('data-state', 'reconnecting')
  // Until its own wait is the longest there is.
  for (let attempts = 0; attempts < 12; attempts++) await page.clock.fastForward(15_000)
  await server.start()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(wall.connection).toHaveAttribute('data-state', 'live')
})
