import { type Answer, fetchRoster, handOver, putRoster } from '../stream/server'
import type { Shift } from '../wire/alert'
import type { RosterShift } from '../wire/desk'
import { newId } from './ids'

/** `detail`: what the server said to it, where it said anything. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly detail?: string }

/** The roster as it stands on the server now, with one more shift. */
export async function addShift(hall: string, shift: Shift): Promise<Result<void>> {
  return changeRoster(hall, (shifts) => [...shifts, { id: newId(), ...shift }])
}

export async function removeShift(hall: string, id: string): Promise<Result<void>> {
  return changeRoster(hall, (shifts) => shifts.filter((shift) => shift.id !== id))
}

async function changeRoster(
  hall: string,
  change: (shifts: readonly RosterShift[]) => readonly RosterShift[],
): Promise<Result<void>> {
  const roster = await fetchRoster(hall)
  return roster.ok ? resultOf(await putRoster(hall, change(roster.value))) : resultOf(roster)
}

export async function handOverTo(hall: string, to: string, note: string): Promise<Result<number>> {
  return resultOf(await handOver(hall, to, note === '' ? undefined : note))
}

function resultOf<T>(answer: Answer<T>): Result<T> {
  if (answer.ok) return answer
  const detail = answer.refusal?.detail
  return detail === undefined ? { ok: false } : { ok: false, detail }
}
