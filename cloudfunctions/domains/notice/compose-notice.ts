// Decides how a post becomes the document of a notice: who says it, to whom, and where it stands (N01, N02, T01).
import { beijingDay, gapOf } from '@class-pact/core/calendar'
import { searchTextOf, settleReply, waivedBy } from '@class-pact/core/notice'
import type { Identity, Instant } from '@class-pact/core/contract'
import { isReviewedByHead, quietRules } from '@class-pact/core/pact'
import type { Session } from '../../common/call/handlers'
import { noteAct, startTrail } from '../../common/store/trail'
import type { NoticeDoc } from './documents'
import type { FoundAudience } from './find-audience'
import { issuerOf, sourceOf } from './speaker'
import type { Weighed } from './weigh-post'

interface Said {
  noticeId: string
  session: Session
  speaker: Identity
  facts: FoundAudience
}

export function composeNotice({ noticeId, session, speaker, facts }: Said, weighed: Weighed): NoticeDoc {
  const { school, classes, pact } = facts
  const { draft, files, documents, reasons, check, media, placement, awaits, approver, asksReview } = weighed
  const waived = waivedBy(speaker.role, reasons)
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
    issuer: issuerOf(speaker, school.name, className),
    draft,
    search: searchTextOf({ ...draft, sender: speaker.card }),
    audience: draft.audience,
    classes: classes.map(({ _id, name }) => ({ classId: _id, name })),
    version: 1,
    important: settleReply(draft).important,
    pactVersion: pact.version,
    reasons,
    check,
    files,
    ...(documents.length > 0 && { documents }),
    media,
    urgent,
    createdAt: session.now,
    callDigest: session.digest,
    ...(isReviewedByHead(pact, speaker.role) && classes.length === 1 && { reviewer: 'head_teacher' as const }),
    ...stands,
    ...(awaits && { awaits }),
    ...(asksReview && { asksReview }),
    ...(approver && { approver }),
    ...gapAt(stands.releaseAt, facts),
    ...(duty && { duty: { ...duty, lease: 0, tries: 0 } }),
    ...startTrail(
      noteAct(session, speaker.role, 'notice.publish', {
        state: stands.state,
        ...(urgent && { urgent: urgent.cause, reason: urgent.reason }),
        // What a principal lets pass for themselves is said where everybody's acts are.
        ...(waived.length > 0 && { waived: waived.join(' ') }),
        ...(approver && { approver: 'own' }),
        ...(asksReview && { review: true }),
      }),
    ),
  }
}

/** Only who waits for a working day waits for a day that may be none (T06). */
function gapAt(releaseAt: Instant | undefined, { pact, school }: FoundAudience): Pick<NoticeDoc, 'gap'> {
  if (releaseAt === undefined || !pact.rules['T06']) return {}
  const gap = gapOf(beijingDay(releaseAt), school.calendar)
  return gap ? { gap } : {}
}
