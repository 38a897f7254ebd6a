import type { Alerts } from '../wire/alert'
import type { Below, Emergencies } from '../wire/emergency'
import { isOpenEmergency, listedEmergencies } from './emergencies'

const CALLED_MILLIS = 30_000
const CRITICAL_MILLIS = 5 * 60_000

/** Of this hall, or a severe one below it. */
export function hasEmergency(emergencies: Emergencies, below: Below): boolean {
  return (
    listedEmergencies(emergencies).some(({ emergency }) => isOpenEmergency(emergency)) ||
    Object.values(below).some((one) => one.severe && isOpenEmergency(one))
  )
}

/** Somebody may be on the way to see what it is. */
export function hasFreshCritical(alerts: Alerts, now: number): boolean {
  return Object.values(alerts).some(
    ({ severity, state, since }) =>
      severity === 'CRITICAL' && state === 'UNACKNOWLEDGED' && now - Date.parse(since) < CRITICAL_MILLIS,
  )
}

/** Somebody looks for his or her number. */
export function calledLately(calls: readonly { readonly at: number }[], now: number): boolean {
  return calls.some(({ at }) => now - at < CALLED_MILLIS)
}
