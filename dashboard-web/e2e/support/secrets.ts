/** What staff do and say in a hall, and all that a page hears of it. */
import type { Page } from '@playwright/test'
import { someAlert } from '../../src/wire/testing'
import { fire } from './fire'
import { type HallServer, OFFICER, USER } from './hallServer'

const STAFF = 'wang.fang'
const SAID = 'broken pipe'
/** What must not reach visitors. */
export const SECRETS = [USER.user, OFFICER.user, STAFF, SAID, 'UNACKNOWLEDGED', '"contact"', '"staff"']

/** All that comes over sockets, and by server-sent events, which a browser tells of only at their end. */
export async function listen(page: Page): Promise<() => Promise<string>> {
  const frames: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      frames.push(payload.toString())
    }),
  )
  await page.addInitScript(() => {
    const heard: string[] = []
    const usual = window.fetch
    window.fetch = async (input, init) => {
      const response = await usual(input, init)
      if (!response.body || !String(input).endsWith('/stream')) return response
      const [mine, theirs] = response.body.tee()
      void (async () => {
        const decoder = new TextDecoder()
        const reader = mine.getReader()
        for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read())
          heard.push(decoder.decode(value, { stream: true }))
      })().catch(() => undefined)
      return new Response(theirs, response)
    }
    Object.assign(window, { heard })
  })
  const bySse = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join(''))
  return async () => frames.join('\n') + (await bySse())
}

/** Staff work and are told things, and then there is a fire with all that officers do about it. */
export function busyHall(server: HallServer): void {
  server.change(({ hall, now }) => {
    hall.dressed = (view) => ({
      ...view,
      windows: Object.fromEntries(
        Object.entries(view.windows).map(([number, window]) => [number, { ...window, staff: STAFF, reason: SAID }]),
      ),
    })
    hall.touch(now)
  })
  server.setAlert('a1', someAlert({ state: 'UNACKNOWLEDGED', severity: 'CRITICAL' }))
  const id = fire(server, { what: SAID })
  const order = (officer: typeof USER | typeof OFFICER, action: string, body: object) =>
    server.change(() => server.emergencies.handle('POST', [id, action], officer, { ...body }, new URLSearchParams()))
  order(USER, 'note', { text: SAID })
  order(OFFICER, 'tick', { step: 'call-119', text: SAID })
  order(USER, 'end', {})
}
