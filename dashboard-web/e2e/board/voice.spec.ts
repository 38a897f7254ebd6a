import type { Page } from '@playwright/test'
import { fire } from '../support/fire'
import { call, expect, setVoice, stubVoice, test, voiceOf } from './fixtures'

async function saidBy(page: Page): Promise<string[]> {
  return (await voiceOf(page)).said.map(({ text, lang }) => `${lang} ${text}`)
}

test('says each call once, never two at once, in the order of their appearance', async ({ page, server, board }) => {
  await stubVoice(page, 4_000)
  await board.open('all', 'voice=zh,en')
  server.play(
    { type: 'ticket.issued', data: { ticket: 'T900', queue: 'tax' } },
    { type: 'ticket.issued', data: { ticket: 'S186', queue: 'social' } },
    { type: 'ticket.called', data: { ticket: 'T900', window: '04' } },
    { type: 'ticket.called', data: { ticket: 'S186', window: '13' } },
  )
  await expect.poll(async () => (await saidBy(page)).length, { timeout: 20_000 }).toBe(4)
  expect(await saidBy(page)).toEqual([
    'zh-CN 请 T 9 0 0 号，到 4 号窗口。',
    'en-US Ticket T 9 0 0, please go to window 4.',
    'zh-CN 请 S 1 8 6 号，到 13 号窗口。',
    'en-US Ticket S 1 8 6, please go to window 13.',
  ])
  expect((await voiceOf(page)).most).toBe(1)
})

test('speaks the language of the page, says a recall again, and is switched off by a key', async ({
  page,
  server,
  board,
}) => {
  await stubVoice(page, 200)
  await board.open('all', 'lang=zh')
  call(server, 'T900', 'tax', '04')
  await expect.poll(() => saidBy(page)).toEqual(['zh-CN 请 T 9 0 0 号，到 4 号窗口。'])
  server.play({ type: 'ticket.recalled', data: { ticket: 'T900', window: '04' } })
  await expect.poll(async () => (await saidBy(page)).length).toBe(2)
  await page.keyboard.press('l')
  server.play({ type: 'ticket.recalled', data: { ticket: 'T900', window: '04' } })
  await expect.poll(async () => (await saidBy(page)).at(-1)).toBe('en-US Ticket T 9 0 0, please go to window 4.')
  await page.keyboard.press('v')
  call(server, 'S900', 'social', '13')
  await expect(page.getByTestId('call-S900')).toBeVisible()
  expect(await saidBy(page)).toHaveLength(3)
  await page.keyboard.press('v')
  call(server, 'S901', 'social', '14')
  await expect.poll(async () => (await saidBy(page)).length).toBe(4)
})

test('says nothing of what was called before it was opened, or long ago while it was away', async ({
  page,
  server,
  board,
}) => {
  await stubVoice(page, 100)
  await board.open('all', 'voice=zh')
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  await server.stop()
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'reconnecting')
  for (let number = 0; number < 12; number++) call(server, `T9${10 + number}`, 'tax', '02')
  // As if they had been called two minutes before the screen was back.
  server.aheadMillis = 120_000
  await server.start()
  await expect(page.getByTestId('call-T921')).toBeVisible({ timeout: 20_000 })
  // They would be said before what is called now.
  call(server, 'S900', 'social', '13')
  await expect.poll(() => saidBy(page)).toEqual(['zh-CN 请 S 9 0 0 号，到 13 号窗口。'])
})

test('a sentence that never ends is given up', async ({ page, server, board }) => {
  await stubVoice(page, 100)
  await page.clock.install()
  await board.open('all', 'voice=zh')
  await setVoice(page, { stuck: true })
  call(server, 'T900', 'tax', '04')
  await expect.poll(async () => (await saidBy(page)).length).toBe(1)
  await setVoice(page, { stuck: false })
  await page.clock.fastForward(4_000)
  call(server, 'S900', 'social', '13')
  await expect(page.getByTestId('call-S900')).toBeVisible()
  expect(await saidBy(page)).toHaveLength(1)
  await page.clock.fastForward(12_000)
  await expect.poll(async () => (await saidBy(page)).length).toBe(2)
  expect((await voiceOf(page)).most).toBe(1)
})

test('a browser that wants a touch first gets a button, and the touch opens the voice', async ({
  page,
  server,
  board,
}) => {
  await stubVoice(page, 100)
  await board.open('all', 'voice=zh')
  await setVoice(page, { refuses: true })
  await expect(page.getByTestId('open-voice')).toHaveCount(0)
  call(server, 'T900', 'tax', '04')
  await expect(page.getByTestId('open-voice')).toHaveText('打开语音')
  await setVoice(page, { refuses: false })
  await page.getByTestId('open-voice').click()
  await expect.poll(() => saidBy(page)).toEqual(['zh-CN 语音已打开'])
  await expect(page.getByTestId('open-voice')).toHaveCount(0)
})

test('in kiosk mode nothing stands on the screen, and the console says how to start the browser', async ({
  page,
  server,
  board,
}) => {
  const notes: string[] = []
  page.on('console', (message) => notes.push(message.text()))
  await stubVoice(page, 100)
  await board.open('all', 'voice=zh&kiosk')
  await setVoice(page, { refuses: true })
  call(server, 'T900', 'tax', '04')
  await expect.poll(() => notes.filter((note) => note.includes('--autoplay-policy')).length).toBe(1)
  call(server, 'S900', 'social', '13')
  await expect(page.getByTestId('call-S900')).toBeVisible()
  await expect(page.getByTestId('open-voice')).toHaveCount(0)
  expect(notes.filter((note) => note.includes('--autoplay-policy'))).toHaveLength(1)
})

test('a machine without a voice for the language says so in small type', async ({ page, board }) => {
  await page.clock.install()
  await page.addInitScript(() =>
    Object.defineProperty(window, 'speechSynthesis', {
      value: { getVoices: () => [{ lang: 'de-DE' }], addEventListener: () => {}, cancel: () => {}, speak: () => {} },
    }),
  )
  await board.open('all', 'voice=zh,en')
  await expect(page.getByTestId('no-voice')).toHaveText('本机没有中文语音 本机没有英文语音')
  await board.open('all', 'voice=zh,en&kiosk')
  await page.clock.runFor(3_500)
  await expect(page.getByTestId('no-voice')).toHaveCount(0)
})

test('is silent once an emergency takes the board over', async ({ page, server, board }) => {
  await stubVoice(page, 60_000)
  await board.open('all', 'voice=zh')
  call(server, 'T900', 'tax', '04')
  await expect.poll(async () => (await saidBy(page)).length).toBe(1)
  fire(server)
  await expect(page.getByTestId('takeover')).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { voiceStub: { now: number } }).voiceStub.now)).toBe(0)
})
