// Decides what is read of an invitation before it is answered: all it leads to, in one call, and whether it still does.
import { composeStaffCard } from '@class-pact/core/family'
import { readClock } from '../../common/clock'
import { answerIdOf } from './answer-id'
import { INVITED_CHILDREN_MAX } from './limits'
import type { ApplicationDoc, InvitationDoc } from './documents'
import type { ChildDoc, ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import type { PersonDoc } from '../../common/call/person'
import type { SchoolDoc } from '../school'
import { lookUpMutes, type MutingCase } from '../moderation'
import { invitations } from './invitations'

/** What an invitation leads to, and what is known of whoever holds it. */
export interface InvitationFacts {
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
  /** The one application an invitation of staff was answered with, by whomever. */
  answer?: ApplicationDoc
  /** Cases that still mute this person in the class. */
  mutes: MutingCase[]
}

type Row = InvitationDoc & {
  people: PersonDoc[]
  schools: SchoolDoc[]
  classes: Omit<ClassDoc, 'roster'>[]
  pacts: PactDoc[]
  children: ChildDoc[]
  applications: ApplicationDoc[]
  answers: ApplicationDoc[]
  mutes: MutingCase[]
}

/** Undefined: no such invitation, or what it led to is gone. Whether it is still good is asked by `isOpen`. */
export async function readInvitationFacts(
  token: string,
  openid: string,
  childName = '',
): Promise<InvitationFacts | undefined> {
  const now = readClock()
  const [row] = await invitations.aggregate<Row>([
    { $match: { _id: token } },
    { $addFields: { visitor: { $literal: openid }, answerId: { $literal: answerIdOf(token) } } },
    { $lookup: { from: 'people', localField: 'visitor', foreignField: '_id', as: 'people' } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    { $lookup: { from: 'applications', localField: 'visitor', foreignField: 'openid', as: 'applications' } },
    { $lookup: { from: 'applications', localField: 'answerId', foreignField: '_id', as: 'answers' } },
    lookUpMutes(openid, 'classId', now),
    { $addFields: { named: namedOnRoster(childName) } },
    lookUpPact(now, { field: 'schoolId' }),
    { $lookup: { from: 'children', localField: 'named.childId', foreignField: '_id', as: 'children' } },
    { $project: { 'classes.roster': 0, 'classes.trail': 0, 'children.trail': 0, 'schools.trail': 0, named: 0 } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { people, schools, classes, pacts, children, applications, answers, mutes, ...invitation } = row
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
    answer: answers[0],
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

/**
 * An invitation that still leads in: of the kinds phones can read, not expired, not answered, and whoever made it has had
 * the right to make it ever since.
 */
export function isOpen({ invitation, answer, ...facts }: InvitationFacts, now: number): boolean {
  const { purpose, expiresAt } = invitation
  const isForPhones = purpose === 'class' || purpose === 'child' || purpose === 'staff'
  // Nobody joins a class that has graduated (L13).
  const isShut = !isForPhones || facts.class.archived !== undefined
  return !isShut && expiresAt > now && !answer && isBacked(invitation, facts)
}

/** An invitation dies with its maker's right, and does not come to life again with a new one. */
function isBacked(
  { purpose, inviter: { openid }, createdAt }: InvitationDoc,
  { class: { headTeacher }, school, children }: Pick<InvitationFacts, 'class' | 'school' | 'children'>,
): boolean {
  const held = (place: { openid: string; since: number } | undefined) =>
    place?.openid === openid && place.since <= createdAt
  if ([...school.principals, ...(school.office ?? [])].some((leader) => leader.openid === openid)) return true
  return held(headTeacher) || (purpose === 'child' && children.some(({ guardians }) => guardians.some(held)))
}

/** This person serves the class: the leaders, not the class, say whether they sit beside a child of it. */
export function servesClass(
  { class: { headTeacher, teachers } }: Pick<InvitationFacts, 'class'>,
  openid: string,
): boolean {
  return headTeacher?.openid === openid || teachers.some((each) => each.openid === openid)
}

/** Who answers applications: 语文王老师, or nobody yet. */
export function cardOfHeadTeacher({
  school,
  class: { headTeacher },
}: Pick<InvitationFacts, 'school' | 'class'>): string {
  return headTeacher ? composeStaffCard(headTeacher, 'head_teacher', school.kind) : ''
}
