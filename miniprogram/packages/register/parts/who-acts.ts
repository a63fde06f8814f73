// Decides in whose name a page of registers is opened: somebody of that school, class and child.
import type { Identity } from '@class-pact/core/contract'

interface Place {
  schoolId: string
  classId?: string
  childId?: string
  subject?: string
}

/** A teacher acts in their class, a family for its child, everybody else in the whole school. */
export function fitsPlace({ role, schoolId, classId, childId }: Identity, place: Place): boolean {
  if (schoolId !== place.schoolId) return false
  const child = place.childId || place.subject
  if (role === 'guardian') return !child || childId === child
  return !place.classId || classId === undefined || classId === place.classId
}
