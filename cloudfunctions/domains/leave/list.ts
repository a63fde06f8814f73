// Decides which leaves a family, a head teacher or a leader finds: what waits for them first, then the others.
import { beijingDay } from '@class-pact/core/calendar'
import type { Input, Instant, LeaveCard } from '@class-pact/core/contract'
import type { Handler, Whose } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import type { ClassDoc } from '../class'
import type { LeaveDoc } from './documents'
import { lookUpList, readList, type List } from '../../common/store/pages'
import { people } from '../person'
import { schools, type SchoolDoc } from '../school'
import { showWords } from '../../common/wechat/check-words'
import { linkFiles } from '../../common/wechat/files'
import { AT_TEACHER, lookUpPending, waitingForLeader, type PendingRow } from './at-leaders'
import { describeProgress, describeStaff, shownReason } from './find-leave'

/** 近30天第2次 (screens.md 3.11) */
const RECENT_MS = 30 * 86_400_000
/** A class on a day of much illness; a card is a few lines. */
const PAGE = 50

type Query = Input<'leave.list'>
type School = Pick<SchoolDoc, 'principals' | 'office'>
type PageRow = LeaveDoc & { classes: Pick<ClassDoc, 'headTeacher' | 'standIn'>[] }
interface Row {
  recent: { _id: string; count: number }[]
  schools: School[]
}

/** A family finds its child's, a class's own people their class's; the leaders of a school what waits for them. */
export function findLeaves(query: Query): Promise<Whose<undefined>> {
  const { of, after, ...place } = query
  return Promise.resolve({ found: undefined, place, may: (identity) => of !== 'school' || isLeader(identity) })
}

export const list: Handler<'leave.list', undefined> = async (query, { person, identity, now }) => {
  const atLeader = query.of === 'school' ? await findWaiting(query.schoolId, person._id, now) : []
  const leaves = listFor(query, atLeader, person._id, now)
  const [row] = await people.aggregate<Row>([
    { $match: { _id: person._id } },
    { $project: { _id: 1 } },
    ...lookUpList('leaves', leaves, query.after),
    lookUpRecent(query.of === 'school' ? childrenOf(atLeader) : placeOf(query), now),
    {
      $lookup: {
        from: 'schools',
        pipeline: [{ $match: { _id: identity.schoolId } }, { $project: { principals: 1, office: 1 } }],
        as: 'schools',
      },
    },
  ])
  const page = readList<PageRow>(row, 'leaves', leaves)
  const links = await linkFiles(page.rows.flatMap(({ proof }) => proof))
  const recent = new Map(row?.recent.map(({ _id, count }) => [_id, count]))
  const cards = page.rows.map(({ classes, ...leave }): LeaveCard => ({
    leaveId: leave._id,
    childId: leave.childId,
    childName: leave.childName,
    no: leave.no,
    className: leave.className,
    kind: leave.kind,
    span: leave.span,
    days: leave.days,
    gap: leave.gap,
    reason: shownReason(leave, person),
    state: leave.state,
    progress: describeProgress(leave, describeStaff(classes[0], row?.schools[0], now), person._id),
    submittedAt: leave.submittedAt,
    recentCount: recent.get(leave.childId) ?? 0,
    proof: leave.proof.map((fileId) => ({ fileId, url: links.get(fileId) ?? '' })),
    appliedByMe: leave.applicant.openid === person._id,
    ...showWords(leave),
    replaces: leave.replaces?.span,
  }))
  const [waiting = 0] = page.totals
  return succeed({ leaves: cards, today: beijingDay(now), waiting, total: page.total, next: page.next })
}

/** What waits first, the oldest first; then the others, the latest first: what has gone on to the leaders among them. */
function listFor(query: Query, atLeader: readonly PendingRow[], openid: string, now: Instant): List {
  const place = placeOf(query)
  const current: Where = {
    $or: [{ dates: { $gte: beijingDay(now) } }, { submittedAt: { $gt: now - RECENT_MS } }],
  }
  if (query.of === 'child') return listOf({ ...place, state: 'pending' }, { ...place, state: { $ne: 'pending' } })
  if (query.of === 'class') {
    const gone = { state: 'pending', at: { $in: ['office', 'principal'] } }
    const others = { $or: [gone, { state: { $ne: 'pending' }, ...current }] }
    return listOf({ ...place, ...AT_TEACHER }, { ...place, ...others })
  }
  const ids = atLeader.map(({ _id }) => _id)
  const decided = { $or: [{ 'approvals.openid': openid }, { 'decidedBy.openid': openid }], $and: [current] }
  return listOf({ _id: { $in: ids } }, { ...place, _id: { $nin: ids }, ...decided })
}

const childrenOf = (rows: readonly PendingRow[]): Where => ({ childId: { $in: rows.map(({ childId }) => childId) } })

async function findWaiting(schoolId: string, openid: string, now: Instant): Promise<PendingRow[]> {
  const [row] = await schools.aggregate<School & { pendingLeaves: PendingRow[] }>([
    { $match: { _id: schoolId } },
    { $project: { principals: 1, office: 1 } },
    lookUpPending(schoolId),
  ])
  return row ? waitingForLeader(row.pendingLeaves, row, openid, now) : []
}

function listOf(waiting: Where, others: Where): List {
  const then = [
    { $project: { trail: 0 } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    { $project: { 'classes.roster': 0, 'classes.trail': 0 } },
  ]
  return {
    size: PAGE,
    parts: [
      { from: 'leaves', where: waiting, order: [['submittedAt', 1]], then },
      { from: 'leaves', where: others, order: [['submittedAt', -1]], then },
    ],
  }
}

function placeOf(query: Query): Where {
  if (query.of === 'child') return { childId: query.childId }
  return query.of === 'class' ? { classId: query.classId } : { schoolId: query.schoolId }
}

/** Requests of the last days by child, whatever became of them. */
function lookUpRecent(place: Where, now: Instant): Stage {
  return {
    $lookup: {
      from: 'leaves',
      pipeline: [
        { $match: { ...place, submittedAt: { $gt: now - RECENT_MS } } },
        { $group: { _id: '$childId', count: { $sum: 1 } } },
        { $limit: BOUNDS.childrenOfSchool },
      ],
      as: 'recent',
    },
  }
}
