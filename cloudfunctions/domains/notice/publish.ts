// Decides what becomes of a post on its way out: refused, held, checking, queued or published (design.md 5).
import type { Identity, NoticeDraft, Reason } from '@class-pact/core/contract'
import { composeIssuer, isStopped, placeNotice, settleReply, type Placement } from '@class-pact/core/notice'
import { beijingDay, gapOf, latestDeadline } from '@class-pact/core/calendar'
import { judge, postOfNotice, type Judgement } from '@class-pact/core/judge'
import { quietRules } from '@class-pact/core/pact'
import type { Handler, Session } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { keptFolder } from '../../common/files/places'
import { discardUploads, takeFiles } from '../../common/files/take-files'
import { deriveId } from '../../common/ids'
import type { CheckResult, KeptFile } from '../../common/store/documents'
import { noteAct, startTrail } from '../../common/store/trail'
import { checkReason, mediaReason } from '../../common/wechat/check-reasons'
import { requestMediaCheck } from '../../common/wechat/media-check'
import { openSlips, planSlips } from '../slip'
import type { NoticeDoc } from './documents'
import type { FoundAudience } from './find-audience'
import { keepVerdict } from './keep-verdict'
import { notices } from './notices'
import { report } from './report'
import { isLeader, sourceOf } from './speaker'
import { surroundingsOf } from './surroundings'

export const publish: Handler<'notice.publish', FoundAudience> = async (input, session) => {
  const { openid, requestId, now, identity: speaker, found: facts } = session
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

  const draft: NoticeDraft = { ...input, replyMode: settleReply(input).replyMode }
  const judgement = judgeDraft(draft, speaker, facts, now)
  // Nobody gets a notice that is overdue when it arrives, nor one that waits for years.
  const { deadline = Infinity } = draft
  if (deadline <= (judgement.releaseAt ?? now)) return refuse('INPUT_INVALID', { field: 'deadline' })
  const latest = latestDeadline(now)
  if (draft.deadline !== undefined && deadline > latest) {
    return refuse('INPUT_INVALID', { field: 'deadline', until: latest })
  }
  const isRefused = judgement.verdict === 'refuse' || judgement.verdict === 'deflect'
  const check = isRefused ? undefined : (await session.ask()).check
  const reasons = [(check && checkReason(check, facts.pact.version)) ?? [], judgement.reasons].flat()
  const judged = {
    noticeId,
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

  const into = keptFolder('notices', noticeId)
  const taken = await takeFiles(input.photos, { openid, purpose: 'photo', into, field: (index) => `photos.${index}` })
  // The same call at the same moment has taken them already.
  if (!taken.ok) return answerEarlier(taken)
  const { files } = taken
  const photos = files.map(({ fileId }) => fileId)
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

  const notice = compose({
    ...{ noticeId, session, speaker, facts, draft: { ...draft, photos }, files },
    ...{ reasons, check, media, placement },
  })
  if (!(await notices.insert(notice))) return answerEarlier(refuse('TRY_AGAIN'))
  await discardUploads(input.photos)
  if (isPublished(notice)) await openSlips(planSlips(notice, facts))
  return succeed(report(notice, facts))
}

const isPublished = (notice: NoticeDoc): notice is NoticeDoc & { publishedAt: number } =>
  notice.state === 'published' && notice.publishedAt !== undefined

function judgeDraft(draft: NoticeDraft, speaker: Identity, facts: FoundAudience, now: number): Judgement {
  const roster = facts.classes.flatMap((each) => each.roster)
  const known = new Set(roster.map(({ name }) => name))
  const elsewhere = facts.elsewhere.filter(({ name }) => !known.has(name))
  return judge(
    postOfNotice(draft, speaker.role),
    {
      ...surroundingsOf(draft, roster),
      roster: [...roster, ...elsewhere],
      calendar: facts.school.calendar,
      previous: facts.previous,
      weekCount: facts.weekCount,
    },
    facts.pact,
    now,
  )
}

/** Only who waits for a working day waits for a day that may be none (T06). */
function gapAt(releaseAt: number | undefined, { pact, school }: FoundAudience): Pick<NoticeDoc, 'gap'> {
  if (releaseAt === undefined || !pact.rules['T06']) return {}
  const gap = gapOf(beijingDay(releaseAt), school.calendar)
  return gap ? { gap } : {}
}

interface Parts {
  noticeId: string
  session: Session
  speaker: Identity
  facts: FoundAudience
  draft: NoticeDraft
  files: KeptFile[]
  reasons: Reason[]
  check: CheckResult
  media: NoticeDoc['media']
  placement: Placement
}

function compose({
  noticeId,
  session,
  speaker,
  facts,
  draft,
  files,
  reasons,
  check,
  media,
  placement,
}: Parts): NoticeDoc {
  const { school, classes, pact } = facts
  // Urgent in opening hours overrides nothing and is no exception (X02).
  const isQuiet = quietRules(session.now, speaker.role, 'notice', pact, school.calendar).length > 0
  const urgent = isQuiet ? draft.urgent : undefined
  const { duty, ...stands } = placement
  const className = classes.length === 1 ? classes[0]?.name : undefined
  return {
    _id: noticeId,
    schoolId: school._id,
    schoolName: school.name,
    source: sourceOf(speaker, draft),
    author: { openid: session.openid, role: speaker.role, card: speaker.card },
    issuer: composeIssuer(school.name, isLeader(speaker.role) ? undefined : { className, card: speaker.card }),
    draft,
    audience: draft.audience,
    classes: classes.map(({ _id, name }) => ({ classId: _id, name })),
    version: 1,
    important: settleReply(draft).important,
    pactVersion: pact.version,
    reasons,
    check,
    files,
    media,
    urgent,
    createdAt: session.now,
    callDigest: session.digest,
    ...stands,
    ...gapAt(stands.releaseAt, facts),
    ...(duty && { duty: { ...duty, lease: 0, tries: 0 } }),
    ...startTrail(
      noteAct(session, speaker.role, 'notice.publish', {
        state: stands.state,
        ...(urgent && { urgent: urgent.cause, reason: urgent.reason }),
      }),
    ),
  }
}
