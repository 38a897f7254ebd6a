import { useI18n } from 'vue-i18n'
import { ALERT_KINDS, type AlertKind, type AlertView } from '../wire/alert'
import { REPORTS } from '../wire/emergency'
import type { Name } from '../wire/name'
import type { HallView } from '../wire/view'
import { claimant, valueNow } from './alerts'
import { nameOf } from './duty'
import type { Language } from './preferences'

const MINUTE = 60_000

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
    /** For what stands in both languages at once, whichever the screen speaks. */
    inZh: (key: string, values: Record<string, unknown> = {}) => t(key, values, { locale: 'zh' }),
    inEn: (key: string, values: Record<string, unknown> = {}) => t(key, values, { locale: 'en' }),
    alsoName: (name: Name) => (name.zh === name.en ? '' : name[other()]),
  }
}

/** What is said of an alert, the same on every screen. */
export function useAlertWords() {
  return alertWords(useWords())
}

/** `t` gives a text by its key, `name` the one of two names that the screen speaks. */
export function alertWords({ t, name }: Pick<ReturnType<typeof useWords>, 't' | 'name'>) {
  function windowName(id: string, view: HallView): string {
    const shown = name(view.windows[id]?.name ?? { zh: id, en: id })
    return /\d/.test(shown) ? t('alerts.subject.window', { name: shown }) : shown
  }

  function subject({ subject }: Pick<AlertView, 'subject'>, view: HallView): string {
    if (subject.queue !== undefined) return name(view.queues[subject.queue]?.name ?? same(subject.queue))
    if (subject.window !== undefined) return windowName(subject.window, view)
    if (subject.source !== undefined) return subject.source
    if (subject.emergency !== undefined) return emergencyTask(subject, view)
    return typeof subject.hall !== 'string' || subject.hall === view.hall ? t('alerts.subject.hall') : subject.hall
  }

  /** The emergency and what of it is late: `B 区火警 清查各区`. */
  function emergencyTask({ emergency: id = '', task }: AlertView['subject'], view: HallView): string {
    const known = view.emergencies[id]
    const step = task === undefined ? undefined : known?.steps[task]
    const report = REPORTS.find((one) => one === task)
    const what = step ? name(step.title) : report ? t(`emergency.report.${report}`) : ''
    return [known ? name(known.headline) : id, what].join(' ').trim()
  }

  /** Where and what, as in `09 号窗 离岗超时`. */
  function title(alert: AlertView, view: HallView): string {
    return t('alerts.title', { subject: subject(alert, view), what: name(alert.title) })
  }

  /** A value and its limit in one unit, so that they can be compared at a glance. */
  function measure(alert: AlertView, now: number) {
    const { unit, threshold } = alert
    const value = valueNow(alert, now)
    if (unit === 'PERCENT') return { value: Math.round(value), limit: threshold, unit: t('unit.percent') }
    if (unit === 'PEOPLE') return { value: Math.round(value), limit: threshold, unit: t('unit.persons') }
    if (inMinutes(threshold, value)) {
      return { value: Math.floor(value / 60), limit: round(threshold / 60), unit: t('unit.minutes') }
    }
    return { value: Math.floor(value), limit: round(threshold), unit: t('unit.seconds') }
  }

  /** What is the matter in one line: `最长 41 分，上限 30，5 人超限`. */
  function facts(alert: AlertView, view: HallView, now: number): string {
    const kind: AlertKind | 'OTHER' = ALERT_KINDS.includes(alert.kind) ? alert.kind : 'OTHER'
    const values = { ...measure(alert, now), ticket: alert.ticket ?? '' }
    const line = t(`alerts.facts.${kind}`, values).trim()
    const more = people(alert, view)
    return more === undefined ? line : t('alerts.factsAnd', { line, more })
  }

  function people(alert: AlertView, view: HallView): string | undefined {
    const { kind, count, subject } = alert
    if (kind === 'WAIT_OVERTIME') return t('alerts.over', { n: count })
    const queues = kind === 'WINDOW_IDLE' ? view.windows[subject.window ?? '']?.queues : [subject.queue ?? '']
    if (!queues || (kind !== 'WINDOW_IDLE' && kind !== 'QUEUE_UNMANNED')) return undefined
    const waiting = queues.reduce((sum, id) => sum + (view.queues[id]?.waiting ?? 0), 0)
    return waiting > 0 ? t('alerts.waiting', { n: waiting }) : undefined
  }

  /** For how long: `41 分`, under a minute `35 秒`, from a hundred minutes `2 小时`. */
  function lasting(since: string, now: number): string {
    const passed = Math.max(0, now - Date.parse(since))
    if (passed < MINUTE) return t('alerts.seconds', { n: Math.floor(passed / 1_000) })
    const minutes = Math.floor(passed / MINUTE)
    return minutes < 100 ? t('alerts.minutes', { n: minutes }) : t('alerts.hours', { n: Math.floor(minutes / 60) })
  }

  /** Who is on it. */
  function who(alert: AlertView, view: HallView): string {
    const user = claimant(alert)
    if (user === undefined) return t('alerts.unclaimed')
    const person = nameOf(user, view.duty)
    if (alert.state === 'UNACKNOWLEDGED') return t('alerts.asked', { name: person })
    // Whoever acknowledges is on it; somebody else was asked to be.
    const own = alert.assignee === undefined || alert.assignee === alert.acknowledgedBy
    return own ? t('alerts.claimed', { name: person }) : t('alerts.handled', { name: person })
  }

  return { subject, windowName, title, measure, facts, lasting, who }
}

/** By the limit, since the unit should not change while the value grows; without a limit by the value. */
function inMinutes(threshold: number, value: number): boolean {
  return threshold === 0 ? value >= 60 : threshold >= 300 || (threshold >= 60 && threshold % 60 === 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function same(id: string): Name {
  return { zh: id, en: id }
}
