import { USER, WALL_TOKEN } from '../support/hallServer'
import { expect, test } from './fixtures'

test('without a right it says so, and the login leads back', async ({ page, server }) => {
  await page.goto(`${server.url}/wall/civic-centre?theme=light`)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'notLoggedIn')
  await page.getByRole('link', { name: '登录' }).click()
  await page.getByTestId('login-user').fill(USER.user)
  await page.getByTestId('login-password').fill('wrong')
  await page.getByTestId('login-submit').click()
  await expect(page.getByTestId('login-problem')).toHaveText('用户名或密码不对。')
  await page.getByTestId('login-password').fill(USER.password)
  await page.getByTestId('login-submit').click()
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/wall/civic-centre?theme=light')
})

test('the home page asks for a login too', async ({ page, server }) => {
  await page.goto(server.url)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'notLoggedIn')
})

for (const [hall, notice] of [
  ['forbidden', 'noRight'],
  ['nowhere', 'noHall'],
] as const) {
  for (const socketsRefused of [false, true]) {
    test(`a hall that is ${hall}, by ${socketsRefused ? 'SSE' : 'RSocket'}`, async ({ page, server }) => {
      server.socketsRefused = socketsRefused
      await page.goto(`${server.url}/wall/${hall}?token=${WALL_TOKEN}`)
      await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', notice)
    })
  }
}

test('waits for a server that is not there yet', async ({ page, server }) => {
  await page.route('**/api/halls', (route) => route.abort())
  await page.goto(`${server.url}/?token=${WALL_TOKEN}`)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'away')
  await page.unroute('**/api/halls')
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
})

test('a picture that may not be seen any more is taken away', async ({ page, server }) => {
  await page.goto(`${server.url}/?token=${WALL_TOKEN}`)
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  await page.context().clearCookies()
  server.cutAll()
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'notLoggedIn')
  await expect(page.getByTestId('wall')).toHaveCount(0)
})

test('an address that is no page', async ({ page, server }) => {
  await page.goto(`${server.url}/elsewhere`)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'noPage')
})
