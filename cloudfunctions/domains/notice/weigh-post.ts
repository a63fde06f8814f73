// Decides what is known of a post before it goes on its way: what the pact says, what WeChat says, which files it has.
import type { Awaits, Identity, Instant, NoticeDraft, Reason } from '@class-pact/core/contract'
import { latestDeadline } from '@class-pact/core/calendar'
import { judge, postOfNotice, type JudgeContext, type Judgement, type Post } from '@class-pact/core/judge'
import { awaitsOf, isDocumentReviewed, misfitOfKind, placeNotice, type Placement } from '@class-pact/core/notice'
import type { Session } from '../../common/call/handlers'
import { refuse, type Refusal } from '../../common/call/results'
import { keptFolder } from '../../common/files/places'
import { takeDocuments } from '../../common/files/take-documents'
import { dropFiles, takeFiles } from '../../common/files/take-files'
import type { CheckResult, KeptFile } from '../../common/store/documents'
import { noteAct } from '../../common/store/trail'
import { checkReason, fileReason, mediaReason } from '../../common/wechat/check-reasons'
import { requestMediaCheck } from '../../common/wechat/media-check'
import { findPermit, usePermit } from '../bureau'
import { isOnlyLeader } from '../school'
import type { NoticeDoc } from './documents'
import type { FoundAudience } from './find-audience'
import { keepVerdict } from './keep-verdict'
import { judgeKind } from './kind-reasons'
import { openPhotoCodes } from './photo-codes'
import { isLeader } from './speaker'
import { settleReview } from './settle-review'
import { surroundingsOf } from './surroundings'

/** A post that may go on its way: at once, later, or after a person has looked at it. */
export interface Weighed {
  /** As it is stored: what it names lies in the notice's own folder. */
  draft: NoticeDraft
  files: KeptFile[]
  documents: KeptFile[]
  reasons: Reason[]
  check: CheckResult
  media: NoticeDoc['media']
  placement: Placement
  /** Held for the word of somebody in particular. */
  awaits?: Awaits
  /** A fee of the only leader: nobody else could approve it (C37). */
  approver?: string
  /** The judge refuses it, and its author asks for a person's look. */
  asksReview?: true
}

interface Weighing {
  noticeId: string
  version: number
  session: Session & { ask: () => Promise<{ check: CheckResult }> }
  speaker: Identity
  facts: FoundAudience
  /** What others read beside the draft: what a correction says of itself. */
  more?: Post['more']
  /** 请人工看 */
  review?: boolean
}

/**
 * Weighs a post, a new one or another version of one. What is refused leaves a verdict and nothing else (X03); of what
 * goes on, the files are taken: the caller stores the notice, or finds it stored by the same call.
 */
export async function weighPost(draft: NoticeDraft, weighing: Weighing): Promise<({ ok: true } & Weighed) | Refusal> {
  const { noticeId, version, session, speaker, facts, more, review = false } = weighing
  const { openid, now } = session
  const misfit = misfitOfKind(draft, speaker.role)
  if (misfit) return refuse('INPUT_INVALID', { field: misfit })
  const secondLeader = isLeader(speaker.role) && !isOnlyLeader(facts.school, openid)
  const judgeWith = (seen?: JudgeContext['codes']) =>
    settleReview(
      judgeKind(judgeDraft(draft, { speaker, facts, more, secondLeader, codes: seen }, now), draft, facts.pact),
      review,
    )
  let judgement = judgeWith()
  const late = refuseDeadline(draft, judgement.releaseAt ?? now, now)
  if (late) return late
  const check = isRefused(judgement) ? undefined : (await session.ask()).check
  const reasons = [(check && checkReason(check, facts.pact)) ?? [], judgement.reasons].flat()
  const judged = {
    noticeId: version === 1 ? noticeId : `${noticeId}:${version}`,
    schoolId: speaker.schoolId,
    classIds: facts.classes.map(({ _id }) => _id),
    author: { openid, role: speaker.role },
    draft,
    reasons,
    check,
    at: now,
  }
  const refusePost = async () => {
    await keepVerdict('refuse', judged)
    return refuse('POST_REFUSED', { rule: reasons[0]?.rule, cite: reasons[0]?.cite, reasons })
  }
  if (!check || check.suggest === 'risky') return refusePost()
  const permit = draft.permission
    ? await findPermit({ schoolId: speaker.schoolId, number: draft.permission, noticeId }, now)
    : undefined
  if (permit && 'why' in permit) return refusePermission(permit.why)

  const into = keptFolder('notices', version === 1 ? noticeId : `${noticeId}/${version}`)
  const { codes, doubtful, look } = openPhotoCodes()
  const field = (index: number) => `photos.${index}`
  const taken = await takeFiles(draft.photos, { openid, purpose: 'photo', into, field, look })
  if (!taken.ok) return taken
  const photos = taken.files.map(({ fileId }) => fileId)
  if (codes.length > 0) {
    judgement = judgeWith(codes)
    reasons.splice(0, reasons.length, ...[checkReason(check, facts.pact) ?? [], judgement.reasons].flat())
    if (isRefused(judgement)) {
      await dropFiles(photos)
      return refusePost()
    }
  }
  const attached = await takeDocuments(
    (draft.documents ?? []).map(({ fileId }) => fileId),
    { openid, into },
  )
  if (!attached.ok) return attached
  const documents = draft.documents?.map((each, index) => ({ ...each, fileId: attached.files[index]?.fileId ?? '' }))

  const media = await requestMediaCheck(openid, photos)
  const unread = [...doubtful, ...(isDocumentReviewed(draft, speaker.role) ? ['documents'] : [])]
  if (unread.length > 0) reasons.push(fileReason(facts.pact, unread))
  else if (media.some(({ suggest }) => suggest === 'review')) reasons.push(mediaReason(facts.pact))
  const placement = placeNotice(
    {
      verdict: unread.length > 0 ? 'hold' : judgement.verdict,
      text: check.suggest,
      media: media.map(({ suggest }) => suggest),
      releaseAt: judgement.releaseAt,
    },
    now,
  )
  const used = !permit || (await usePermit(permit.permit, noticeId, noteAct(session, speaker.role, 'notice.publish')))
  if (!used) {
    await dropFiles([...photos, ...attached.files.map(({ fileId }) => fileId)])
    return refusePermission('used')
  }
  if (placement.state === 'held') await keepVerdict('hold', judged)
  const awaits = placement.state === 'held' ? awaitsOf(reasons, speaker.role) : undefined
  return {
    ok: true,
    draft: { ...draft, photos, ...(documents && { documents }) },
    files: taken.files,
    documents: attached.files,
    ...{ reasons, check, media, placement },
    ...(awaits && { awaits }),
    ...(judgement.asksReview && { asksReview: true as const }),
    ...(draft.kind === 'fee' && !awaits && placement.state !== 'refused' && { approver: speaker.card }),
  }
}

/** The bureau did not issue it to this school, or it does not hold today, or another notice has used it (C16). */
const refusePermission = (why: string) =>
  refuse('PERMISSION_UNKNOWN', { rule: 'C16', field: 'permission', facts: { why } })

const isRefused = ({ verdict }: Judgement) => verdict === 'refuse' || verdict === 'deflect'

/** Nobody gets a notice that is overdue when it arrives, nor one that waits for years. */
function refuseDeadline({ deadline }: NoticeDraft, arrivesAt: Instant, now: Instant): Refusal | undefined {
  if (deadline === undefined) return undefined
  if (deadline <= arrivesAt) return refuse('INPUT_INVALID', { field: 'deadline' })
  const latest = latestDeadline(now)
  return deadline > latest ? refuse('INPUT_INVALID', { field: 'deadline', until: latest }) : undefined
}

function judgeDraft(
  draft: NoticeDraft,
  {
    speaker,
    facts,
    more = [],
    secondLeader,
    codes,
  }: Pick<Weighing, 'speaker' | 'facts' | 'more'> & { secondLeader: boolean; codes?: JudgeContext['codes'] },
  now: Instant,
): Judgement {
  const post = postOfNotice(draft, speaker.role)
  const roster = facts.classes.flatMap((each) => each.roster)
  const known = new Set(roster.map(({ name }) => name))
  const elsewhere = facts.elsewhere.filter(({ name }) => !known.has(name))
  return judge(
    more.length > 0 ? { ...post, more: [...(post.more ?? []), ...more] } : post,
    {
      ...surroundingsOf(draft, roster),
      roster: [...roster, ...elsewhere],
      calendar: facts.school.calendar,
      previous: facts.previous,
      weekCount: facts.weekCount,
      secondLeader,
      ...(codes && { codes }),
    },
    facts.pact,
    now,
  )
}
