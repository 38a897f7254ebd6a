/** Emergencies of the scripted hall, as the contract says: orders, refusals, timeline, reports, drills. */
import type { Emergency, EmergencyKind, Step } from '../../src/wire/emergency'
import type { Answered, Officer } from './alertDesk'
import { PLANS } from './emergencyPlans'
import { hallTime, type ScriptedHall } from './scriptedHall'

type Body = Readonly<Record<string, unknown>>
type Line = Emergency['timeline'][string]
type Writable<T> = { -readonly [K in keyof T]: T[K] }

const SHOWN_LINES = 30
const TIMES_OF_REPORTS = { FIRST: 3_600_000, FOLLOW_UP: 86_400_000, FINAL: 86_400_000 } as const
const GRADES = [
  ['EXCELLENT', 0.9],
  ['GOOD', 0.75],
  ['PASS', 0.6],
  ['FAIL', 0],
] as const

export class EmergencyDesk {
  /** The journal does not answer: only declarations and ends are taken, and kept aside. */
  journalAway = false
  unrecorded: Record<string, Emergency> = {}
  /** The ids that came, to see that a retry does nothing twice. */
  readonly taken = new Map<string, Answered>()
  private readonly lines: Record<string, Line[]> = {}
  private readonly filed: Record<string, Body[]> = {}
  private count = 0

  constructor(
    private readonly hall: ScriptedHall,
    private readonly now: () => number,
  ) {}

  get hasUnrecorded(): boolean {
    return Object.keys(this.unrecorded).length > 0
  }

  recover(): void {
    Object.assign(this.hall.emergencies, this.unrecorded)
    this.unrecorded = {}
    this.hall.touch(this.now())
  }

  handle(method: string, parts: readonly string[], officer: Officer, body: Body, query: URLSearchParams): Answered {
    const [id, action, which] = parts
    if (method === 'GET') return this.read(id, action, which, query)
    if (officer.role === 'VIEWER') return refusal(403, 'NO_RIGHT', `${officer.user} has no right to ACT.`)
    if (id === 'drills') return this.planDrill(method, action, officer, body)
    const known = this.taken.get(String(body.id))
    if (known) return known
    const answer = id === undefined ? this.declare(officer, body) : this.act(officer, id, action ?? '', body)
    // What was not taken may be sent again.
    if (typeof body.id === 'string' && answer.status < 500) this.taken.set(body.id, answer)
    return answer
  }

  /** Also for tests that begin with one. `secondsAgo`: when it was declared. */
  declare({ user }: Pick<Officer, 'user'>, body: Body, secondsAgo = 0): Answered {
    const kind = body.kind as EmergencyKind
    const plan = PLANS[kind]
    const zones = (body.zones ?? []) as string[]
    const drill = body.drill === true
    const joined = Object.entries(this.all()).find(
      ([, other]) => other.kind === kind && other.drill === drill && isOpen(other) && overlap(other.zones, zones),
    )
    if (joined && body.separate !== true) {
      this.tell(joined[0], user, 'SIGHTED', { text: body.what })
      return this.answer(joined[0], 200, true)
    }
    const at = this.now() - secondsAgo * 1_000
    const id = `e-${++this.count}`
    const place = zones.map((zone) => this.hall.view().zones[zone]?.name ?? { zh: zone, en: zone })
    const whole = { zh: '本大厅', en: 'this hall' }
    const where = {
      zh: place.map(({ zh }) => zh).join('、') || whole.zh,
      en: place.map(({ en }) => en.replace(/^Z/, 'z')).join(', ') || whole.en,
    }
    const steps = plan.steps.map(({ id: step, ...rest }, order): [string, Step] => {
      const open = rest.after.length === 0
      return [
        step,
        { ...rest, order, state: open ? 'OPEN' : 'WAITING', ...(open && this.opened(at, rest.targetSeconds)) },
      ]
    })
    const emergency: Emergency = {
      kind,
      drill,
      state: 'ACTIVE',
      zones,
      // Not by the contract: tests may say it at once.
      affected: (body.affected as string[] | undefined) ?? (plan.wholeHall ? [] : zones),
      headline: {
        zh: `${zones.length > 0 ? where.zh : ''}${plan.title.zh}`,
        en: zones.length > 0 ? `${plan.title.en} in ${where.en}` : plan.title.en,
      },
      title: plan.title,
      ...(typeof body.what === 'string' && { what: body.what }),
      severity: (body.severity ?? plan.severity) as Emergency['severity'],
      severe: plan.instruction === 'EVACUATE',
      instruction: plan.instruction,
      stopsService: plan.stopsService,
      wall: {
        ...plan.wall,
        elsewhere: {
          zh: plan.wall.elsewhere.zh.replace('{zone}', where.zh),
          en: plan.wall.elsewhere.en.replace('{zone}', where.en),
        },
      },
      closedExits: [],
      declaredAt: hallTime(at),
      declaredBy: user,
      sightings: 1,
      endNeedsTwo: plan.endNeedsTwo,
      planEdition: plan.edition,
      steps: Object.fromEntries(steps),
      roles: { COMMANDER: user },
      counts: { evacuated: 0, injured: 0, dead: 0, missing: 0 },
      muster: {},
      reports: { FIRST: { dueAt: hallTime(at + TIMES_OF_REPORTS.FIRST), number: 0 } },
      findings: {},
      lines: 0,
      timeline: {},
    }
    if (this.journalAway) this.unrecorded = { ...this.unrecorded, [id]: emergency }
    else this.hall.emergencies[id] = emergency
    this.tell(id, user, 'DECLARED', { text: body.what, zones, kind }, at)
    if (emergency.stopsService) this.hall.suspend(emergency.affected, this.now())
    return this.answer(id, this.journalAway ? 202 : 201, false)
  }

  /** Changes one as an event of the server would. */
  change(id: string, change: Partial<Emergency>): void {
    const before = this.all()[id]
    if (!before) throw new Error(`there is no ${id}`)
    const after = { ...before, ...change }
    if (this.unrecorded[id] || this.journalAway) this.unrecorded = { ...this.unrecorded, [id]: after }
    else this.hall.emergencies[id] = after
    this.hall.touch(this.now())
  }

  tell(id: string, by: string, type: string, fields: Body, at = this.now()): void {
    const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
    const line = { at: hallTime(at), by, type, ...Object.fromEntries(known) } as Line
    const lines = [...(this.lines[id] ?? []), line]
    this.lines[id] = lines
    const first = Math.max(0, lines.length - SHOWN_LINES)
    const timeline = lines.slice(first).map((shown, index): [string, Line] => [String(first + index + 1), shown])
    this.change(id, { lines: lines.length, timeline: Object.fromEntries(timeline) })
  }

  private all(): Readonly<Record<string, Emergency>> {
    return { ...this.hall.emergencies, ...this.unrecorded }
  }

  private opened(at: number, targetSeconds: number) {
    return { openSince: hallTime(at), dueAt: hallTime(at + targetSeconds * 1_000) }
  }

  private read(
    id: string | undefined,
    action: string | undefined,
    which: string | undefined,
    query: URLSearchParams,
  ): Answered {
    if (id === undefined) {
      const past = Object.entries(this.all())
        .filter(([, { state }]) => state === 'CLOSED')
        .map(([key, { kind, drill, headline, severity, outcome, declaredAt, endedAt }]) => ({
          ...{ id: key, kind, drill, headline, severity, outcome, declaredAt, endedAt },
          ...{ grade: this.score(key).grade },
        }))
      return { status: 200, body: { emergencies: this.all(), drills: this.hall.drills, past: past.toReversed() } }
    }
    if (id === 'plans') return { status: 200, body: { plans: PLANS } }
    const emergency = this.all()[id]
    if (!emergency) return refusal(404, 'UNKNOWN_EMERGENCY', `There is no emergency ${id}.`)
    if (action === 'draft')
      return { status: 200, body: { text: this.draft(emergency, which ?? '', query.get('lang') ?? 'zh') } }
    if (action === 'reports') return { status: 200, body: { reports: this.filed[id] ?? [] } }
    const timeline = Object.fromEntries((this.lines[id] ?? []).map((line, index) => [String(index + 1), line]))
    return { status: 200, body: { id, ...emergency, timeline, score: this.score(id) } }
  }

  private draft({ headline, what, declaredAt, counts }: Emergency, report: string, lang: string): string {
    if (lang === 'en')
      return `${report}: ${headline.en}, ${declaredAt.slice(11, 16)}. ${what ?? ''} Evacuated ${counts.evacuated}.`
    return `${declaredAt.slice(11, 16)}，${headline.zh}。${what ?? ''}。已疏散 ${counts.evacuated} 人，受伤 ${counts.injured} 人。`
  }

  private score(id: string): { readonly [key: string]: unknown; readonly grade: string } {
    const emergency = this.all()[id] as Emergency
    const judged = Object.entries(emergency.steps)
      .filter(([, { state }]) => state !== 'SKIPPED')
      .map(([step, { targetSeconds, doneAt, openSince }]) => {
        const took = doneAt && openSince ? (Date.parse(doneAt) - Date.parse(openSince)) / 1_000 : undefined
        const within = took !== undefined && took <= targetSeconds
        return [step, { targetSeconds, ...(took !== undefined && { tookSeconds: took }), within }] as const
      })
    const within = judged.filter(([, step]) => step.within).length
    const share = judged.length === 0 ? 1 : within / judged.length
    const grade = GRADES.find(([, least]) => share >= least)?.[0] ?? 'FAIL'
    const { endedAt, declaredAt } = emergency
    return {
      ...{ steps: Object.fromEntries(judged), within, of: judged.length, share, grade },
      ...(endedAt && { declaredToEndSeconds: (Date.parse(endedAt) - Date.parse(declaredAt)) / 1_000 }),
    }
  }

  private planDrill(method: string, drill: string | undefined, { user, role }: Officer, body: Body): Answered {
    if (role !== 'MANAGER') return refusal(403, 'NO_RIGHT', `${user} has no right to PLAN.`)
    if (method === 'DELETE') {
      delete this.hall.drills[drill ?? '']
      return { status: 200, body: { version: this.hall.touch(this.now()) } }
    }
    const id = `d${++this.count}`
    const { kind, zones = [], at, note } = body as { kind: EmergencyKind; zones?: string[]; at: string; note?: string }
    this.hall.drills[id] = { kind, zones, at, by: user, ...(note && { note }) }
    return { status: 200, body: { drill: id, version: this.hall.touch(this.now()) } }
  }

  private act({ user }: Officer, id: string, action: string, body: Body): Answered {
    const emergency = this.all()[id]
    if (!emergency) return refusal(404, 'UNKNOWN_EMERGENCY', `There is no emergency ${id}.`)
    if (this.journalAway && action !== 'end' && action !== 'falseAlarm')
      return refusal(503, 'JOURNAL_AWAY', 'The journal does not answer.')
    const refused = this.order(user, id, emergency, action, body)
    return refused ?? this.answer(id, this.journalAway ? 202 : 200, false)
  }

  private order(user: string, id: string, emergency: Emergency, action: string, body: Body): Answered | undefined {
    const at = hallTime(this.now())
    const step = emergency.steps[String(body.step)]
    if (body.step !== undefined && !step) return refusal(404, 'UNKNOWN_STEP', 'There is no such step.')
    switch (action) {
      case 'note':
        this.tell(id, user, 'NOTED', { text: body.text })
        return undefined
      case 'tick':
        if (step?.state === 'DONE')
          return refusal(409, 'ALREADY_DONE', 'Done already.', { by: step.doneBy, at: step.doneAt })
        if (step?.state === 'WAITING') return refusal(409, 'STEP_WAITS', 'What it follows is not done.')
        this.setStep(id, String(body.step), { state: 'DONE', doneBy: user, doneAt: at })
        this.tell(id, user, 'STEP_DONE', { step: body.step, text: body.note })
        return undefined
      case 'skip':
        this.setStep(id, String(body.step), { state: 'SKIPPED', doneBy: user, doneAt: at, reason: String(body.reason) })
        this.tell(id, user, 'STEP_SKIPPED', { step: body.step, text: body.reason })
        return undefined
      case 'reopen':
        this.setStep(id, String(body.step), {
          state: 'OPEN',
          doneBy: undefined,
          doneAt: undefined,
          reason: undefined,
        } as never)
        this.tell(id, user, 'STEP_REOPENED', { step: body.step })
        return undefined
      case 'assign':
        if (body.step === undefined)
          this.change(id, { roles: { ...emergency.roles, [String(body.role)]: String(body.to) } })
        else this.setStep(id, String(body.step), { assignee: String(body.to) })
        this.tell(id, user, 'ASSIGNED', { step: body.step, role: body.role, to: body.to })
        return undefined
      case 'count': {
        const { id: _, ...counts } = body
        this.change(id, { counts: { ...emergency.counts, ...(counts as object) } })
        this.tell(id, user, 'COUNTED', { counts })
        return undefined
      }
      case 'muster': {
        const { zone, clear, people } = body as { zone: string; clear: boolean; people?: number }
        this.change(id, {
          muster: { ...emergency.muster, [zone]: { clear, ...(people !== undefined && { people }), by: user, at } },
        })
        this.tell(id, user, 'MUSTERED', { zone, clear, people })
        return undefined
      }
      case 'grade': {
        const { severity, warningLevel, responseLevel } = body as Record<string, string>
        const next: Record<string, unknown> = { ...emergency }
        for (const [key, value] of Object.entries({ severity, warningLevel, responseLevel })) {
          if (value === 'NONE') delete next[key]
          else if (value !== undefined) next[key] = value
        }
        this.hall.emergencies[id] = next as unknown as Emergency
        this.tell(id, user, 'GRADED', { severity, warningLevel, responseLevel, text: body.reason })
        return undefined
      }
      case 'instruct': {
        const { instruction, zones, closedExits } = body as {
          instruction: Emergency['instruction']
          zones?: string[]
          closedExits?: string[]
        }
        this.change(id, { instruction, ...(zones && { affected: zones }), ...(closedExits && { closedExits }) })
        this.tell(id, user, 'INSTRUCTED', { instruction, zones, closedExits })
        return undefined
      }
      case 'end':
      case 'falseAlarm':
        return this.end(user, id, emergency, action === 'end' ? 'RESOLVED' : 'FALSE_ALARM', body)
      case 'continue':
        if (emergency.state !== 'ENDING') return refusal(409, 'NOT_PROPOSED', 'Nobody proposed the end.')
        this.change(id, { state: 'ACTIVE' })
        this.tell(id, user, 'END_WITHDRAWN', { text: body.note })
        return undefined
      case 'merge':
        this.change(id, {
          state: 'ENDED',
          outcome: 'MERGED',
          mergedInto: String(body.into),
          endedAt: at,
          endedBy: user,
        })
        this.tell(id, user, 'MERGED', { into: body.into })
        return undefined
      case 'file': {
        const report = String(body.report) as keyof Emergency['reports']
        const number = (emergency.reports[report]?.number ?? 0) + 1
        this.filed[id] = [...(this.filed[id] ?? []), { report, number, text: body.text, by: user, at }]
        this.change(id, { reports: { ...emergency.reports, [report]: { filedAt: at, filedBy: user, number } } })
        this.tell(id, user, 'FILED', { report, number })
        return undefined
      }
      case 'finding': {
        const key = `f${Object.keys(emergency.findings).length + 1}`
        const { text, owner, due } = body as Record<string, string>
        const finding = { text, owner, due, by: user, at } as Emergency['findings'][string]
        this.change(id, { findings: { ...emergency.findings, [key]: finding } })
        this.tell(id, user, 'FINDING', { finding: key, text })
        return undefined
      }
      case 'mend': {
        const key = String(body.finding)
        const finding = emergency.findings[key]
        if (!finding) return refusal(404, 'UNKNOWN_FINDING', 'There is no such finding.')
        this.change(id, { findings: { ...emergency.findings, [key]: { ...finding, mendedBy: user, mendedAt: at } } })
        this.tell(id, user, 'MENDED', { finding: key })
        return undefined
      }
      case 'close':
        if (emergency.state !== 'ENDED') return refusal(409, 'NOT_ENDED', 'It has not ended.')
        if (!emergency.reports.FINAL?.filedAt)
          return refusal(409, 'FINAL_REPORT_MISSING', 'The final report is missing.')
        this.change(id, { state: 'CLOSED', closedAt: at })
        this.tell(id, user, 'CLOSED', {})
        return undefined
      default:
        return refusal(404, 'UNKNOWN_ACTION', action)
    }
  }

  private end(
    user: string,
    id: string,
    emergency: Emergency,
    outcome: 'RESOLVED' | 'FALSE_ALARM',
    body: Body,
  ): Answered | undefined {
    const at = hallTime(this.now())
    if (!isOpen(emergency)) return refusal(409, 'NOT_ACTIVE', 'It has ended.')
    const text = body.note ?? body.reason
    if (emergency.endNeedsTwo && emergency.state === 'ACTIVE') {
      this.change(id, { state: 'ENDING', outcome, endProposedBy: user, endProposedAt: at })
      this.tell(id, user, 'END_PROPOSED', { outcome, text })
      return undefined
    }
    if (emergency.state === 'ENDING' && emergency.endProposedBy === user)
      return refusal(409, 'SAME_OFFICER', 'Another officer has to confirm.', { by: user, at: emergency.endProposedAt })
    const reports = {
      ...emergency.reports,
      FINAL: { dueAt: hallTime(this.now() + TIMES_OF_REPORTS.FINAL), number: 0 },
    }
    this.change(id, { state: 'ENDED', outcome, endedBy: user, endedAt: at, reports })
    this.tell(id, user, 'ENDED', { outcome, text })
    this.hall.resume(this.now())
    return undefined
  }

  private setStep(id: string, step: string, change: Partial<Step>): void {
    const emergency = this.all()[id] as Emergency
    const steps: Record<string, Writable<Step>> = { ...emergency.steps }
    const merged = Object.entries({ ...steps[step], ...change }).filter(([, value]) => value !== undefined)
    steps[step] = Object.fromEntries(merged) as unknown as Writable<Step>
    for (const [key, one] of Object.entries(steps)) {
      const ready = one.after.every((before) => ['DONE', 'SKIPPED'].includes(steps[before]?.state ?? 'DONE'))
      if (one.state === 'WAITING' && ready)
        steps[key] = { ...one, state: 'OPEN', ...this.opened(this.now(), one.targetSeconds) }
    }
    this.change(id, { steps })
  }

  private answer(id: string, status: number, joined: boolean): Answered {
    const recorded = status !== 202
    const version = this.hall.touch(this.now())
    return { status, body: { emergency: { id, ...this.all()[id] }, ...(recorded && { version }), recorded, joined } }
  }
}

function isOpen({ state }: Emergency): boolean {
  return state === 'ACTIVE' || state === 'ENDING'
}

function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((zone) => b.includes(zone))
}

function refusal(status: number, reason: string, detail: string, more: object = {}): Answered {
  return { status, body: { type: `/problems/${reason}`, title: 'Refused', status, detail, reason, ...more } }
}
