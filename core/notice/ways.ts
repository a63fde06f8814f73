// Decides how follow-ups are counted: by the way of the one that stands, once a child (X04).
import type { BoardRow } from '../slip/contract'
import type { FollowUpWay } from '../wire'

/** Who signed afterwards counts as signed, and in no way. */
export function countWays(rows: readonly Pick<BoardRow, 'state' | 'followUps'>[]): Record<FollowUpWay, number> {
  const ways: Record<FollowUpWay, number> = { phone: 0, paper: 0, face: 0, visit: 0 }
  for (const { state, followUps } of rows) {
    const last = followUps[followUps.length - 1]
    if (state === 'followed' && last) ways[last.way]++
  }
  return ways
}
