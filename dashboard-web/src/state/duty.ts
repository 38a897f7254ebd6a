import { DUTY_ROLES, type Duty, type Shift } from '../wire/alert'

export interface ListedShift {
  readonly id: string
  readonly shift: Shift
}

/** Managers first, then by zones, then by name. */
export function onDuty(duty: Duty, now: number): ListedShift[] {
  return shifts(duty).filter(({ shift }) => Date.parse(shift.from) <= now && now < Date.parse(shift.until))
}

/** The shifts that begin later, the next first. */
export function laterOnDuty(duty: Duty, now: number): ListedShift[] {
  return shifts(duty)
    .filter(({ shift }) => Date.parse(shift.from) > now)
    .sort((a, b) => Date.parse(a.shift.from) - Date.parse(b.shift.from))
}

function shifts(duty: Duty): ListedShift[] {
  return Object.entries(duty)
    .map(([id, shift]) => ({ id, shift }))
    .sort(
      (a, b) =>
        DUTY_ROLES.indexOf(a.shift.role) - DUTY_ROLES.indexOf(b.shift.role) ||
        compare(a.shift.zones.join(), b.shift.zones.join()) ||
        compare(a.shift.user, b.shift.user),
    )
}

/** What people call this user: the name in any of the user's shifts, else the user name itself. */
export function nameOf(user: string, duty: Duty): string {
  return Object.values(duty).find((shift) => shift.user === user && shift.name)?.name ?? user
}

/** The people who can be given something: those on duty first, then who comes later, then everybody else of the roster. */
export function people(duty: Duty, now: number): { readonly user: string; readonly now: boolean }[] {
  const present = new Set(onDuty(duty, now).map(({ shift }) => shift.user))
  const later = laterOnDuty(duty, now).map(({ shift }) => shift.user)
  const others = shifts(duty).map(({ shift }) => shift.user)
  return [...new Set([...present, ...later, ...others])].map((user) => ({ user, now: present.has(user) }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
