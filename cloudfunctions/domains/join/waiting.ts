// Decides which applications wait for whom: the class's head teacher, or the school's leaders.
import type { Role } from '@class-pact/core/contract'
import { NAMES_TOLD } from '@class-pact/core/family'
import type { Where } from '../../common/store/collection'

const AT_HEAD_TEACHERS: Where = {
  to: { $ne: 'leaders' },
  $or: [{ state: 'pending' }, { state: 'withdrawn', tried: { $gte: NAMES_TOLD } }],
}

/** What waits for the head teacher: applications, and names that somebody tried out and took back (M02, C28). */
export function waitingIn(classId: string): Where {
  return { classId, ...AT_HEAD_TEACHERS }
}

/** The same of all classes of a school. */
export function waitingOfSchool(schoolId: string): Where {
  return { schoolId, ...AT_HEAD_TEACHERS }
}

/** What waits for the leaders: head teachers, hand-overs, whom they invited themselves; offices for the principal alone. */
export function waitingForLeaders(schoolId: string, role: Role): Where {
  const offices = role === 'principal' ? {} : { offered: { $exists: false } }
  return { schoolId, state: 'pending', $or: [{ to: 'leaders' }, { before: { $exists: true } }], ...offices }
}
