// Decides whom a letter addresses of those who are there: some children, some of a school's staff (C24, N19).
import type { Grade } from '../wire'
import type { Audience, Whom } from './audience'

/** The children that a letter to some goes to; undefined: all of the classes. */
export function childrenOf(audience: Audience): string[] | undefined {
  if (audience.to === 'child') return [audience.childId]
  return audience.to === 'children' ? audience.childIds : undefined
}

/** Somebody of a school's staff, in all their posts together. */
export interface StaffMember {
  /** Stands for this person, and tells nothing of them. */
  mark: string
  /** 语文王老师 */
  card: string
  isHead: boolean
  /** Of the classes they teach, or lead as a grade leader. */
  grades: readonly Grade[]
}

/** Who of a staff is meant; whom a mark stands for that is not there is nobody. */
export function addressedOf<Member extends StaffMember>(staff: readonly Member[], whom: Whom): Member[] {
  if (whom === 'all') return [...staff]
  if (whom === 'heads') return staff.filter(({ isHead }) => isHead)
  if ('grade' in whom) return staff.filter(({ grades }) => grades.includes(whom.grade))
  return staff.filter(({ mark }) => whom.chosen.includes(mark))
}
