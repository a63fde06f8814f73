// Decides what is looked up at the door: everything an invitation leads to, in one call, for whoever stands there.
import { composeStaffCard } from '@class-pact/core/family'
import { readClock } from '../../common/clock'
import { INVITED_CHILDREN_MAX } from './limits'
import type {
  ApplicationDoc,
  ChildDoc,
  ClassDoc,
  InvitationDoc,
  PactDoc,
  PersonDoc,
  SchoolDoc,
} from '../../common/store/documents'
import { lookUpMutes, type MutingCase } from '../../common/store/cases'
import { invitations } from '../../common/store/invitations'
import { lookUpPact } from '../../common/store/pacts'

export interface Door {
  invitation: InvitationDoc
  school: SchoolDoc
  class: Omit<ClassDoc, 'roster'>
  pact: PactDoc
  /** Absent: nobody we know. */
  person?: PersonDoc
  /** The invited child, or the children of the class with the name that was given. */
  children: ChildDoc[]
  /** This person's applications, anywhere. */
  applications: ApplicationDoc[]
  /** Cases that still mute this person in the class. */
  mutes: MutingCase[]
}

type DoorRow = InvitationDoc & {
  people: PersonDoc[]
  schools: SchoolDoc[]
  classes: Omit<ClassDoc, 'roster'>[]
  pacts: PactDoc[]
  children: ChildDoc[]
  applications: ApplicationDoc[]
  mutes: MutingCase[]
}

/** Undefined: no such invitation, or what it led to is gone. Whether it is still good is asked by `isOpen`. */
export async function lookBehind(token: string, openid: string, childName = ''): Promise<Door | undefined> {
  const [row] = await invitations.aggregate<DoorRow>([
    { $match: { _id: token } },
    { $addFields: { visitor: { $literal: openid } } },
    { $lookup: { from: 'people', localField: 'visitor', foreignField: '_id', as: 'people' } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    { $lookup: { from: 'applications', localField: 'visitor', foreignField: 'openid', as: 'applications' } },
    lookUpMutes(openid, 'classId', readClock()),
    { $addFields: { named: namedOnRoster(childName) } },
    lookUpPact(readClock(), { field: 'schoolId' }),
    { $lookup: { from: 'children', localField: 'named.childId', foreignField: '_id', as: 'children' } },
    { $project: { 'classes.roster': 0, 'classes.trail': 0, 'children.trail': 0, 'schools.trail': 0, named: 0 } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { people, schools, classes, pacts, children, applications, mutes, ...invitation } = row
  const [school, pact, itsClass] = [schools[0], pacts[0], classes[0]]
  if (!school || !pact || !itsClass) return undefined
  return {
    invitation,
    school,
    class: itsClass,
    pact,
    person: people[0],
    children: children.slice(0, INVITED_CHILDREN_MAX),
    applications,
    mutes,
  }
}

function namedOnRoster(childName: string): object {
  return {
    $filter: {
      input: { $ifNull: [{ $arrayElemAt: ['$classes.roster', 0] }, []] },
      as: 'entry',
      cond: {
        $cond: [
          { $eq: ['$purpose', 'child'] },
          { $eq: ['$$entry.childId', '$childId'] },
          { $eq: [{ $ifNull: ['$$entry.called', '$$entry.name'] }, { $literal: childName }] },
        ],
      },
    },
  }
}

/** An invitation of the kinds phones can read, neither expired nor used up. */
export function isOpen(
  invitation: InvitationDoc,
  now: number,
): invitation is InvitationDoc & { purpose: 'class' | 'child' | 'staff' } {
  return invitation.purpose !== 'activate' && invitation.expiresAt > now && invitation.usesLeft !== 0
}

export function placeOf({ school, class: itsClass }: Pick<Door, 'school' | 'class'>) {
  return {
    schoolId: school._id,
    schoolName: school.name,
    schoolKind: school.kind,
    classId: itsClass._id,
    className: itsClass.name,
  }
}

/** Who answers applications: 语文王老师, or nobody yet. */
export function cardOfHeadTeacher({ school, class: { headTeacher } }: Pick<Door, 'school' | 'class'>): string {
  return headTeacher ? composeStaffCard(headTeacher, 'head_teacher', school.kind) : ''
}
