import { beforeEach, describe, expect, it } from 'vitest'
import { VirtualTimers } from '../stream/testing'
import { OLDEST_MILLIS, type Outcome, type Sentence, type Speaker, STUCK_MILLIS, spelled, VoiceQueue } from './voice'

/** Speaks until it is told that it is done. */
class FakeSpeaker implements Speaker {
  readonly said: string[] = []
  stops = 0
  most = 0
  private open: ((outcome: Outcome) => void)[] = []

  speak({ language, text }: Sentence, ended: (outcome: Outcome) => void): void {
    this.said.push(`${language} ${text}`)
    this.open.push(ended)
    this.most = Math.max(this.most, this.open.length)
  }

  stop(): void {
    this.stops++
    this.open = []
  }

  end(outcome: Outcome = 'said'): void {
    this.open.shift()?.(outcome)
  }
}

describe('the voice', () => {
  let timers: VirtualTimers
  let speaker: FakeSpeaker
  let heard: Outcome[]
  let queue: VoiceQueue
  const zh = (text: string): Sentence => ({ language: 'zh', text })
  const en = (text: string): Sentence => ({ language: 'en', text })
  const say = (text: string, at = timers.now()) => queue.say({ at, sentences: [zh(text)] })

  beforeEach(() => {
    timers = new VirtualTimers()
    speaker = new FakeSpeaker()
    heard = []
    queue = new VoiceQueue(
      speaker,
      timers,
      () => timers.now(),
      (outcome) => heard.push(outcome),
    )
  })

  it('says one after the other, each in all its languages', () => {
    queue.say({ at: 0, sentences: [zh('T1'), en('T1')] })
    say('T2')
    expect(speaker.said).toEqual(['zh T1'])
    speaker.end()
    speaker.end()
    speaker.end()
    expect(speaker.said).toEqual(['zh T1', 'en T1', 'zh T2'])
    expect(speaker.most).toBe(1)
  })

  it('says a recalled ticket again', () => {
    say('T1')
    speaker.end()
    say('T1')
    expect(speaker.said).toEqual(['zh T1', 'zh T1'])
  })

  it('says nothing that is older than a minute, when its turn comes', () => {
    say('old', timers.now() - OLDEST_MILLIS - 1)
    expect(speaker.said).toEqual([])
    say('T1')
    say('T2')
    timers.advance(STUCK_MILLIS - 1)
    say('T3', timers.now() - OLDEST_MILLIS - 1)
    speaker.end()
    speaker.end()
    expect(speaker.said).toEqual(['zh T1', 'zh T2'])
  })

  it('keeps ten, and drops the oldest', () => {
    say('now')
    for (let number = 1; number <= 14; number++) say(`T${number}`)
    for (let turn = 0; turn < 20; turn++) speaker.end()
    expect(speaker.said).toEqual(['zh now', ...[5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((number) => `zh T${number}`)])
  })

  it('gives up what does not end, and does not hear of it later', () => {
    say('stuck')
    say('T2')
    timers.advance(STUCK_MILLIS)
    expect(speaker.stops).toBe(1)
    expect(speaker.said).toEqual(['zh stuck', 'zh T2'])
    expect(speaker.most).toBe(1)
  })

  it('an end that comes too late is not the end of the next', () => {
    const late: ((outcome: Outcome) => void)[] = []
    const said: string[] = []
    const slow = new VoiceQueue(
      {
        speak({ text }, ended) {
          said.push(text)
          late.push(ended)
        },
        stop: () => {},
      },
      timers,
      () => timers.now(),
      () => {},
    )
    for (const text of ['T1', 'T2', 'T3']) slow.say({ at: timers.now(), sentences: [zh(text)] })
    timers.advance(STUCK_MILLIS)
    late[0]?.('said')
    expect(said).toEqual(['T1', 'T2'])
    late[1]?.('said')
    expect(said).toEqual(['T1', 'T2', 'T3'])
  })

  it('falls silent when the browser refuses, and tries again with the next call', () => {
    say('T1')
    say('T2')
    speaker.end('refused')
    expect(heard).toEqual(['refused'])
    expect(speaker.said).toEqual(['zh T1'])
    say('T3')
    speaker.end()
    expect(speaker.said).toEqual(['zh T1', 'zh T3'])
    expect(heard).toEqual(['refused', 'said'])
  })

  it('is hushed at once', () => {
    say('T1')
    say('T2')
    queue.clear()
    expect(speaker.stops).toBe(1)
    timers.advance(STUCK_MILLIS)
    expect(speaker.said).toEqual(['zh T1'])
    say('T3')
    expect(speaker.said).toEqual(['zh T1', 'zh T3'])
  })
})

describe('a spelled ticket', () => {
  it.each([
    ['T186', 'T 1 8 6'],
    ['z-0141', 'Z 0 1 4 1'],
    ['税12', '税 1 2'],
  ])('%s is %s', (ticket, said) => {
    expect(spelled(ticket)).toBe(said)
  })
})
