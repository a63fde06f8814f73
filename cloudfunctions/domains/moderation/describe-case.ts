// Decides how a case reads to whoever may see it, and what is still open in it.
import type { Case, Identity, Instant, Relation } from '@class-pact/core/contract'
import { canAct, deskOf, ladderStep, leadersFrom, muteDays } from '@class-pact/core/moderation'
import { describeAppeal } from './describe-appeal'
import type { CaseDoc } from './documents'
import type { ChildDoc } from '../class'
import { isLeader } from '../../common/call/scope'

export function describeCase(
  found: CaseDoc,
  guardians: ChildDoc['guardians'],
  reader: Pick<Identity, 'role'>,
  now: Instant,
): Case {
  const next = found.state === 'open' ? ladderStep(found.steps) : undefined
  return {
    caseId: found._id,
    classId: found.classId,
    className: found.className,
    childName: found.childName,
    card: found.guardian.card,
    rule: found.rule,
    evidence: found.evidence,
    evidenceDoubted: found.evidenceCheck !== undefined,
    state: found.state,
    steps: found.steps.map(({ step, at, by, words, until, lifted }) => ({
      ...{ step, at, by, words, until, lifted, days: muteDays(step, found.ladder) },
    })),
    appeals: (found.appeals ?? []).map((appeal) => describeAppeal(appeal, isLeader(reader) ? 'leader' : 'staff')),
    next,
    nextDays: next && muteDays(next, found.ladder),
    openedAt: found.openedAt,
    openedBy: found.openedBy,
    closed: found.closed && { at: found.closed.at, by: found.closed.by, words: found.closed.words },
    leadersFrom: leadersFrom(found),
    leadersAfterDays: found.ladder.leadersAfterDays,
    desk: deskOf(found, found.closed?.at ?? now),
    ...(found.rises && { rises: found.rises }),
    mine: canAct(found, reader.role, now),
    others: guardians
      .filter(({ openid }) => openid !== found.guardian.openid)
      .map(({ relation }): Relation => relation),
  }
}
