import { storeToRefs } from 'pinia'
import { useClock } from './clock'
import { useWords } from './words'

/** For how long, in words: `2 分 36 秒`, from an hour `1 小时 5 分`. The hall's clock runs on without the server. */
export function useDuration() {
  const { t } = useWords()
  const { hallTime } = storeToRefs(useClock())
  return (since: string): string => {
    const seconds = Math.max(0, Math.floor((hallTime.value - Date.parse(since)) / 1_000))
    const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
    if (hours > 0) return t('emergency.hours', { hours, minutes })
    return t('emergency.minutes', { minutes, seconds: seconds % 60 })
  }
}
