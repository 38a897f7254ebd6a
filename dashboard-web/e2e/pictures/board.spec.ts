/** The call board in each state. */
import type { HallView } from '../../src/wire/view'
import { drawnCalls } from '../support/afternoonCalls'
import { declare, fire, withExits } from '../support/fire'
import { BOARD_TOKEN, type HallServer } from '../support/hallServer'
import { closedHall, longNames, manyQueues } from '../support/oddBoards'
import { expect, serverAt } from '../wall/fixtures'
import { everywhere, PORTRAIT, SIZES, type Stage } from './album'

interface State {
  readonly zone?: string
  readonly query?: string
  readonly amend?: (view: HallView) => HallView
  readonly prepare?: (server: HallServer) => void
  /** What stands on the page when the picture is taken. */
  readonly see?: string
  /** The server says nothing any more, for so many seconds. */
  readonly silentSeconds?: number
}

const keepAway = (server: HallServer) => void declare(server, { kind: 'PUBLIC_ORDER', zones: ['B'], affected: ['B'] })
const burning = (server: HallServer) => void fire(server)

const states: Readonly<Record<string, State>> = {
  board: {},
  'board-large': { query: 'type=large' },
  'board-contrast': { query: 'contrast=high' },
  'board-large-contrast': { query: 'type=large&contrast=high' },
  'board-zone': { zone: 'A' },
  'board-many': { amend: manyQueues },
  'board-long': { amend: longNames },
  'board-long-large': { amend: longNames, query: 'type=large' },
  'board-closed': { amend: closedHall, see: 'closed' },
  'board-reconnecting': { silentSeconds: 20 },
  'board-stopped': { silentSeconds: 62, see: 'stopped' },
  'board-strip': { prepare: keepAway, see: 'emergency-strip', zone: 'C' },
  'board-strip-all': { prepare: keepAway, see: 'emergency-strip' },
  'board-strip-large': { prepare: keepAway, see: 'emergency-strip', query: 'type=large' },
  'board-takeover': { prepare: burning, see: 'takeover', zone: 'B' },
  'board-takeover-contrast': { prepare: burning, see: 'takeover', query: 'contrast=high' },
  'board-no-zone': { zone: 'Q', see: 'notice' },
}

function stageOf({ zone = 'all', query = '', amend, prepare, see = 'board', silentSeconds }: State): Stage {
  return async (page, looks) => {
    const hall = withExits(drawnCalls())
    hall.dressed = amend ?? hall.dressed
    const server = serverAt(hall)
    await server.start()
    if (silentSeconds) await page.clock.install()
    await page.goto(`${server.url}/board/civic-centre/${zone}?voice=off&${looks}&${query}&token=${BOARD_TOKEN}`)
    prepare?.(server)
    if (silentSeconds) {
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
      server.silent = true
      await page.clock.runFor(silentSeconds * 1_000)
    }
    await expect(page.getByTestId(see)).toBeVisible()
    return () => server.stop()
  }
}

for (const [name, state] of Object.entries(states)) everywhere(name, stageOf(state), { ...SIZES, ...PORTRAIT })
