// Decides what an author is told of a post: where it stands and why, and how many a message reaches.
import { VERDICTS, type NoticePublished, type Reason, type Verdict } from '@class-pact/core/contract'
import { isOnlyLeader, type SchoolDoc } from '../school'
import { colleaguesOf } from '../task'
import type { AudienceFacts } from './audience'
import type { NoticeDoc } from './documents'

/** As it was taken, also when the same call comes again. */
export function report(notice: NoticeDoc, facts: AudienceFacts): NoticePublished {
  const { families, credited, school } = facts
  const told = new Set([...families.values()].flat().concat(colleaguesOf(notice, facts).map(({ openid }) => openid)))
  const reminded = [...told].filter((openid) => credited.has(openid)).length
  return {
    noticeId: notice._id,
    classIds: notice.classes.map(({ classId }) => classId),
    state: notice.state,
    verdict: worstOf(notice.reasons),
    reasons: notice.reasons,
    releaseAt: notice.releaseAt,
    ...(hasNoReviewer(notice, school) && { noReviewer: true }),
    ...(notice.state === 'held' && notice.awaits && { awaits: notice.awaits }),
    gap: notice.gap,
    push: { reminded, notReminded: told.size - reminded },
  }
}

/** Held, and nobody but its author could look at it (G01). */
export function hasNoReviewer(
  { state, author }: Pick<NoticeDoc, 'state' | 'author'>,
  school: Pick<SchoolDoc, 'principals' | 'office'>,
): boolean {
  return state === 'held' && isOnlyLeader(school, author.openid)
}

function worstOf(reasons: readonly Reason[]): Verdict {
  return reasons.reduce<Verdict>(
    (worst, { verdict }) => (VERDICTS.indexOf(verdict) > VERDICTS.indexOf(worst) ? verdict : worst),
    'allow',
  )
}
