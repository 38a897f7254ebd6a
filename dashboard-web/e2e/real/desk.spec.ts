/**
 * The desk on a phone beside the wall, against a running server: an alert from the device's event to the officer's
 * tap. Besides what the wall's tests need: `HALL_ADMIN_TOKEN`, for an officer and a rule that fires at once.
 */
import { expect, type Page, test } from '@playwright/test'
import type { Quality } from '../../src/wire/desk'
import { administer, HALL, newTicket, openWall, post, view } from './hall'

const QUEUE = 'fund'
const USER = `officer-${Date.now().toString(36)}`
const PASSWORD = 'a long enough password'

// The quality page counts the alerts of the tests before it.
test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 390, height: 844 } })

let rules: unknown

test.beforeAll(async () => {
  await administer('POST', '/api/users', { name: USER, password: PASSWORD, role: 'OFFICER', scope: HALL })
  rules = ((await administer('GET', `/api/halls/${HALL}/rules`)) as { own: unknown }).own
  const rule = { levels: [{ threshold: 0, severity: 'MAJOR' }], onDelaySeconds: 0, offDelaySeconds: 0 }
  await administer('PUT', `/api/halls/${HALL}/rules`, {
    rules: { 'queue-length': { ...rule, scope: { queues: [QUEUE] } } },
  })
})

test.afterAll(async () => {
  await administer('PUT', `/api/halls/${HALL}/rules`, rules ?? {})
})

async function logIn(page: Page): Promise<void> {
  await page.goto(`/desk/${HALL}`)
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByTestId('login-user').fill(USER)
  await page.getByTestId('login-password').fill(PASSWORD)
  await page.getByTestId('login-submit').click()
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
}

/** The open alert of the queue under test, as the server tells it. */
async function alertId(): Promise<string> {
  const { alerts } = await view()
  const found = Object.entries(alerts).find(
    ([, { subject, state, rule }]) => subject.queue === QUEUE && rule === 'queue-length' && state !== 'CLOSED',
  )
  if (!found) throw new Error('the alert was not raised')
  return found[0]
}

test('a new alert reaches the phone, is acknowledged with a note, and the wall shows it', async ({ page, browser }) => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    baseURL: process.env.HALL_URL as string,
  })
  const wall = await context.newPage()
  await openWall(wall)
  await logIn(page)

  const [first, second] = [newTicket('G'), newTicket('G')]
  const issued = Date.now()
  await post({ type: 'ticket.issued', data: { ticket: first, queue: QUEUE } })
  await expect.poll(alertId).toMatch(/^a\d+$/)
  const id = await alertId()
  const card = page.getByTestId(`alert-${id}`)
  await expect(card).toContainText('重要 公积金 排队过长')
  console.log(`from the device's event to the phone: at most ${Date.now() - issued} ms`)
  await expect(card).toContainText('无人认领')
  await expect(wall.getByTestId(`who-${id}`)).toHaveText('无人认领')
  await expect(wall.getByTestId('queue-fund').locator('.severity.is-major')).toBeVisible()

  await card.getByRole('button', { name: /公积金 排队过长/ }).click()
  await expect(page.getByTestId('guidance')).toContainText('开放潮汐窗口分流')
  await page.getByTestId('action-note').click()
  await page.getByTestId('note-text').fill('去加开 20 号窗')
  const tapped = Date.now()
  await page.getByTestId('note-claim').click()
  await expect(wall.getByTestId(`who-${id}`)).toHaveText(`${USER} 已认领`)
  console.log(`from the tap to the wall: ${Date.now() - tapped} ms`)
  await expect(page.getByTestId('standing')).toHaveText(`${USER} 已认领`)
  await expect(page.getByTestId('timeline').locator('li').first()).toContainText('认领：去加开 20 号窗')
  await expect(page.getByTestId('timeline').locator('li').last()).toContainText('发出告警：重要')

  // The value moves on both screens; then the queue is empty and the alert is over.
  await post({ type: 'ticket.issued', data: { ticket: second, queue: QUEUE } })
  await expect(wall.getByTestId(`facts-${id}`)).toContainText('人在等')
  await post(
    { type: 'ticket.abandoned', data: { ticket: first } },
    { type: 'ticket.abandoned', data: { ticket: second } },
  )
  await expect(page.getByTestId('standing')).toHaveText(/已解除$/)
  await expect(wall.getByTestId(`who-${id}`)).toHaveCount(0)
  expect(problems).toEqual([])
  await context.close()
})

test('shelving, bringing back and assigning do what they say', async ({ page }) => {
  await logIn(page)
  const ticket = newTicket('G')
  await post({ type: 'ticket.issued', data: { ticket, queue: QUEUE } })
  await expect.poll(alertId).toMatch(/^a\d+$/)
  const id = await alertId()
  await page.goto(`/desk/${HALL}/${id}`)
  await page.getByTestId('action-shelve').click()
  await page.getByTestId('shelve-5').click()
  await page.getByTestId('reason-planned').click()
  await expect(page.getByTestId('standing')).toHaveText(/搁置到 \d\d:\d\d：已知安排$/)
  await page.getByTestId('main-action').click()
  await expect(page.getByTestId('standing')).toHaveText('无人认领')
  await page.getByTestId('action-assign').click()
  await page.getByTestId('person-me').click()
  await expect(page.getByTestId('standing')).toHaveText('请你处理')
  await expect(page.getByTestId('main-action')).toContainText('响应')
  await page.getByTestId('main-action').click()
  await expect(page.getByTestId('standing')).toHaveText(`${USER} 已认领`)
  await post({ type: 'ticket.abandoned', data: { ticket } })
  await expect(page.getByTestId('standing')).toHaveText(/已解除$/)
})

test('the quality page counts what was raised', async ({ page }) => {
  await logIn(page)
  const answered = page.waitForResponse((response) => response.url().includes('/alerts/quality'))
  await page.getByTestId('tab-quality').click()
  const { alerts } = (await (await answered).json()) as Quality
  expect(alerts.raised).toBeGreaterThanOrEqual(2)
  await expect(page.getByTestId('quality-verdict')).toBeVisible()
  // Whether it is met depends on how long ago the hall's midnight was.
  await expect(page.getByTestId('goal-average')).toHaveAttribute(
    'data-met',
    String(alerts.averagePer10Minutes?.met ?? 'none'),
  )
  await expect(page.getByTestId('quality')).toContainText(`共 ${alerts.raised} 项`)
  await expect(page.getByTestId('quality').locator('tr', { hasText: USER })).toContainText('秒')
  await expect(page.getByTestId('quality').locator('tr', { hasText: 'queue-length 公积金' })).toBeVisible()
  for (const period of ['week', 'month']) {
    await page.getByTestId(`period-${period}`).click()
    await expect(page.getByTestId(`period-${period}`)).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByTestId('quality').locator('svg rect').first()).toBeVisible()
  }
})
