import { COUNTS, EMERGENCY_KINDS, type Emergency, type TimelineLine } from '../wire/emergency'
import type { HallView } from '../wire/view'
import { nameOf } from './duty'
import { useWords } from './words'

const LINES = [
  'DECLARED',
  'SIGHTED',
  'NOTED',
  'STEP_DONE',
  'STEP_SKIPPED',
  'STEP_REOPENED',
  'ASSIGNED',
  'COUNTED',
  'MUSTERED',
  'GRADED',
  'INSTRUCTED',
  'END_PROPOSED',
  'END_WITHDRAWN',
  'ENDED',
  'MERGED',
  'FILED',
  'FINDING',
  'MENDED',
  'CLOSED',
]

/** What is said of an emergency, the same on every page of the desk. */
export function useEmergencyWords() {
  const { t, name } = useWords()

  function kind(of: string): string {
    return EMERGENCY_KINDS.some((known) => known === of) ? t(`emergency.kind.${of}`) : of
  }

  function zones(ids: readonly string[], view: HallView): string {
    if (ids.length === 0) return t('emergency.wholeHall')
    return ids.map((id) => zone(id, view)).join(t('emergency.comma'))
  }

  function zone(id: string, view: HallView): string {
    const known = view.zones[id]
    return known ? name(known.name) : id
  }

  function step(id: string, emergency: Emergency): string {
    const known = emergency.steps[id]
    return known ? name(known.title) : id
  }

  /** `12 分 30 秒` as a target or as a time that was taken. */
  function span(seconds: number): string {
    const whole = Math.max(0, Math.round(seconds))
    if (whole < 60) return t('alerts.seconds', { n: whole })
    if (whole < 3_600) {
      const rest = whole % 60
      return rest === 0
        ? t('alerts.minutes', { n: whole / 60 })
        : t('emergency.minutes', { minutes: Math.floor(whole / 60), seconds: rest })
    }
    if (whole % 3_600 === 0) return t('alerts.hours', { n: whole / 3_600 })
    return t('emergency.hours', { hours: Math.floor(whole / 3_600), minutes: Math.floor(whole / 60) % 60 })
  }

  /** One line of the timeline as a sentence, without when and who. */
  function line(told: TimelineLine, emergency: Emergency, view: HallView): string {
    const type = LINES.includes(told.type) ? told.type : 'OTHER'
    const what = t(`emergency.line.${type}`, {
      type: told.type,
      step: step(text(told.step), emergency),
      to: nameOf(text(told.to), view.duty),
      what:
        told.step === undefined
          ? t(`emergency.role.${text(told.role) || 'COMMANDER'}`)
          : step(text(told.step), emergency),
      counts: countsOf(told.counts),
      zone: zone(text(told.zone), view),
      people: typeof told.people === 'number' ? t('emergency.people', { n: told.people }) : '',
      clear: told.clear === true ? t('emergency.isClear') : t('emergency.notClear'),
      levels: levelsOf(told),
      instruction: text(told.instruction) && t(`emergency.instruction.${text(told.instruction)}`),
      outcome: text(told.outcome) && t(`emergency.outcome.${text(told.outcome)}`),
      other: text(told.into) || text(told.from),
      report: text(told.report) && t(`emergency.report.${text(told.report)}`),
      number: typeof told.number === 'number' ? told.number : 1,
    }).trim()
    return told.text ? t('desk.event.said', { what, text: told.text }) : what
  }

  function countsOf(value: unknown): string {
    const counts = (value ?? {}) as Readonly<Record<string, unknown>>
    return COUNTS.filter((key) => typeof counts[key] === 'number')
      .map((key) => `${t(`emergency.counts.${key}`)} ${counts[key]}`)
      .join(t('emergency.comma'))
  }

  function levelsOf({ severity, warningLevel, responseLevel }: TimelineLine): string {
    const none = (level: string) => (level === 'NONE' ? t('emergency.none') : undefined)
    return [
      text(severity) && t(`emergency.severity.${text(severity)}`),
      text(warningLevel) && (none(text(warningLevel)) ?? t(`emergency.warning.${text(warningLevel)}`)),
      text(responseLevel) && (none(text(responseLevel)) ?? t(`emergency.response.${text(responseLevel)}`)),
    ]
      .filter((part) => part !== '')
      .join(t('emergency.comma'))
  }

  return { kind, zone, zones, step, span, line, countsOf }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
