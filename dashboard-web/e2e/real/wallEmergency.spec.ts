/**
 * An emergency on a running server, seen by a wall in a browser: the takeover beside a thousand other screens and a
 * stream of events, over a restart of the server, until normal service resumes. It runs last: the strip stays a while.
 */
import { Agent, get, type IncomingMessage } from 'node:http'
import { expect, type Page, test } from '@playwright/test'
import { administer, HALL, newTicket, openWall, post, restartServer } from './hall'

const SCREENS = 1_000
const EVENTS_A_BATCH = 50
const BATCHES_A_SECOND = 10

const { HALL_URL = '', HALL_WALL_TOKEN = '' } = process.env

test.describe.configure({ mode: 'serial' })

interface Told {
  readonly emergency: { readonly id: string }
}

/** Screens that read and forget, until the returned function is called. */
async function screens(count: number): Promise<() => void> {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
  const headers = { Authorization: `Bearer ${HALL_WALL_TOKEN}`, Accept: 'text/event-stream' }
  const open = Array.from({ length: count }, () => {
    return new Promise<IncomingMessage>((resolve, reject) => {
      get(`${HALL_URL}/api/halls/${HALL}/stream`, { agent, headers }, resolve).on('error', reject)
    })
  })
  const answers = await Promise.all(open)
  for (const answer of answers) {
    expect(answer.statusCode).toBe(200)
    answer.on('error', () => {}).resume()
  }
  return () => {
    for (const answer of answers) answer.destroy()
  }
}

/** Visitors who take a ticket and leave, until they are stopped. */
function devices() {
  let stopped = false
  let posted = 0
  const run = (async () => {
    let due = Date.now()
    while (!stopped) {
      const tickets = Array.from({ length: EVENTS_A_BATCH / 2 }, () => newTicket('Z'))
      await post(
        ...tickets.map((ticket) => ({ type: 'ticket.issued', data: { ticket, queue: 'general' } })),
        ...tickets.map((ticket) => ({ type: 'ticket.abandoned', data: { ticket } })),
      )
      posted += EVENTS_A_BATCH
      due += 1_000 / BATCHES_A_SECOND
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - Date.now())))
    }
  })()
  return {
    posted: () => posted,
    stop: () => {
      stopped = true
      return run
    },
  }
}

async function declare(what: string): Promise<string> {
  const told = await administer('POST', `/api/halls/${HALL}/emergencies`, { kind: 'FIRE', zones: ['B'], what })
  return (told as Told).emergency.id
}

/** By the administrator and by somebody else: the end needs two. */
async function end(id: string): Promise<void> {
  const path = `/api/halls/${HALL}/emergencies/${id}/end`
  await administer('POST', path, {})
  const second = (await administer('POST', '/api/tokens', { name: 'second', role: 'OFFICER', scope: HALL })) as {
    token: string
  }
  const headers = { Authorization: `Bearer ${second.token}`, 'Content-Type': 'application/json' }
  const confirmed = await fetch(`${HALL_URL}${path}`, { method: 'POST', headers, body: '{}' })
  expect(confirmed.status, await confirmed.text()).toBe(200)
}

function takeover(page: Page) {
  return page.getByTestId('takeover')
}

test('a fire takes over the wall beside a thousand screens and a stream of events', async ({ page }) => {
  test.setTimeout(120_000)
  await openWall(page)
  const closeScreens = await screens(SCREENS)
  const crowd = devices()
  try {
    await expect.poll(crowd.posted, { timeout: 30_000 }).toBeGreaterThan(2 * EVENTS_A_BATCH * BATCHES_A_SECOND)
    const declared = Date.now()
    const [id] = await Promise.all([declare('smoke'), takeover(page).waitFor()])
    console.log(`from the POST to the taken-over wall, ${SCREENS} screens beside it: ${Date.now() - declared} ms`)
    await expect(takeover(page)).toContainText('B 区火警')
    await expect(takeover(page)).toContainText('请立即撤离')
    await expect(takeover(page)).toContainText('Leave now')
    await crowd.stop()
    await end(id)
  } finally {
    await crowd.stop()
    closeScreens()
  }
  await expect(page.getByTestId('emergency-strip')).toHaveAttribute('data-kind', 'resumed')
  await expect(page.getByTestId('wall')).toBeVisible()
})

const restart = process.env.HALL_RESTART_CMD ? test : undefined

restart?.(
  'the wall stays taken over while the server is killed, and is live in it after the restart',
  async ({ page }) => {
    test.setTimeout(120_000)
    await openWall(page)
    const id = await declare('smoke again')
    await expect(takeover(page)).toBeVisible()
    const fresh = await page.context().newPage()
    await restartServer()
    await expect(takeover(page)).toBeVisible()
    await openWall(fresh)
    await expect(takeover(fresh)).toContainText('B 区火警')
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live', { timeout: 60_000 })
    await end(id)
    await expect(takeover(page)).toHaveCount(0)
    await expect(takeover(fresh)).toHaveCount(0)
  },
)
