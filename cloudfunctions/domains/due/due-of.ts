// Decides how a page learns in its own question what is due for whoever looks at it.
import { instantOf } from '@class-pact/core/calendar'
import type { Identity, Instant, RegistersDue, TodayRegisters } from '@class-pact/core/contract'
import type { Person } from '../../common/call/person'
import { ownChildren } from '../../common/call/session'
import type { Stage } from '../../common/store/collection'
import { contactStages, readContacts, type ContactRow } from '../contact'
import { lookUpDuties, type DutiesRow, type Reach } from './look-up'
import { readDue } from './read-rows'
import { readFrom } from './slots-read'
import { readWorld } from './world'

export type DueFound = DutiesRow & ContactRow

/** Whoever has a page: a family sees all its children of the school on one. */
export interface Looker {
  person: Person
  identity: Identity
  now: Instant
}

export function lookUpDue(looker: Looker): Stage[] {
  const { now } = looker
  const reach = reachOf(looker)
  return [...lookUpDuties(reach, now), ...('childIds' in reach ? [] : contactsIn(reach, now))]
}

/** What a family does counts for its child alone; contacts are the staff's. */
export function contactsIn(reach: Exclude<Reach, { childIds: unknown }>, now: Instant): Stage[] {
  const of = 'classIds' in reach ? { classIds: reach.classIds } : { schoolId: reach.schoolId }
  return contactStages({ of, from: instantOf(readFrom(now), '00:00'), until: now + 1 })
}

export function readDueOf(found: DueFound | undefined, looker: Looker): RegistersDue {
  const { person, identity, now } = looker
  const { schoolId } = identity
  const world = readWorld(found, { schoolId, now, contacts: readContacts(found) })
  return readDue(world, { openid: person._id, identity, children: childrenOf(looker) })
}

/** 班主任工作 3项: what is due now or overdue; undefined: nothing is. */
export function countDue(found: DueFound | undefined, looker: Looker): TodayRegisters | undefined {
  const due = readDueOf(found, looker).rows.filter(({ state }) => state === 'due' || state === 'overdue')
  const [first] = due
  if (!first) return undefined
  return {
    count: due.length,
    overdue: due.filter(({ state }) => state === 'overdue').length,
    title: first.part ? `${first.title}·${first.part.title}` : first.title,
  }
}

function childrenOf({ person, identity }: Looker) {
  return ownChildren(person).filter(({ schoolId }) => schoolId === identity.schoolId)
}

function reachOf(looker: Looker): Reach {
  const { person, identity } = looker
  const { role, schoolId, classId } = identity
  if (role === 'guardian') return { schoolId, childIds: childrenOf(looker).map(({ childId }) => childId) }
  if ((role !== 'head_teacher' && role !== 'teacher') || classId === undefined) return { schoolId }
  const classIds = person.identities.flatMap((each) =>
    (each.role === 'head_teacher' || each.role === 'teacher') && each.schoolId === schoolId && each.classId
      ? [each.classId]
      : [],
  )
  return { schoolId, classId, openid: person._id, classIds: [...new Set(classIds)] }
}
