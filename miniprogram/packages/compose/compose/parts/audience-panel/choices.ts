// Decides whom an author can write to, and what a choice of chips and a child means.
import type { Audience, NoticePrepared } from '@class-pact/core/contract'

export type PreparedClass = NoticePrepared['classes'][number]
/** Chips besides the classes. */
export const SCHOOL = 'school'
export const CHILD = 'child'

export interface Choice {
  /** Class ids, or one of the two words above. */
  values: string[]
  childId: string
}

export function readAudience(audience: Audience): Choice {
  if (audience.to === 'school') return { values: [SCHOOL], childId: '' }
  if (audience.to === 'child') return { values: [CHILD], childId: audience.childId }
  return { values: audience.classIds, childId: '' }
}

/** Classes go together; the whole school and one child each stand alone: the last tap wins. */
export function settleValues(before: string[], after: string[]): string[] {
  const added = after.find((value) => !before.includes(value))
  if (added === SCHOOL || added === CHILD) return [added]
  return after.filter((value) => value !== SCHOOL && value !== CHILD)
}

/** undefined: nobody is chosen yet. */
export function toAudience(
  { values, childId }: Choice,
  classes: PreparedClass[],
  schoolId: string,
): Audience | undefined {
  if (values.includes(SCHOOL)) return { to: 'school', schoolId }
  if (values.includes(CHILD)) {
    const home = classes.find(({ roster }) => roster.some((child) => child.childId === childId))
    return home && { to: 'child', classId: home.classId, childId }
  }
  return values.length > 0 ? { to: 'classes', classIds: values } : undefined
}
