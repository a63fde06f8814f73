// Decides what 请人工看 turns into a look: only what a person may let through, nothing that is proved (C05–C07).
import type { Reason } from '@class-pact/core/contract'
import type { Judgement } from '@class-pact/core/judge'

export interface Settled extends Judgement {
  /** Refused by the judge, held because its author asks for a person's look. */
  asksReview?: true
}

const isRefusal = ({ verdict }: Reason) => verdict === 'refuse' || verdict === 'deflect'

/** A post that is refused for reasons that all offer a person's look is held instead, if its author asks for that. */
export function settleReview(judgement: Judgement, review: boolean): Settled {
  const refusing = judgement.reasons.filter(isRefusal)
  const isOffered = refusing.length > 0 && refusing.every(({ wayOut }) => wayOut.includes('human_review'))
  if (!review || !isOffered) return judgement
  const reasons = judgement.reasons.map((reason) =>
    isRefusal(reason) ? { ...reason, verdict: 'hold' as const } : reason,
  )
  return { ...judgement, verdict: 'hold', reasons, asksReview: true }
}
