// Decides a teacher's today page: what waits in the class, what runs, and what waits for the same person as a parent (screens.md 3.3).
import { addDays, beijingDay, instantOf, weekday } from '@class-pact/core/calendar'
import type { Identity, Instant, PactNews, TodayStaff } from '@class-pact/core/contract'
import { reviewDueFrom } from '@class-pact/core/family'
import { waitingIn } from '../../common/admission/waiting'
import { COUNT_ENTRIES } from '../../common/store/count-entries'
import type { Stage, Where } from '../../common/store/collection'
import type { ClassDoc, LeaveDoc, NoticeDoc, PactDoc, Person, SlipDoc } from '../../common/store/documents'
import { lookUpPact, lookUpVersions, newsOf } from '../../common/store/pacts'
import { people } from '../../common/store/people'
import { describeNotice } from '../notice/rows'
import { WANTS_REPLY, familyFields, ownChildren, waitingFor } from '../../common/notice/own-slips'
import { describeRunning, type CountedSlip } from './running'

/** A class has hardly more open at once; older ones are found under 通知. */
const RUNNING_MOST = 50
const MANY = 200

interface Row {
  class: (Pick<ClassDoc, 'name' | 'reviewedAt' | 'headTeacher'> & { children: number })[]
  pending: { _id: string }[]
  onLeave: Pick<LeaveDoc, 'childId'>[]
  applications: { _id: string }[]
  own: NoticeDoc[]
  running: CountedSlip[]
  week: { _id: string }[]
  pacts: PactDoc[]
  versions: PactNews[]
  duties: SlipDoc[]
}

/** A parent who teaches sees on the teacher's page that something waits: 作为张小雨妈妈：1件待办. */
function othersOf(person: Person, duties: SlipDoc[]): TodayStaff['others'] {
  return person.identities.flatMap(({ role, key, card, childId, classId }) => {
    if (role !== 'guardian' || !childId) return []
    const count = duties.filter((slip) => {
      const entry = slip.classId === classId ? slip.entries[childId] : undefined
      return entry !== undefined && entry.signedAt === undefined
    }).length
    return count > 0 ? [{ key, card, count }] : []
  })
}

export async function readStaffToday(person: Person, identity: Identity, now: Instant): Promise<TodayStaff> {
  const { classId = '', schoolId } = identity
  const role = identity.role === 'head_teacher' ? 'head_teacher' : 'teacher'
  const [row] = await people.aggregate<Row>([
    { $match: { _id: person._id } },
    { $project: { _id: 1 } },
    ...classStages(classId, schoolId, person._id, now),
    // Leaves and applications are the head teacher's (M02, L03).
    ...(role === 'head_teacher' ? approvalStages(classId) : []),
    ...dutyStages(person),
  ])
  const own = row?.own ?? []
  const cap = row?.pacts[0]?.rules['T12']?.['perWeek']
  return {
    role,
    now,
    pactNews: newsOf(row?.versions, now),
    classId,
    className: row?.class[0]?.name ?? identity.className ?? '',
    children: row?.class[0]?.children ?? 0,
    leavesToday: new Set(row?.onLeave.map(({ childId }) => childId)).size,
    pendingLeaves: row?.pending?.length ?? 0,
    applications: row?.applications?.length ?? 0,
    reviewDue: role === 'head_teacher' && isReviewDue(row?.class[0], now),
    held: own.filter(({ state }) => state === 'held').length,
    queued: own.filter(({ state }) => state !== 'held').map((notice) => describeNotice(notice, classId)),
    running: (row?.running ?? []).map((slip) => describeRunning(slip, now)),
    weekCount: row?.week.length ?? 0,
    ...(typeof cap === 'number' && { weekCap: cap }),
    others: othersOf(person, row?.duties ?? []),
  }
}

function isReviewDue(found: Row['class'][number] | undefined, now: Instant): boolean {
  const from = reviewDueFrom(found?.reviewedAt, found?.headTeacher?.since)
  return from !== undefined && from <= now
}

const find = (from: string, as: string, match: Where, fields: Record<string, unknown>, limit = MANY): Stage => ({
  $lookup: { from, pipeline: [{ $match: match }, { $limit: limit }, { $project: fields }], as },
})

function classStages(classId: string, schoolId: string, openid: string, now: Instant): Stage[] {
  const today = beijingDay(now)
  const monday = instantOf(addDays(today, 1 - weekday(today)), '00:00')
  return [
    find(
      'classes',
      'class',
      { _id: classId },
      { name: 1, reviewedAt: 1, headTeacher: 1, children: { $size: '$roster' } },
    ),
    find('leaves', 'onLeave', { classId, dates: today, state: 'approved' }, { childId: 1 }),
    find(
      'notices',
      'own',
      { 'author.openid': openid, 'classes.classId': classId, state: { $in: ['checking', 'held', 'queued'] } },
      { trail: 0 },
    ),
    {
      $lookup: {
        from: 'slips',
        pipeline: [
          {
            $match: {
              classId,
              state: 'running',
              replyMode: WANTS_REPLY,
              $or: [{ toChild: { $exists: false } }, { authorOpenid: openid }],
            },
          },
          { $sort: { publishedAt: -1 } },
          { $limit: RUNNING_MOST },
          ...COUNT_ENTRIES,
        ],
        as: 'running',
      },
    },
    find('slips', 'week', { classId, publishedAt: { $gte: monday }, toChild: { $exists: false } }, { _id: 1 }),
    lookUpPact(now, { schoolId }),
    lookUpVersions([schoolId]),
  ]
}

function approvalStages(classId: string): Stage[] {
  return [
    find('leaves', 'pending', { classId, state: 'pending' }, { _id: 1 }),
    find('applications', 'applications', waitingIn(classId), { _id: 1 }),
  ]
}

function dutyStages(person: Person): Stage[] {
  const children = ownChildren(person)
  return [find('slips', 'duties', waitingFor(children), familyFields(children))]
}
