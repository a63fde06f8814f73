// Decides how a draw is made void: with a reason; it stays readable, and another can be made in its term (H04).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { describeDraw } from './describe-draw'
import type { FoundDraw } from './find-draw'
import { draws } from './store'

export const voidDraw: Handler<'draw.void', FoundDraw> = async ({ drawId, words }, session) => {
  const { found, identity, now, check } = session
  const been = findCall(found.draw.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeDraw(found.draw, found.counted, now))
  const doubt = doubtOf(check)
  const voided = { words, ...(doubt && { check: doubt }), by: identity.card, at: now }
  const slot = `void:${drawId}`
  const changed = await draws.update(
    { _id: drawId, voided: { $exists: false }, ...unlessDone(session) },
    withTrail({ $set: { voided, slot } }, noteAct(session, identity.role, 'draw.void')),
  )
  if (changed) return succeed(describeDraw({ ...found.draw, voided, slot }, found.counted, now))
  const after = await draws.find(drawId)
  const stands = findCall(after?.trail, session)
  if (after && stands === 'repeat') return succeed(describeDraw(after, found.counted, now))
  return refuse('DRAW_STATE', { facts: { state: 'void' } })
}
