import type { RegionView } from '../../src/wire/region'
import type { HallServer } from '../support/hallServer'

const CHANGED = 100

/** A hundred halls of a node change, each round others. */
export function changeHundred(server: HallServer, node: string, round: number): void {
  const ids = Object.keys((server.regions?.view(node) as RegionView | undefined)?.halls ?? {})
  server.changeRegion((tree) => {
    for (let index = 0; index < CHANGED; index++) {
      const id = ids[(round * CHANGED + index * 29) % ids.length] ?? ''
      if (tree.glance(id).waiting) tree.work(id, (index + round) % 25)
    }
  })
}
