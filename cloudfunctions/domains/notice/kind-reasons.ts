// Decides which kinds a school has not allowed, whatever its rules on texts say: homework, praise to a class.
import { citeRule } from '@class-pact/core/pact'
import type { NoticeDraft, Pact, Reason } from '@class-pact/core/contract'
import type { Judgement } from '@class-pact/core/judge'

/** A kind the pact does not allow is refused, also by a pact that says nothing of it. */
export function judgeKind(judgement: Judgement, draft: Pick<NoticeDraft, 'kind' | 'audience'>, pact: Pact): Judgement {
  const reason = forbiddenKind(draft, pact)
  if (!reason || judgement.reasons.some(({ rule, verdict }) => rule === reason.rule && verdict === 'refuse')) {
    return judgement
  }
  return { ...judgement, verdict: 'refuse', reasons: [reason, ...judgement.reasons] }
}

function forbiddenKind({ kind, audience }: Pick<NoticeDraft, 'kind' | 'audience'>, pact: Pact): Reason | undefined {
  const { rules } = pact
  const refuse = (rule: string, field: string, wayOut: Reason['wayOut']): Reason => ({
    ...{ rule, verdict: 'refuse', wayOut },
    cite: citeRule(pact, rule),
    spans: [{ field, start: 0, end: 0 }],
  })
  if (kind === 'homework' && !rules['C21']) return refuse('C20', 'kind', ['edit'])
  const isPraised = rules['P04'] !== undefined && rules['P05'] === undefined
  if (kind === 'praise' && audience.to !== 'child' && !isPraised) {
    return refuse(rules['P05'] ? 'P05' : 'P04', 'audience', ['own_guardians'])
  }
  return undefined
}
