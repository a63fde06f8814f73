// Decides how a child that is to be brought back reads: how long, and which step is due (Q20).
import type { Dropout, DropoutStep } from '@class-pact/core/contract'
import { formatClass, formatDate } from '../../services/format'

export const DROPOUT_STEP_WORDS: Record<DropoutStep, string> = {
  grade: '报告年级',
  persuade: '动员返校',
  office: '书面报教导处',
}

/** 李雷没请假，连续3天未到 */
export const sayMissing = ({ name, days }: Dropout): string => `${name}没请假，连续${days}天未到`

/** 下一步报告年级，9月3日前 */
export function sayDropoutNext({ steps, received, closed }: Dropout): string {
  if (closed) return closed.how === 'back' ? '已返校或已请假' : '已不在本班'
  const next = steps.find(({ done }) => !done)
  if (next) return `下一步${DROPOUT_STEP_WORDS[next.step]}，${formatDate(next.due)}前${next.overdue ? '，已过期' : ''}`
  return received ? '教导处已收到报告' : '等教导处收报告'
}

export interface DropoutCell {
  dropoutId: string
  text: string
  sub: string
  label: string
}

export const presentDropouts = (dropouts: readonly Dropout[]): DropoutCell[] =>
  dropouts.map((dropout) => {
    const [text, sub] = [sayMissing(dropout), `${formatClass(dropout.className)}，${sayDropoutNext(dropout)}`]
    return { dropoutId: dropout.dropoutId, text, sub, label: `${text}，${sub}` }
  })
