// Decides how an example reads to the principal: what was written and as what, never by whom.
import type { Misjudgement } from '@class-pact/core/contract'
import type { MisjudgementDoc } from './documents'

export function describeMisjudgement(found: MisjudgementDoc): Misjudgement {
  const { _id: misjudgementId, rule, pactVersion, verdict, kind, role, text, textCheck, at, state } = found
  const answered = state === 'open' ? {} : { agreed: state === 'agreed' }
  return {
    misjudgementId,
    rule,
    pactVersion,
    verdict,
    kind,
    role,
    text,
    at,
    ...(textCheck && { doubted: true }),
    ...answered,
  }
}
