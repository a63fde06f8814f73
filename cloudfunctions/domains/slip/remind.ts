// Decides the one reminder by hand: in opening hours, to the families still missing; the scheduler sends it (N10).
import { missingChildren, wantsReply } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { readAudience, type AudienceFacts } from '../notice'
import type { SlipDoc } from './documents'
import { slips } from './store'
import { noteAct, withTrail } from '../../common/store/trail'
import { slipState } from './board'
import type { FoundSlip } from './find-slip'

export const remind: Handler<'slip.remind', FoundSlip> = async ({ classId }, session) => {
  const { now, identity, found } = session
  const { slip } = found
  const been = findCall(slip.trail, session)
  if (been === 'other') return refuseReused()
  const repeated = been === 'repeat'
  if (!repeated) {
    if (slip.state !== 'running') return refuse('NOTICE_STATE', { facts: { state: slipState(slip) } })
    if (!wantsReply(slip.replyMode)) return refuse('REPLY_NOT_WANTED', { rule: 'N05' })
    if (slip.remindedAt !== undefined) return refuse('REMINDED_ALREADY', { rule: 'N10' })
  }

  const audience = await readAudience({ schoolId: slip.schoolId, classIds: [classId] }, now)
  if (!audience) return refuse('FORBIDDEN')
  if (repeated) return succeed({ remindedAt: slip.remindedAt ?? now, ...countReminded(slip, audience) })
  const opening = nextOpening(now, identity.role, audience.pact, audience.school.calendar)
  if (opening > now) return refuse('OUT_OF_HOURS', { rule: 'N10', until: opening })

  const changed = await slips.update(
    { _id: slip._id, state: 'running', remindedAt: { $exists: false } },
    withTrail(
      { $set: { remindedAt: now, duty: { kind: 'remind', at: now, lease: 0, tries: 0 }, updatedAt: now } },
      noteAct(session, identity.role, 'slip.remind'),
    ),
  )
  if (!changed) return refuse('REMINDED_ALREADY', { rule: 'N10' })
  return succeed({ remindedAt: now, ...countReminded(slip, audience) })
}

function countReminded(slip: SlipDoc, { families, credited }: AudienceFacts) {
  const guardians = new Set(
    missingChildren(slip.entries, slip.signFrom).flatMap((childId) => families.get(childId) ?? []),
  )
  const reminded = [...guardians].filter((openid) => credited.has(openid)).length
  return { reminded, notReminded: guardians.size - reminded }
}
