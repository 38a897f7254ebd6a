import { expect, type Page } from '@playwright/test'
import { drawnCalls } from '../support/afternoonCalls'
import { BOARD_TOKEN, type HallServer } from '../support/hallServer'
import { test as base, serverAt } from '../wall/fixtures'

export interface Board {
  /** Opens the board of the whole hall, or of a zone, with the board's token. */
  open(zone?: string, query?: string): Promise<void>
}

/** The sentence that a stub of the browser's voice was given, and when it began and ended. */
export interface Said {
  readonly text: string
  readonly lang: string
  readonly began: number
  ended?: number
}

export const test = base.extend<{ board: Board }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  server: async ({}, use) => {
    const server = serverAt(drawnCalls())
    await server.start()
    await use(server)
    await server.stop()
  },
  board: async ({ page, server }, use) => {
    await use({
      async open(zone = 'all', query = 'voice=off') {
        await page.goto(`${server.url}/board/civic-centre/${zone}?${query}&token=${BOARD_TOKEN}`)
        await expect(page.getByTestId('board')).toBeVisible()
      },
    })
  },
})

/** A new ticket that is called at once. */
export function call(server: HallServer, ticket: string, queue: string, window: string, time?: number): void {
  const at = time === undefined ? {} : { time }
  server.play(
    { type: 'ticket.issued', data: { ticket, queue }, ...at },
    { type: 'ticket.called', data: { ticket, window }, ...at },
  )
}

/** A voice that takes so long for a sentence, or refuses it, and keeps what it was given. */
export async function stubVoice(page: Page, milliseconds = 1_200): Promise<void> {
  await page.addInitScript((takes) => {
    const said: Said[] = []
    let timer = 0
    const state = { said, refuses: false, stuck: false, most: 0, now: 0 }
    class Utterance {
      lang = ''
      voice = null
      rate = 1
      onend: (() => void) | null = null
      onerror: ((event: { error: string }) => void) | null = null
      constructor(readonly text: string) {}
    }
    const speech = {
      getVoices: () => ['zh-CN', 'en-US'].map((lang) => ({ lang, localService: true, name: lang })),
      addEventListener: () => {},
      cancel: () => {
        clearTimeout(timer)
        state.now = 0
      },
      speak: (utterance: Utterance) => {
        if (state.refuses) {
          setTimeout(() => utterance.onerror?.({ error: 'not-allowed' }), 10)
          return
        }
        const one: Said = { text: utterance.text, lang: utterance.lang, began: performance.now() }
        said.push(one)
        state.now++
        state.most = Math.max(state.most, state.now)
        if (state.stuck) return
        timer = window.setTimeout(() => {
          state.now--
          one.ended = performance.now()
          utterance.onend?.()
        }, takes)
      },
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, voiceStub: state })
  }, milliseconds)
}

interface VoiceStub {
  readonly said: Said[]
  refuses: boolean
  stuck: boolean
  readonly most: number
}

export async function voiceOf(page: Page): Promise<VoiceStub> {
  return page.evaluate(() => (window as unknown as { voiceStub: VoiceStub }).voiceStub)
}

export async function setVoice(page: Page, change: Partial<Pick<VoiceStub, 'refuses' | 'stuck'>>): Promise<void> {
  await page.evaluate((to) => Object.assign((window as unknown as { voiceStub: VoiceStub }).voiceStub, to), change)
}

export { expect }
