import { type Check, flag, listOf, mapOf, name, number, oneOf, optional, shape, text, time } from './check'
import { EMERGENCY_STATES, EVENT_SEVERITIES, INSTRUCTIONS, OUTCOMES, STEP_STATES } from './emergency'

// What a newer server may add and a screen can still show is any text here (kind, role, level, type of a line):
// it must not cost a wall its picture in an emergency.

const step = shape({
  order: number,
  title: name,
  role: text,
  contact: optional(text),
  targetSeconds: number,
  after: listOf(text),
  state: oneOf(...STEP_STATES),
  openSince: optional(time),
  dueAt: optional(time),
  doneBy: optional(text),
  doneAt: optional(time),
  reason: optional(text),
  assignee: optional(text),
})

const muster = shape({ clear: flag, people: optional(number), by: text, at: time })

const report = shape({ dueAt: optional(time), filedAt: optional(time), filedBy: optional(text), number })

const finding = shape({
  text,
  owner: text,
  due: text,
  by: text,
  at: time,
  mendedBy: optional(text),
  mendedAt: optional(time),
})

export const line: Check = shape({ at: time, by: text, type: text, text: optional(text) })

export const wallWords: Check = shape({ action: name, elsewhere: name, rules: listOf(name) })

export const emergency: Check = shape({
  kind: text,
  drill: flag,
  state: oneOf(...EMERGENCY_STATES),
  outcome: optional(oneOf(...OUTCOMES)),
  mergedInto: optional(text),
  zones: listOf(text),
  affected: listOf(text),
  headline: name,
  title: name,
  what: optional(text),
  severity: oneOf(...EVENT_SEVERITIES),
  warningLevel: optional(text),
  responseLevel: optional(text),
  severe: flag,
  instruction: oneOf(...INSTRUCTIONS),
  stopsService: flag,
  wall: wallWords,
  closedExits: listOf(text),
  declaredAt: time,
  declaredBy: text,
  source: optional(text),
  sightings: number,
  endProposedBy: optional(text),
  endProposedAt: optional(time),
  endedBy: optional(text),
  endedAt: optional(time),
  closedAt: optional(time),
  endNeedsTwo: flag,
  planEdition: number,
  steps: mapOf(step),
  roles: mapOf(text),
  counts: shape({ evacuated: number, injured: number, dead: number, missing: number }),
  muster: mapOf(muster),
  reports: mapOf(report),
  findings: mapOf(finding),
  lines: number,
  timeline: mapOf(line),
})

export const emergencies: Check = mapOf(emergency)

export const drills: Check = mapOf(shape({ kind: text, zones: listOf(text), at: time, by: text, note: optional(text) }))

export const below: Check = mapOf(
  shape({
    hall: text,
    name,
    id: text,
    kind: text,
    drill: flag,
    headline: name,
    severity: oneOf(...EVENT_SEVERITIES),
    instruction: oneOf(...INSTRUCTIONS),
    state: oneOf(...EMERGENCY_STATES),
    severe: flag,
    since: time,
  }),
)
