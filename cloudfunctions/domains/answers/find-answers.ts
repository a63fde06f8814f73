// Decides whose the answers to a form are: its author's, the head teacher's of a class notice, the leaders' (N20, C24).
import { STAFF, type Identity } from '@class-pact/core/contract'
import type { Place, Session, Whose } from '../../common/call/handlers'
import { belongsTo, identityIn, isLeader } from '../../common/call/scope'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { notices, type NoticeDoc } from '../notice'
import { COUNT_ENTRIES, slipId, type SlipDoc } from '../slip'
import type { SlipCounts } from '@class-pact/core/contract'
import { lookUpBoxes, lookUpCounts, type BoxesRow, type CountedRow } from './counting'

/** Of what was written to one question a page shows so much; all of it is in the file. */
export const WORDS_SHOWN = 50

interface Named {
  noticeId: string
  classId?: string
}

export type ClassSlip = Pick<SlipDoc, '_id' | 'classId' | 'className' | 'state' | 'toChild'> & { counts: SlipCounts }
export type SheetsSlip = Pick<SlipDoc, '_id' | 'classId' | 'className' | 'entries' | 'answers' | 'media'>

export interface FoundAnswers {
  notice: NoticeDoc
  /** Absent: of all that were asked. */
  classId?: string
  /** Those the answers are of. */
  slips: ClassSlip[]
  /** With every line and sheet: of one class, or of all where a file is written. */
  sheets: SheetsSlip[]
  counted: CountedRow & BoxesRow
}

type Row = NoticeDoc & CountedRow & BoxesRow & { slips: ClassSlip[]; whole: SheetsSlip[] }

/** Everything in one call: counts of however many, and the sheets of one class. */
export function findAnswers(named: Named, session: Session): Promise<Whose<FoundAnswers> | undefined> {
  const { noticeId, classId } = named
  return find(named, session, classId === undefined ? undefined : { _id: slipId(noticeId, classId) }, WORDS_SHOWN)
}

/** The same with the sheets of all classes. */
export function findAllAnswers(named: Named, session: Session): Promise<Whose<FoundAnswers> | undefined> {
  const { noticeId, classId } = named
  return find(named, session, { noticeId, ...(classId && { classId }) }, BOUNDS.childrenOfSchool)
}

async function find(
  { noticeId, classId }: Named,
  session: Session,
  whole: Record<string, unknown> | undefined,
  wordsMost: number,
): Promise<Whose<FoundAnswers> | undefined> {
  const [row] = await notices.aggregate<Row>([
    { $match: { _id: noticeId } },
    { $lookup: { from: 'slips', pipeline: slipsOf({ noticeId, classId }), as: 'slips' } },
    ...lookUpCounts({ noticeId, classId }, wordsMost),
    lookUpBoxes(noticeId),
    {
      $lookup: {
        from: 'slips',
        pipeline: [
          { $match: whole ?? { _id: '' } },
          { $sort: { className: 1 } },
          { $limit: BOUNDS.classesOfSchool },
          { $project: { classId: 1, className: 1, entries: 1, answers: 1, media: 1 } },
        ],
        as: 'whole',
      },
    },
    { $project: { trail: 0 } },
  ])
  const [slip] = row?.slips ?? []
  if (!row?.draft.form || !slip) return undefined
  const { slips, whole: sheets, ...counted } = row
  return {
    found: { notice: row, ...(classId !== undefined && { classId }), slips, sheets, counted },
    place: placeOf(row, classId, session),
    may: (identity) => mayRead(row, classId, session, identity),
  }
}

function slipsOf({ noticeId, classId }: Named): Stage[] {
  return [
    { $match: { noticeId, ...(classId && { classId }) } },
    { $sort: { className: 1 } },
    { $limit: BOUNDS.classesOfSchool },
    ...COUNT_ENTRIES,
    { $project: { classId: 1, className: 1, state: 1, toChild: 1, counts: 1 } },
  ]
}

/** What a school asks of its families is not the classes' to read: it may be about them. */
function mayRead(
  { author, audience, source }: NoticeDoc,
  classId: string | undefined,
  { openid }: Session,
  identity: Identity,
): boolean {
  if (author.openid === openid) return true
  if (audience.to === 'child') return false
  return isLeader(identity) || (identity.role === 'head_teacher' && source === 'class' && classId !== undefined)
}

/** The class; an author who teaches there no more reads them as what they are in the school. */
function placeOf({ schoolId, author }: NoticeDoc, classId: string | undefined, { openid, person }: Session): Place {
  if (classId === undefined) return { schoolId }
  const place: Place = { schoolId, classId }
  const isStranded = author.openid === openid && !identityIn(person, STAFF, (each) => belongsTo(each, place))
  return isStranded ? { schoolId } : place
}
