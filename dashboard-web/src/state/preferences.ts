import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

export type Language = 'zh' | 'en'
export type Theme = 'dark' | 'light'

const LANGUAGE_KEY = 'hall.language'

/** What this screen was told to be: by its address, or, for the language, by an earlier choice. */
export const usePreferences = defineStore('preferences', () => {
  const asked = new URLSearchParams(location.search)
  const language = ref<Language>(asLanguage(asked.get('lang')) ?? asLanguage(remembered()) ?? 'zh')
  const theme = ref<Theme>(asked.get('theme') === 'light' ? 'light' : 'dark')

  watch(language, remember, { immediate: asked.has('lang') })

  function switchLanguage() {
    language.value = language.value === 'zh' ? 'en' : 'zh'
  }

  return { language, theme, switchLanguage }
})

function asLanguage(value: string | null): Language | undefined {
  return value === 'zh' || value === 'en' ? value : undefined
}

// A browser may forbid storage; the screen then only forgets.
function remembered(): string | null {
  try {
    return localStorage.getItem(LANGUAGE_KEY)
  } catch {
    return null
  }
}

function remember(language: Language) {
  try {
    localStorage.setItem(LANGUAGE_KEY, language)
  } catch {}
}
