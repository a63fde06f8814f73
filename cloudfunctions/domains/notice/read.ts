// Decides what one person sees of one notice: families their own children's lines, staff the figures, strangers nothing (N16).
import type { NoticeDetail } from '@class-pact/core/contract'
import { countEntries, entryState, layOut, settleReply } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { slipId } from '../slip'
import { staffOf } from '../../common/call/session'
import type { NoticeDoc } from './documents'
import type { Person } from '../../common/call/person'
import type { SlipDoc } from '../slip'
import { notices } from './notices'
import { showWords } from '../../common/wechat/check-words'
import { linkFiles } from '../../common/wechat/files'
import { slipState } from '../slip'
import { CLASS_STAFF, LEADERS } from './speaker'

type Row = NoticeDoc & { slips: SlipDoc[] }

export const read: Handler<'notice.read'> = async ({ noticeId, classId }, { person }) => {
  const [row] = await notices.aggregate<Row>([
    { $match: { _id: noticeId } },
    { $lookup: { from: 'slips', pipeline: [{ $match: { _id: slipId(noticeId, classId) } }], as: 'slips' } },
    { $project: { trail: 0, 'slips.trail': 0 } },
  ])
  const place = row?.classes.find((each) => each.classId === classId)
  if (!row || !place) return refuse('FORBIDDEN')
  const slip = row.slips[0]
  const own = slip ? ownChildren(person, slip) : []
  const isStaff = mayReadAsStaff(person, row, classId)
  if (own.length === 0 && !isStaff) return refuse('FORBIDDEN')

  // A withdrawn notice is only a line saying so; its author still sees what it was.
  const hidden = row.state === 'withdrawn' && !isStaff
  const photos = hidden ? [] : row.draft.photos
  const signatures = own.flatMap(({ childId }) => slip?.entries[childId]?.signature ?? [])
  const links = await linkFiles([...photos, ...signatures])
  const letter = layOut({
    title: row.draft.title,
    body: hidden ? '' : row.draft.body,
    issuer: row.issuer,
    className: place.name,
    childName: slip?.toChild && slip.entries[slip.toChild]?.name,
    at: row.publishedAt ?? row.createdAt,
  })
  const { replyMode, important } = settleReply(row.draft)
  return succeed({
    noticeId,
    classId,
    className: place.name,
    schoolName: row.schoolName,
    source: row.source,
    kind: row.draft.kind,
    state: slip && row.state === 'published' ? slipState(slip) : row.state,
    version: row.version,
    title: letter.title,
    salutation: letter.salutation,
    body: letter.paragraphs.join('\n'),
    issuer: letter.issuer,
    publishedAt: row.publishedAt,
    releaseAt: row.releaseAt,
    photos: photos.map((fileId) => ({ fileId, url: links.get(fileId) ?? '' })),
    replyMode,
    important,
    deadline: row.draft.deadline,
    event: row.draft.event,
    mine: slip ? own.map(({ childId, childName }) => describeOwn(slip, childId, childName, person._id, links)) : [],
    ...(isStaff && slip && { counts: countEntries(slip.entries) }),
    ...(row.author.openid === person._id && {
      reasons: row.reasons,
      decided: row.decided && describeDecision(row.decided),
      ...(row.state === 'draft' && { draft: row.draft }),
    }),
  })
}

/** What the author learns of the review; words WeChat has not let pass are not among it (C04). */
function describeDecision(decided: NonNullable<NoticeDoc['decided']>): NoticeDetail['decided'] {
  const { decision, by, at } = decided
  return { decision, by, at, ...showWords(decided) }
}

/**
 * Staff of the class and leaders of its school. Until it is out only its author and the leaders, who review (G01);
 * a private one stays its author's (C24).
 */
function mayReadAsStaff(person: Person, notice: NoticeDoc, classId: string): boolean {
  const place = { schoolId: notice.schoolId, classId }
  if (notice.author.openid === person._id) return staffOf(person, place, [...CLASS_STAFF, ...LEADERS]) !== undefined
  if (notice.audience.to === 'child') return false
  const isOut = notice.publishedAt !== undefined
  return staffOf(person, place, isOut ? [...CLASS_STAFF, ...LEADERS] : LEADERS) !== undefined
}

/** The person's children who have a line on this slip. */
function ownChildren(person: Person, slip: SlipDoc): { childId: string; childName: string }[] {
  return person.identities.flatMap(({ role, childId, childName = '', classId }) =>
    role === 'guardian' && childId && classId === slip.classId && slip.entries[childId] ? [{ childId, childName }] : [],
  )
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
