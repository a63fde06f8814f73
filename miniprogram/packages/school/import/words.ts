// Decides the words for what was understood of a roster file (screens.md 3.21); what is wrong with a row, core says.
import type { RosterMeaning, RosterOwner } from '@class-pact/core/contract'

export { PROBLEM_WORDS } from '@class-pact/core/roster-words'

export const MEANING_WORDS: Record<RosterMeaning, string> = {
  name: '孩子姓名',
  number: '学号、座号',
  class: '班级',
  grade: '年级',
  sex: '性别（分清同名）',
  nickname: '小名',
  serial: '序号，不保存',
  family_name: '家长姓名',
  family_relation: '与孩子的关系',
  family_phone: '家长电话',
  mother_name: '妈妈姓名',
  mother_phone: '妈妈电话',
  father_name: '爸爸姓名',
  father_phone: '爸爸电话',
  pupil_phone: '孩子的电话',
  staff_name: '老师，不保存',
  staff_phone: '老师电话，不保存',
  other_name: '其他联系人',
  other_phone: '不知道是谁的电话',
  ignored: '不需要，不读',
  unknown: '看不懂，不读',
}

/** What follows for joining, where it is not plain. */
export const OWNER_WORDS: Partial<Record<RosterOwner, string>> = {
  pupil: '没有家长电话时才保存，加入时不作核对',
  unknown: '没有家长电话时才保存，加入时不作核对',
}

/** What a leader chooses from, in the order people look for it; not to be chosen is what nobody means on purpose. */
export const CHOOSABLE: readonly RosterMeaning[] = [
  'name',
  'class',
  'grade',
  'number',
  'family_name',
  'family_relation',
  'family_phone',
  'mother_name',
  'mother_phone',
  'father_name',
  'father_phone',
  'pupil_phone',
  'staff_name',
  'staff_phone',
  'other_name',
  'other_phone',
  'nickname',
  'sex',
  'ignored',
]
