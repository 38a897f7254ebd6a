/** Call board and region against a running server: what devices report is on them, by the product's own wire. */
import { expect, test } from '@playwright/test'
import { HALL, newTicket, openWall, post } from './hall'

const { HALL_BOARD_TOKEN = '' } = process.env

const QUEUE = 'general'
const WINDOW = '27'

test('a call board shows a call, its recall, and keeps it when the service begins', async ({ page }) => {
  await page.goto(`/board/${HALL}/D?token=${HALL_BOARD_TOKEN}`)
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live', { timeout: 30_000 })
  const ticket = newTicket('Z')
  await post(
    { type: 'window.opened', data: { window: WINDOW } },
    { type: 'ticket.issued', data: { ticket, queue: QUEUE } },
    { type: 'ticket.called', data: { ticket, window: WINDOW } },
  )
  const call = page.getByTestId('calls').getByText(ticket)
  await expect(call).toBeVisible()
  await post({ type: 'ticket.recalled', data: { ticket } })
  await expect(page.getByText(/第 2 次/)).toBeVisible()
  await post({ type: 'ticket.started', data: { ticket, window: WINDOW } })
  await expect(call).toBeVisible()
  await post({ type: 'ticket.completed', data: { ticket } }, { type: 'window.closed', data: { window: WINDOW } })
})

test("a board's token opens the visitors' wall and no other; a wall's opens a board", async ({ page }) => {
  await page.goto(`/board/${HALL}/all?token=${HALL_BOARD_TOKEN}`)
  await expect(page.getByTestId('board')).toBeVisible()
  await page.goto(`/wall/${HALL}?public`)
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  await expect(page.getByTestId('wall')).toBeVisible()
  await expect(page.getByTestId('alerts')).toHaveCount(0)
  await page.goto(`/wall/${HALL}`)
  await expect(page).toHaveURL(/\/login\?error=forbidden/)
  await openWall(page)
  await page.goto(`/board/${HALL}/all`)
  await expect(page.getByTestId('board')).toBeVisible()
})

test('a region shows who waits in its halls', async ({ page }) => {
  test.skip(!process.env.HALL_ADMIN_TOKEN, 'HALL_ADMIN_TOKEN is not set')
  await page.goto(`/region/demo-province?token=${process.env.HALL_ADMIN_TOKEN}`)
  await expect(page.getByTestId('region')).toBeVisible()
  const waiting = page.getByTestId(`waiting-${HALL}`)
  const before = Number(await waiting.textContent())
  const ticket = newTicket('Z')
  await post({ type: 'ticket.issued', data: { ticket, queue: QUEUE } })
  await expect(waiting).toHaveText(String(before + 1))
  await post({ type: 'ticket.abandoned', data: { ticket } })
  await expect(waiting).toHaveText(String(before))
})
