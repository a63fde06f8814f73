// Decides what somebody reads of the cases about them, wherever they belong now; a stranger finds none (G04, G05).
import type { Instant, OwnCase } from '@class-pact/core/contract'
import { holds, muteDays } from '@class-pact/core/moderation'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { cases } from './cases'
import { describeAppeal } from './describe-appeal'
import type { CaseDoc } from './documents'

/** Of one person, the latest: more than anybody has. */
const SHOWN_MOST = 20
/** Appeals of one case: as often as its ladder has steps, and nobody is worn down by more. */
const APPEALS_MOST = 6

export const readOwnCases: Handler<'case.own'> = async (_input, { openid, now }) => {
  const found = await cases.list(
    { 'guardian.openid': openid },
    { limit: SHOWN_MOST, order: [['openedAt', 'desc']], fields: { trail: 0, evidence: 0 } },
  )
  return succeed({ cases: found.map((each) => describeOwnCase(each, now)) })
}

export function describeOwnCase(found: CaseDoc, now: Instant): OwnCase {
  const { _id: caseId, className, rule, state, steps, ladder, appeals = [] } = found
  return {
    ...{ caseId, className, rule, state },
    steps: steps.map(({ step, at, until, lifted }) => ({ step, at, until, lifted, days: muteDays(step, ladder) })),
    appeals: appeals.map((appeal) => describeAppeal(appeal, 'writer')),
    mayAppeal: found.appealedAt === undefined && isAppealable(found, now),
  }
}

/** Whoever is muted or was asked to leave has something to appeal against; being spoken to ends by itself. */
export const isAppealable = ({ steps, appeals = [] }: CaseDoc, now: Instant): boolean =>
  appeals.length < APPEALS_MOST && steps.some((step) => holds(step, now))
