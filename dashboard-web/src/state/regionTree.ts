import type { Glances } from '../wire/region'

/** The halls directly below each hall, by id. */
export type Children = ReadonlyMap<string, readonly string[]>

export function childrenOf(halls: Glances): Children {
  const children = new Map<string, string[]>()
  for (const [id, { parent }] of Object.entries(halls)) {
    if (parent === undefined) continue
    const siblings = children.get(parent)
    if (siblings) siblings.push(id)
    else children.set(parent, [id])
  }
  return children
}

/** Whether the same halls stand at the same places in both. */
export function isSameTree(before: Glances, now: Glances): boolean {
  const ids = Object.keys(now)
  const stands = (id: string) => before[id] !== undefined && before[id].parent === now[id]?.parent
  return ids.length === Object.keys(before).length && ids.every(stands)
}

/** The node and all below it. A hall that is its own ancestor is met once. */
export function subtree(node: string, children: Children): string[] {
  const met = new Set([node])
  for (const id of met) for (const child of children.get(id) ?? []) met.add(child)
  return [...met]
}

/** A hall with its name, as the path to it shows it. */
export interface Place<N> {
  readonly id: string
  readonly name: N
}

/** The way down to a node from the highest hall that is known, without the node itself. */
export function ancestors<N>(
  node: string,
  lookUp: (id: string) => { readonly name: N; readonly parent?: string } | undefined,
): Place<N>[] {
  const way: Place<N>[] = []
  const met = new Set([node])
  for (let id = lookUp(node)?.parent; id !== undefined && !met.has(id); ) {
    const hall = lookUp(id)
    if (!hall) break
    met.add(id)
    way.unshift({ id, name: hall.name })
    id = hall.parent
  }
  return way
}
