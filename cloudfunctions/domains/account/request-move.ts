// Decides how a new account asks for its seat: with an invitation like everybody; nothing of the roster shows (M13).
import { seatMeant } from '@class-pact/core/account'
import { normalizeName } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { isOpen, readInvitationFacts } from '../join'
import { keepConsent } from '../person'
import type { MoveDoc } from './documents'
import { moves, presentMove } from './moves'

/** Requests of one person that wait at the same time: a family with several children, and no more. */
const WAITING_MAX = 5

export const requestMove: Handler<'move.request'> = async (asked, visit) => {
  const { openid, now } = visit
  const childName = asked.childName && normalizeName(asked.childName)
  const [facts, mine] = await Promise.all([
    readInvitationFacts(asked.token, openid, childName),
    moves.list({ openid }, { limit: WAITING_MAX * 2, order: [['createdAt', 'desc']] }),
  ])
  if (!facts || !isOpen(facts, now) || facts.invitation.purpose === 'staff') return refuse('INVITATION_INVALID')
  if (facts.person?.leaving !== undefined) return refuse('TRY_AGAIN')
  if (mine.some(({ trail }) => findCall(trail, visit) === 'other')) return refuseReused()

  const [child, ...namesakes] = facts.children
  const meant = namesakes.length === 0 ? child : undefined
  const isNamed = facts.invitation.purpose === 'child'
  const written = isNamed ? meant?.name : childName
  if (!written) return refuse('INPUT_INVALID', { field: 'childName' })
  const guardianName = normalizeName(asked.guardianName)
  const guardians = meant?.guardians ?? []
  const seat = seatMeant(guardians, { relation: asked.relation, name: guardianName })
  // Whoever sits there already has nothing to move.
  if (guardians.some((each) => each.openid === openid)) return refuse('FORBIDDEN')

  const _id = deriveId('move', openid, facts.class._id, written)
  const earlier = mine.find((each) => each._id === _id)
  if (earlier && findCall(earlier.trail, visit) === 'repeat') return succeed(presentMove(earlier, openid))
  const waiting = mine.filter((each) => each.state === 'pending' && each._id !== _id)
  if (waiting.length >= WAITING_MAX) return refuse('TOO_MANY')
  if (!facts.person) await keepConsent(openid, now)

  const doubt = doubtOf(visit.check)
  const about = {
    ...{ childName: written, guardianName, relation: asked.relation, createdAt: now },
    ...(meant && { childId: meant._id }),
    ...(isNamed && { masked: true as const }),
    ...(seat && { seat: { openid: seat.openid, since: seat.since, card: seat.card } }),
    ...(doubt && { doubt }),
  }
  const act = noteAct(visit, 'guardian', 'move.request')
  const { _id: classId, name: className } = facts.class
  const place = { schoolId: facts.school._id, classId, className }
  const drafted: MoveDoc = { _id, openid, ...place, ...about, state: 'pending', ...startTrail(act) }
  if (!(await moves.insert(drafted))) {
    // Decided or taken back before, it is asked anew; what waits keeps what the other account has said.
    const gone = { words: '', wordsCheck: '', decidedAt: '', decision: '', duty: '', approvedFor: '', said: '' }
    const again = withTrail({ $set: { ...about, state: 'pending' }, $unset: gone }, act)
    await moves.update({ _id, openid, state: { $ne: 'pending' }, ...unlessDone(visit) }, again)
  }
  const stored = await moves.find(_id)
  return stored ? succeed(presentMove(stored, openid)) : refuse('TRY_AGAIN')
}
