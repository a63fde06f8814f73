// Decides what is kept of a refused or held post: who, which rules, which labels, a digest; never the text (X03, G11).
import { createHash } from 'node:crypto'
import type { Identity, NoticeDraft, Reason } from '@class-pact/core/contract'
import type { Session } from '../../common/call/handlers'
import { deriveId } from '../../common/ids'
import type { AudienceFacts } from '../../common/notice/audience'
import type { CheckResult, VerdictDoc } from '../../common/store/documents'
import { verdicts } from '../../common/store/verdicts'

export interface Judged {
  session: Session
  speaker: Identity
  facts: AudienceFacts
  draft: NoticeDraft
  reasons: Reason[]
  check?: CheckResult
}

/** Written before the notice, under an id of the call: a repeat keeps it once, and a crash loses none. */
export async function keepVerdict(
  verdict: VerdictDoc['verdict'],
  { session, speaker, facts, draft, reasons, check }: Judged,
): Promise<void> {
  const decisive = reasons.filter((reason) =>
    verdict === 'hold' ? reason.verdict === 'hold' : reason.verdict === 'refuse' || reason.verdict === 'deflect',
  )
  await verdicts.insert({
    _id: deriveId('verdict', session.openid, session.requestId),
    schoolId: speaker.schoolId,
    classIds: facts.classes.map(({ _id }) => _id),
    authorOpenid: session.openid,
    role: speaker.role,
    rules: [...new Set(decisive.map(({ rule }) => rule))],
    verdict,
    labels: check?.label === undefined ? [] : [check.label],
    digest: createHash('sha256').update(`${draft.title}\n${draft.body}`).digest('hex'),
    at: session.now,
  })
}
