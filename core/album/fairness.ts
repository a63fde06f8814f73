// Decides who is seldom in a photo: with fewer than a share of what the child in the middle has (P01).

interface Counted {
  childId: string
  /** Photos of the child this term. */
  count: number
}

/** The count of the child in the middle; of an even number the mean of both. Nobody: 0. */
export function medianOf(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Below the share of the median; who was absent or wants no photos is not seldom but excused. */
export function seldomOf<Line extends Counted>(
  lines: readonly Line[],
  share: number,
  excused: readonly string[] = [],
): Line[] {
  const least = medianOf(lines.map(({ count }) => count)) * share
  return lines.filter(({ childId, count }) => count < least && !excused.includes(childId))
}
