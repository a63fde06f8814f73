// Decides who is on the parents' committee and who of it reads the moderation log: one supervisor a class (M06).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, type Trace } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { children, classes, type FoundGuardian } from '../class'
import { thenSettle } from '../../common/store/settle'
import { noteAct, withTrail } from '../../common/store/trail'

export const markCommittee: Handler<'committee.mark', FoundGuardian> = async ({ member }, session) => {
  const { child, guardian } = session.found
  const been = findCall(child.trail, session)
  if (been === 'other') return refuseReused()
  // A late repeat does not mark anew what has been marked otherwise since.
  if (been === 'repeat' || Boolean(guardian.committee) === member) return succeed({})
  const at = child.guardians.findIndex(({ openid }) => openid === guardian.openid)
  const changed = await children.update(
    { _id: child._id, [`guardians.${at}.openid`]: guardian.openid },
    withTrail(
      { $set: { [`guardians.${at}.committee`]: member } },
      noteAct(session, session.identity.role, 'committee.mark', { member }),
    ),
  )
  return changed ? succeed({}) : refuse('TRY_AGAIN')
}

interface Before {
  supervisor?: { openid: string }
  trail: Trace[]
}

/** Of two namings at once one decides; what the one before may read ends with it. */
export const nameSupervisor: Handler<'supervisor.name', FoundGuardian> = async (_input, session) => {
  const { child, guardian } = session.found
  if (!guardian.committee) return refuse('NOT_COMMITTEE', { rule: 'M06' })
  const { classId } = child
  const act = noteAct(session, session.identity.role, 'supervisor.name')
  const before = await classes.find<Before>(classId, { supervisor: 1, trail: 1 })
  const been = findCall(before?.trail, session)
  if (been === 'other') return refuseReused()
  const previous = before?.supervisor?.openid
  if (previous === guardian.openid) return succeed({})
  // This very call has named them once, and somebody else has been named since.
  if (been === 'repeat') return refuse('TRY_AGAIN')
  const supervisor = { openid: guardian.openid, card: guardian.card, since: session.now }
  const named = await classes.update(
    { _id: classId, 'supervisor.openid': previous ?? { $exists: false } },
    thenSettle(withTrail({ $set: { supervisor } }, act), act.at),
  )
  return named ? succeed({}) : refuse('TRY_AGAIN')
}
