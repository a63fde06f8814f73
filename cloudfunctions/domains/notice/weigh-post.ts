// Decides what is known of a post before it goes on its way: what the pact says, what WeChat says, which files it has.
import type { Identity, Instant, NoticeDraft, Reason } from '@class-pact/core/contract'
import { latestDeadline } from '@class-pact/core/calendar'
import { judge, postOfNotice, type Judgement, type Post } from '@class-pact/core/judge'
import { awaitsOf, misfitOfKind, placeNotice, type Awaits, type Placement } from '@class-pact/core/notice'
import type { Session } from '../../common/call/handlers'
import { refuse, type Refusal } from '../../common/call/results'
import { keptFolder } from '../../common/files/places'
import { takeFiles } from '../../common/files/take-files'
import type { CheckResult, KeptFile } from '../../common/store/documents'
import { checkReason, mediaReason } from '../../common/wechat/check-reasons'
import { requestMediaCheck } from '../../common/wechat/media-check'
import { isOnlyLeader } from '../school'
import type { NoticeDoc } from './documents'
import type { FoundAudience } from './find-audience'
import { keepVerdict } from './keep-verdict'
import { judgeKind } from './kind-reasons'
import { isLeader } from './speaker'
import { surroundingsOf } from './surroundings'

/** A post that may go on its way: at once, later, or after a person has looked at it. */
export interface Weighed {
  /** As it is stored: what it names lies in the notice's own folder. */
  draft: NoticeDraft
  files: KeptFile[]
  reasons: Reason[]
  check: CheckResult
  media: NoticeDoc['media']
  placement: Placement
  /** Held for the word of somebody in particular. */
  awaits?: Awaits
  /** A fee of the only leader: nobody else could approve it (C37). */
  approver?: string
}

interface Weighing {
  noticeId: string
  version: number
  session: Session & { ask: () => Promise<{ check: CheckResult }> }
  speaker: Identity
  facts: FoundAudience
  /** What others read beside the draft: what a correction says of itself. */
  more?: Post['more']
}

/**
 * Weighs a post, a new one or another version of one. What is refused leaves a verdict and nothing else (X03); of what
 * goes on, the files are taken: the caller stores the notice, or finds it stored by the same call.
 */
export async function weighPost(draft: NoticeDraft, weighing: Weighing): Promise<({ ok: true } & Weighed) | Refusal> {
  const { noticeId, version, session, speaker, facts, more } = weighing
  const { openid, now } = session
  const misfit = misfitOfKind(draft, speaker.role)
  if (misfit) return refuse('INPUT_INVALID', { field: misfit })
  const secondLeader = isLeader(speaker.role) && !isOnlyLeader(facts.school, openid)
  const judgement = judgeKind(judgeDraft(draft, { speaker, facts, more, secondLeader }, now), draft, facts.pact)
  const late = refuseDeadline(draft, judgement.releaseAt ?? now, now)
  if (late) return late
  const isRefused = judgement.verdict === 'refuse' || judgement.verdict === 'deflect'
  const check = isRefused ? undefined : (await session.ask()).check
  const reasons = [(check && checkReason(check, facts.pact.version)) ?? [], judgement.reasons].flat()
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
  if (!check || check.suggest === 'risky') {
    await keepVerdict('refuse', judged)
    return refuse('POST_REFUSED', { rule: reasons[0]?.rule, cite: reasons[0]?.cite, reasons })
  }

  const into = keptFolder('notices', version === 1 ? noticeId : `${noticeId}/${version}`)
  const taken = await takeFiles(draft.photos, { openid, purpose: 'photo', into, field: (index) => `photos.${index}` })
  if (!taken.ok) return taken
  const photos = taken.files.map(({ fileId }) => fileId)
  const media = await requestMediaCheck(openid, photos)
  if (media.some(({ suggest }) => suggest === 'review')) reasons.push(mediaReason(facts.pact.version))
  const placement = placeNotice(
    {
      verdict: judgement.verdict,
      text: check.suggest,
      media: media.map(({ suggest }) => suggest),
      releaseAt: judgement.releaseAt,
    },
    now,
  )
  if (placement.state === 'held') await keepVerdict('hold', judged)
  const awaits = placement.state === 'held' ? awaitsOf(reasons, speaker.role) : undefined
  return {
    ...{ ok: true, draft: { ...draft, photos }, files: taken.files, reasons, check, media, placement },
    ...(awaits && { awaits }),
    ...(draft.kind === 'fee' && !awaits && placement.state !== 'refused' && { approver: speaker.card }),
  }
}

/** Nobody gets a notice that is overdue when it arrives, nor one that waits for years. */
function refuseDeadline({ deadline }: NoticeDraft, arrivesAt: Instant, now: Instant): Refusal | undefined {
  if (deadline === undefined) return undefined
  if (deadline <= arrivesAt) return refuse('INPUT_INVALID', { field: 'deadline' })
  const latest = latestDeadline(now)
  return deadline > latest ? refuse('INPUT_INVALID', { field: 'deadline', until: latest }) : undefined
}

function judgeDraft(
  draft: NoticeDraft,
  { speaker, facts, more = [], secondLeader }: Pick<Weighing, 'speaker' | 'facts' | 'more'> & { secondLeader: boolean },
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
    },
    facts.pact,
    now,
  )
}
