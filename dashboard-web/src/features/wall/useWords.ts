import { useI18n } from 'vue-i18n'
import type { Language } from '../../state/preferences'
import type { Name } from '../../wire/view'

/** Texts in the screen's language, and the same in the other one for the small line beside a title. */
export function useWords() {
  const { t, locale } = useI18n()
  const language = () => locale.value as Language
  const other = (): Language => (language() === 'zh' ? 'en' : 'zh')
  return {
    t,
    language,
    also: (key: string) => t(key, {}, { locale: other() }),
    name: (name: Name) => name[language()],
    alsoName: (name: Name) => (name.zh === name.en ? '' : name[other()]),
  }
}
