import { alertAt, withAlerts } from '../support/afternoonAlerts'
import { FRIDAY_14_42, fridayAfternoon } from '../support/morning'
import { expect, serverAt, test as wallTest } from './fixtures'

const test = wallTest.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  server: async ({}, use) => {
    const server = serverAt(withAlerts(fridayAfternoon(), FRIDAY_14_42))
    await server.start()
    await use(server)
    await server.stop()
  },
})

test('the alert column: the worst first, unclaimed before claimed, with facts, age and who is on it', async ({
  page,
  wall,
}) => {
  await wall.open()
  await expect(page.getByTestId('verdict')).toHaveText('1 紧急2 重要3 注意')
  await expect(page.getByTestId('alerts').locator('.row h2')).toHaveText([
    '紧急公安户政 等候超时',
    '重要09 号窗 离岗超时',
    '重要20 号窗 空闲有人等',
    '注意10 号窗 办理超时',
    '注意kiosk-2 取号机无消息',
    '注意不动产 等候将超时',
  ])
  await expect(page.getByTestId('facts-a1031')).toHaveText('最长 41 分，上限 30，5 人超限')
  await expect(page.getByTestId('facts-a1038')).toHaveText('空闲 4 分，上限 2，4 人在等')
  await expect(page.getByTestId('who-a1031')).toHaveText('周敏 处理中')
  await expect(page.getByTestId('who-a1038')).toHaveText('王磊 已认领')
  await expect(page.getByTestId('who-a1042')).toHaveText('无人认领')
  await expect(page.getByTestId('who-a1042')).toHaveCSS('font-weight', '700')
  await expect(page.getByTestId('alert-a1031')).toHaveCSS('background-color', 'rgb(255, 98, 66)')
  await expect(page.getByTestId('duty')).toHaveText('大厅经理周敏值班员陈静值班员 A·B李强值班员 C·D王磊')
})

test('the facts count on by themselves', async ({ page, server, wall }) => {
  await wall.open()
  await expect(page.getByTestId('facts-a1031')).toContainText('最长 41 分')
  server.aheadMillis = 120_000
  await expect(page.getByTestId('facts-a1031')).toContainText('最长 43 分')
})

test('a severity marks its queue and its window, where the word of the state stays', async ({ page, wall }) => {
  await wall.open()
  await expect(page.getByTestId('queue-household').locator('.severity.is-crit')).toBeVisible()
  await expect(page.getByTestId('queue-estate').locator('.severity.is-minor')).toBeVisible()
  await expect(page.getByTestId('queue-tax').locator('.severity')).toHaveCount(0)
  await expect(page.getByTestId('window-09')).toHaveAttribute('data-severity', 'MAJOR')
  await expect(page.getByTestId('window-09')).toContainText('暂停')
  await expect(page.getByTestId('window-09').locator('.is-major')).toHaveCount(2)
  await expect(page.getByTestId('window-01').locator('.shape')).toHaveCount(0)
})

test('a new critical alert inverts twice, an old one does not', async ({ page, server, wall }) => {
  await wall.open()
  await expect(page.getByTestId('alert-a1031')).not.toHaveClass(/fresh/)
  server.change(({ hall, now }) => {
    hall.alerts.a2000 = alertAt({ since: 0, onset: 30 }, now)
    hall.touch(now)
  })
  const row = page.getByTestId('alert-a2000')
  await expect(row).toHaveClass(/fresh/)
  await expect(row).toHaveCSS('animation-duration', '1s')
  await expect(row).not.toHaveClass(/fresh/)
  await expect(page.getByTestId('alert-a1031')).not.toHaveClass(/fresh/)
})

test('nothing moves where less motion is wanted', async ({ page, server, wall }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await wall.open()
  server.change(({ hall, now }) => {
    hall.alerts.a2000 = alertAt({ since: 0, onset: 30 }, now)
    hall.touch(now)
  })
  await expect(page.getByTestId('alert-a2000')).toHaveClass(/fresh/)
  await expect(page.getByTestId('alert-a2000')).toHaveCSS('animation-name', 'none')
})

test('ten critical and major ones all have a row; the rest is counted', async ({ page, server, wall }) => {
  await wall.open()
  server.change(({ hall, now }) => {
    for (let number = 0; number < 7; number++) {
      hall.alerts[`a21${number}`] = alertAt(
        { severity: number < 3 ? 'CRITICAL' : 'MAJOR', since: number, onset: 40 },
        now,
      )
    }
    hall.touch(now)
  })
  await expect(page.getByTestId('verdict')).toHaveText('4 紧急6 重要3 注意')
  const rows = page.getByTestId('alerts').locator('.row')
  await expect(rows.and(page.locator('[data-severity="CRITICAL"]'))).toHaveCount(4)
  await expect(rows.and(page.locator('[data-severity="MAJOR"]'))).toHaveCount(6)
  await expect(page.getByTestId('alerts-left')).toHaveText('另 2 项注意 2')
})

test('what is shelved, held or over is never lost: a line for each, or counted by what it is', async ({
  page,
  server,
  wall,
}) => {
  await wall.open()
  server.change(({ hall, now }) => {
    delete hall.alerts.a1012
    hall.alerts.a2001 = alertAt({ state: 'SHELVED', since: 3, onset: 20, shelvedUntil: 'later' }, now)
    hall.touch(now)
  })
  const line = page.locator('.line').and(page.getByTestId('alert-a2001'))
  await expect(line).toHaveText(/^税务 等候超时搁置到 15:1\d$/)
  server.change(({ hall, now }) => {
    hall.alerts.a2002 = alertAt({ state: 'SUPPRESSED', since: 3, onset: 20 }, now)
    for (let number = 0; number < 4; number++) {
      hall.alerts[`a210${number}`] = alertAt({ state: 'CLEARED', active: false, since: 3, onset: 20 }, now)
    }
    hall.touch(now)
  })
  await expect(line).toBeVisible()
  await expect(page.getByTestId('alerts-aside-left')).toHaveText('另 5 项应急抑制 1已恢复 待确认 4')
})

test('when all is well it says so, with the last three that were resolved', async ({ page, server, wall }) => {
  await wall.open()
  server.change(({ hall, now }) => {
    for (const [id, { state }] of Object.entries(hall.alerts)) if (state !== 'CLOSED') delete hall.alerts[id]
    hall.touch(now)
  })
  // The scripted queue is still over its limit, which nobody has raised an alert for.
  await expect(page.getByTestId('alerts')).toContainText('待处理 0')
  await expect(page.getByTestId('verdict')).toHaveText('1 队超限')
  await expect(page.getByTestId('alerts').locator('.closed li')).toHaveText([
    '14:26社保 等候将超时 已解除李强',
    '13:5709 号窗 离岗超时 已解除李强',
    '12:17kiosk-3 取号机无消息 已解除陈静',
  ])
})

test('when the data stopped, the fill of a critical row becomes an outline', async ({ page, server, wall }) => {
  await wall.open()
  server.journal = 'STALE'
  await expect(wall.connection).toHaveAttribute('data-state', 'stale')
  await expect(page.getByTestId('alert-a1031')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
})
