import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { realTimers, type Timer, type Timers } from '../stream/transport'
import { type Language, usePreferences } from './preferences'
import { remember, remembered } from './storage'

/** One sentence in one language. */
export interface Sentence {
  readonly language: Language
  readonly text: string
}

/** What is said of one call, a sentence after the other. */
export interface Announcement {
  /** When it was called, in the hall's time. */
  readonly at: number
  readonly sentences: readonly Sentence[]
}

/** refused: the browser wants a touch first. */
export type Outcome = 'said' | 'refused' | 'failed'

export interface Speaker {
  speak(sentence: Sentence, ended: (outcome: Outcome) => void): void
  stop(): void
}

/** Older calls are not worth a word any more. */
export const OLDEST_MILLIS = 60_000
const MOST_QUEUED = 10
/** A sentence that has not ended by then never will. */
export const STUCK_MILLIS = 15_000

/** Says one thing after the other, never two at once. */
export class VoiceQueue {
  private queue: readonly Announcement[] = []
  private sentences: readonly Sentence[] = []
  private watchdog: Timer | undefined
  private speaking = 0

  constructor(
    private readonly speaker: Speaker,
    private readonly timers: Timers,
    private readonly hallTime: () => number,
    private readonly heard: (outcome: Outcome) => void,
  ) {}

  say(announcement: Announcement): void {
    this.queue = [...this.queue, announcement].slice(-MOST_QUEUED)
    if (!this.watchdog) this.next()
  }

  clear(): void {
    this.queue = []
    this.sentences = []
    if (!this.watchdog) return
    this.release()
    this.speaker.stop()
  }

  private next(): void {
    const [sentence, ...rest] = this.sentences.length > 0 ? this.sentences : this.nextAnnouncement()
    if (!sentence) return
    this.sentences = rest
    const turn = ++this.speaking
    this.watchdog = this.timers.after(STUCK_MILLIS, () => {
      this.release()
      this.speaker.stop()
      this.next()
    })
    this.speaker.speak(sentence, (outcome) => {
      if (turn !== this.speaking) return
      this.release()
      this.heard(outcome)
      // The rest would be refused as well, and be old by the time of the touch.
      if (outcome === 'refused') this.clear()
      else this.next()
    })
  }

  private nextAnnouncement(): readonly Sentence[] {
    const now = this.hallTime()
    const young = this.queue.filter(({ at }) => now - at <= OLDEST_MILLIS)
    this.queue = young.slice(1)
    return young[0]?.sentences ?? []
  }

  /** Whatever is being said is no concern any more. */
  private release(): void {
    this.speaking++
    this.watchdog?.cancel()
    this.watchdog = undefined
  }
}

/** Letters and digits one by one: `T 1 8 6`. */
export function spelled(ticket: string): string {
  return Array.from(ticket.toUpperCase())
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .join(' ')
}

const KEY = 'hall.board.voice'
const SPOKEN = { zh: 'zh-CN', en: 'en-US' } as const
const OWN: Readonly<Record<Language, RegExp>> = { zh: /^(zh|cmn)/i, en: /^en/i }
/** Browsers load their voices after the page. */
const VOICES_MILLIS = 3_000

/** The voice of a call board: `?voice=zh,en`, else the page's language; `V` switches it. */
export const useVoice = defineStore('voice', () => {
  const preferences = usePreferences()
  const asked = new URLSearchParams(location.search).get('voice')
  const chosen = (asked ?? '').split(',').filter((part): part is Language => part === 'zh' || part === 'en')
  const on = ref((asked ?? remembered(KEY)) !== 'off')
  const refused = ref(false)
  const voices = shallowRef<readonly SpeechSynthesisVoice[]>([])
  const settled = ref(false)

  const languages = computed(() => (chosen.length > 0 ? [...new Set(chosen)] : [preferences.language]))
  /** Languages that this machine cannot speak. */
  const missing = computed(() => (on.value && settled.value ? languages.value.filter((one) => !voiceOf(one)) : []))

  const speech = 'speechSynthesis' in window ? window.speechSynthesis : undefined
  const list = () => {
    voices.value = speech?.getVoices() ?? []
  }
  list()
  speech?.addEventListener('voiceschanged', list)
  setTimeout(() => {
    settled.value = true
  }, VOICES_MILLIS)

  let hallTime = Date.now
  const queue = new VoiceQueue(
    browserSpeaker(speech, (language) => voiceOf(language)),
    realTimers,
    () => hallTime(),
    (outcome) => {
      if (outcome !== 'failed') refused.value = outcome === 'refused'
    },
  )

  function voiceOf(language: Language): SpeechSynthesisVoice | undefined {
    const own = voices.value.filter(({ lang }) => OWN[language].test(lang))
    return own.find(({ localService }) => localService) ?? own[0]
  }

  /** `text` gives the sentence in a language. */
  function say(at: number, text: (language: Language) => string, now: () => number) {
    hallTime = now
    if (!on.value) return
    const able = languages.value.filter((language) => !missing.value.includes(language))
    if (able.length > 0) queue.say({ at, sentences: able.map((language) => ({ language, text: text(language) })) })
  }

  function hush() {
    queue.clear()
  }

  function toggle() {
    on.value = !on.value
    remember(KEY, on.value ? 'on' : 'off')
    refused.value = false
    if (!on.value) hush()
  }

  return { on, refused, languages, missing, say, hush, toggle }
})

function browserSpeaker(
  speech: SpeechSynthesis | undefined,
  voiceOf: (language: Language) => SpeechSynthesisVoice | undefined,
): Speaker {
  // Held until it ends: browsers drop the events of one that nobody holds.
  let current: SpeechSynthesisUtterance | undefined
  return {
    speak({ language, text }, ended) {
      if (!speech) return ended('failed')
      current = new SpeechSynthesisUtterance(text)
      current.lang = SPOKEN[language]
      current.voice = voiceOf(language) ?? null
      current.rate = 0.9
      current.onend = () => ended('said')
      current.onerror = ({ error }) => ended(error === 'not-allowed' ? 'refused' : 'failed')
      speech.speak(current)
    },
    stop() {
      current = undefined
      speech?.cancel()
    },
  }
}
