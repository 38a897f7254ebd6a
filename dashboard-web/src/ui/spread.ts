/** Marks that stand at their own heights and can still be counted. */

/**
 * Pushes marks apart to `step` between their feet, never past `low` and `high`; where there is no room for that they
 * stand closer. `feet` are in ascending order.
 */
export function spread(feet: readonly number[], low: number, high: number, step: number, height: number): number[] {
  const placed = [...feet]
  let floor = low
  for (const [index, foot] of placed.entries()) {
    placed[index] = Math.max(floor, foot)
    floor = (placed[index] ?? floor) + step
  }
  let ceiling = high - height
  for (let index = placed.length - 1; index >= 0; index--) {
    placed[index] = Math.min(ceiling, placed[index] ?? ceiling)
    ceiling = (placed[index] ?? ceiling) - step
  }
  return placed
}
