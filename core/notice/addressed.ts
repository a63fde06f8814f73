// Decides whom a letter addresses of those who are there: some children, some of a school's staff (C24, N19).
import type { Audience, StaffMember, Whom } from './contract'

/** The children that a letter to some goes to; undefined: all of the classes. */
export function childrenOf(audience: Audience): string[] | undefined {
  if (audience.to === 'child') return [audience.childId]
  return audience.to === 'children' ? audience.childIds : undefined
}

/** Who of a staff is meant; whom a mark stands for that is not there is nobody. */
export function addressedOf<Member extends StaffMember>(staff: readonly Member[], whom: Whom): Member[] {
  if (whom === 'all') return [...staff]
  if (whom === 'heads') return staff.filter(({ isHead }) => isHead)
  if ('grade' in whom) return staff.filter(({ grades }) => grades.includes(whom.grade))
  return staff.filter(({ mark }) => whom.chosen.includes(mark))
}
