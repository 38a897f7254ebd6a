/** The sentences of alerts as people read them: the words of the locales around the facts of the wire. */
import { describe, expect, it } from 'vitest'
import { i18n } from '../src/locales'
import { alertWords } from '../src/state/words'
import type { AlertView } from '../src/wire/alert'
import { someAlert, someView } from '../src/wire/testing'
import type { HallView } from '../src/wire/view'

const NOW = Date.parse('2026-11-20T14:42:00+08:00')
const at = (time: string) => `2026-11-20T${time}:00+08:00`

const duty = {
  s1: { user: 'li.qiang', name: '李强', role: 'OFFICER', zones: [], from: at('09:00'), until: at('17:00') },
}
const view = { ...someView(), duty } as HallView

function speaking(language: 'zh' | 'en') {
  // The messages' own types know each key; what is asked for here is put together at run time.
  const t = ((key: string, values: Record<string, unknown> = {}) =>
    i18n.global.t(key, values, { locale: language })) as never
  return alertWords({ t, name: (name) => name[language] })
}
const [zh, en] = [speaking('zh'), speaking('en')]

describe('the facts of an alert', () => {
  const window = { subject: { window: '01' }, ticket: 'T186' }
  const cases: readonly [string, Partial<AlertView>, string, string][] = [
    ['a wait', { onset: at('14:01'), count: 5 }, '最长 41 分，上限 30，5 人超限', 'Longest 41 min, limit 30, 5 over'],
    [
      'a service',
      { ...window, kind: 'SERVICE_OVERTIME', onset: at('14:20'), threshold: 1200 },
      'T186 已办 22 分，标准 20',
      'T186 served 22 min, limit 20',
    ],
    [
      'a call, in seconds where the limit is short',
      { ...window, kind: 'CALL_UNANSWERED', onset: at('14:40'), threshold: 90 },
      'T186 叫号 120 秒未到，上限 90',
      'T186 called 120 s, limit 90',
    ],
    [
      'an idle window, with those who wait for it',
      { ...window, kind: 'WINDOW_IDLE', onset: at('14:38'), threshold: 180 },
      '空闲 4 分，上限 3，1 人在等',
      'Idle 4 min, limit 3, 1 waiting',
    ],
    [
      'a queue by its length',
      { kind: 'QUEUE_LENGTH', unit: 'PEOPLE', threshold: 20, value: 24 },
      '24 人在等，上限 20',
      '24 people waiting, limit 20',
    ],
    [
      'a full hall',
      { kind: 'HALL_LOAD', unit: 'PERCENT', threshold: 90, value: 93.4, subject: { hall: true } },
      '在厅 93 %，上限 90',
      '93 % full, limit 90',
    ],
    [
      'what a hall below sent up',
      { kind: 'BELOW', threshold: 0, value: 0, onset: at('14:31'), subject: { hall: 'east', alert: 'a7' } },
      '11 分前上报，当地无人认领',
      'Sent up 11 min ago, unclaimed there',
    ],
    [
      'a kind that came later than this page',
      { kind: 'AIR_QUALITY' as never, unit: 'PERCENT', threshold: 80, value: 85 },
      '85 %，上限 80',
      '85 %, limit 80',
    ],
  ]

  it.each(cases)('%s', (_, more, chinese, english) => {
    const { onset: _onset, ...alert } = someAlert()
    expect(zh.facts({ ...alert, ...more }, view, NOW)).toBe(chinese)
    expect(en.facts({ ...alert, ...more }, view, NOW)).toBe(english)
  })

  it('tell the worst once it is over, and do not count on', () => {
    const over = someAlert({ state: 'CLEARED', active: false, value: 60, worst: 2460, count: 2 })
    expect(zh.facts(over, view, NOW + 3_600_000)).toBe('最长 41 分，上限 30，2 人超限')
  })
})

describe('an alert', () => {
  it('is named by its place and what is the matter', () => {
    expect(zh.title(someAlert(), view)).toBe('税务 等候超时')
    expect(en.title(someAlert({ subject: { window: '01' } }), view)).toBe('Window 01: Wait overtime')
    expect(zh.title(someAlert({ subject: { window: '01' } }), view)).toBe('01 号窗 等候超时')
    expect(zh.title(someAlert({ subject: { source: 'kiosk-2' } }), view)).toBe('kiosk-2 等候超时')
    expect(zh.title(someAlert({ subject: { hall: true } }), view)).toBe('全厅 等候超时')
    expect(zh.title(someAlert({ subject: { hall: 'east', alert: 'a7' } }), view)).toBe('east 等候超时')
  })

  it('says who is on it', () => {
    const taken = { state: 'ACKNOWLEDGED', acknowledgedBy: 'li.qiang' } as const
    expect(zh.who(someAlert(), view)).toBe('无人认领')
    expect(zh.who(someAlert({ ...taken, assignee: 'li.qiang' }), view)).toBe('李强 已认领')
    expect(zh.who(someAlert({ ...taken, assignee: 'wang.lei' }), view)).toBe('wang.lei 处理中')
    expect(zh.who(someAlert({ assignee: 'li.qiang' }), view)).toBe('已请 李强')
    expect(en.who(someAlert({ assignee: 'li.qiang' }), view)).toBe('李强 was asked')
  })

  it('says for how long', () => {
    expect(zh.lasting(at('14:42'), NOW + 35_000)).toBe('35 秒')
    expect(zh.lasting(at('14:31'), NOW)).toBe('11 分')
    expect(zh.lasting(at('12:00'), NOW)).toBe('2 小时')
    expect(en.lasting(at('14:50'), NOW)).toBe('0 s')
  })
})
