// Decides whose a class's figures are: its head teacher's and its school's leaders'; they are read in the same call.
import { LEADERS, type Input } from '@class-pact/core/contract'
import type { ClassFacts } from '@class-pact/core/statistics'
import type { Session, Whose } from '../../common/call/handlers'
import { identityIn } from '../../common/call/scope'
import { readFacts, type SchoolFacts } from './facts'

export interface FoundClass {
  facts: SchoolFacts
  own: ClassFacts
}

/** The input names no school: it is that of the class's head teacher, else the one that somebody leads. */
export async function findClass(
  { classId, range }: Input<'statistics.class'>,
  { person, now }: Session,
): Promise<Whose<FoundClass> | undefined> {
  const reader = identityIn(
    person,
    ['head_teacher', ...LEADERS, 'officer'],
    (each) => each.role !== 'head_teacher' || each.classId === classId,
  )
  if (!reader) return undefined
  const { schoolId } = reader
  const facts = await readFacts(schoolId, classId, range, now)
  const own = facts?.classes[0]
  return facts && own && { found: { facts, own }, place: { schoolId, classId, className: own.className } }
}
