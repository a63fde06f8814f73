// Decides a family's today page: what to do first, the children, the latest notices (screens.md 3.2).
import { beijingDay } from '@class-pact/core/calendar'
import type { Identity, Instant, PactNews, Unsigned, TodayGuardian } from '@class-pact/core/contract'
import { isPast, standingSignature } from '@class-pact/core/notice'
import type { Person } from '../../common/call/person'
import { ownChildren, type OwnChild } from '../../common/call/session'
import type { Stage } from '../../common/store/collection'
import { countOf, lookUpList, readList, type Counted, type List, type Part } from '../../common/store/pages'
import { movesFrom } from '../account'
import { lookUpOwnReceptions, readOwnReceptions, type ReceptionsRow } from '../booking'
import type { ClassDoc } from '../class'
import { lookUpSurveys, readSurveys, type SurveysRow } from '../draw'
import { teacherCard, type LeaveDoc } from '../leave'
import { countDue, lookUpDue, type DueFound } from '../due'
import { describeOwnSlip } from '../slip'
import { lookUpVersions, newsOf } from '../pact'
import { people } from '../person'
import type { SchoolDoc } from '../school'
import { familyFields, linesOf, waitingFor, type SlipDoc } from '../slip'
import { lookUpAnswered } from '../talk'
import { lookUpOwnRolls, presenceOf, type OwnRoll } from './own-roll'
import { isInLesson, lookUpTeaching, type TeachingRow } from '../timetable'
import { NEVER } from './running'

const LATEST = 3

interface Row extends DueFound, SurveysRow, ReceptionsRow {
  classes: (Pick<ClassDoc, '_id' | 'headTeacher'> & TeachingRow)[]
  schools: Pick<SchoolDoc, '_id' | 'phone' | 'calendar'>[]
  lines: Counted
  latest: SlipDoc[]
  leaves: LeaveDoc[]
  rolls: OwnRoll[]
  moves: { _id: string; seat: { card: string } }[]
  versions: PactNews[]
  answered: { count: number; talkId: string; matter: string }[]
}

/** Requests for one's own seats; more than a family is asked at once. */
const MOVES = 5

export async function readGuardianToday(
  person: Person,
  identity: Identity,
  now: Instant,
  after: string | undefined,
): Promise<TodayGuardian> {
  const children = ownChildren(person)
  const waiting: List = { parts: [waitingSlips(children)] }
  const today = beijingDay(now)
  // A supervisor's own children are the family's (M06).
  const looker = { person, identity: { ...identity, role: 'guardian' as const }, now }
  const [row] = await people.aggregate<Row>([
    { $match: { _id: person._id } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: { _id: { $in: children.map(({ classId }) => classId) } } },
          { $project: { headTeacher: 1 } },
          ...lookUpTeaching('$headTeacher.openid'),
        ],
        as: 'classes',
      },
    },
    {
      $lookup: {
        from: 'schools',
        pipeline: [
          { $match: { _id: { $in: children.map(({ schoolId }) => schoolId) } } },
          { $project: { phone: 1, calendar: 1 } },
        ],
        as: 'schools',
      },
    },
    ...lookUpList('unsigned', waiting, after),
    lookUpLines(children),
    {
      $lookup: {
        from: 'slips',
        pipeline: [
          { $match: linesOf(children) },
          { $sort: { publishedAt: -1 } },
          { $limit: LATEST },
          { $project: familyFields(children) },
        ],
        as: 'latest',
      },
    },
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          {
            $match: {
              childId: { $in: children.map(({ childId }) => childId) },
              dates: today,
              state: { $in: ['pending', 'approved'] },
            },
          },
          { $project: { childId: 1, state: 1, kind: 1, span: 1, slots: 1 } },
        ],
        as: 'leaves',
      },
    },
    lookUpOwnRolls(children, today),
    lookUpSurveys(children, now),
    lookUpOwnReceptions(children, now),
    {
      $lookup: {
        from: 'moves',
        pipeline: [{ $match: movesFrom(person._id) }, { $limit: MOVES }, { $project: { 'seat.card': 1 } }],
        as: 'moves',
      },
    },
    lookUpVersions(children.map(({ schoolId }) => schoolId)),
    lookUpAnswered(
      children.map(({ childId }) => childId),
      now,
      'answered',
    ),
    ...lookUpDue(looker),
  ])
  const [answered] = row?.answered ?? []
  const registers = countDue(row, looker)
  const waits = new Map(
    person.identities.flatMap(({ childId, card, unconfirmed }) => (unconfirmed ? [[childId, card]] : [])),
  )
  const page = readList<SlipDoc>(row, 'unsigned', waiting)
  return {
    role: 'guardian',
    stop: person.identities.find((each) => each.role === 'guardian' && each.stop)?.stop,
    now,
    pactNews: newsOf(row?.versions, now),
    unsigned: page.rows.flatMap((slip) => unsignedOf(slip, children, now)),
    total: countOf(row?.lines),
    next: page.next,
    children: children.map(({ schoolId, childId, childName, classId, className }) => {
      const own = row?.classes.find(({ _id }) => _id === classId)
      const headTeacher = own?.headTeacher
      const leave = row?.leaves.find((each) => each.childId === childId)
      const school = row?.schools.find(({ _id }) => _id === schoolId)
      return {
        childId,
        name: childName,
        classId,
        className,
        teacher: teacherCard(headTeacher),
        teacherPhone: headTeacher?.phone,
        schoolPhone: school?.phone,
        ...(isInLesson(own ?? {}, headTeacher?.openid, school?.calendar, now) && { inLesson: true }),
        card: waits.get(childId),
        ...presenceOf(childId, row?.rolls, row?.leaves),
        ...(leave && { leave: { leaveId: leave._id, state: leave.state, kind: leave.kind, span: leave.span } }),
      }
    }),
    moves: (row?.moves ?? []).map(({ _id: moveId, seat: { card } }) => ({ moveId, card })),
    ...(answered && {
      talks: { count: answered.count, first: { talkId: answered.talkId, matter: answered.matter } },
    }),
    ...(registers && { registers }),
    ...readSurveys(row, children),
    ...readOwnReceptions(row, children, now),
    latest: (row?.latest ?? []).map((slip) => describeOwnSlip(slip, children)),
    credits: person.credits,
  }
}

/** One duty a child: two children in one class sign twice. */
function unsignedOf(slip: SlipDoc, children: OwnChild[], now: Instant): Unsigned[] {
  return children.flatMap(({ childId, childName }) => {
    const entry = slip.entries[childId]
    if (!entry || standingSignature(entry, slip.signFrom) !== undefined) return []
    const { noticeId, classId, kind, title, replyMode, important, deadline } = slip
    const again = entry.signedAt !== undefined || entry.earlier !== undefined
    const line = { noticeId, classId, childId, childName, kind, title, replyMode, important, deadline }
    return [{ ...line, overdue: isPast(deadline, now), ...(again && { again }) }]
  })
}

/** Important first, then by deadline; without one last (N14). */
function waitingSlips(children: OwnChild[]): Part {
  return {
    from: 'slips',
    where: waitingFor(children),
    by: [{ $addFields: { due: { $ifNull: ['$deadline', NEVER] } } }],
    order: [
      ['important', -1],
      ['due', 1],
    ],
    then: [{ $project: { ...familyFields(children), due: 1 } }],
  }
}

/** How many there are in all: a slip is one for each own child that has not signed it. */
function lookUpLines(children: OwnChild[]): Stage {
  const isThere = (field: string) => ({ $ne: [{ $ifNull: [field, null] }, null] })
  const waits = children.map(({ classId, childId }) => {
    const line = `$entries.${childId}`
    const stands = { $gte: [{ $ifNull: [`${line}.version`, 1] }, { $ifNull: ['$signFrom', 1] }] }
    const signed = { $and: [isThere(`${line}.signedAt`), stands] }
    const open = [{ $eq: ['$classId', classId] }, isThere(line), { $not: [signed] }]
    return { $cond: [{ $and: open }, 1, 0] }
  })
  return {
    $lookup: {
      from: 'slips',
      pipeline: [{ $match: waitingFor(children) }, { $group: { _id: 1, count: { $sum: { $add: [0, ...waits] } } } }],
      as: 'lines',
    },
  }
}
