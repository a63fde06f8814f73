// Decides what staff hear at half past five of a school day: what waits for them, as one message (W5, screens.md 5).
import { beijingClock, beijingDay, mayBeSchoolDay } from '@class-pact/core/calendar'
import { waitsFor, type LeaveStaff, type LeaveWay } from '@class-pact/core/leave'
import { DAILY_AT } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { todoMessage } from '../../common/wechat/messages'
import type { ClassDoc } from '../class'
import { waitingForLeaders, waitingOfSchool } from '../join'
import { ruleStages } from '../notice'
import type { PactDoc } from '../pact'
import { people } from '../person'
import { schools, type SchoolDoc } from '../school'
import { pushAll, type Recipient } from './push'

/** Schools of one run; the next takes the others. */
const AT_ONCE = 50
/** People asked for a credit in one call. */
const CHUNK = 500

interface Found extends SchoolDoc {
  pacts: PactDoc[]
  leaves: (LeaveWay & { classId: string })[]
  applications: { _id: string; count: number }[]
  classes: Pick<ClassDoc, '_id' | 'headTeacher' | 'standIn' | 'teachers'>[]
  held: Counted
  atLeaders: Counted
  talks: { to: { desk: string; openid?: string }; desk: string; classId: string }[]
}
/** By person: what waits, in words and numbers. */
type Waits = Map<string, Record<Kind, number>>
type Kind = 'leaves' | 'applications' | 'held' | 'talks'

/** The day is noted when all are told: a crash in between tells the rest, and nobody twice. */
export async function tellStaff(until: Instant): Promise<void> {
  const now = readClock()
  if (beijingClock(now) < DAILY_AT) return
  const today = beijingDay(now)
  const due = await schools.list<{ _id: string }>(
    { $or: [{ toldOn: null }, { toldOn: { $lt: today } }] },
    { limit: AT_ONCE, fields: { _id: 1 } },
  )
  for (const { _id } of due) {
    if (readClock() >= until || !(await tellSchool(_id, now, until))) return
    await schools.update({ _id }, { $set: { toldOn: today } })
  }
}

async function tellSchool(schoolId: string, now: Instant, until: Instant): Promise<boolean> {
  const [found] = await schools.aggregate<Found>([
    ...ruleStages(schoolId, now),
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { schoolId, state: 'pending' } },
          { $limit: BOUNDS.childrenOfSchool },
          { $project: { classId: 1, at: 1, 'applicant.openid': 1, 'approvals.openid': 1 } },
        ],
        as: 'leaves',
      },
    },
    {
      $lookup: {
        from: 'applications',
        pipeline: [
          { $match: waitingOfSchool(schoolId) },
          { $group: { _id: '$classId', count: { $sum: 1 } } },
          { $limit: BOUNDS.classesOfSchool },
        ],
        as: 'applications',
      },
    },
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: { schoolId, archived: { $exists: false } } },
          { $limit: BOUNDS.classesOfSchool },
          { $project: { 'headTeacher.openid': 1, standIn: 1, 'teachers.openid': 1 } },
        ],
        as: 'classes',
      },
    },
    lookUpTalks(schoolId, now),
    lookUpCount('notices', 'held', { schoolId, state: 'held' }),
    lookUpCount('applications', 'atLeaders', waitingForLeaders(schoolId, 'office')),
  ])
  const [pact] = found?.pacts ?? []
  if (!found || !pact || !mayBeSchoolDay(beijingDay(now), found.calendar)) return true
  if (nextOpening(now, 'head_teacher', pact, found.calendar) > now) return true
  const waits = whoWaits(found, now)
  const credited = await findCredited([...waits.keys()])
  const recipients = credited.flatMap((openid): Recipient[] => {
    const what = waits.get(openid)
    return what ? [{ openid, message: sayWhat(what, now) }] : []
  })
  return pushAll({ schoolId, about: `todo-${schoolId}-${beijingDay(now)}` }, recipients, until)
}

/** What of families waits for an answer: of whoever it is written to, or of the leaders (N15, T08). */
function lookUpTalks(schoolId: string, now: Instant): Stage {
  return {
    $lookup: {
      from: 'talks',
      pipeline: [
        { $match: { schoolId, waitsSince: { $gt: 0, $lte: now } } },
        { $limit: BOUNDS.childrenOfSchool },
        { $project: { 'to.desk': 1, 'to.openid': 1, desk: 1, classId: 1 } },
      ],
      as: 'talks',
    },
  }
}

/** Leave waits for whoever may decide it, applications for the head teacher; what is held is the leaders' (L03, L14, M02, G01). */
function whoWaits(
  { classes, leaves, applications, held, atLeaders, talks, principals, office = [] }: Found,
  now: Instant,
): Waits {
  const waits: Waits = new Map()
  const add = (openid: string | undefined, what: Kind, count: number) => {
    if (!openid || count === 0) return
    const before = waits.get(openid) ?? { leaves: 0, applications: 0, held: 0, talks: 0 }
    waits.set(openid, { ...before, [what]: before[what] + count })
  }
  const today = beijingDay(now)
  for (const { _id, headTeacher, standIn, teachers } of classes) {
    const stands = standIn && standIn.from <= today && standIn.to >= today
    const staff: LeaveStaff = {
      ...(headTeacher && { headTeacher: headTeacher.openid }),
      ...(stands && { standIn: standIn.openid }),
      office: office.map((leader) => leader.openid),
      principals: principals.map((leader) => leader.openid),
    }
    for (const leave of leaves.filter(({ classId }) => classId === _id)) {
      for (const openid of waitsFor(leave, staff).openids) add(openid, 'leaves', 1)
    }
    for (const { to } of talks.filter((talk) => talk.classId === _id && talk.desk !== 'principal')) {
      const isThere = to.desk === 'teacher' && teachers.some(({ openid }) => openid === to.openid)
      add(isThere ? to.openid : headTeacher?.openid, 'talks', 1)
    }
    add(headTeacher?.openid, 'applications', applications.find((each) => each._id === _id)?.count ?? 0)
  }
  for (const openid of new Set([...principals, ...office].map((leader) => leader.openid))) {
    add(openid, 'held', countOf(held))
    add(openid, 'applications', countOf(atLeaders))
    add(openid, 'talks', talks.filter(({ desk }) => desk === 'principal').length)
  }
  return waits
}

/** 假条2，待回复1，加入申请1，待审1 */
function sayWhat({ leaves, applications, held, talks }: Record<Kind, number>, at: Instant) {
  const parts = [
    leaves > 0 ? `假条${leaves}` : '',
    talks > 0 ? `待回复${talks}` : '',
    applications > 0 ? `加入申请${applications}` : '',
    held > 0 ? `待审${held}` : '',
  ]
  return todoMessage({ what: parts.filter(Boolean).join('，'), count: leaves + applications + held + talks, at })
}

async function findCredited(openids: string[]): Promise<string[]> {
  const found: string[] = []
  for (let start = 0; start < openids.length; start += CHUNK) {
    const some = await people.list<{ _id: string }>(
      { _id: { $in: openids.slice(start, start + CHUNK) }, 'credits.todo': { $gt: 0 } },
      { limit: CHUNK, fields: { _id: 1 } },
    )
    found.push(...some.map(({ _id }) => _id))
  }
  return found
}
