// Decides how a school being set up reads: what is there, what is still missing (screens.md 3.21).
import type { School } from '@class-pact/core/contract'
import { presentSteps, type StepView } from './steps'

export interface ClassView {
  classId: string
  name: string
  text: string
  head: string
  missing: boolean
  label: string
}
export interface SchoolView {
  name: string
  steps: StepView[]
  /** 6步中还有2步; empty when all is there. */
  open: string
  /** 校长室电话, for families (M16). */
  phone: string
  classes: ClassView[]
  /** Classes that have left the school, to be looked at (L13). */
  graduated: { classId: string; name: string; text: string }[]
}

export function presentSchool(school: School): SchoolView {
  const { name, phone, classes, graduated } = school
  const steps = presentSteps(school)
  const missing = steps.filter(({ done }) => !done).length
  return {
    name,
    phone: phone ?? '',
    steps,
    open: missing > 0 ? `${steps.length}步中还有${missing}步，随时可以离开，回来接着做` : '',
    graduated: graduated.map(({ classId, name: className, children: count }) => ({
      ...{ classId, name: className, text: `${count}个孩子` },
    })),
    classes: classes.map(({ classId, name: className, children: count, headTeacher, seats: [alone] }) => {
      const text = `${count}个孩子${alone > 0 ? `，${alone}个还没有家长` : ''}`
      const head = headTeacher ?? '邀请班主任'
      return { classId, name: className, text, head, missing: !headTeacher, label: `${className}，${text}，${head}` }
    }),
  }
}
