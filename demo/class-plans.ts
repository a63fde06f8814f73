// Decides who teaches where in the demo school, and how full its classes are; everybody is invented.

export const SCHOOL_ID = 'demo-school'
export const SCHOOL_NAME = '幸福街小学'
export const SEATS = 2
/** The school has been using the mini program for this long, days. */
export const SINCE_DAYS = 80
/** Of a class's guardians so many have no reminder left. */
export const WITHOUT_CREDIT = 13

export interface Staff {
  openid: string
  name: string
  subject: string
}
export const PRINCIPAL = { openid: 'demo-principal', name: '李建华' }
export const WANG: Staff = { openid: 'demo-wang', name: '王雪梅', subject: '语文' }
export const ZHAO: Staff = { openid: 'demo-zhao', name: '赵志强', subject: '数学' }
export const LIU: Staff = { openid: 'demo-liu', name: '刘晓峰', subject: '英语' }
/** Who holds an office: one looks after discipline and the week's duty, another after the equipment. */
export const SUN = { openid: 'demo-sun', name: '孙桂芳' }
export const HE = { openid: 'demo-he', name: '何文静' }
export const HOLDERS = [SUN, HE]

export interface ClassPlan {
  classId: string
  name: string
  order: number
  /** Its members were looked through so many days ago; absent: never. */
  reviewedDaysAgo?: number
  children: number
  /** Children with nobody, and with one guardian; the others have two. */
  unbound: number
  single: number
  /** Places in the roll that are given. */
  included: Record<number, string>
  /** Places whose seats are given: how many guardians. */
  seated: Record<number, number>
  headTeacher: Staff
  teachers: Staff[]
}

/** 40 children with 74 guardians, 41 with 74. */
export const CLASS_PLANS: ClassPlan[] = [
  {
    classId: 'demo-class-3-2',
    name: '三（2）班',
    order: 302,
    reviewedDaysAgo: 10,
    children: 40,
    unbound: 2,
    single: 2,
    included: { 7: '李雷', 16: '韩梅梅', 23: '张小明' },
    seated: { 7: 1, 16: 2, 23: 2 },
    headTeacher: WANG,
    teachers: [LIU],
  },
  {
    classId: 'demo-class-5-1',
    name: '五（1）班',
    order: 501,
    children: 41,
    unbound: 1,
    single: 6,
    included: { 12: '周小雨' },
    seated: { 12: 2 },
    headTeacher: ZHAO,
    teachers: [LIU],
  },
]
