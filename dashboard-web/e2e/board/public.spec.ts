/** A board gets what visitors may see, and its token opens nothing else. */
import { someAlert } from '../../src/wire/testing'
import { BOARD_TOKEN, WALL_TOKEN } from '../support/hallServer'
import { busyHall, listen, SECRETS } from '../support/secrets'
import { call, expect, test } from './fixtures'

for (const socketsRefused of [false, true]) {
  test(`what a board hears by ${socketsRefused ? 'SSE' : 'RSocket'} names no staff and tells of no alert`, async ({
    page,
    server,
  }) => {
    server.socketsRefused = socketsRefused
    const heard = await listen(page)
    busyHall(server)
    await page.goto(`${server.url}/board/civic-centre/all?voice=off&token=${BOARD_TOKEN}`)
    await expect(page.getByTestId('takeover')).toBeVisible()
    server.setAlert('a2', someAlert({ state: 'UNACKNOWLEDGED', severity: 'CRITICAL' }))
    call(server, 'T901', 'tax', '01')
    await expect.poll(heard).toContain('T901')
    const all = await heard()
    expect(all).toContain('snapshot')
    expect(all).toContain('EVACUATE')
    for (const secret of SECRETS) expect(all, secret).not.toContain(secret)
  })

  test(`a board's token opens no wall, by ${socketsRefused ? 'SSE' : 'RSocket'}`, async ({ page, server }) => {
    server.socketsRefused = socketsRefused
    const heard = await listen(page)
    await page.goto(`${server.url}/wall/civic-centre?token=${BOARD_TOKEN}`)
    await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'noRight')
    expect(await heard()).not.toContain('snapshot')
  })

  test(`a board with a wall's token goes on, by ${socketsRefused ? 'SSE' : 'RSocket'}`, async ({ page, server }) => {
    server.socketsRefused = socketsRefused
    await page.goto(`${server.url}/board/civic-centre/all?voice=off&token=${WALL_TOKEN}`)
    await expect(page.getByTestId('board')).toBeVisible()
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  })

  test(`a board that was cut goes on without a gap, by ${socketsRefused ? 'SSE' : 'RSocket'}`, async ({
    page,
    server,
    board,
  }) => {
    server.socketsRefused = socketsRefused
    const heard = await listen(page)
    await board.open()
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
    call(server, 'T901', 'tax', '01')
    await expect(page.getByTestId('call-T901')).toBeVisible()
    server.cutAll()
    call(server, 'T902', 'tax', '04')
    await expect(page.getByTestId('call-T902')).toBeVisible()
    expect(server.resumedFrom.at(-1)).toContain('-public.')
    expect((await heard()).split('"hall":"civic-centre"'), 'one snapshot').toHaveLength(2)
  })
}

for (const path of ['', '/stream', '/emergencies', '/roster', '/region']) {
  test(`a board's token does not read ${path || 'the hall'}`, async ({ server }) => {
    const headers = { Authorization: `Bearer ${BOARD_TOKEN}` }
    expect((await fetch(`${server.url}/api/halls/civic-centre${path}`, { headers })).status).toBe(403)
    expect((await fetch(`${server.url}/api/halls/civic-centre/public`, { headers })).status).toBe(200)
  })
}
