// Decides what one person sees of a notice: families their own children's lines, staff the figures (N16).
import type { NoticeDetail } from '@class-pact/core/contract'
import { countEntries, entryState, layOut, settleReply } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { ownChildren } from '../../common/call/session'
import { showWords } from '../../common/wechat/check-words'
import { linkFiles } from '../../common/wechat/files'
import { slipState, type SlipDoc } from '../slip'
import type { NoticeDoc } from './documents'
import { schools, type SchoolDoc } from '../school'
import { mayReadLine, type FoundInClass } from './find-notice'
import { hasNoReviewer } from './report'
import { isLeader } from './speaker'

export const read: Handler<'notice.read', FoundInClass> = async ({ noticeId, classId }, session) => {
  const { person, identity, found } = session
  const { notice, slip, className, calls } = found
  // Their own children who have a line on this slip.
  const own = ownChildren(person).filter((each) => mayReadLine(each, { openid: person._id, classId, slip }))
  const isStaff = identity.role !== 'guardian'

  // A withdrawn notice is only a line saying so; its author still sees what it was.
  const hidden = notice.state === 'withdrawn' && !isStaff
  const photos = hidden ? [] : notice.draft.photos
  const signatures = own.flatMap(({ childId }) => slip?.entries[childId]?.signature ?? [])
  const links = await linkFiles([...photos, ...signatures])
  const letter = layOut({
    title: notice.draft.title,
    body: hidden ? '' : notice.draft.body,
    issuer: notice.issuer,
    className,
    childName: slip?.toChild && slip.entries[slip.toChild]?.name,
    few: notice.audience.to === 'children',
    at: notice.publishedAt ?? notice.createdAt,
  })
  const { replyMode, important } = settleReply(notice.draft)
  const noReviewer = await lacksReviewer(notice, person._id)
  return succeed({
    noticeId,
    classId,
    className,
    schoolName: notice.schoolName,
    source: notice.source,
    kind: notice.draft.kind,
    state: slip && notice.state === 'published' ? slipState(slip) : notice.state,
    version: notice.version,
    title: letter.title,
    salutation: letter.salutation,
    body: letter.paragraphs.join('\n'),
    issuer: letter.issuer,
    publishedAt: notice.publishedAt,
    releaseAt: notice.releaseAt,
    ...(notice.state === 'queued' && { gap: notice.gap }),
    photos: photos.map((fileId) => ({ fileId, url: links.get(fileId) ?? '' })),
    replyMode,
    important,
    deadline: notice.draft.deadline,
    event: notice.draft.event,
    mine: slip ? own.map(({ childId, childName }) => describeOwn(slip, childId, childName, person._id, links)) : [],
    ...(!isStaff && !hidden && notice.urgent && { calls }),
    ...(isStaff && slip && { counts: countEntries(slip.entries) }),
    ...(notice.author.openid === person._id && {
      reasons: notice.reasons,
      ...(noReviewer && { noReviewer }),
      decided: notice.decided && describeDecision(notice.decided),
      ...(notice.state === 'draft' && { draft: notice.draft }),
    }),
  })
}

/** Asked only for a leader's own held notice (G01). */
async function lacksReviewer(notice: NoticeDoc, openid: string): Promise<boolean> {
  if (notice.state !== 'held' || notice.author.openid !== openid || !isLeader(notice.author.role)) return false
  const school = await schools.find<Pick<SchoolDoc, 'principals' | 'office'>>(notice.schoolId, {
    principals: 1,
    office: 1,
  })
  return school !== undefined && hasNoReviewer(notice, school)
}

/** What the author learns of the review; words WeChat has not let pass are not among it (C04). */
function describeDecision(decided: NonNullable<NoticeDoc['decided']>): NoticeDetail['decided'] {
  const { decision, by, at } = decided
  return { decision, by, at, ...showWords(decided) }
}

function describeOwn(
  slip: SlipDoc,
  childId: string,
  childName: string,
  openid: string,
  links: Map<string, string>,
): NoticeDetail['mine'][number] {
  const entry = slip.entries[childId]
  if (!entry) return { childId, childName, state: 'unread' }
  return {
    childId,
    childName,
    state: entryState(entry),
    ...(entry.signedAt !== undefined && {
      signedAt: entry.signedAt,
      signer: entry.signer,
      signedByMe: entry.signerOpenid === openid,
      signatureUrl: entry.signature && links.get(entry.signature),
      typedName: entry.typedName,
      late: entry.late,
    }),
  }
}
