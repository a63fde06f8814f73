// Decides whose a notice is: who reads it in one of its classes, and who takes it back (N16, C24, G01).
import type { Identity, NoticeDetail } from '@class-pact/core/contract'
import type { Place, Session, Whose } from '../../common/call/handlers'
import { belongsTo } from '../../common/call/scope'
import { everyChild } from '../../common/call/session'
import type { Stage } from '../../common/store/collection'
import type { ClassDoc } from '../class'
import { mayReadLine, slipId, withOwnAnswers, type SlipDoc } from '../slip'
import type { NoticeDoc } from './documents'
import { notices } from './notices'
import { mayWithdraw } from './may-change'
import { isLeader } from './speaker'

/** A notice in one of its classes; there is a slip as soon as it is out. */
export interface FoundInClass {
  notice: NoticeDoc
  slip?: SlipDoc
  className: string
  /** Numbers that families may call (M16). */
  calls: { teacher?: string; school?: string }
  /** Corrections of it that wait. */
  corrections: NonNullable<NoticeDetail['corrections']>
}
type Row = NoticeDoc & {
  waiting: Pick<NoticeDoc, '_id' | 'state' | 'releaseAt'>[]
  slips: SlipDoc[]
  phones: (string | null)[]
  itsClass: Pick<ClassDoc, 'headTeacher'>[]
}

function callsOf(teacher?: string, school?: string | null): FoundInClass['calls'] {
  return { ...(teacher && { teacher }), ...(school && { school }) }
}

export interface FoundNotice {
  notice: NoticeDoc
}

/** Notice and slip in one call: for the families who have a line on the slip, and for staff. */
export async function findInClass(
  { noticeId, classId }: { noticeId: string; classId: string },
  session: Session,
): Promise<Whose<FoundInClass> | undefined> {
  const { openid } = session
  const [row] = await notices.aggregate<Row>([
    { $match: { _id: noticeId } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    {
      $lookup: {
        from: 'classes',
        pipeline: [{ $match: { _id: classId } }, { $project: { 'headTeacher.phone': 1 } }],
        as: 'itsClass',
      },
    },
    {
      $lookup: {
        from: 'slips',
        pipeline: [{ $match: { _id: slipId(noticeId, classId) } }, ...withOwnAnswers(everyChild(session.person))],
        as: 'slips',
      },
    },
    lookUpCorrections(noticeId),
    { $addFields: { phones: { $map: { input: '$schools', as: 'each', in: '$$each.phone' } } } },
    { $project: { trail: 0, search: 0, 'slips.trail': 0, 'slips.search': 0, schools: 0 } },
  ])
  if (!row) return undefined
  const {
    slips: [slip],
    phones: [school],
    itsClass: [{ headTeacher } = {}],
    waiting,
    ...notice
  } = row
  const addressed = notice.classes.find((each) => each.classId === classId)
  if (!addressed) return undefined
  return {
    found: {
      ...{ notice, slip, className: addressed.name, calls: callsOf(headTeacher?.phone, school) },
      corrections: waiting.map(({ _id, state, releaseAt }) => ({ noticeId: _id, state, releaseAt })),
    },
    place: placeOf(notice, addressed, slip, session),
    may: (identity) =>
      identity.role === 'guardian'
        ? mayReadLine(identity, { openid, classId, slip })
        : mayReadAsStaff(notice, openid, identity),
  }
}

/** The latest correction on its way: one that an earlier one outruns comes to nothing. */
function lookUpCorrections(noticeId: string): Stage {
  return {
    $lookup: {
      from: 'notices',
      pipeline: [
        { $match: { 'amends.noticeId': noticeId, state: { $in: ['checking', 'held', 'queued', 'draft'] } } },
        { $sort: { createdAt: -1 } },
        { $limit: 1 },
        { $project: { state: 1, releaseAt: 1 } },
      ],
      as: 'waiting',
    },
  }
}

/** The class; for a family whose child has gone to another one, the child: what they signed is still theirs. */
function placeOf(
  { schoolId }: NoticeDoc,
  { classId, name: className }: NoticeDoc['classes'][number],
  slip: SlipDoc | undefined,
  { openid, person }: Session,
): Place {
  const place: Place = { schoolId, classId, className }
  if (person.identities.some((identity) => belongsTo(identity, place))) return place
  const signed = person.identities.find(
    (identity) => identity.role === 'guardian' && mayReadLine(identity, { openid, classId, slip }),
  )
  return signed ? { schoolId, childId: signed.childId } : place
}

/** Until it is out only its author reads it and the leaders, who review (G01); a private one stays its author's (C24). */
function mayReadAsStaff({ author, audience, publishedAt }: NoticeDoc, openid: string, { role }: Identity): boolean {
  if (author.openid === openid) return true
  if (role === 'officer') return false
  return audience.to !== 'child' && (publishedAt !== undefined || isLeader(role))
}

/** For its author, for the leaders unless it is private (C24), and for the head teacher whose class it went to (G20). */
export async function findToWithdraw(
  { noticeId }: { noticeId: string },
  { openid }: Session,
): Promise<Whose<FoundNotice> | undefined> {
  const notice = await notices.find(noticeId)
  if (!notice) return undefined
  const { schoolId, classes } = notice
  return {
    found: { notice },
    place: { schoolId },
    may: (identity) =>
      mayWithdraw(notice, { openid, identity, classId: identity.classId ?? classes[0]?.classId ?? '' }),
  }
}
