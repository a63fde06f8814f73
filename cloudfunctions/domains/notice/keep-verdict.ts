// Decides what is kept of a refused or held post: who, which rules, which labels, a digest; never the text (X03, G11).
import { createHash } from 'node:crypto'
import type { Instant, NoticeDraft, Reason, Role } from '@class-pact/core/contract'
import { deriveId } from '../../common/ids'
import type { CheckResult } from '../../common/store/documents'
import type { VerdictDoc } from './documents'
import { verdicts } from './verdicts'

export interface Judged {
  noticeId: string
  schoolId: string
  classIds: string[]
  author: { openid: string; role: Role }
  draft: Pick<NoticeDraft, 'title' | 'body'>
  reasons: readonly Reason[]
  check?: CheckResult
  at: Instant
}

/** Written before the notice changes, under an id of the notice: a repeat keeps it once, and a crash loses none. */
export async function keepVerdict(verdict: VerdictDoc['verdict'], judged: Judged): Promise<void> {
  const { noticeId, schoolId, classIds, author, draft, reasons, check, at } = judged
  const decisive = reasons.filter((reason) => (reason.verdict === 'deflect' ? 'refuse' : reason.verdict) === verdict)
  await verdicts.insert({
    _id: deriveId('verdict', verdict, noticeId),
    schoolId,
    classIds,
    authorOpenid: author.openid,
    role: author.role,
    rules: [...new Set(decisive.map(({ rule }) => rule))],
    verdict,
    labels: check?.label === undefined ? [] : [check.label],
    digest: createHash('sha256').update(`${draft.title}\n${draft.body}`).digest('hex'),
    at,
  })
}
