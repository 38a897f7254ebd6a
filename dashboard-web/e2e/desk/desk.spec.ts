import { alertAt } from '../support/afternoonAlerts'
import { OFFICER, USER } from '../support/hallServer'
import { DESK, expect, LI_QIANG, test } from './fixtures'

const NEW_ALERT = {
  severity: 'MAJOR',
  subject: { queue: 'tax' },
  title: { zh: '排队过长', en: 'Queue too long' },
  kind: 'QUEUE_LENGTH',
  unit: 'PEOPLE',
  threshold: 10,
  value: 11,
  since: 0,
} as const

test('an officer logs in, sees a new alert, acknowledges it with a note, and the wall shows it', async ({
  page,
  server,
  wall,
}) => {
  await page.goto(server.url + DESK)
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByTestId('login-user').fill(OFFICER.user)
  await page.getByTestId('login-password').fill(OFFICER.password)
  await page.getByTestId('login-submit').click()
  await expect(page.getByTestId('needs-me')).toHaveText('2')
  await expect(page).toHaveURL(server.url + DESK)
  await expect(page).toHaveTitle('(2) 值班台 · 市民中心')

  server.change(({ hall, now }) => {
    hall.alerts.a2000 = alertAt(NEW_ALERT, now)
    hall.touch(now)
  })
  const card = page.getByTestId('alert-a2000')
  await expect(card).toContainText('重要 税务 排队过长')
  await expect(card).toContainText('11 人在等，上限 10')
  await expect(card).toContainText('无人认领')
  await expect(page).toHaveTitle('(3) 值班台 · 市民中心')
  await expect(wall.getByTestId('who-a2000')).toHaveText('无人认领')

  await card.getByRole('button', { name: '重要 税务 排队过长' }).click()
  await page.getByTestId('action-note').click()
  await page.getByTestId('note-text').fill('去加开 05 号窗')
  const tapped = Date.now()
  await page.getByTestId('note-claim').click()
  await expect(wall.getByTestId('who-a2000')).toHaveText('李强 已认领')
  console.log(`from the tap to the wall: ${Date.now() - tapped} ms`)
  await expect(page.getByTestId('standing')).toHaveText('李强 已认领')
  await expect(page.getByTestId('timeline').locator('li').first()).toContainText('李强 认领：去加开 05 号窗')
  await page.getByTestId('back').click()
  await expect(page.getByTestId('needs-me')).toHaveText('2')
  await expect(page.getByTestId('group-withMe')).toContainText('税务 排队过长')
})

test('one tap acknowledges', async ({ page, desk, server }) => {
  await desk.open()
  await page.getByTestId('acknowledge-a1042').click()
  await expect(page.getByTestId('needs-me')).toHaveText('1')
  await expect(page.getByTestId('group-withMe').getByTestId('alert-a1042')).toBeVisible()
  expect(server.desk.taken.size).toBe(1)
})

test('what needs me stands first, then what others do, what is shelved, and what was resolved', async ({
  page,
  desk,
}) => {
  await desk.open()
  const ids = await page
    .locator('[data-testid^="alert-"]')
    .evaluateAll((items) => items.map((item) => item.dataset.testid))
  expect(ids).toEqual(
    ['a1042', 'a1040', 'a1031', 'a1038', 'a1012', 'a1036', 'a1029', 'a0987', 'a0961', 'a0915'].map(
      (id) => `alert-${id}`,
    ),
  )
  await expect(page.getByTestId('group-aside')).toContainText('搁置到 15:12')
})

test('what is over without an acknowledgement is confirmed all at once', async ({ page, desk, server }) => {
  server.change(({ hall, now }) => {
    for (const id of ['a2001', 'a2002', 'a2003']) {
      hall.alerts[id] = alertAt({ ...NEW_ALERT, state: 'CLEARED', active: false }, now)
    }
    hall.touch(now)
  })
  await desk.open()
  await expect(page.getByTestId('needs-me')).toHaveText('2')
  await expect(page.getByTestId('group-cleared').locator('li')).toHaveCount(3)
  await page.getByTestId('confirm-all').click()
  await expect(page.getByTestId('group-cleared')).toHaveCount(0)
  await expect(page.getByTestId('group-closed').locator('li')).toHaveCount(6)
  expect(server.desk.taken.size).toBe(3)
})

test('while the server is away an action waits and says so, and is done once when it is back', async ({
  page,
  desk,
  server,
  wall,
}) => {
  await desk.open()
  await server.stop()
  await page.getByTestId('acknowledge-a1042').click()
  await expect(page.getByTestId('acknowledge-a1042')).toHaveText('待发送')
  await expect(page.getByTestId('unsent')).toContainText('1 项操作待发送')
  await server.start()
  await expect(page.getByTestId('group-withMe').getByTestId('alert-a1042')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByTestId('unsent')).toHaveCount(0)
  await expect(wall.getByTestId('who-a1042')).toHaveText('李强 已认领', { timeout: 20_000 })
  expect(server.desk.taken.size).toBe(1)
})

test('what waits to be sent outlives a reload', async ({ page, desk, server }) => {
  await desk.open()
  await page.route('**/acknowledge', (route) => route.abort())
  await page.getByTestId('acknowledge-a1042').click()
  await expect(page.getByTestId('acknowledge-a1042')).toHaveText('待发送')
  await page.unroute('**/acknowledge')
  await page.reload()
  await expect(page.getByTestId('group-withMe').getByTestId('alert-a1042')).toBeVisible()
  expect(server.desk.taken.size).toBe(1)
})

test('who comes second is told who was first, and when', async ({ page, desk, server }) => {
  await desk.open()
  server.silent = true
  server.change(() => server.desk.act({ ...USER }, 'a1042', 'acknowledge', { id: 'theirs' }))
  await page.getByTestId('acknowledge-a1042').click()
  await expect(page.getByTestId('refusal-a1042')).toHaveText(/^周敏 已在 14:4\d 先认领。要接手，请指派给自己。$/)
})

test('a major alert is shelved with a time and a reason, a critical one is not', async ({
  page,
  desk,
  server,
  wall,
}) => {
  await desk.open(`${DESK}/a1042`)
  await page.getByTestId('action-shelve').click()
  await page.getByTestId('shelve-10').click()
  await page.getByTestId('reason-returning').click()
  await expect(page.getByTestId('standing')).toHaveText(/^李强 搁置到 14:5\d：人员在返回途中$/)
  await expect(wall.locator('.line').and(wall.getByTestId('alert-a1042'))).toHaveText(/09 号窗 离岗超时搁置到 14:5\d/)
  await page.getByTestId('main-action').click()
  await expect(page.getByTestId('standing')).toHaveText('无人认领')

  await page.goto(`${server.url}${DESK}/a1031`)
  await page.getByTestId('action-shelve').click()
  await expect(page.getByTestId('sheet-shelve')).toContainText('紧急告警不能搁置')
  await expect(page.getByTestId('reason-returning')).toHaveCount(0)
})

test('an alert is assigned to somebody on duty', async ({ page, desk, wall }) => {
  await desk.open(`${DESK}/a1042`)
  await page.getByTestId('action-assign').click()
  await expect(page.getByTestId('person-sun.yan')).toContainText('不在岗')
  await page.getByTestId('person-wang.lei').click()
  await expect(page.getByTestId('standing')).toHaveText('已请 王磊')
  await expect(wall.getByTestId('who-a1042')).toHaveText('已请 王磊')
})

test('the facts stand against their limit and count on by themselves', async ({ page, desk }) => {
  await desk.open(`${DESK}/a1042`)
  await expect(page.getByTestId('value')).toHaveText(/^11:[23]\d$/)
  await expect(page.getByTestId('meter')).toContainText('上限 10 分')
  await expect(page.getByTestId('place')).toContainText('公安户政 23 人在等')
  await expect(page.getByTestId('place').locator('.mark')).toHaveCount(23)
  await expect(page.getByTestId('place').locator('.mark.over')).toHaveCount(5)
  await expect(page.getByTestId('guidance')).toContainText('先联系窗口人员')
  const before = await page.getByTestId('value').textContent()
  await expect(page.getByTestId('value')).not.toHaveText(before ?? '')
})

test('at the end of the shift what is mine goes to the next officer', async ({ page, desk, server }) => {
  await desk.open(DESK, USER)
  await page.getByTestId('tab-handover').click()
  await expect(page.getByTestId('handover-list').locator('li')).toHaveText(['公安户政 等候超时'])
  await expect(page.getByTestId('handover-submit')).toBeDisabled()
  await page.getByTestId(`person-${LI_QIANG}`).click()
  await page.getByTestId('handover-note').fill('11 号窗正在开')
  await page.getByTestId('handover-submit').click()
  await expect(page.getByTestId('handover-done')).toHaveText('已交给 李强')
  await desk.open(DESK, OFFICER)
  await expect(page.getByTestId('group-withMe').getByTestId('alert-a1031')).toBeVisible()
  expect(server.desk.detail('a1031').body.assignee).toBe(LI_QIANG)
})

test('the roster shows who is there; a manager changes it, an officer cannot', async ({ page, desk, wall }) => {
  await desk.open()
  await page.getByTestId('tab-roster').click()
  await expect(page.getByTestId('shift-s2')).toContainText('李强 值班员 A·B')
  await expect(page.getByTestId('shift-add')).toHaveCount(0)

  await desk.open(DESK, USER)
  await page.getByTestId('tab-roster').click()
  await page.getByTestId('shift-add').click()
  await page.getByTestId('shift-user').fill('he.ping')
  await page.getByTestId('shift-name').fill('何平')
  await page.getByTestId('shift-save').click()
  await expect(page.getByTestId('sheet-roster')).toContainText('何平')
  await page.getByTestId('remove-s2').click()
  await expect(page.getByTestId('shift-s2')).toHaveCount(0)
  await expect(wall.getByTestId('duty')).toContainText('何平')
  await expect(wall.getByTestId('duty')).not.toContainText('李强')
})

test('sound and notifications are given for what is new, and only when they are allowed', async ({
  page,
  desk,
  server,
}) => {
  await page.addInitScript(() => {
    const heard: string[] = []
    const plays = AudioContext.prototype.createOscillator
    AudioContext.prototype.createOscillator = function () {
      heard.push('tone')
      return plays.call(this)
    }
    class Told {
      static permission = 'granted'
      constructor(title: string) {
        heard.push(title)
      }
    }
    Object.assign(window, { heard, Notification: Told })
  })
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  const raise = (id: string, severity: 'CRITICAL' | 'MINOR') =>
    server.change(({ hall, now }) => {
      hall.alerts[id] = alertAt({ ...NEW_ALERT, severity }, now)
      hall.touch(now)
    })
  await desk.open()
  raise('a2000', 'CRITICAL')
  await expect(page.getByTestId('alert-a2000')).toBeVisible()
  expect(await heard()).toEqual([])

  await page.getByTestId('signals-allow').click()
  await expect(page.getByTestId('signals-allow')).toHaveCount(0)
  expect(await heard()).toEqual(['tone'])
  raise('a2001', 'MINOR')
  raise('a2002', 'CRITICAL')
  await expect(page.getByTestId('alert-a2002')).toBeVisible()
  expect(await heard()).toEqual(['tone', 'tone', 'tone', 'tone', 'tone', '紧急 税务 排队过长'])

  // Remembered; and what is there at the opening is not new.
  await page.reload()
  await expect(page.getByTestId('alert-a2002')).toBeVisible()
  await expect(page.getByTestId('signals-allow')).toHaveCount(0)
  expect(await heard()).toEqual([])
})

test('the language and the theme change while it runs and are remembered', async ({ page, desk }) => {
  await desk.open()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.getByTestId('tab-more').click()
  await page.getByTestId('language').click()
  await page.getByTestId('theme').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByTestId('sheet-more')).toContainText('Sound and notifications: off')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('sheet-more')).toHaveCount(0)
  await expect(page).toHaveTitle('(2) Duty desk · Civic Service Centre')
  await page.reload()
  await expect(page.getByTestId('acknowledge-a1042')).toHaveText('Acknowledge')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('an L in a note is a letter', async ({ page, desk }) => {
  await desk.open(`${DESK}/a1042`)
  await page.getByTestId('action-note').click()
  await page.getByTestId('note-text').press('l')
  await expect(page.getByTestId('note-text')).toHaveValue('l')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('side by side on a PC: the first that needs me is open, and stays so', async ({ page, desk, server }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await desk.open()
  await expect(page).toHaveURL(`${server.url}${DESK}/a1042`)
  await expect(page.getByTestId('detail')).toContainText('09 号窗 离岗超时')
  server.change(({ hall, now }) => {
    hall.alerts.a2000 = alertAt({ ...NEW_ALERT, severity: 'CRITICAL' }, now)
    hall.touch(now)
  })
  await expect(page.getByTestId('alert-a2000')).toBeVisible()
  await expect(page.getByTestId('detail')).toContainText('09 号窗 离岗超时')
  await page.getByTestId('acknowledge-a2000').click()
  await expect(page.getByTestId('group-withMe').getByTestId('alert-a2000')).toBeVisible()
  await expect(page.getByTestId('detail')).toContainText('09 号窗 离岗超时')
})

test('without a hall in the address it takes the only one there is', async ({ page, desk, server }) => {
  await desk.open('/desk')
  await expect(page).toHaveURL(server.url + DESK)
})

test('an alert that nobody knows', async ({ page, desk }) => {
  await desk.open(`${DESK}/a9`)
  await expect(page.getByText('没有这项告警')).toBeVisible()
})
