import { expect, type Page } from '@playwright/test'
import type { HallServer } from './hallServer'

interface Here {
  readonly page: Page
  readonly server: HallServer
}

/** For every test: nothing is asked of another host, and no script fails. */
export async function quiet({ page, server }: Here, use: (value: undefined) => Promise<void>): Promise<void> {
  const strange: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) strange.push(request.url())
  })
  page.on('pageerror', (error) => strange.push(String(error)))
  await use(undefined)
  expect(strange).toEqual([])
}
