// Decides what figures tell of talks: how many wait, how soon families are answered, and not a word of them (T10, T11).
import { beijingDay, addDays, instantOf } from '@class-pact/core/calendar'
import { LEADERS, type Input, type Instant, type ReplyRow } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import {
  countOpenMinutes,
  replyFigures,
  replyLimit,
  replyTimes,
  type CountOpen,
  type CountedThread,
  type ReplyTime,
} from '@class-pact/core/talk'
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { identityIn, isLeader } from '../../common/call/scope'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import type { ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import { schools, type SchoolDoc } from '../school'
import type { LetterDoc, TalkDoc } from './documents'

type Query = Input<'talk.figures'>
type CountedClass = Pick<ClassDoc, '_id' | 'name' | 'headTeacher' | 'teachers'>

/** A thread without its words: who wrote on which side, and when. */
interface CountedTalk {
  _id: string
  classId: string
  to: Pick<TalkDoc['to'], 'desk' | 'openid'>
  desk: TalkDoc['desk']
  openedAt: Instant
  waitsSince?: Instant
  /** The side of its first letter. */
  begun?: LetterDoc['by']['side']
  letters: (Pick<LetterDoc, 'state' | 'at' | 'arrivesAt' | 'sentAt'> & { by: Pick<LetterDoc['by'], 'side'> })[]
  events: Pick<TalkDoc['events'][number], 'kind' | 'at'>[]
}

interface Row extends Pick<SchoolDoc, 'kind' | 'calendar'> {
  pacts: PactDoc[]
  classes: CountedClass[]
  talks: CountedTalk[]
}

/** The period of the figures: today and the days before it. */
const DAYS = 30
/** Threads that are counted, the latest first: some of every family of a big school; the answer says if there are more. */
const THREADS_MOST = 3_000
/** Letters of one thread that are counted: one and a bit a day. */
const LETTERS_MOST = 40

/** Of a class its head teacher and its school's leaders, of a school its leaders. */
export function findTalkFigures(query: Query, { person }: Session): Promise<Whose<undefined> | undefined> {
  if (query.of === 'school') {
    return Promise.resolve({ found: undefined, place: { schoolId: query.schoolId }, may: isLeader })
  }
  const { classId } = query
  const reader = identityIn(person, ['head_teacher', ...LEADERS], (each) => isLeader(each) || each.classId === classId)
  // Whether a leader's school has the class is seen when it is read.
  return Promise.resolve(reader && { found: undefined, place: { schoolId: reader.schoolId, classId } })
}

export const readFigures: Handler<'talk.figures', undefined> = async (query, { identity, now }) => {
  const { schoolId } = identity
  const firstDay = addDays(beijingDay(now), 1 - DAYS)
  const from = instantOf(firstDay, '00:00')
  const isOfClass = query.of === 'class'
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { kind: 1, calendar: 1 } },
    lookUpPact(now, { schoolId }),
    lookUpStaff(isOfClass ? { _id: query.classId, schoolId } : { schoolId, archived: { $exists: false } }),
    // What is written to the principal is the leaders' alone (C25).
    lookUpThreads(
      isOfClass ? { schoolId, classId: query.classId, 'to.desk': { $ne: 'principal' } } : { schoolId },
      from,
      now,
    ),
  ])
  const pact = row?.pacts[0]
  const [itsClass] = row?.classes ?? []
  if (!row || !pact || (isOfClass && !itsClass)) return refuse('FORBIDDEN')
  const countOpen = countOpenMinutes({ pact, calendar: row.calendar })
  const limitMinutes = replyLimit(pact)
  const counted = row.talks.slice(0, THREADS_MOST).map((talk) => ({ talk, ...countThread(talk, countOpen, from, now) }))
  const rows =
    isOfClass && itsClass ? rowsOfClass(itsClass, counted, row, limitMinutes) : rowsOfSchool(row, counted, limitMinutes)
  return succeed({
    ...(isOfClass && itsClass && { className: itsClass.name }),
    ...{ from: firstDay, asOf: now, limitMinutes },
    all: replyFigures(counted.flatMap(isOfClass ? ofStaff : ofAll), limitMinutes),
    rows,
    ...(row.talks.length > THREADS_MOST && { partial: true as const }),
  })
}

const lookUpStaff = (where: Where): Stage => ({
  $lookup: {
    from: 'classes',
    pipeline: [
      { $match: where },
      { $sort: { order: 1 } },
      { $limit: BOUNDS.classesOfSchool },
      { $project: { name: 1, headTeacher: 1, teachers: 1 } },
    ],
    as: 'classes',
  },
})

/** What somebody wrote in since then, and what waits from before. */
const lookUpThreads = (where: Where, from: Instant, now: Instant): Stage => ({
  $lookup: {
    from: 'talks',
    pipeline: [
      { $match: { ...where, $or: [{ updatedAt: { $gte: from } }, { waitsSince: { $gt: 0, $lte: now } }] } },
      { $sort: { updatedAt: -1 } },
      { $limit: THREADS_MOST + 1 },
      {
        $project: {
          ...{ classId: 1, 'to.desk': 1, 'to.openid': 1, desk: 1, openedAt: 1, waitsSince: 1 },
          begun: { $arrayElemAt: ['$letters.by.side', 0] },
          letters: { $slice: ['$letters', -LETTERS_MOST] },
          events: { $slice: ['$events', -LETTERS_MOST] },
        },
      },
      {
        $project: {
          ...{ classId: 1, to: 1, desk: 1, openedAt: 1, waitsSince: 1, begun: 1 },
          ...{ 'letters.by.side': 1, 'letters.at': 1, 'letters.arrivesAt': 1, 'letters.state': 1, 'letters.sentAt': 1 },
          ...{ 'events.kind': 1, 'events.at': 1 },
        },
      },
    ],
    as: 'talks',
  },
})

/** One thread, counted for the staff and for the leaders: whoever answered, and with whom it lies. */
interface Counted {
  talk: CountedTalk
  staff: CountedThread
  leaders?: CountedThread
}

function countThread(talk: CountedTalk, countOpen: CountOpen, from: Instant, now: Instant): Omit<Counted, 'talk'> {
  const { waitsSince, desk, begun, openedAt, letters } = talk
  // An answer that has not arrived is nobody's yet, but the teacher has written it.
  const replies = replyTimes(talk, countOpen).filter(({ answeredAt }) => answeredAt >= from)
  const waited = waitsSince !== undefined && waitsSince <= now ? { waited: countOpen(waitsSince, now) } : {}
  const isWithLeaders = desk === 'principal'
  const by = (side: ReplyTime['by']) => replies.flatMap((reply) => (reply.by === side ? [reply.minutes] : []))
  const isBegun = begun !== undefined && begun !== 'family' && openedAt >= from && letters[0]?.state === 'sent'
  const staff = { begun: isBegun, minutes: by('staff'), ...(!isWithLeaders && waited) }
  const led = by('leader')
  if (!isWithLeaders && led.length === 0) return { staff }
  return { staff, leaders: { begun: false, minutes: led, ...(isWithLeaders && waited) } }
}

const isToClass = ({ talk }: Counted) => talk.to.desk !== 'principal'
const ofStaff = (counted: Counted): CountedThread[] => (isToClass(counted) ? [counted.staff] : [])
const ofLeaders = ({ leaders }: Counted): CountedThread[] => (leaders ? [leaders] : [])
/** A thread once, whoever answered in it. */
const ofAll = ({ staff, leaders }: Counted): CountedThread[] => [
  { ...staff, ...leaders, begun: staff.begun, minutes: [...staff.minutes, ...(leaders?.minutes ?? [])] },
]

/** In the order of the class: its head teacher, then who teaches there; a thread to somebody who has gone is the head's. */
function rowsOfClass(
  { headTeacher, teachers }: CountedClass,
  counted: readonly Counted[],
  { kind }: Pick<Row, 'kind'>,
  limit: number,
): ReplyRow[] {
  const others = teachers.filter(({ openid }) => openid !== headTeacher?.openid)
  const holderOf = ({ talk: { to } }: Counted) =>
    to.desk === 'teacher' && others.some(({ openid }) => openid === to.openid) ? to.openid : headTeacher?.openid
  const figuresOf = (openid: string | undefined) =>
    replyFigures(counted.filter((each) => holderOf(each) === openid).flatMap(ofStaff), limit)
  return [
    {
      who: { kind: 'teacher', card: headTeacher ? composeStaffCard(headTeacher, 'head_teacher', kind) : '' },
      ...figuresOf(headTeacher?.openid),
    },
    ...others.map((teacher): ReplyRow => ({
      who: { kind: 'teacher', card: composeStaffCard(teacher, 'teacher', kind) },
      ...figuresOf(teacher.openid),
    })),
  ]
}

function rowsOfSchool({ classes }: Row, counted: readonly Counted[], limit: number): ReplyRow[] {
  const ofClass = new Map<string, Counted[]>()
  for (const each of counted) {
    const { classId } = each.talk
    ofClass.set(classId, [...(ofClass.get(classId) ?? []), each])
  }
  return [
    ...classes.map(({ _id: classId, name: className }): ReplyRow => ({
      who: { kind: 'class', classId, className },
      ...replyFigures((ofClass.get(classId) ?? []).flatMap(ofStaff), limit),
    })),
    { who: { kind: 'leaders' }, ...replyFigures(counted.flatMap(ofLeaders), limit) },
  ]
}
