// Decides whom an author can write to, and what a choice of chips, children and colleagues means.
import { gradeOfClass, gradeWord } from '@class-pact/core/family'
import type { Audience, Grade, NoticePrepared, Whom } from '@class-pact/core/contract'
import type { ChipOption } from '../../../../../components/choice-chips/choice-chips'

export type PreparedClass = NoticePrepared['classes'][number]
export type Prepared = Pick<NoticePrepared, 'classes' | 'staff'>
/** Chips besides the classes; a grade's begins like this. */
export const SCHOOL = 'school'
export const CHILD = 'child'
export const STAFF = 'staff'
const GRADE = 'grade:'
/** Whom of the staff, besides a grade's. */
const CHOSEN = 'chosen'

export interface Choice {
  /** Class ids, or one of the words above. */
  values: string[]
  /** The class whose children are chosen from. */
  classId: string
  childIds: string[]
  /** all, heads, a grade, chosen */
  whom: string
  marks: string[]
}

const NOBODY: Choice = { values: [], classId: '', childIds: [], whom: 'all', marks: [] }
/** Opened to choose children: [只发给孩子的家长]. */
export const ASKING_WHO: Choice = { ...NOBODY, values: [CHILD] }

export function readAudience(audience: Audience): Choice {
  switch (audience.to) {
    case 'school':
      return { ...NOBODY, values: [SCHOOL] }
    case 'grade':
      return { ...NOBODY, values: [GRADE + audience.grade] }
    case 'child':
      return { ...NOBODY, values: [CHILD], classId: audience.classId, childIds: [audience.childId] }
    case 'children':
      return { ...NOBODY, values: [CHILD], classId: audience.classId, childIds: audience.childIds }
    case 'staff':
      return { ...NOBODY, values: [STAFF], ...readWhom(audience.whom) }
    case 'classes':
      return { ...NOBODY, values: audience.classIds }
  }
}

function readWhom(whom: Whom): Pick<Choice, 'whom' | 'marks'> {
  if (typeof whom === 'string') return { whom, marks: [] }
  return 'grade' in whom ? { whom: GRADE + whom.grade, marks: [] } : { whom: CHOSEN, marks: whom.chosen }
}

const standsAlone = (value: string) => value === SCHOOL || value === CHILD || value === STAFF || value.startsWith(GRADE)

/** Classes go together; a school, a grade, children and the staff each stand alone: the last tap wins. */
export function settleValues(before: string[], after: string[]): string[] {
  const added = after.find((value) => !before.includes(value))
  if (added !== undefined && standsAlone(added)) return [added]
  return after.filter((value) => !standsAlone(value))
}

/** One more, or one less. */
export const toggle = (chosen: readonly string[], one: string): string[] =>
  chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]

/** The grades of these classes, in their order. */
export function gradesOf(classes: readonly PreparedClass[]): Grade[] {
  return [...new Set(classes.flatMap(({ name }) => gradeOfClass(name) ?? []))]
}

/** @param author `schoolId`: whoever leads the school; `grade`: whoever leads a grade, and writes to it alone */
export function offerWhom({ classes, staff }: Prepared, author: { schoolId: string; grade: string }): ChipOption[] {
  const { schoolId, grade } = author
  const ofGrade = (each: Grade) => ({ value: GRADE + each, label: gradeWord(each) })
  if (grade) return [ofGrade(grade as Grade)]
  const grades = schoolId ? gradesOf(classes) : []
  return [
    ...(schoolId ? [{ value: SCHOOL, label: '全校' }] : []),
    ...(staff && staff.length > 0 ? [{ value: STAFF, label: '教职工' }] : []),
    ...(grades.length > 1 ? grades.map(ofGrade) : []),
    ...classes.map(({ classId, name }) => ({ value: classId, label: name })),
    { value: CHILD, label: '选孩子的家长' },
  ]
}

export function offerStaff(staff: NonNullable<NoticePrepared['staff']>): ChipOption[] {
  const grades = [...new Set(staff.flatMap((each) => each.grades))]
  return [
    { value: 'all', label: '全体' },
    { value: 'heads', label: '班主任' },
    ...grades.map((grade) => ({ value: GRADE + grade, label: `${gradeWord(grade)}老师` })),
    { value: CHOSEN, label: '选人' },
  ]
}

/** Undefined: nobody is chosen yet. */
export function toAudience(choice: Choice, { classes }: Prepared, schoolId: string): Audience | undefined {
  const { values, childIds } = choice
  const [first] = values
  if (first === SCHOOL) return { to: 'school', schoolId }
  if (first?.startsWith(GRADE)) return { to: 'grade', schoolId, grade: first.slice(GRADE.length) as Grade }
  if (first === STAFF) {
    const whom = toWhom(choice)
    return whom && { to: 'staff', schoolId, whom }
  }
  if (first === CHILD) {
    const home = classes.find(({ roster }) => roster.some((child) => childIds.includes(child.childId)))
    const [childId, second] = childIds
    if (!home || !childId) return undefined
    const { classId } = home
    return second ? { to: 'children', classId, childIds } : { to: 'child', classId, childId }
  }
  return values.length > 0 ? { to: 'classes', classIds: values } : undefined
}

function toWhom({ whom, marks }: Choice): Whom | undefined {
  if (whom === 'all' || whom === 'heads') return whom
  if (whom.startsWith(GRADE)) return { grade: whom.slice(GRADE.length) as Grade }
  return marks.length > 0 ? { chosen: marks } : undefined
}

/** What the button says while nobody is chosen. */
export function sayOpen({ values }: Choice): string {
  if (values[0] === CHILD) return '请选孩子'
  return values[0] === STAFF ? '请选人' : '请选发给谁'
}
