// Decides what becomes of a post on its way out: refused, held, checking, queued or published (design.md 5).
import type { NoticeDraft } from '@class-pact/core/contract'
import { findFormFault, isStopped, settleReply } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { discardUploads } from '../../common/files/take-files'
import { deriveId } from '../../common/ids'
import { composeNotice } from './compose-notice'
import type { NoticeDoc } from './documents'
import { refuseSecondFeedback } from './feedback'
import type { FoundAudience } from './find-audience'
import { notices } from './notices'
import { openReceipts } from './open-receipts'
import { refuseMisfit, refuseUnable } from './publishers'
import { report } from './report'
import { weighPost } from './weigh-post'

export const publish: Handler<'notice.publish', FoundAudience> = async ({ review, ...input }, session) => {
  const { openid, requestId, identity: speaker, found: facts } = session
  const noticeId = deriveId(openid, requestId)
  const answerAgain = (earlier: NoticeDoc) =>
    findFounding(earlier, session) === 'other' ? refuseReused() : succeed(report(earlier, facts))
  const answerEarlier = async (otherwise: Refusal) => {
    const earlier = await notices.find(noticeId)
    return earlier ? answerAgain(earlier) : otherwise
  }
  if (facts.repeated) return answerAgain(facts.repeated)
  const level = facts.school.stop?.level
  if (isStopped(level, speaker.role))
    return refuse('PUBLISHING_STOPPED', { rule: 'G19', facts: { level: level ?? '' } })

  const unable = refuseUnable(input, session) ?? refuseMisfit(input, session)
  if (unable) return unable

  const { missingPlan } = facts
  if (missingPlan) {
    const { register, title, classId } = missingPlan
    return refuse('PLAN_NEEDED', { rule: 'H03', facts: { title, register, classId, schoolId: facts.school._id } })
  }

  const draft: NoticeDraft = { ...input, replyMode: settleReply(input).replyMode }
  const fault = findFormFault(draft)
  if (fault) return refuse('INPUT_INVALID', { rule: 'N04', field: fault })
  const second = await refuseSecondFeedback(draft, noticeId, facts.school, session.now)
  if (second) return second
  const weighed = await weighPost(draft, { noticeId, version: 1, session, speaker, facts, review })
  // The same call at the same moment may have taken the files already.
  if (!weighed.ok) return weighed.error.code === 'POST_REFUSED' ? weighed : answerEarlier(weighed)
  const notice = composeNotice({ noticeId, session, speaker, facts }, weighed)
  if (!(await notices.insert(notice))) return answerEarlier(refuse('TRY_AGAIN'))
  await discardUploads([...input.photos, ...(input.documents ?? []).map(({ fileId }) => fileId)])
  if (isPublished(notice)) await openReceipts(notice, facts)
  return succeed(report(notice, facts))
}

const isPublished = (notice: NoticeDoc): notice is NoticeDoc & { publishedAt: number } =>
  notice.state === 'published' && notice.publishedAt !== undefined
