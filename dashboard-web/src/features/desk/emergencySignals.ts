import { storeToRefs } from 'pinia'
import { watch } from 'vue'
import { useRouter } from 'vue-router'
import { type ListedEmergency, useEmergencies } from '../../state/emergencies'
import { useHall } from '../../state/hall'
import { useSignals } from '../../state/signals'
import { useWords } from '../../state/words'

/** A new emergency is heard on every page of the desk; what was there when the page opened is not new. */
export function useEmergencySignals(): void {
  const { t, name } = useWords()
  const router = useRouter()
  const signals = useSignals()
  const hall = useHall()
  const { open } = storeToRefs(useEmergencies())

  function give({ id, emergency }: ListedEmergency, shown: string) {
    const { drill, headline, wall } = emergency
    signals.give({
      severity: drill ? 'MINOR' : 'CRITICAL',
      title: [drill ? t('emergency.drill') : '', name(headline)].join(' ').trim(),
      text: name(wall.action),
      tag: `${shown} ${id}`,
      open: () => void router.push({ name: 'emergency', params: { hall: shown, emergency: id } }),
    })
  }

  watch([() => hall.view?.hall, open], ([shown, now], [before, earlier]) => {
    if (shown === undefined || shown !== before) return
    const known = new Set(earlier.map(({ id }) => id))
    for (const one of now) if (!known.has(one.id)) give(one, shown)
  })
}
