// Decides what a head teacher and the leaders see of a class: every child with the cards beside it, no phone.
import type { Member } from '@class-pact/core/contract'
import { composeStaffCard, reviewDueFrom, seatsOf } from '@class-pact/core/family'
import { seatLimit } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { waitingIn } from '../join'
import { readClock } from '../../common/clock'
import { staffOf } from '../../common/call/session'
import { classes } from './classes'
import type { ChildDoc, ClassDoc } from './documents'
import type { PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { lookUpPact } from '../pact'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'

type MembersRow = ClassDoc & {
  schools: SchoolDoc[]
  pacts: PactDoc[]
  children: Omit<ChildDoc, 'contacts'>[]
  applications: Counted
}

export const readMembers: Handler<'class.members'> = async ({ classId }, { person }) => {
  const [found] = await findMembers(classId)
  const [school, pact] = [found?.schools[0], found?.pacts[0]]
  if (!found || !school || !pact) return refuse('FORBIDDEN')
  const place = { classId, schoolId: found.schoolId }
  if (!staffOf(person, place, ['head_teacher', 'office', 'principal'])) return refuse('FORBIDDEN')

  const byId = new Map(found.children.map((child) => [child._id, child]))
  const limit = seatLimit(pact)
  const cardOf = (teacher: { name: string; subject: string }) => composeStaffCard(teacher, 'teacher', school.kind)
  return succeed({
    classId,
    className: found.name,
    members: found.roster.map(({ childId, no, name }): Member => {
      const child = byId.get(childId)
      const guardians = child?.guardians ?? []
      return {
        childId,
        no,
        name,
        seats: seatsOf({ ...child }, limit),
        guardians: guardians.map(({ card, relation, since, committee }) => ({ card, relation, since, committee })),
      }
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
}

function findMembers(classId: string): Promise<MembersRow[]> {
  return classes.aggregate<MembersRow>([
    { $match: { _id: classId } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    lookUpPact(readClock(), { field: 'schoolId' }),
    { $lookup: { from: 'children', localField: '_id', foreignField: 'classId', as: 'children' } },
    lookUpCount('applications', 'applications', waitingIn(classId)),
    { $project: { trail: 0, 'children.trail': 0, 'children.contacts': 0 } },
    { $limit: 1 },
  ])
}
