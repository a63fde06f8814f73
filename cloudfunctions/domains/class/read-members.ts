// Decides what a head teacher and the leaders see of a class: every child with the cards beside it, no phone.
import { beijingDay } from '@class-pact/core/calendar'
import { isAway } from '@class-pact/core/child'
import type { AwayMember, Instant, Member } from '@class-pact/core/contract'
import { composeStaffCard, reviewDueFrom, seatsOf } from '@class-pact/core/family'
import { seatLimit } from '@class-pact/core/pact'
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { waitingIn } from '../join'
import { lookUpPact, type PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { classes } from './classes'
import type { ChildDoc, ClassDoc } from './documents'

type KnownChild = Omit<ChildDoc, 'contacts'>
type MembersRow = ClassDoc & {
  schools: SchoolDoc[]
  pacts: PactDoc[]
  children: KnownChild[]
  applications: Counted
}
export interface FoundMembers extends Omit<MembersRow, 'schools' | 'pacts'> {
  school: SchoolDoc
  pact: PactDoc
}

export const readMembers: Handler<'class.members', FoundMembers> = ({ classId }, { found, now }) => {
  const { school, pact } = found
  const byId = new Map(found.children.map((child) => [child._id, child]))
  const limit = seatLimit(pact)
  const cardOf = (teacher: { name: string; subject: string }) => composeStaffCard(teacher, 'teacher', school.kind)
  const members = succeed({
    classId,
    className: found.name,
    away: listAway(found.children, now),
    members: found.roster.flatMap(({ childId, no, name }): Member[] => {
      const child = byId.get(childId)
      if (isAway(child?.away, beijingDay(now))) return []
      const guardians = child?.guardians ?? []
      const member = {
        childId,
        no,
        name,
        seats: seatsOf({ ...child }, limit),
        guardians: guardians.map(({ card, relation, since, committee }) => ({ card, relation, since, committee })),
        leaving: leavingOf(child),
        missedSince: child?.missedSince,
      }
      return [member]
    }),
    headTeacher: found.headTeacher && { card: cardOf(found.headTeacher), phone: found.headTeacher.phone },
    teachers: found.teachers.map((teacher) => ({
      card: cardOf(teacher),
      subject: teacher.subject,
      since: teacher.since,
    })),
    supervisor: found.supervisor && { card: found.supervisor.card },
    applications: countOf(found.applications),
    reviewFrom: reviewDueFrom(found.reviewedAt, found.headTeacher?.since),
  })
  return Promise.resolve(members)
}

/** More than leave a class in all its years. */
const AWAY_SHOWN = 100

function listAway(children: readonly KnownChild[], now: Instant): AwayMember[] {
  const today = beijingDay(now)
  return children
    .flatMap(({ _id: childId, no, name, away }) =>
      away && isAway(away, today) ? [{ childId, no, name, cause: away.cause ?? away.state, from: away.from }] : [],
    )
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .slice(0, AWAY_SHOWN)
}

function leavingOf(child: KnownChild | undefined): Member['leaving'] {
  if (child?.away) return { cause: child.away.cause ?? child.away.state, from: child.away.from, waits: false }
  return child?.leaving && { cause: child.leaving.cause, from: child.leaving.from, waits: true }
}

/** The class with its school, the pact in force and its children, in one call. */
export async function findMembers(
  { classId }: { classId: string },
  { now }: Session,
): Promise<Whose<FoundMembers> | undefined> {
  const [row] = await classes.aggregate<MembersRow>([
    { $match: { _id: classId } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    lookUpPact(now, { field: 'schoolId' }),
    { $lookup: { from: 'children', localField: '_id', foreignField: 'classId', as: 'children' } },
    lookUpCount('applications', 'applications', waitingIn(classId)),
    { $project: { trail: 0, 'children.trail': 0, 'children.contacts': 0 } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { schools, pacts, ...found } = row
  const [[school], [pact]] = [schools, pacts]
  return (
    school &&
    pact && { found: { ...found, school, pact }, place: { classId, schoolId: found.schoolId, className: found.name } }
  )
}
