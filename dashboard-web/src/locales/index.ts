import { createI18n } from 'vue-i18n'
import en from './en'
import zh from './zh'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh, en },
})

/** The `lang` attribute: it decides which form of a Chinese character a font shows. */
export const LANG_ATTRIBUTE = { zh: 'zh-CN', en: 'en' } as const
