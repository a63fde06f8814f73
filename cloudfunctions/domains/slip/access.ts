// Decides who may open a slip's board and who may act on it (M14): the author, the class's head teacher; leaders read.
import type { Person } from '../../common/call/person'
import type { SlipDoc } from './documents'
import { memberOf, staffOf } from '../../common/call/session'

export interface BoardAccess {
  /** Remind, follow up, close. */
  canAct: boolean
  role: 'head_teacher' | 'teacher' | 'office' | 'principal'
  card: string
}

type SlipPlace = Pick<SlipDoc, 'schoolId' | 'classId' | 'authorOpenid' | 'toChild'>

const STAFF = ['head_teacher', 'teacher', 'office', 'principal'] as const

/** undefined: not theirs to see. A private notice is its author's alone (C24). */
export function boardAccess(person: Person, slip: SlipPlace): BoardAccess | undefined {
  const own = slip.authorOpenid === person._id
  const identity = own
    ? (staffOf(person, slip, STAFF) ?? memberOf(person, slip.schoolId, STAFF))
    : slip.toChild
      ? undefined
      : (staffOf(person, slip, ['head_teacher']) ?? staffOf(person, slip, ['office', 'principal']))
  if (!identity) return undefined
  const role = STAFF.find((each) => each === identity.role)
  return role && { canAct: own || role === 'head_teacher', role, card: identity.card }
}
