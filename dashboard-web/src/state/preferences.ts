import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { remember, remembered } from './storage'

export type Language = 'zh' | 'en'
export type Theme = 'dark' | 'light'

const LANGUAGE_KEY = 'hall.language'
const DESK_THEME_KEY = 'hall.desk.theme'
const TYPE_KEY = 'hall.board.type'
const CONTRAST_KEY = 'hall.board.contrast'

/** What this screen was told to be: by its address, or by an earlier choice. */
export const usePreferences = defineStore('preferences', () => {
  const asked = new URLSearchParams(location.search)
  const language = ref<Language>(asLanguage(asked.get('lang')) ?? asLanguage(remembered(LANGUAGE_KEY)) ?? 'zh')
  const askedTheme = ref(asTheme(asked.get('theme')))
  /** A wall is dark unless its address says otherwise; a desk is read by daylight, and its officer may choose. */
  const atDesk = ref(false)
  const deskTheme = ref<Theme>(asTheme(remembered(DESK_THEME_KEY)) ?? 'light')
  const theme = computed<Theme>(() => askedTheme.value ?? (atDesk.value ? deskTheme.value : 'dark'))

  watch(language, (chosen) => remember(LANGUAGE_KEY, chosen), { immediate: asked.has('lang') })

  /** Of a call board. */
  const largeType = ref((asked.get('type') ?? remembered(TYPE_KEY)) === 'large')
  const highContrast = ref((asked.get('contrast') ?? remembered(CONTRAST_KEY)) === 'high')
  watch(largeType, (large) => remember(TYPE_KEY, large ? 'large' : 'usual'), { immediate: asked.has('type') })
  watch(highContrast, (high) => remember(CONTRAST_KEY, high ? 'high' : 'usual'), { immediate: asked.has('contrast') })

  function switchLanguage() {
    language.value = language.value === 'zh' ? 'en' : 'zh'
  }

  function switchDeskTheme() {
    deskTheme.value = theme.value === 'light' ? 'dark' : 'light'
    askedTheme.value = undefined
    remember(DESK_THEME_KEY, deskTheme.value)
  }

  return { language, theme, atDesk, largeType, highContrast, switchLanguage, switchDeskTheme }
})

function asLanguage(value: string | null): Language | undefined {
  return value === 'zh' || value === 'en' ? value : undefined
}

function asTheme(value: string | null): Theme | undefined {
  return value === 'dark' || value === 'light' ? value : undefined
}
