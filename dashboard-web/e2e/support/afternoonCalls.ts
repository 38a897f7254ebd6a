/** The calls of the design's drawing of a board, on the Friday afternoon of the wall. */
import { FRIDAY_14_42, fridayAfternoon } from './morning'
import type { DeviceEvent, ScriptedHall } from './scriptedHall'

/** Ticket, queue, window and how many seconds ago it was called; the newest first. */
const CALLED = [
  ['Z141', 'general', '27', 8],
  ['T186', 'tax', '04', 14],
  ['R128', 'estate', '18', 19],
  ['S137', 'social', '13', 55],
  ['Y104', 'health', '06', 62],
  ['Z140', 'general', '26', 93],
] as const

export function drawnCalls(now = FRIDAY_14_42): ScriptedHall {
  const hall = fridayAfternoon(now)
  const calls = CALLED.flatMap(([ticket, queue, window, ago]): DeviceEvent[] => {
    const time = now - ago * 1_000
    const before = ticket === 'R128' ? 40_000 : 0
    return [
      { type: 'ticket.issued', time: time - 600_000, data: { ticket, queue } },
      { type: 'ticket.called', time: time - before, data: { ticket, window } },
      ...(before > 0 ? [{ type: 'ticket.recalled', time, data: { ticket, window } }] : []),
      ...(ago > 50 ? [{ type: 'ticket.started', time: time + 20_000, data: { ticket, window } }] : []),
    ]
  })
  for (const event of calls.sort((a, b) => a.time - b.time)) hall.apply(event)
  return hall
}
