// Decides who is on the parents' committee and who of it reads the moderation log: one supervisor a class (M06).
import type { Identity } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, type Trace } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { children } from '../../common/store/children'
import { classes } from '../../common/store/classes'
import { grantIdentity, revokeIdentity } from '../../common/store/people'
import { noteAct, withTrail } from '../../common/store/trail'
import { findGuardian } from './found-guardian'

export const markCommittee: Handler<'committee.mark'> = async ({ guardian: meant, member }, session) => {
  const found = await findGuardian(session.person, meant)
  if (!found) return refuse('FORBIDDEN')
  const { child, guardian, headTeacher } = found
  const been = findCall(child.trail, session)
  if (been === 'other') return refuseReused()
  // A late repeat does not mark anew what has been marked otherwise since.
  if (been === 'repeat' || Boolean(guardian.committee) === member) return succeed({})
  const at = child.guardians.findIndex(({ openid }) => openid === guardian.openid)
  const changed = await children.update(
    { _id: child._id, [`guardians.${at}.openid`]: guardian.openid },
    withTrail(
      { $set: { [`guardians.${at}.committee`]: member } },
      noteAct(session, headTeacher.role, 'committee.mark', { member }),
    ),
  )
  return changed ? succeed({}) : refuse('TRY_AGAIN')
}

interface Before {
  supervisor?: { openid: string }
  trail: Trace[]
}

/**
 * The one before gives it up first; then the class names the new one, and only then may they read. Of two namings at once
 * one decides.
 */
export const nameSupervisor: Handler<'supervisor.name'> = async ({ guardian: meant }, session) => {
  const { person, now } = session
  const found = await findGuardian(person, meant)
  if (!found) return refuse('FORBIDDEN')
  const { child, guardian, headTeacher } = found
  if (!guardian.committee) return refuse('NOT_COMMITTEE', { rule: 'M06' })
  const { classId } = child
  const key = `supervisor:${classId}`
  const supervisor = { openid: guardian.openid, card: guardian.card, since: now }
  const act = noteAct(session, headTeacher.role, 'supervisor.name')
  const before = await classes.find<Before>(classId, { supervisor: 1, trail: 1 })
  const been = findCall(before?.trail, session)
  if (been === 'other') return refuseReused()
  const previous = before?.supervisor?.openid
  if (previous !== guardian.openid) {
    // This very call has named them once, and somebody else has been named since.
    if (been === 'repeat') return refuse('TRY_AGAIN')
    if (previous) await revokeIdentity(previous, key, now)
    const named = await classes.update(
      { _id: classId, 'supervisor.openid': previous ?? { $exists: false } },
      withTrail({ $set: { supervisor } }, act),
    )
    if (!named) return refuse('TRY_AGAIN')
  }
  const { schoolId, schoolName, schoolKind, className } = headTeacher
  const identity: Identity = {
    ...{ key, role: 'supervisor', schoolId, schoolName, schoolKind, classId, className, card: guardian.card },
  }
  await grantIdentity(guardian.openid, identity, now, true)
  // Somebody else may have been named between the class and the person: then this one gives it up again.
  const after = await classes.find<Pick<Before, 'supervisor'>>(classId, { supervisor: 1 })
  if (after?.supervisor?.openid === guardian.openid) return succeed({})
  await revokeIdentity(guardian.openid, key, now)
  return refuse('TRY_AGAIN')
}
