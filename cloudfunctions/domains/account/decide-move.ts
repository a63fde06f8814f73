// Decides how a request for another account is decided: once, by somebody else, and both must agree (M13).
import type { CheckedInput } from '@class-pact/core/contract'
import { judgeMove } from '@class-pact/core/account'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { dutyAfter } from '../../common/store/settle'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { children, type ChildDoc } from '../class'
import { carryOut, takeMoveBack } from './carry-out'
import type { MoveDoc } from './documents'
import { moves, presentWaiting, wordOf } from './moves'

export const decideMove: Handler<'move.decide', MoveDoc> = async (decision, session) => {
  const { found: move, identity, now, requestId } = session
  if (move.openid === session.openid) return refuse('APPLICANT_CANNOT_APPROVE', { rule: 'M13' })
  const been = findCall(move.trail, session)
  if (been === 'other') return refuseReused()
  if (move.state !== 'pending') {
    if (been !== 'repeat') return refuse('APPLICATION_DECIDED')
    if (move.state === 'approved' && move.duty) await carryOut(move, noteAct(session, identity.role, 'move.carry_out'))
    return succeed(presentWaiting(move))
  }
  const words = keepWords(decision.words, session.check)
  const act = noteAct(session, identity.role, 'move.decide', { approve: decision.approve })
  const settled = { decidedAt: now, decision: requestId, ...words }
  if (!decision.approve) {
    const rejected = { ...settled, state: 'rejected' as const }
    const changed = await moves.update({ _id: move._id, state: 'pending' }, withTrail({ $set: rejected }, act))
    return changed ? succeed(presentWaiting({ ...move, ...rejected })) : refuse('APPLICATION_DECIDED')
  }

  const childId = move.childId ?? decision.childId
  if (!childId) return refuse('INPUT_INVALID', { field: 'childId' })
  const child = await children.find<Pick<ChildDoc, 'classId' | 'guardians'>>(childId, { classId: 1, guardians: 1 })
  if (child?.classId !== move.classId) return refuse('INPUT_INVALID', { field: 'childId' })
  const seat = seatOf(move, child, decision.seat)
  if (!seat) return refuse('INPUT_INVALID', { field: 'seat' })
  // Only the word of whoever holds the seat counts; of another seat nobody was asked.
  const said = seat.openid === move.seat?.openid ? wordOf(move) : 'none'
  const verdict = judgeMove(said, decision.gone ?? false)
  if (verdict !== 'yes') return refuse(verdict === 'denied' ? 'MOVE_DENIED' : 'MOVE_UNANSWERED', { rule: 'M13' })

  const approvedFor = { childId, openid: seat.openid, since: seat.since }
  const approved = { ...settled, state: 'approved' as const, approvedFor, duty: dutyAfter('admit', now) }
  // What the other account says in this very moment counts.
  const asSeen = { _id: move._id, state: 'pending', ...(said === 'none' && { 'said.mine': { $ne: false } }) }
  if (!(await moves.update(asSeen, withTrail({ $set: approved }, act)))) return refuse('APPLICATION_DECIDED')
  const done = { ...move, ...approved }
  if (await carryOut(done, act)) return succeed(presentWaiting(done))
  await takeMoveBack(done)
  return refuse('TRY_AGAIN')
}

/** The seat that whoever decides means; without a word of theirs, the one that fits what was written. */
function seatOf(move: MoveDoc, { guardians }: Pick<ChildDoc, 'guardians'>, meant: CheckedInput<'move.decide'>['seat']) {
  const { seat } = move
  return guardians.find(({ openid, card, since }) =>
    meant ? card === meant.card && since === meant.since : seat?.openid === openid && seat.since === since,
  )
}
