// Decides what becomes of a correction: weighed as a new post, its words stand at once or wait as a post (N11, T13).
import { limits, type NoticeAmended, type NoticeDraft, type Role } from '@class-pact/core/contract'
import { changedMeaning, isStopped, settleReply, wantsReply } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findCall, findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { discardUploads } from '../../common/files/take-files'
import { deriveId } from '../../common/ids'
import { noteAct, startTrail } from '../../common/store/trail'
import { replaceWords, type Correction } from './apply-words'
import { composeNotice } from './compose-notice'
import type { NoticeDoc } from './documents'
import type { FoundToAmend } from './find-to-amend'
import { notices } from './notices'
import { report } from './report'
import { weighPost, type Weighed } from './weigh-post'

export const amend: Handler<'notice.amend', FoundToAmend> = async (input, session) => {
  const { openid, requestId, now, identity: speaker, found: facts } = session
  const { amended: notice, repeated } = facts
  const correctionId = deriveId(openid, requestId)
  const been = repeated ? findFounding(repeated, session) : findCall(notice.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(reportAmended(repeated ?? notice, facts))
  const refusal = refuseAmending(notice, input.version, facts, speaker.role)
  if (refusal) return refusal

  const draft = redraft(notice.draft, input)
  const meaning = changedMeaning(notice.draft, draft)
  if (meaning.includes('time') && !input.note) return refuse('INPUT_INVALID', { field: 'note', rule: 'T13' })
  const asksAgain = wantsReply(settleReply(draft).replyMode) && (input.asksAgain || meaning.length > 0)

  const kept = new Set(notice.draft.photos)
  const asked = { done: undefined as ReturnType<typeof session.ask> | undefined }
  const ask = () => (asked.done ??= session.ask())
  // A deadline that has passed is not moved by mending a word.
  const isPassed = draft.deadline !== undefined && draft.deadline === notice.draft.deadline && draft.deadline <= now
  const weighing = {
    ...{ noticeId: notice._id, version: notice.version + 1, session: { ...session, ask }, speaker },
    // A correction is no further notice of the week (T12).
    facts: { ...facts, weekCount: 0 },
    review: input.review,
    ...(input.note && { more: [{ field: 'note', text: input.note }] }),
  }
  const weighed = await weighPost(
    {
      ...draft,
      photos: draft.photos.filter((photo) => !kept.has(photo)),
      ...(isPassed && { deadline: undefined }),
    },
    weighing,
  )
  if (!weighed.ok) return weighed
  const { note } = (await ask()).input
  const whole = withKept(notice, draft, weighed)
  const composed = composeNotice({ noticeId: correctionId, session, speaker, facts }, whole)
  const amends = { noticeId: notice._id, version: notice.version, asksAgain, ...(note && { note }) }
  const act = noteAct(session, speaker.role, 'notice.amend', {
    state: composed.state,
    asksAgain,
    ...(composed.urgent && { urgent: composed.urgent.cause, reason: composed.urgent.reason }),
  })
  const correction: NoticeDoc = {
    ...composed,
    ...{ issuer: notice.issuer, source: notice.source, version: notice.version + 1, amends },
    ...startTrail(act),
  }
  if (correction.state === 'published') {
    if (!(await replaceWords(notice, correction, { rules: facts, act }))) return refuseOutrun(notice._id)
  } else if (!(await notices.insert(correction))) return refuse('TRY_AGAIN')
  await discardUploads(input.photos)
  return succeed(reportAmended(correction, facts))
}

function refuseAmending(notice: NoticeDoc, version: number, { school }: FoundToAmend, role: Role): Refusal | undefined {
  const level = school.stop?.level
  if (isStopped(level, role)) return refuse('PUBLISHING_STOPPED', { rule: 'G19', facts: { level: level ?? '' } })
  if (notice.state !== 'published') return refuse('NOTICE_STATE', { facts: { state: notice.state } })
  if (notice.version !== version) return refuse('NOTICE_CHANGED')
  return version >= limits.VERSIONS_MAX ? refuse('TOO_MANY') : undefined
}

/** Kind, audience and reply stay; what is not given is gone. */
function redraft(
  before: NoticeDraft,
  { title, body, deadline, event, photos, urgent }: Pick<NoticeDraft, keyof NoticeDraft & keyof Words>,
): NoticeDraft {
  return { ...before, title, body, deadline, event, photos, urgent }
}
type Words = Record<'title' | 'body' | 'deadline' | 'event' | 'photos' | 'urgent', unknown>

/** Photos that stay are where they were, looked at already; the new ones stand where the author put them. */
function withKept(notice: NoticeDoc, draft: NoticeDraft, weighed: Weighed): Weighed {
  const fresh = [...weighed.draft.photos]
  const kept = new Set(notice.draft.photos)
  const photos = draft.photos.flatMap((photo) => (kept.has(photo) ? photo : (fresh.shift() ?? [])))
  const stay = draft.photos.filter((photo) => kept.has(photo))
  return {
    ...weighed,
    draft: { ...draft, photos },
    files: [...(notice.files ?? []).filter(({ fileId }) => stay.includes(fileId)), ...weighed.files],
    media: [...stay.map((fileId) => ({ fileId, traceId: '', suggest: 'pass' as const })), ...weighed.media],
  }
}

/** Another correction, or a withdrawal, was quicker. */
async function refuseOutrun(noticeId: string): Promise<Refusal> {
  const found = await notices.find<Pick<NoticeDoc, 'state'>>(noticeId, { state: 1 })
  if (found && found.state !== 'published') return refuse('NOTICE_STATE', { facts: { state: found.state } })
  return refuse('NOTICE_CHANGED')
}

/** Of the notice when its words stand, else of the correction that waits. */
function reportAmended(post: NoticeDoc & Pick<Correction, 'amends'>, facts: FoundToAmend): NoticeAmended {
  const asksAgain = post.amends?.asksAgain ?? post.amended?.asksAgain ?? false
  const isOut = post.state === 'published'
  const noticeId = isOut ? facts.amended._id : post._id
  return { ...report(post, facts), noticeId, version: post.version, asksAgain }
}
