// Decides what the two accounts may do themselves: read, take back, and say whether it is the same person (M13).
import type { Handler, Visit } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { children } from '../class'
import type { MoveDoc } from './documents'
import { moves, presentMove } from './moves'

export const readMove: Handler<'move.read'> = async ({ moveId }, { openid }) => {
  const move = await moves.find(moveId)
  return move && isTheirs(move, openid) ? succeed(presentMove(move, openid)) : refuse('FORBIDDEN')
}

/** Once: who has said no does not say yes to a stranger's second call; a new request asks anew. */
export const answerMove: Handler<'move.answer'> = async ({ moveId, mine }, visit) => {
  const { openid, now } = visit
  const act = noteAct(visit, 'guardian', 'move.answer', { mine })
  const asked = { _id: moveId, 'seat.openid': openid, state: 'pending', said: { $exists: false } }
  const move = await moves.find(moveId)
  if (!move || !(await stillSits(move, openid))) return refuse('FORBIDDEN')
  await moves.update({ ...asked, ...unlessDone(visit) }, withTrail({ $set: { said: { mine, at: now } } }, act))
  return answerWith(moveId, visit, ({ said }) => said?.mine === mine)
}

export const withdrawMove: Handler<'move.withdraw'> = async ({ moveId }, visit) => {
  const { openid, now } = visit
  const act = noteAct(visit, 'guardian', 'move.withdraw')
  const withdrawn = withTrail({ $set: { state: 'withdrawn', decidedAt: now } }, act)
  await moves.update({ _id: moveId, openid, state: 'pending', ...unlessDone(visit) }, withdrawn)
  return answerWith(moveId, visit, ({ state, openid: asker }) => asker === openid && state === 'withdrawn')
}

/** The word is that of whoever sits there, not of whoever did. */
async function stillSits({ seat, childId }: MoveDoc, openid: string): Promise<boolean> {
  if (seat?.openid !== openid || !childId) return false
  const guardians = { $elemMatch: { openid, since: seat.since } }
  return (await children.count({ _id: childId, guardians })) === 1
}

async function answerWith(moveId: string, visit: Visit, isDone: (move: MoveDoc) => boolean) {
  const move = await moves.find(moveId)
  if (!move || !isTheirs(move, visit.openid)) return refuse('FORBIDDEN')
  if (findCall(move.trail, visit) === 'other') return refuseReused()
  return isDone(move) ? succeed(presentMove(move, visit.openid)) : refuse('APPLICATION_DECIDED')
}

const isTheirs = ({ openid, seat }: MoveDoc, caller: string) => openid === caller || seat?.openid === caller
