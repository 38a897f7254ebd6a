import { useAlertWords, useWords } from '../../state/words'
import { MISSING } from '../../ui/format'
import { ALERT_KINDS, type AlertKind } from '../../wire/alert'
import type { WorstAlert } from '../../wire/region'
import type { Standing } from './order'

/** What is said of a hall from above. */
export function useGlanceWords() {
  const { t, name } = useWords()
  const { lasting: lastingOf } = useAlertWords()

  function kind({ rule }: WorstAlert): string {
    const known: AlertKind | 'OTHER' = ALERT_KINDS.find((one) => one === rule) ?? 'OTHER'
    return t(`region.kind.${known}`)
  }

  /** Where and what: `公安户政 等候超时`. */
  function what(worst: WorstAlert): string {
    const { label, subject } = worst
    if (!label) return kind(worst)
    const shown = name(label)
    const numbered = subject.window !== undefined && /\d/.test(shown)
    const place = numbered ? t('alerts.subject.window', { name: shown }) : shown
    return t('alerts.title', { subject: place, what: kind(worst) })
  }

  /** Who is on it. */
  function who({ unclaimed, person }: WorstAlert): string {
    if (unclaimed) return t('alerts.unclaimed')
    return person === undefined ? '' : t('region.handled', { name: person })
  }

  function lasting(since: string, now: number): string {
    return t('region.lasting', { time: lastingOf(since, now) })
  }

  /** The value of a tile without a unit of its own: that nobody waits, that it is closed, that nothing is known. */
  function still({ need, glance }: Standing): string | undefined {
    if (need.minutes !== undefined) return undefined
    if (need.kind === 'closed' || need.kind === 'closedToday') return t(`region.${need.kind}`)
    return glance.waiting === 0 ? t('region.noneWaiting') : MISSING
  }

  return { kind, what, who, lasting, still }
}
