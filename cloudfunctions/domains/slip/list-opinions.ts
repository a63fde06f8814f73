// Decides how families' opinions on a letter are read: as they came, nobody ranked, doubtful words by a leader.
import type { Opinion } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import type { FoundBoard } from './find-slip'

export const listOpinions: Handler<'slip.opinions', FoundBoard> = async (_input, { found: { slip }, identity }) => {
  const readsAll = isLeader(identity)
  const opinions = Object.entries(slip.entries).flatMap(([childId, entry]): Opinion[] => {
    const { opinion, opinionDoubted: doubted, signedAt: at, signer = '' } = entry
    if (!opinion || at === undefined) return []
    const isShown = readsAll || !doubted
    return [{ childId, signer, at, ...(isShown && { words: opinion }), ...(doubted && { doubted }) }]
  })
  const { title, className } = slip
  return succeed({ title, className, opinions: opinions.sort((a, b) => a.at - b.at) })
}
