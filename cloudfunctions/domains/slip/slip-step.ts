// Decides how the one reminder of a slip goes out: in opening hours, to the families still missing (N10).
import { missingChildren, wantsReply } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { readAudience } from '../notice'
import type { Duty } from '../../common/store/documents'
import { amendedAs } from './amend-slips'
import type { SlipDoc } from './documents'
import { slips } from './store'
import { noticeMessage } from '../../common/wechat/messages'
import type { StepDone } from '../../common/call/duties'
import { pushAll } from '../reminder'

export async function stepSlip(slip: SlipDoc, duty: Duty, until: Instant): Promise<StepDone> {
  if (slip.state !== 'running' || !wantsReply(slip.replyMode)) return 'done'
  const now = readClock()
  const audience = await readAudience({ schoolId: slip.schoolId, classIds: [slip.classId] }, now)
  if (!audience) return 'done'

  const opening = nextOpening(now, 'head_teacher', audience.pact, audience.school.calendar)
  const isByHand = slip.remindedAt !== undefined
  if (opening > now) {
    const stillHelps = isByHand || slip.deadline === undefined || opening < slip.deadline
    return stillHelps ? { next: { kind: duty.kind, at: opening } } : 'done'
  }

  const missing = missingChildren(slip.entries, slip.signFrom)
  if (missing.length === 0) return 'done'
  if (!isByHand) await slips.update({ _id: slip._id, remindedAt: { $exists: false } }, { $set: { remindedAt: now } })
  const openids = new Set(missing.flatMap((childId) => audience.families.get(childId) ?? []))
  const message = noticeMessage({ ...slip, amended: amendedAs(slip) })
  const recipients = [...openids]
    .filter((openid) => audience.credited.has(openid))
    .map((openid) => ({ openid, message }))
  // Another version is reminded of anew (N11).
  const suffix = slip.version > 1 ? `remind:${slip.version}` : 'remind'
  const occasion = { schoolId: slip.schoolId, about: slip.noticeId, suffix }
  return (await pushAll(occasion, recipients, until)) ? 'done' : { next: { kind: duty.kind, at: readClock() } }
}
