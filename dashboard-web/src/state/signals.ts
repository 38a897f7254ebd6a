import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Severity } from '../wire/alert'
import { remember, remembered } from './storage'

const KEY = 'hall.desk.signals'

/** Pitch in Hz and when it begins, in seconds. */
const TONES: Readonly<Record<Severity, readonly (readonly [pitch: number, at: number])[]>> = {
  CRITICAL: [
    [880, 0],
    [660, 0.22],
    [880, 0.44],
    [660, 0.66],
  ],
  MAJOR: [
    [660, 0],
    [880, 0.22],
  ],
  MINOR: [[660, 0]],
}
const TONE_SECONDS = 0.18
const LOUDNESS = 0.3

export interface Signal {
  readonly severity: Severity
  readonly title: string
  readonly text: string
  /** The same tag again replaces the notification. */
  readonly tag: string
  /** When somebody taps the notification. */
  readonly open: () => void
}

/** Sound and notifications, for an officer who looks elsewhere. Nothing of it before he or she allows it. */
export const useSignals = defineStore('signals', () => {
  const choice = ref(asChoice(remembered(KEY)))
  /** How many were given, for whoever wants to know that there was one. */
  const given = ref(0)
  let audio: AudioContext | undefined

  // A browser lets a page sound only after a touch, on every visit anew.
  for (const touch of ['pointerdown', 'keydown']) {
    window.addEventListener(touch, () => choice.value === 'on' && wake(), { capture: true })
  }

  function wake() {
    audio ??= typeof AudioContext === 'undefined' ? undefined : new AudioContext()
    if (audio?.state === 'suspended') void audio.resume()
  }

  /** Asks the browser, and lets the sound be heard once. */
  async function allow() {
    set('on')
    wake()
    sound('MINOR')
    if ('Notification' in window && Notification.permission === 'default') await Notification.requestPermission()
  }

  function refuse() {
    set('off')
  }

  function set(chosen: 'on' | 'off') {
    choice.value = chosen
    remember(KEY, chosen)
  }

  function give(signal: Signal) {
    if (choice.value !== 'on') return
    given.value++
    sound(signal.severity)
    notify(signal)
  }

  function sound(severity: Severity) {
    if (audio?.state === 'closed' || !audio) return
    for (const [pitch, at] of TONES[severity]) tone(audio, pitch, audio.currentTime + at)
  }

  return { choice, given, allow, refuse, give }
})

function tone(audio: AudioContext, pitch: number, at: number) {
  const [source, volume] = [audio.createOscillator(), audio.createGain()]
  source.type = 'triangle'
  source.frequency.value = pitch
  // Eased in and out: a hard edge would click.
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
  volume.gain.linearRampToValueAtTime(0, at + TONE_SECONDS)
  source.connect(volume).connect(audio.destination)
  source.start(at)
  source.stop(at + TONE_SECONDS)
}

function notify({ title, text, tag, open }: Signal) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  try {
    const notification = new Notification(title, { body: text, tag })
    notification.onclick = () => {
      window.focus()
      open()
      notification.close()
    }
  } catch {
    // Some phones give notifications to service workers only; the sound was heard.
  }
}

function asChoice(value: string | null): 'on' | 'off' | undefined {
  return value === 'on' || value === 'off' ? value : undefined
}
