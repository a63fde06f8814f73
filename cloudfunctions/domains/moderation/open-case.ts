// Decides how a case begins: about a guardian of the own class, under a rule, with what happened; one at a time (G04).
import { ladderOf, leadersFrom, risesOf } from '@class-pact/core/moderation'
import { isRuleId, risingDays } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import type { FoundGuardian } from '../class'
import { riseDuty } from './case-duty'
import { cases, slotOf } from './cases'
import type { CaseDoc } from './documents'
import { noteAct, startTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { describeCase } from './describe-case'

export const openCase: Handler<'case.open', FoundGuardian> = async ({ rule }, session) => {
  const { openid, requestId, now, identity: opener } = session
  if (!isRuleId(rule)) return refuse('INPUT_INVALID', { field: 'rule' })
  const { child, guardian, pact, calendar } = session.found
  // Nobody leads a case about themselves: a teacher's own child is in many classes.
  if (guardian.openid === openid) return refuse('FORBIDDEN')

  const {
    input: { evidence },
    check,
  } = await session.ask()
  const evidenceCheck = doubtOf(check)
  const ladder = ladderOf(pact)
  const days = risingDays(pact)
  const rises = days && risesOf(days, now, calendar)
  const duty = rises && riseDuty({ state: 'open', rises })
  const opened: CaseDoc = {
    _id: deriveId('case', openid, requestId),
    schoolId: child.schoolId,
    classId: child.classId,
    className: opener.className ?? '',
    childId: child._id,
    childName: child.name,
    guardian: { openid: guardian.openid, card: guardian.card },
    rule,
    evidence,
    ...(evidenceCheck && { evidenceCheck }),
    state: 'open',
    callDigest: session.digest,
    steps: [],
    openedAt: now,
    openedBy: opener.card,
    ...(opener.role === 'teacher' && { opener: openid }),
    ladder,
    ...(rises && { rises }),
    ...(duty && { duty }),
    leadersAt: leadersFrom({ openedAt: now, ladder, ...(rises && { rises }) }),
    slot: slotOf(child.classId, guardian.openid),
    ...startTrail(noteAct(session, opener.role, 'case.open', { rule })),
  }
  if (await cases.insert(opened)) return succeed(describeCase(opened, child.guardians, opener, now))
  const earlier = await cases.find(opened._id)
  if (!earlier) return refuse('CASE_OPEN')
  if (findFounding(earlier, session) === 'other') return refuseReused()
  return succeed(describeCase(earlier, child.guardians, opener, now))
}
