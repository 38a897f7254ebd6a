import type { Language } from '../../state/preferences'
import { spelled } from '../../state/voice'
import { useWords } from '../../state/words'
import type { BoardCall } from './calls'

/** The sentence that calls a ticket, in either language. */
export function useAnnouncement() {
  const { inZh, inEn } = useWords()
  return ({ ticket, window }: BoardCall) =>
    (language: Language): string => {
      const inIt = language === 'zh' ? inZh : inEn
      const name = window[language]
      // `04` is said as 4; whatever is more than a number is a name by itself.
      const shown = /^\d+$/.test(name) ? inIt('board.sayWindow', { n: Number(name) }) : name
      return inIt('board.say', { ticket: spelled(ticket), window: shown })
    }
}
