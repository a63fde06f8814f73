// Decides which private words belong elsewhere: a leave into its form, a thank-you into a read mark (L01, C34).
import type { Pact } from '../pact/contract'
import type { Instant, Reason } from '../wire'
import type { Judge } from './judge'
import type { JudgeContext } from './types'

/** Rules on comments that hold for private words too, as far as the pact has them. */
export type Elsewhere = 'L01' | 'C34'

/** Pure; no name of the class matters here. */
export function findElsewhere(
  judge: Judge,
  body: string,
  known: JudgeContext,
  pact: Pact,
  now: Instant,
  wanted: readonly Elsewhere[],
): Reason[] {
  const rules = Object.fromEntries(wanted.flatMap((id) => (pact.rules[id] ? [[id, pact.rules[id]]] : [])))
  const asComment = { role: 'guardian', kind: 'comment', body, audience: 'class' } as const
  const { reasons } = judge(asComment, { ...known, roster: [], commentsOpen: true }, { ...pact, rules }, now)
  return reasons.filter(({ verdict, rule }) => verdict === 'deflect' && wanted.some((id) => id === rule))
}
