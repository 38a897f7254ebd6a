import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import type { HallView } from '../../src/wire/view'

export const HALL = 'civic-centre'

const { HALL_URL = '', HALL_WALL_TOKEN = '', HALL_DEVICE_TOKEN = '', HALL_ADMIN_TOKEN = '' } = process.env

/** Ids that no other run has used: a repeated one would count as a retry. */
const run = Date.now().toString(36)
let count = 0

export interface Event {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A ticket that only this run knows. */
export function newTicket(prefix: string): string {
  return `${prefix}${run.slice(-3).toUpperCase()}${++count}`
}

/** Posts device events that happen now; the answer comes after commit. */
export async function post(...events: readonly Event[]): Promise<void> {
  const body = events.map(({ type, data }) => ({
    id: `e2e-${run}-${++count}`,
    source: `e2e-${run}`,
    type,
    time: new Date().toISOString().replace('Z', '+00:00'),
    data,
  }))
  const response = await fetch(`${HALL_URL}/api/halls/${HALL}/events`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${HALL_DEVICE_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status, await response.clone().text()).toBe(200)
  expect(await response.json()).toMatchObject({ accepted: events.length, rejected: [] })
}

/** What an administrator does to prepare a test. */
export async function administer(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${HALL_URL}${path}`, {
    method,
    headers: { Authorization: `Bearer ${HALL_ADMIN_TOKEN}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer = await response.text()
  expect(response.ok, answer).toBe(true)
  return answer === '' ? undefined : JSON.parse(answer)
}

/** What the server says, to compare with what is on screen. */
export async function view(): Promise<HallView> {
  const headers = { Authorization: `Bearer ${HALL_WALL_TOKEN}` }
  const response = await fetch(`${HALL_URL}/api/halls/${HALL}`, { headers })
  expect(response.status).toBe(200)
  return (await response.json()) as HallView
}

export async function openWall(page: Page): Promise<void> {
  await page.goto(`/?token=${HALL_WALL_TOKEN}`)
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live', { timeout: 30_000 })
}

/** A number on screen, such as `1,103`. */
export function shown(value: number): string {
  return value.toLocaleString('en-US')
}

/** Restarts the server by the command in `HALL_RESTART_CMD`, which returns when the server is up again. */
export async function restartServer(): Promise<void> {
  await promisify(execFile)('/bin/sh', ['-c', process.env.HALL_RESTART_CMD ?? 'false'])
}
