import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../stream/server'
import type { Refusal } from '../wire/desk'
import { type Errand, Outbox, type Pending } from './outbox'

const errand = (id: string): Errand => ({
  id,
  hall: 'small',
  user: 'li.qiang',
  alert: 'a5',
  action: 'acknowledge',
  body: {},
})
const lost: Answer<number> = { ok: false, failure: { kind: 'lost', reason: 'no network' } }
const refused = (status: number): Answer<number> => ({
  ok: false,
  failure: { kind: 'lost', reason: '', status },
  refusal: { status, reason: 'ALREADY_ACKNOWLEDGED', by: 'zhou.min' },
})

let answers: Record<string, Answer<number>>
let sent: string[]
let pending: readonly Pending[]
let refusals: [string, Refusal][]
let box: Outbox

const states = () => pending.map(({ errand, state }) => [errand.id, state.kind])

beforeEach(() => {
  answers = {}
  sent = []
  pending = []
  refusals = []
  box = new Outbox({
    send: async ({ id }) => {
      sent.push(id)
      return answers[id] ?? { ok: true, value: 7 }
    },
    changed: (now) => {
      pending = now
    },
    refused: ({ id }, refusal) => refusals.push([id, refusal]),
  })
})

describe('outbox', () => {
  it('sends at once and forgets when the picture has it', async () => {
    box.add(errand('1'))
    expect(states()).toEqual([['1', 'sending']])
    await expect.poll(states).toEqual([['1', 'done']])
    box.seen(6)
    expect(states()).toEqual([['1', 'done']])
    box.seen(7)
    expect(states()).toEqual([])
  })

  it('keeps what cannot be sent, and sends it in its order and with its own id when it can', async () => {
    answers = { '1': lost }
    box.add(errand('1'))
    await expect.poll(states).toEqual([['1', 'waiting']])
    box.add(errand('2'))
    await expect.poll(states).toEqual([
      ['1', 'waiting'],
      ['2', 'waiting'],
    ])
    answers = {}
    sent = []
    await box.flush()
    expect(sent).toEqual(['1', '2'])
    expect(states()).toEqual([
      ['1', 'done'],
      ['2', 'done'],
    ])
  })

  it.each([401, 503])('keeps what a server answers with %i', async (status) => {
    answers = { '1': refused(status) }
    box.add(errand('1'))
    await expect.poll(states).toEqual([['1', 'waiting']])
    expect(refusals).toEqual([])
  })

  it.each([403, 404, 409, 422])('tells of a refusal by %i and goes on with the next', async (status) => {
    answers = { '1': refused(status) }
    box.add(errand('1'))
    box.add(errand('2'))
    await expect.poll(states).toEqual([['2', 'done']])
    expect(refusals).toEqual([['1', { status, reason: 'ALREADY_ACKNOWLEDGED', by: 'zhou.min' }]])
  })

  it('sends what an earlier visit left first, and nothing twice', async () => {
    box.restore([errand('1'), errand('2')])
    box.restore([errand('2')])
    box.add(errand('3'))
    await expect.poll(() => states().every(([, kind]) => kind === 'done')).toBe(true)
    expect(sent).toEqual(['1', '2', '3'])
  })
})
