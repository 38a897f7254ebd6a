import { withAlerts } from '../support/afternoonAlerts'
import { drawn } from '../support/drawn'
import { FRIDAY_14_42 } from '../support/morning'
import { expect, test } from './fixtures'

test('speaks Chinese first and English at a key, remembers it, and takes it from the address', async ({
  page,
  server,
  wall,
}) => {
  await wall.open()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByTestId('hall-name')).toHaveText('市民中心')
  await drawn(page)
  await page.keyboard.press('l')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByTestId('hall-name')).toHaveText('Civic Service Centre')
  await expect(page.getByTestId('verdict')).toHaveText('1 queue over limit')
  await expect(wall.connection).toHaveText('Live')
  await expect(page).toHaveTitle('Civic Service Centre · Hall Command')
  await page.reload()
  await expect(page.getByTestId('hall-name')).toHaveText('Civic Service Centre')
  await page.goto(`${server.url}/?lang=zh`)
  await expect(page.getByTestId('hall-name')).toHaveText('市民中心')
})

test('a light wall for bright halls', async ({ page, wall }) => {
  await wall.open('/?theme=light')
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(245, 243, 236)')
})

test('an L that is typed is a letter', async ({ page, server }) => {
  await page.goto(`${server.url}/login`)
  await page.getByTestId('login-user').press('l')
  await expect(page.getByTestId('login-user')).toHaveValue('l')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1600, 1200],
  [3840, 1080],
] as const) {
  for (const language of ['zh', 'en']) {
    test(`everything has its place at ${width}×${height} in ${language}`, async ({ page, server, wall }) => {
      server.change(({ hall }) => withAlerts(hall, FRIDAY_14_42, 'shelved'))
      await page.setViewportSize({ width, height })
      await wall.open(`/?lang=${language}`)
      await expect(page.locator('figure svg').first()).toBeVisible()
      const cut = await page.evaluate(() => {
        const sheet = document.querySelector('.wall')?.getBoundingClientRect()
        // The line box of a text may stand out a little where its letters do not.
        const line = 0.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
        const boxes =
          '.wall > *, .alerts .row, .alerts .line, .duty, .queue, .cell, .figures li, figure, .service, .head'
        const tooBig = [...document.querySelectorAll<HTMLElement>(boxes)].filter(
          (box) =>
            // The fill of a critical row stands out of its column, the text in it does not.
            (!box.matches('.alerts') && box.scrollWidth > box.clientWidth + 1) ||
            box.scrollHeight > box.clientHeight + line,
        )
        const outside = [...document.querySelectorAll('.wall *')].filter((element) => {
          const { left, right, top, bottom, width } = element.getBoundingClientRect()
          return (
            sheet &&
            width > 0 &&
            (left < sheet.left - 1 || right > sheet.right + 1 || top < sheet.top - 1 || bottom > sheet.bottom + 1)
          )
        })
        return [...tooBig, ...outside].map((element) => `${element.getAttribute('class')}: ${element.textContent}`)
      })
      expect(cut).toEqual([])
    })
  }
}

test('a screen that is too narrow for a wall says so', async ({ page, server, wall }) => {
  await wall.open()
  await page.setViewportSize({ width: 800, height: 600 })
  await expect(page.getByTestId('wall')).toBeHidden()
  await expect(page.getByText('屏幕太窄')).toBeVisible()
  expect(server.screens).toBe(1)
})
