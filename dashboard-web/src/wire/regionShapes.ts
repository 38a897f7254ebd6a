import { SEVERITIES } from './alert'
import { subject } from './alertShapes'
import { type Check, flag, mapOf, name, number, once, oneOf, optional, shape, text, time } from './check'
import { EVENT_SEVERITIES, INSTRUCTIONS } from './emergency'
import type { RegionView } from './region'
import { level } from './shapes'

const glance = shape({
  name,
  level,
  parent: optional(text),
  timeZone: text,
  at: optional(time),
  waiting: optional(number),
  served: optional(number),
  openWindows: optional(number),
  totalWindows: optional(number),
  longest: optional(shape({ queue: name, since: time, limitSeconds: number })),
  alerts: optional(shape({ critical: number, major: number, minor: number })),
  worst: optional(
    shape({
      severity: oneOf(...SEVERITIES),
      // Kinds that a newer server has are told by other words; they must not cost a screen its picture.
      rule: text,
      subject,
      label: optional(name),
      since: time,
      unclaimed: flag,
      person: optional(text),
    }),
  ),
  emergencies: optional(
    mapOf(
      shape({
        kind: text,
        drill: flag,
        headline: optional(name),
        severity: oneOf(...EVENT_SEVERITIES),
        instruction: oneOf(...INSTRUCTIONS),
        ending: flag,
        over: flag,
        since: time,
      }),
    ),
  ),
  heardAt: optional(time),
  silentFrom: optional(time),
})

// Thousands of halls, of which a patch changes a few: what was looked at once is not looked at again.
const regionView: Check = shape({ region: text, version: number, at: time, halls: mapOf(once(glance)) })

export function asRegionView(value: unknown): RegionView {
  regionView(value, 'region')
  return value as RegionView
}
