// Decides what is open in a class when it goes to another head teacher: seen before, and gone through after (M04, E02).
import { composeStaffCard } from '@class-pact/core/family'
import type { Handover } from '@class-pact/core/contract'
import type { Handler, Whose } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { succeed } from '../../common/call/results'
import { countOf, lookUpCount, lookUpList, readList, type Counted, type List } from '../../common/store/pages'
import { noteAct, withTrail } from '../../common/store/trail'
import { classes, type ClassDoc } from '../class'
import { waitingIn } from '../join'
import type { NoticeDoc } from '../notice'
import { COUNT_ENTRIES, WANTS_REPLY, type SlipDoc } from '../slip'

/** Of each list the page names so many; the total says how many there are. */
const NAMED = 20

type CountedSlip = Pick<SlipDoc, 'noticeId' | 'title' | 'deadline'> & { counts: { missing: number } }
interface Waiting {
  _id: string
  draft: Pick<NoticeDoc['draft'], 'title'>
  state: NoticeDoc['state']
  by: string
}
interface Row extends Pick<ClassDoc, '_id' | 'schoolId' | 'name' | 'headTeacher' | 'handover'> {
  leaves: Counted
  applications: Counted
  cases: Counted
  successors: { _id: string; guardianName: string }[]
}
export type FoundHandover = Omit<Handover, 'headTeacher' | 'waiting'> &
  Pick<Row, 'headTeacher'> & { posts: Waiting[]; before?: string }

const runningIn = (classId: string): List => ({
  size: NAMED,
  parts: [
    {
      from: 'slips',
      where: { classId, state: 'running', replyMode: WANTS_REPLY, toChild: { $exists: false } },
      by: [...COUNT_ENTRIES, { $match: { 'counts.missing': { $gt: 0 } } }],
      order: [['publishedAt', 1]],
    },
  ],
})

const waitingPosts = (classId: string): List => ({
  size: NAMED,
  parts: [
    {
      from: 'notices',
      where: { 'classes.classId': classId, state: { $in: ['held', 'queued'] }, 'audience.to': { $ne: 'child' } },
      order: [['createdAt', 1]],
      then: [{ $project: { 'draft.title': 1, state: 1, createdAt: 1, by: '$author.openid' } }],
    },
  ],
})

/** The class with all that is open in it, in one call. */
export async function findHandover({ classId }: { classId: string }): Promise<Whose<FoundHandover> | undefined> {
  const [running, posts] = [runningIn(classId), waitingPosts(classId)]
  const [row] = await classes.aggregate<Row>([
    { $match: { _id: classId } },
    { $project: { schoolId: 1, name: 1, headTeacher: 1, handover: 1 } },
    ...lookUpList('running', running),
    ...lookUpList('posts', posts),
    lookUpCount('leaves', 'leaves', { classId, state: 'pending' }),
    lookUpCount('applications', 'applications', waitingIn(classId)),
    lookUpCount('cases', 'cases', { classId, state: 'open' }),
    {
      $lookup: {
        from: 'applications',
        pipeline: [
          { $match: { classId, state: 'pending', before: { $exists: true } } },
          { $sort: { createdAt: 1 } },
          { $limit: 1 },
          { $project: { guardianName: 1 } },
        ],
        as: 'successors',
      },
    },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const slips = readList<CountedSlip>(row, 'running', running)
  const [successor] = row.successors
  const found: FoundHandover = {
    classId,
    className: row.name,
    headTeacher: row.headTeacher,
    ...(row.handover && { from: { card: row.handover.card, at: row.handover.at }, before: row.handover.openid }),
    ...(successor && { successor: { applicationId: successor._id, name: successor.guardianName } }),
    running: slips.rows.map(({ noticeId, title, deadline, counts }) => ({
      noticeId,
      title,
      deadline,
      missing: counts.missing,
    })),
    runningTotal: slips.total,
    posts: readList<Waiting>(row, 'posts', posts).rows,
    ...{ leaves: countOf(row.leaves), applications: countOf(row.applications), cases: countOf(row.cases) },
  }
  return { found, place: { classId, schoolId: row.schoolId } }
}

/** Posts that are not out are their author's: those of whoever leaves the class are named. */
export const readHandover: Handler<'handover.read', FoundHandover> = (_input, { found, identity }) => {
  const { posts, before, headTeacher, ...open } = found
  const leaving = before ?? headTeacher?.openid
  return Promise.resolve(
    succeed({
      ...open,
      ...(headTeacher && { headTeacher: composeStaffCard(headTeacher, 'head_teacher', identity.schoolKind) }),
      waiting: posts
        .filter(({ by }) => by === leaving)
        .map(({ _id: noticeId, draft, state }) => ({ noticeId, title: draft.title, state })),
    }),
  )
}

export const acceptHandover: Handler<'handover.accept'> = async ({ classId }, session) => {
  const act = noteAct(session, 'head_teacher', 'handover.accept')
  const own = {
    _id: classId,
    'headTeacher.openid': session.openid,
    handover: { $exists: true },
    ...unlessDone(session),
  }
  if (await classes.update(own, withTrail({ $unset: { handover: '' } }, act))) return succeed({})
  const been = await lookBack(classes, classId, session)
  if (been === 'other') return refuseReused()
  return succeed({})
}
