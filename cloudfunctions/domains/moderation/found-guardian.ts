// Decides which guardian a head teacher means: one of a child of the own class, as the list of members shows them.
import type { Identity, Input, Pact } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { staffOf } from '../../common/call/session'
import { children, type Guardian } from '../class'
import type { ChildDoc } from '../class'
import type { PactDoc } from '../pact'
import type { Person } from '../../common/call/person'
import { lookUpPact } from '../pact'

export interface Found {
  child: ChildDoc
  guardian: Guardian
  headTeacher: Identity
  /** In force now. */
  pact: Pact
}

/** Undefined: no such child or guardian, or not this teacher's class. */
export async function findGuardian(
  person: Person,
  { childId, card, since }: Input<'case.open'>['guardian'],
): Promise<Found | undefined> {
  const [child] = await children.aggregate<ChildDoc & { pacts: PactDoc[] }>([
    { $match: { _id: childId } },
    lookUpPact(readClock(), { field: 'schoolId' }),
    { $limit: 1 },
  ])
  const headTeacher = child && staffOf(person, child, ['head_teacher'])
  const meant = child?.guardians.filter((each) => each.card === card && each.since === since) ?? []
  const [[guardian], pact] = [meant, child?.pacts[0]]
  return child && headTeacher && pact && guardian && meant.length === 1
    ? { child, guardian, headTeacher, pact }
    : undefined
}
