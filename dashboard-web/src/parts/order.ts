/** By their order, and by name of the key where that is the same. */
export function inOrder<T extends { readonly order: number }>(map: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(map).sort(([a, { order: x }], [b, { order: y }]) => x - y || (a < b ? -1 : 1))
}
