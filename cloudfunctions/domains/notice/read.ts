// Decides what one person sees of a notice: families their own children's lines, staff the figures (N16).
import type { NoticeDetail } from '@class-pact/core/contract'
import { countEntries, entryState, fieldsOf, layOut, settleReply, standingSignature } from '@class-pact/core/notice'
import type { SignFrom, SlipEntry } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { ownChildren } from '../../common/call/session'
import { showWithdrawn, showWords } from '../../common/wechat/check-words'
import { linkFiles } from '../../common/wechat/files'
import { mayReadLine, slipState, type SlipDoc } from '../slip'
import { describeAnswers, filesOf } from './own-answers'
import type { NoticeDoc } from './documents'
import { describeAmended, describeAmends, historyOf } from './history'
import { mayChange } from './may-change'
import { describeDocuments } from './documents-of'
import { schools, type SchoolDoc } from '../school'
import type { FoundInClass } from './find-notice'
import { hasNoReviewer } from './report'
import { isLeader } from './speaker'

export const read: Handler<'notice.read', FoundInClass> = async ({ noticeId, classId, history }, session) => {
  const { person, identity, found } = session
  const { notice, slip, className, calls, corrections } = found
  // Their own children who have a line on this slip.
  const own = ownChildren(person).filter((each) => mayReadLine(each, { openid: person._id, classId, slip }))
  const isStaff = identity.role !== 'guardian'

  // A withdrawn notice is only a line saying so; its author still sees what it was.
  const hidden = notice.state === 'withdrawn' && !isStaff
  const photos = hidden ? [] : notice.draft.photos
  const signatures = own.flatMap(({ childId }) => slip?.entries[childId]?.signature ?? [])
  const papers = hidden ? [] : (notice.draft.documents ?? []).map(({ fileId }) => fileId)
  const answered = own.flatMap(({ childId }) => filesOf(slip?.answers?.[childId]))
  const links = await linkFiles([...photos, ...papers, ...signatures, ...answered])
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
  const may = mayChange(notice, { openid: person._id, identity, classId })
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
    ...(!hidden && describeDocuments(notice, links)),
    replyMode,
    important,
    deadline: notice.draft.deadline,
    event: notice.draft.event,
    fields: hidden ? undefined : showFields(notice, isStaff),
    ...(!hidden && notice.approver && { approver: notice.approver }),
    ...(!hidden && { form: notice.draft.form, results: notice.results }),
    mine: slip
      ? own.map((each) => ({
          ...describeOwn(slip, each.childId, each.childName, person._id, links),
          ...describeAnswers(slip, each, ownChildren(person), links),
        }))
      : [],
    ...(!isStaff && !hidden && notice.urgent && { calls }),
    ...(isStaff && slip && { counts: countEntries(slip.entries, slip.signFrom) }),
    ...(notice.author.openid === person._id && {
      reasons: notice.reasons,
      ...(noReviewer && { noReviewer }),
      ...(notice.state === 'held' && notice.awaits && { awaits: notice.awaits }),
      decided: notice.decided && describeDecision(notice.decided),
    }),
    ...(((notice.author.openid === person._id && notice.state === 'draft') || may.canAmend) && { draft: notice.draft }),
    ...may,
    ...(may.canAmend && corrections.length > 0 && { corrections }),
    ...(notice.amends && { amends: describeAmends(notice.amends) }),
    ...(notice.withdrawn && { withdrawn: showWithdrawn(notice.withdrawn) }),
    ...(!hidden && notice.amended && { amended: describeAmended(notice.amended) }),
    ...(!hidden && history && { history: historyOf(notice) }),
  })
}

/** What an author asks of the principal is between them (N09). */
function showFields({ draft }: NoticeDoc, isStaff: boolean): NoticeDetail['fields'] {
  return fieldsOf(isStaff ? draft : { ...draft, exception: undefined })
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

/** Signed under words that stand no more, and not again since. */
function beforeOf(entry: SlipEntry, signFrom: SignFrom): Pick<NoticeDetail['mine'][number], 'before'> {
  if (standingSignature(entry, signFrom) !== undefined) return {}
  const { signedAt, signer, version = 1 } = entry.signedAt === undefined ? (entry.earlier?.at(-1) ?? entry) : entry
  return signedAt === undefined ? {} : { before: { version, signedAt, signer: signer ?? '' } }
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
    state: entryState(entry, slip.signFrom),
    ...beforeOf(entry, slip.signFrom),
    ...(standingSignature(entry, slip.signFrom) !== undefined && {
      signedAt: entry.signedAt,
      signer: entry.signer,
      signedByMe: entry.signerOpenid === openid,
      signatureUrl: entry.signature && links.get(entry.signature),
      typedName: entry.typedName,
      opinion: entry.opinion,
      late: entry.late,
      version: entry.version ?? 1,
    }),
  }
}
