// Decides the one line of 今天 about registers: how much is to be done, and how much of it is late.
import type { Role, TodayRegisters } from '@class-pact/core/contract'

export interface RegisterLine {
  /** 班主任工作 3项 */
  text: string
  /** 班级日志等 */
  sub: string
  /** 逾期1项 */
  late: string
  label: string
}

/** A head teacher's are their work; a family reads what is its own by name. */
export function presentRegisters(registers: TodayRegisters | undefined, role: Role): RegisterLine | null {
  if (!registers || registers.count <= 0) return null
  const { count, overdue, title = '' } = registers
  const first = title && count > 1 ? `${title}等` : title
  const isFamily = role === 'guardian'
  const what = isFamily && first ? first : role === 'head_teacher' ? '班主任工作' : '台账'
  const text = `${what} ${count}项`
  const sub = isFamily ? '' : first
  const late = overdue > 0 ? `逾期${overdue}项` : ''
  return { text, sub, late, label: [text, sub, late].filter(Boolean).join('，') }
}
