// Decides who may write to many under a school's pact, before a word of it is judged (G01).
import type { Identity, NoticeDraft, Reason } from '@class-pact/core/contract'
import { addressedOf, misfitFor } from '@class-pact/core/notice'
import { citeRule, publishingOf, RULES, settingsOf } from '@class-pact/core/pact'
import { refuse, type Refusal } from '../../common/call/results'
import type { FoundAudience } from './find-audience'

interface Speaking {
  openid: string
  identity: Identity
  found: FoundAudience
}

/** Whoever the pact does not name as a publisher writes to one family at most (G01, C24). */
export function refuseUnable(
  { audience }: Pick<NoticeDraft, 'audience'>,
  { identity, found: { pact } }: Speaking,
): Refusal | undefined {
  if (audience.to === 'child' || publishingOf(pact, identity.role) !== 'none') return undefined
  const cite = citeRule(pact, 'G01')
  const reason: Reason = {
    ...{ rule: 'G01', verdict: 'refuse', cite, spans: [] },
    ...{ wayOut: RULES.G01.wayOut, params: settingsOf('G01', pact.rules['G01'] ?? {}) },
  }
  return refuse('POST_REFUSED', { rule: 'G01', cite, reasons: [reason] })
}

/** What goes to the staff and what goes to families differ; colleagues named by marks are all there. */
export function refuseMisfit(
  draft: Pick<NoticeDraft, 'audience' | 'kind' | 'replyMode'>,
  { openid, found: { staff = [] } }: Speaking,
): Refusal | undefined {
  const field = misfitFor(draft)
  if (field) return refuse('INPUT_INVALID', { field })
  const { audience } = draft
  if (audience.to !== 'staff') return undefined
  const { whom } = audience
  const found = addressedOf(staff, whom).filter((each) => each.openid !== openid)
  const isShort = typeof whom === 'object' && 'chosen' in whom && found.length < whom.chosen.length
  return found.length === 0 || isShort ? refuse('INPUT_INVALID', { field: 'audience.whom' }) : undefined
}
