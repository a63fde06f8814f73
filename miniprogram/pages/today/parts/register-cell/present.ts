// Decides the one line of 今天 about registers: how much is to be done, and how much of it is late.
import type { Role } from '@class-pact/core/contract'

/** What `today.read` says of registers; absent: nothing is due. */
export interface RegistersToday {
  count: number
  overdue: number
  /** Of the only register there is something to do in. */
  title?: string
}

export interface RegisterLine {
  /** 班主任工作 3项 */
  text: string
  /** 班级日志; empty where there are several. */
  sub: string
  /** 逾期1项 */
  late: string
  label: string
}

/** A head teacher's are their work; whoever fills a few beside it reads 台账. */
export function presentRegisters(registers: RegistersToday | undefined, role: Role): RegisterLine | null {
  if (!registers || registers.count <= 0) return null
  const { count, overdue, title = '' } = registers
  const isFamily = role === 'guardian'
  const what = isFamily && title ? title : role === 'head_teacher' ? '班主任工作' : '台账'
  const text = `${what} ${count}项`
  const sub = isFamily ? '' : title
  const late = overdue > 0 ? `逾期${overdue}项` : ''
  return { text, sub, late, label: [text, sub, late].filter(Boolean).join('，') }
}
