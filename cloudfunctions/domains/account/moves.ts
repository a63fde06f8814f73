// Decides what is asked of requests for another account, and how they read to whom.
import type { Move, MoveWord, WaitingMove } from '@class-pact/core/contract'
import { maskName } from '@class-pact/core/family'
import { openCollection, type Where } from '../../common/store/collection'
import { showWords } from '../../common/wechat/check-words'
import type { MoveDoc } from './documents'

export const moves = openCollection<MoveDoc>('moves')

/** What waits for a class's head teacher (M13). */
export const movesIn = (classId: string): Where => ({ classId, state: 'pending' })

/** What waits for the word of somebody who holds the seat that is asked for (M13). */
export const movesFrom = (openid: string): Where => ({
  'seat.openid': openid,
  state: 'pending',
  said: { $exists: false },
})

export function wordOf({ said }: Pick<MoveDoc, 'said'>): MoveWord {
  if (!said) return 'none'
  return said.mine ? 'yes' : 'no'
}

function present(move: MoveDoc) {
  const { _id: moveId, classId, className, childName, guardianName, relation, state, createdAt } = move
  return { moveId, classId, className, childName, guardianName, relation, state, said: wordOf(move), createdAt }
}

/** As the new account reads it, or whoever holds the seat. */
export function presentMove(move: MoveDoc, openid: string): Move {
  const holds = move.openid !== openid
  const childName = move.masked && !holds ? maskName(move.childName) : move.childName
  return { ...present(move), childName, holds, ...(holds ? {} : showWords(move)) }
}

/** As whoever decides reads it. */
export function presentWaiting(move: MoveDoc): WaitingMove {
  const { childId, seat, doubt } = move
  return {
    ...present(move),
    ...(childId && { childId }),
    ...(seat && { seat: { card: seat.card, since: seat.since } }),
    ...(doubt && { doubted: true }),
    ...showWords(move),
  }
}
