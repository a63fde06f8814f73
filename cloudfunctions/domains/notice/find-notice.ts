// Decides whose a notice is: who reads it in one of its classes, and who takes it back (N16, C24, G01).
import type { Identity } from '@class-pact/core/contract'
import type { Place, Session, Whose } from '../../common/call/handlers'
import { belongsTo } from '../../common/call/scope'
import type { ClassDoc } from '../class'
import { slipId, type SlipDoc } from '../slip'
import type { NoticeDoc } from './documents'
import { notices } from './notices'
import { isLeader } from './speaker'

/** A notice in one of its classes; there is a slip as soon as it is out. */
export interface FoundInClass {
  notice: NoticeDoc
  slip?: SlipDoc
  className: string
  /** Numbers that families may call (M16). */
  calls: { teacher?: string; school?: string }
}
type Row = NoticeDoc & { slips: SlipDoc[]; phones: (string | null)[]; itsClass: Pick<ClassDoc, 'headTeacher'>[] }

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
    { $lookup: { from: 'slips', pipeline: [{ $match: { _id: slipId(noticeId, classId) } }], as: 'slips' } },
    { $addFields: { phones: { $map: { input: '$schools', as: 'each', in: '$$each.phone' } } } },
    { $project: { trail: 0, 'slips.trail': 0, schools: 0 } },
  ])
  if (!row) return undefined
  const {
    slips: [slip],
    phones: [school],
    itsClass: [{ headTeacher } = {}],
    ...notice
  } = row
  const addressed = notice.classes.find((each) => each.classId === classId)
  if (!addressed) return undefined
  return {
    found: { notice, slip, className: addressed.name, calls: callsOf(headTeacher?.phone, school) },
    place: placeOf(notice, addressed, slip, session),
    may: (identity) =>
      identity.role === 'guardian'
        ? mayReadLine(identity, { openid, classId, slip })
        : mayReadAsStaff(notice, openid, identity),
  }
}

interface Reading {
  openid: string
  classId: string
  slip?: Pick<SlipDoc, 'entries'>
}

/** A child that is in the class has its line; of one that has left it the line that this guardian signed (L12). */
export function mayReadLine(
  { childId = '', classId: its, closed }: Pick<Identity, 'childId' | 'classId' | 'closed'>,
  { openid, classId, slip }: Reading,
): boolean {
  const entry = slip?.entries[childId]
  const isThere = its === classId && closed !== 'left' && closed !== 'suspended'
  return entry !== undefined && (isThere || entry.signerOpenid === openid)
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

/** For its author, and for the leaders unless it is private (C24). */
export async function findToWithdraw(
  { noticeId }: { noticeId: string },
  { openid }: Session,
): Promise<Whose<FoundNotice> | undefined> {
  const notice = await notices.find(noticeId)
  if (!notice) return undefined
  const { schoolId, author, audience } = notice
  return {
    found: { notice },
    place: { schoolId },
    may: ({ role }) => author.openid === openid || (audience.to !== 'child' && isLeader(role)),
  }
}
