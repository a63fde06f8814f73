// Decides which guardian a head teacher means: one of a child of the own class, as the list of members shows them.
import type { Input, Pact, SchoolCalendar } from '@class-pact/core/contract'
import type { Session, Whose } from '../../common/call/handlers'
import { lookUpPact, type PactDoc } from '../pact'
import { children, type Guardian } from './children'
import type { ChildDoc } from './documents'

export interface FoundMember {
  child: ChildDoc
  /** In force now. */
  pact: Pact
  calendar: SchoolCalendar
  /** Absent: nobody sits beside the child whom the input can mean; perhaps not any more. */
  guardian?: Guardian
}
export type FoundGuardian = Required<FoundMember>

interface Meant {
  guardian: Input<'member.remove'>['guardian']
}

/** The child that is meant, and the guardian if they are still there. */
export async function findMember({ guardian }: Meant, { now }: Session): Promise<Whose<FoundMember> | undefined> {
  const { childId, card, since } = guardian
  const [child] = await children.aggregate<ChildDoc & { pacts: PactDoc[]; schools: { calendar: SchoolCalendar }[] }>([
    { $match: { _id: childId } },
    lookUpPact(now, { field: 'schoolId' }),
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $project: { 'schools.trail': 0 } },
    { $limit: 1 },
  ])
  const pact = child?.pacts[0]
  if (!child || !pact) return undefined
  const meant = child.guardians.filter((each) => each.card === card && each.since === since)
  const calendar = child.schools[0]?.calendar ?? { rest: [], school: [] }
  return { found: { child, pact, calendar, ...(meant.length === 1 && { guardian: meant[0] }) }, place: child }
}

/** Undefined: no such child, or no such guardian beside it. */
export async function findGuardian(input: Meant, session: Session): Promise<Whose<FoundGuardian> | undefined> {
  const whose = await findMember(input, session)
  const guardian = whose?.found.guardian
  return whose && guardian && { ...whose, found: { ...whose.found, guardian } }
}
