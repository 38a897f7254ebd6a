/** The running product that is measured: its address and what may be done there. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const { HALL_URL = 'http://localhost:8080', HALL_DATA = join(homedir(), '.hall-command') } = process.env

export const url = HALL_URL

export function adminToken(): string {
  if (process.env.HALL_ADMIN_TOKEN) return process.env.HALL_ADMIN_TOKEN
  try {
    return (JSON.parse(readFileSync(join(HALL_DATA, 'credentials.json'), 'utf8')) as { adminToken: string }).adminToken
  } catch (cause) {
    throw new Error(
      `There are no credentials in ${HALL_DATA}. Start the server first (mvn spring-boot:run), or set HALL_URL and HALL_ADMIN_TOKEN.`,
      { cause },
    )
  }
}

export async function send(method: 'PUT' | 'POST', path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${adminToken()}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((cause) => {
    throw new Error(`No server answers at ${url}. Start it first (mvn spring-boot:run), or set HALL_URL.`, { cause })
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
}
