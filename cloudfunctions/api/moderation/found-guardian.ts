// Decides which guardian a head teacher means: one of a child of the own class, as the list of members shows them.
import type { Identity, Input } from '@class-pact/core/contract'
import { staffOf } from '../../common/session'
import { children, type Guardian } from '../../common/store/children'
import type { ChildDoc, PersonDoc } from '../../common/store/documents'

export interface Found {
  child: ChildDoc
  guardian: Guardian
  headTeacher: Identity
}

/** Undefined: no such child or guardian, or not this teacher's class. */
export async function findGuardian(
  person: PersonDoc,
  { childId, card, since }: Input<'case.open'>['guardian'],
): Promise<Found | undefined> {
  const child = await children.find(childId)
  const headTeacher = child && staffOf(person, child, ['head_teacher'])
  const meant = child?.guardians.filter((each) => each.card === card && each.since === since) ?? []
  const [guardian] = meant
  return child && headTeacher && guardian && meant.length === 1 ? { child, guardian, headTeacher } : undefined
}
