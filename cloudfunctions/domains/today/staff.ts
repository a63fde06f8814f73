// Decides a teacher's today page: what waits in the class, what runs, and what waits for the same person elsewhere.
import { addDays, beijingDay, instantOf, weekday } from '@class-pact/core/calendar'
import type { Identity, Instant, PactNews, TodayStaff } from '@class-pact/core/contract'
import { reviewDueFrom } from '@class-pact/core/family'
import { deskOf } from '@class-pact/core/moderation'
import { standingSignature } from '@class-pact/core/notice'
import type { Person } from '../../common/call/person'
import { ownChildren } from '../../common/call/session'
import type { Stage, Where } from '../../common/store/collection'
import {
  countOf,
  lookUpCount,
  lookUpList,
  readList,
  type Counted,
  type List,
  type Part,
} from '../../common/store/pages'
import { movesIn } from '../account'
import {
  describeDropout,
  describeWarning,
  lookUpDropouts,
  lookUpWarnings,
  type DropoutRow,
  type WarningRow,
} from '../attendance'
import { lookUpReceptionOf, readReceptionOf, type ReceptionsRow } from '../booking'
import type { ClassDoc } from '../class'
import { countDue, lookUpDue, type DueFound } from '../due'
import { runningIn } from '../incident'
import { waitingIn } from '../join'
import { AT_TEACHER, type LeaveDoc } from '../leave'
import { lookUpRisen, type RisenCase } from '../moderation'
import { describeNotice, heldByHead, type NoticeDoc } from '../notice'
import { lookUpPact, lookUpVersions, newsOf, type PactDoc } from '../pact'
import { people } from '../person'
import { lookUpCheck, readCheck, type CheckRow } from '../roll'
import type { SchoolDoc } from '../school'
import { COUNT_ENTRIES, OF_THE_CLASS, WANTS_REPLY, familyFields, waitingFor, type SlipDoc } from '../slip'
import { lookUpHeld, lookUpToAnswer } from '../talk'
import { isInLesson, lookUpTeachingOf, type TeachingRow } from '../timetable'
import { lookUpMissing, missingOf, type LookingRoll } from './missing'
import { NEVER, describeRunning, type CountedSlip } from './running'
import { lookUpTasks, readTasks } from './tasks'

/** Of the notices that wait for their hour the page names the next; all are found under 通知. */
const QUEUED = 5

interface Row extends CheckRow, TeachingRow, DueFound, ReceptionsRow {
  class: (Pick<ClassDoc, 'name' | 'reviewedAt' | 'headTeacher' | 'handover' | 'standIn'> & { children: number })[]
  school?: Pick<SchoolDoc, 'calendar'>[]
  pending?: Counted
  missing?: LookingRoll[]
  onLeave: Pick<LeaveDoc, 'childId'>[]
  incidents: Counted
  applications?: Counted
  moves?: Counted
  warnings?: WarningRow[]
  dropouts?: DropoutRow[]
  held: Counted
  stopped?: Pick<NoticeDoc, '_id' | 'classes' | 'draft' | 'withdrawn'>[]
  toReview?: Counted
  heldLetters?: Counted
  risen?: RisenCase[]
  toAnswer: { count: number; oldest: Instant }[]
  week: Counted
  pacts: PactDoc[]
  versions: PactNews[]
  unsigned: SlipDoc[]
  /** Leave that waits in a class where they stand in. */
  standing?: { _id: string; count: number }[]
}

/** A parent who teaches, or who stands in, sees on the teacher's page that something waits: 作为张小雨妈妈：1件待办. */
function othersOf(person: Person, { unsigned = [], standing = [] }: Partial<Row> = {}): TodayStaff['others'] {
  return person.identities.flatMap(({ role, key, card, childId, classId, className = '' }) => {
    if (role === 'stand_in') {
      const count = standing.find(({ _id }) => _id === classId)?.count ?? 0
      return count > 0 ? [{ key, card: className, standsIn: true as const, count }] : []
    }
    if (role !== 'guardian' || !childId) return []
    const count = unsigned.filter((slip) => {
      const entry = slip.classId === classId ? slip.entries[childId] : undefined
      return entry !== undefined && standingSignature(entry, slip.signFrom) === undefined
    }).length
    return count > 0 ? [{ key, card, count }] : []
  })
}

export async function readStaffToday(
  person: Person,
  identity: Identity,
  now: Instant,
  after: string | undefined,
): Promise<TodayStaff> {
  const { classId = '', schoolId } = identity
  const role = identity.role === 'head_teacher' ? 'head_teacher' : 'teacher'
  const looker = { person, identity, now }
  const running: List = { parts: [runningSlips(classId, person._id, now)] }
  const queued: List = { parts: [queuedPosts(classId, person._id)], size: QUEUED }
  const [row] = await people.aggregate<Row>([
    { $match: { _id: person._id } },
    { $project: { _id: 1 } },
    ...classStages(classId, schoolId, person._id, now),
    lookUpCount('incidents', 'incidents', runningIn(classId, role === 'teacher' ? person._id : undefined)),
    lookUpToAnswer(identity, person._id, now, 'toAnswer'),
    ...lookUpList('running', running, after),
    ...lookUpList('queued', queued),
    // Leaves and applications are the head teacher's (M02, L03).
    ...(role === 'head_teacher'
      ? [
          ...approvalStages(schoolId, classId, now),
          ...lookUpCheck({ schoolId, classId }, now),
          lookUpReceptionOf(classId, now),
        ]
      : []),
    ...lookUpTasks(schoolId, person._id),
    ...dutyStages(person),
    find('schools', 'school', { _id: schoolId }, { calendar: 1 }),
    ...lookUpTeachingOf(person._id),
    ...lookUpDue(looker),
  ])
  const registers = countDue(row, looker)
  const runs = readList<CountedSlip>(row, 'running', running)
  const waits = readList<NoticeDoc>(row, 'queued', queued)
  const [toAnswer] = row?.toAnswer ?? []
  const cap = row?.pacts[0]?.rules['T12']?.['perWeek']
  return {
    role,
    stop: identity.stop,
    now,
    pactNews: newsOf(row?.versions, now),
    classId,
    className: row?.class[0]?.name ?? identity.className ?? '',
    children: row?.class[0]?.children ?? 0,
    ...(isInLesson(row ?? {}, person._id, row?.school?.[0]?.calendar, now) && { inLesson: true }),
    ...(registers && { registers }),
    ...(countOf(row?.incidents) > 0 && { incidents: countOf(row?.incidents) }),
    leavesToday: new Set(row?.onLeave.map(({ childId }) => childId)).size,
    pendingLeaves: countOf(row?.pending),
    missing: missingOf(row?.missing),
    applications: countOf(row?.applications),
    moves: countOf(row?.moves),
    dropouts: (row?.dropouts ?? []).map((dropout) => describeDropout(dropout, now)),
    warnings: (row?.warnings ?? []).map((warning) => describeWarning(warning, now)),
    reviewDue: role === 'head_teacher' && isReviewDue(row?.class[0], now),
    held: countOf(row?.held),
    ...(countOf(row?.heldLetters) > 0 && { heldLetters: countOf(row?.heldLetters) }),
    toReview: countOf(row?.toReview),
    ...risenOf(row?.risen, now),
    ...(toAnswer && { toAnswer: { count: toAnswer.count, oldest: toAnswer.oldest } }),
    ...readTasks(row, { schoolId, openid: person._id, now }),
    queued: waits.rows.map((notice) => describeNotice(notice, classId)),
    queuedTotal: waits.total,
    ...stoppedOf(row?.stopped),
    running: runs.rows.map((slip) => describeRunning(slip, now)),
    ...{ total: runs.total, next: runs.next },
    weekCount: countOf(row?.week),
    ...(typeof cap === 'number' && { weekCap: cap }),
    others: othersOf(person, row),
    ...readReceptionOf(row),
    ...(role === 'head_teacher' && { ...changesOf(row?.class[0], now), ...readCheck(row, now) }),
  }
}

function risenOf(risen: Row['risen'] = [], now: Instant): Pick<TodayStaff, 'risen'> {
  const [oldest] = risen
  return oldest ? { risen: { count: risen.length, desk: deskOf(oldest, now) } } : {}
}

function stoppedOf(stopped: Row['stopped'] = []): Pick<TodayStaff, 'stopped'> {
  if (stopped.length === 0) return {}
  return {
    stopped: stopped.map(({ _id: noticeId, classes: [place], draft, withdrawn }) => ({
      ...{ noticeId, classId: place?.classId ?? '', title: draft.title, by: withdrawn?.by ?? '' },
    })),
  }
}

/** A class taken over and not gone through yet (E02); somebody who stands in, now or soon (L03). */
function changesOf(found: Row['class'][number] | undefined, now: Instant): Pick<TodayStaff, 'handover' | 'standIn'> {
  const { handover, standIn } = found ?? {}
  return {
    ...(handover && { handover: { from: handover.card, at: handover.at } }),
    ...(standIn &&
      standIn.to >= beijingDay(now) && { standIn: { card: standIn.card, from: standIn.from, to: standIn.to } }),
  }
}

function isReviewDue(found: Row['class'][number] | undefined, now: Instant): boolean {
  const from = reviewDueFrom(found?.reviewedAt, found?.headTeacher?.since)
  return from !== undefined && from <= now
}

/** Everything there is of it: a class, its children on one day, what one family has not signed. */
const find = (from: string, as: string, match: Where, fields: Record<string, unknown>): Stage => ({
  $lookup: { from, pipeline: [{ $match: match }, { $project: fields }], as },
})

const ownPosts = (classId: string, openid: string, states: NoticeDoc['state'][]): Where => ({
  'author.openid': openid,
  'classes.classId': classId,
  state: { $in: states },
})

function classStages(classId: string, schoolId: string, openid: string, now: Instant): Stage[] {
  const today = beijingDay(now)
  const monday = instantOf(addDays(today, 1 - weekday(today)), '00:00')
  return [
    find(
      'classes',
      'class',
      { _id: classId },
      { name: 1, reviewedAt: 1, headTeacher: 1, handover: 1, standIn: 1, children: { $size: '$roster' } },
    ),
    find('leaves', 'onLeave', { classId, dates: today, state: 'approved' }, { childId: 1 }),
    lookUpCount('notices', 'held', ownPosts(classId, openid, ['held'])),
    find(
      'notices',
      'stopped',
      { schoolId, 'author.openid': openid, 'withdrawn.stops': true, 'withdrawn.at': { $gte: monday } },
      { classes: 1, 'draft.title': 1, 'withdrawn.by': 1 },
    ),
    lookUpCount('slips', 'week', { classId, publishedAt: { $gte: monday }, ...OF_THE_CLASS }),
    lookUpPact(now, { schoolId }),
    lookUpVersions([schoolId]),
  ]
}

/** The next to go out first. */
function queuedPosts(classId: string, openid: string): Part {
  return {
    from: 'notices',
    where: ownPosts(classId, openid, ['checking', 'queued']),
    by: [{ $addFields: { out: { $ifNull: ['$releaseAt', '$createdAt'] } } }],
    order: [['out', 1]],
    then: [{ $project: { trail: 0, search: 0 } }],
  }
}

/** What is overdue with children missing waits for the teacher: it comes first; then the latest. */
function runningSlips(classId: string, openid: string, now: Instant): Part {
  const late = { $and: [{ $lt: [{ $ifNull: ['$deadline', NEVER] }, now] }, { $gt: ['$counts.missing', 0] }] }
  return {
    from: 'slips',
    where: {
      classId,
      state: 'running',
      replyMode: WANTS_REPLY,
      $or: [{ toChild: { $exists: false } }, { authorOpenid: openid }],
    },
    by: [...COUNT_ENTRIES, { $addFields: { late: { $cond: [late, 1, 0] } } }],
    order: [
      ['late', -1],
      ['publishedAt', -1],
    ],
  }
}

function approvalStages(schoolId: string, classId: string, now: Instant): Stage[] {
  return [
    lookUpCount('notices', 'toReview', heldByHead(schoolId, classId)),
    lookUpHeld({ classId }, 'head_teacher'),
    lookUpRisen(classId, now),
    lookUpCount('leaves', 'pending', { classId, ...AT_TEACHER }),
    lookUpMissing({ schoolId, classId }),
    lookUpCount('applications', 'applications', waitingIn(classId)),
    lookUpCount('moves', 'moves', movesIn(classId)),
    lookUpWarnings({ classId }),
    lookUpDropouts({ classId }),
  ]
}

function dutyStages(person: Person): Stage[] {
  const children = ownChildren(person)
  const stood = person.identities.flatMap(({ role, classId }) => (role === 'stand_in' && classId ? [classId] : []))
  const pending: Stage[] = [
    { $match: { classId: { $in: stood }, ...AT_TEACHER } },
    { $group: { _id: '$classId', count: { $sum: 1 } } },
  ]
  return [
    find('slips', 'unsigned', waitingFor(children), familyFields(children)),
    ...(stood.length > 0 ? [{ $lookup: { from: 'leaves', pipeline: pending, as: 'standing' } }] : []),
  ]
}
