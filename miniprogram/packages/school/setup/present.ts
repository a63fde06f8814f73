// Decides how a school being set up reads: what is there, what is still missing (screens.md 3.21).
import type { School } from '@class-pact/core/contract'

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
  pact: string
  roster: string
  /** 校长室电话, for families (M16). */
  phone: string
  classes: ClassView[]
  /** Classes that have left the school, to be looked at (L13). */
  graduated: { classId: string; name: string; text: string }[]
}

export function presentSchool({ name, pactVersion, phone, classes, graduated }: School): SchoolView {
  const children = classes.reduce((sum, each) => sum + each.children, 0)
  return {
    name,
    phone: phone ?? '',
    pact: `第${pactVersion}版`,
    roster: classes.length > 0 ? `${classes.length}个班，${children}个孩子` : '还没有名单',
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
