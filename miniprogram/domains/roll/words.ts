// Decides how a roll reads: its marks, what was seen of a child, how the search for one ended.
import type {
  AbsenceCause,
  ContactEnd,
  Half,
  LeaveKind,
  LineMark,
  Outcome,
  RollCounts,
  Symptom,
} from '@class-pact/core/contract'

export const MARK_WORDS: Record<LineMark, string> = {
  present: '到',
  late: '迟到',
  early: '早退',
  absent: '未到',
  leave: '假',
}
/** On a roll it says only which of the two; what a child has stays in the leave. */
export const leaveWord = (kind: LeaveKind): string => (kind === 'personal' ? '事假' : '病假')

/** 到36 假3 未到1 共40: they add up; whoever was late or left early is here. */
export function sayCounts({ total, present, late, early, leave, absent }: RollCounts): string[] {
  const here = present + late + early
  const of = [late > 0 && `迟到${late}`, early > 0 && `早退${early}`].filter(Boolean).join('，')
  return [`到${here}${of ? `（${of}）` : ''}`, `假${leave}`, `未到${absent}`, `共${total}`]
}
/** The check of a half day. */
export const CHECK_WORDS: Record<Half, string> = { am: '晨检', pm: '午检' }
export const SYMPTOM_WORDS: Record<Symptom, string> = {
  fever: '发热',
  cough: '咳嗽',
  stomach: '肠胃不适',
  rash: '皮疹',
  injury: '外伤',
  other: '其他',
}
export const OUTCOME_WORDS: Record<Outcome, string> = { reached: '已联系上', no_answer: '未接通', arrived: '已到校' }
export const ABSENCE_WORDS: Record<AbsenceCause, string> = {
  sick: '生病',
  family: '家中有事',
  on_way: '在路上',
  other: '其他',
}
export const CONTACT_END_WORDS: Record<ContactEnd, string> = {
  arrived: '已到校',
  reached: '已联系上',
  leave: '家长已请假',
  corrected: '点名已更正',
}
