import {
  fetchDraft,
  fetchEmergencies,
  fetchPlans,
  fetchReports,
  planDrill as plan,
  cancelDrill as unplan,
} from '../stream/server'
import type { EmergencyList, FiledReport, Plans } from '../wire/emergencyDesk'
import { newId } from './ids'

/** What is asked once about emergencies: drafts, reports, plans, the past. `undefined`: there was no answer. */

export async function loadDraft(
  hall: string,
  emergency: string,
  report: string,
  language: string,
): Promise<string | undefined> {
  const answer = await fetchDraft(hall, emergency, report, language)
  return answer.ok ? answer.value : undefined
}

export async function loadReports(hall: string, emergency: string): Promise<readonly FiledReport[] | undefined> {
  const answer = await fetchReports(hall, emergency)
  return answer.ok ? answer.value : undefined
}

export async function loadEmergencies(hall: string): Promise<EmergencyList | undefined> {
  const answer = await fetchEmergencies(hall)
  return answer.ok ? answer.value : undefined
}

export async function loadPlans(hall: string): Promise<Plans | undefined> {
  const answer = await fetchPlans(hall)
  return answer.ok ? answer.value : undefined
}

interface DrillToPlan {
  readonly kind: string
  readonly zones: readonly string[]
  readonly at: string
  readonly note?: string
}

/** Whether it is planned now, and what the server said where it is not. */
export type Planned = { readonly ok: true } | { readonly ok: false; readonly detail?: string | undefined }

/** `id`: the same again plans nothing twice. */
export async function planDrill(hall: string, drill: DrillToPlan, id = newId()): Promise<Planned> {
  const answer = await plan(hall, { id, ...drill })
  return answer.ok ? { ok: true } : { ok: false, detail: answer.refusal?.detail }
}

export async function cancelDrill(hall: string, drill: string): Promise<Planned> {
  const answer = await unplan(hall, drill)
  return answer.ok ? { ok: true } : { ok: false, detail: answer.refusal?.detail }
}
