/** The hall that plays for `npm run dev` when no server is named: the afternoon of the drawing, now, with visitors. */
import { HallServer } from './hallServer'
import { fridayAfternoon } from './morning'

const EVENT_EVERY_MILLIS = 1_500

export async function startDevHall(port: number): Promise<void> {
  const hall = fridayAfternoon(Date.now())
  const server = new HallServer({ hall, now: Date.now, port, open: true, heartbeatMillis: 10_000 })
  await server.start()
  let number = 0
  setInterval(() => {
    const view = hall.view()
    const windows = Object.entries(view.windows).filter(([, { status }]) => status !== 'PAUSED' && status !== 'CLOSED')
    const [window, shown] = windows[number++ % windows.length] ?? []
    if (!shown) return
    const { status, ticket, queues } = shown
    const next = Object.keys(view.queues[queues[0] ?? '']?.tickets ?? {})[0]
    const queue = Object.keys(view.queues)[(number * 5) % 8]
    server.play({ type: 'ticket.issued', data: { ticket: `N${number}`, queue } })
    if (status === 'CALLING') server.play({ type: 'ticket.started', data: { ticket, window } })
    else if (status === 'SERVING') server.play({ type: 'ticket.completed', data: { ticket } })
    else if (next) server.play({ type: 'ticket.called', data: { ticket: next, window } })
  }, EVENT_EVERY_MILLIS)
}
