// Decides the shape of one example that a rule was wrong.
import type { CheckedWords, Instant, MisjudgedKind, MisjudgedVerdict, Role } from '@class-pact/core/contract'
import type { CheckResult, Founded, Trailed } from '../../common/store/documents'

export interface MisjudgementDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  rule: string
  pactVersion: number
  verdict: MisjudgedVerdict
  kind: MisjudgedKind
  role: Role
  /** Whoever wrote it: for their copy and their deletion, never shown. */
  openid: string
  text: CheckedWords
  textCheck?: CheckResult
  at: Instant
  state: 'open' | 'agreed' | 'disagreed'
}
