/**
 * Against a running server without a crowd (HALL_DEMO_CROWD=false), so that the counts are the test's own:
 * `HALL_URL`, `HALL_WALL_TOKEN`, `HALL_BOARD_TOKEN`, `HALL_DEVICE_TOKEN`, and for the restart `HALL_RESTART_CMD`.
 */
import { expect, type Page, test } from '@playwright/test'
import { newTicket, openWall, post, restartServer, shown, view } from './hall'

const QUEUE = 'market'
const WINDOW = '22'

test.describe.configure({ mode: 'serial' })

/** What is on screen is what the server says. */
async function expectTrue(page: Page): Promise<void> {
  const { queues, windows, today } = await view()
  for (const [id, { waiting }] of Object.entries(queues)) {
    await expect(page.getByTestId(`waiting-${id}`)).toHaveText(shown(waiting))
  }
  for (const [id, { status }] of Object.entries(windows)) {
    await expect(page.getByTestId(`window-${id}`)).toHaveAttribute('data-status', status)
  }
  await expect(page.getByTestId('today-issued')).toHaveText(shown(today.issued))
  await expect(page.getByTestId('today-served')).toHaveText(shown(today.served))
}

test('the wall follows a visitor from the ticket to the end', async ({ page }) => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(process.env.HALL_URL ?? '').origin) problems.push(request.url())
  })
  await openWall(page)
  expect(page.url()).not.toContain('token')
  await expectTrue(page)
  const before = await view()
  const waitingBefore = before.queues[QUEUE]?.waiting ?? 0
  const [first, second] = [newTicket('M'), newTicket('M')]

  await post(
    { type: 'window.opened', data: { window: WINDOW, staff: 'e2e' } },
    { type: 'ticket.issued', data: { ticket: first, queue: QUEUE } },
    { type: 'ticket.issued', data: { ticket: second, queue: QUEUE } },
  )
  await expect(page.getByTestId(`waiting-${QUEUE}`)).toHaveText(shown(waitingBefore + 2))
  await expect(page.getByTestId('today-issued')).toHaveText(shown(before.today.issued + 2))
  await expect(page.getByTestId(`window-${WINDOW}`)).toHaveAttribute('data-status', 'IDLE')

  await post({ type: 'ticket.called', data: { ticket: first, window: WINDOW } })
  await expect(page.getByTestId(`waiting-${QUEUE}`)).toHaveText(shown(waitingBefore + 1))
  await expect(page.getByTestId(`window-${WINDOW}`)).toHaveAttribute('data-status', 'CALLING')
  await expect(page.getByTestId(`window-${WINDOW}`)).toContainText(first)

  await post({ type: 'ticket.started', data: { ticket: first, window: WINDOW } })
  await expect(page.getByTestId(`window-${WINDOW}`)).toHaveAttribute('data-status', 'SERVING')

  await post({ type: 'ticket.completed', data: { ticket: first } })
  await expect(page.getByTestId(`window-${WINDOW}`)).toHaveAttribute('data-status', 'IDLE')
  await expect(page.getByTestId('today-served')).toHaveText(shown(before.today.served + 1))
  await expectTrue(page)
  expect(problems).toEqual([])
})

test('the wall follows by SSE where no socket can be had', async ({ page }) => {
  await page.routeWebSocket('**/rsocket', (socket) => socket.close())
  await openWall(page)
  await expect(page.getByTestId('connection')).toHaveAttribute('data-transport', 'sse')
  const before = await view()
  await post({ type: 'ticket.issued', data: { ticket: newTicket('M'), queue: QUEUE } })
  await expect(page.getByTestId('today-issued')).toHaveText(shown(before.today.issued + 1))
  await expectTrue(page)
})

const restart = process.env.HALL_RESTART_CMD ? test : undefined

restart?.(
  'the wall says that it reconnects while the server restarts, and is true again after it',
  async ({ page }) => {
    await openWall(page)
    const ticket = newTicket('M')
    await post({ type: 'ticket.issued', data: { ticket, queue: QUEUE } })
    await expectTrue(page)

    const connection = page.getByTestId('connection')
    await Promise.all([
      restartServer(),
      expect(connection).toHaveAttribute('data-state', 'reconnecting', { timeout: 60_000 }),
    ])
    await expect(connection).toHaveAttribute('data-state', 'live', { timeout: 60_000 })
    await expectTrue(page)

    // And it moves on, from where the journal stands.
    const { today } = await view()
    await post({ type: 'ticket.issued', data: { ticket: newTicket('M'), queue: QUEUE } })
    await expect(page.getByTestId('today-issued')).toHaveText(shown(today.issued + 1))
  },
)
