// Decides the words for what was understood of a roster file, what was left out (screens.md 3.21).
import type { RosterMeaning, RosterOwner, RosterProblem, RosterProblemCode } from '@class-pact/core/contract'

const quote = (value: string | undefined) => (value ? `：${value}` : '')
const row = (other: number | undefined) => `第${other ?? '?'}行`

/** What heads a group of problems, and what is said of one of them. */
export const PROBLEM_WORDS: Record<RosterProblemCode, { title: string; text: (problem: RosterProblem) => string }> = {
  name_missing: { title: '没有姓名', text: () => '姓名为空' },
  name_suspect: { title: '姓名像是写错了', text: ({ value }) => `姓名像是写错了${quote(value)}` },
  class_missing: { title: '没有班级', text: () => '班级为空' },
  class_unreadable: { title: '班级写法看不懂', text: ({ value }) => `班级写法看不懂${quote(value)}` },
  class_from_date: {
    title: '班级被表格软件改成了日期，请核对',
    text: ({ value }) => `班级被改成了日期${quote(value)}`,
  },
  class_by_year: { title: '按入学年份认出的班级，请核对', text: ({ value }) => `按入学年份${quote(value)}` },
  class_too_large: { title: '班级人数过多', text: () => '这个班人数过多' },
  duplicate: { title: '同一个孩子写了两次', text: ({ otherRow }) => `与${row(otherRow)}重复` },
  same_name: { title: '同名的孩子', text: ({ otherRow }) => `与${row(otherRow)}同名，请核对是不是两个孩子` },
  number_missing: { title: '没有座号', text: () => '没有座号，会自动编号' },
  number_taken: { title: '座号重复', text: ({ otherRow }) => `座号与${row(otherRow)}相同` },
  number_unreadable: { title: '座号看不懂', text: ({ value }) => `座号被改成了日期${quote(value)}，会自动编号` },
  mark_dropped: { title: '姓名后面的备注', text: ({ value }) => `姓名后面的备注不保存${quote(value)}` },
  phone_invalid: { title: '电话不对，不保存', text: ({ value }) => `电话不对${quote(value)}` },
  phone_shared: {
    title: '很多孩子写同一个号码，不保存',
    text: ({ value }) => `多个孩子都写这个号码${quote(value)}`,
  },
  phone_staff: {
    title: '老师的号码，只用来打电话，不作核对',
    text: ({ value }) => `这是老师的号码${quote(value)}`,
  },
  contact_unreadable: { title: '不像家长的姓名，不保存', text: ({ value }) => `不像家长的姓名${quote(value)}` },
  contact_not_family: { title: '不是家里人，不保存', text: ({ value }) => `不是家里人${quote(value)}` },
  contact_shared: {
    title: '很多孩子写同一个姓名，不保存',
    text: ({ value }) => `多个孩子都写这个姓名${quote(value)}`,
  },
  row_skipped: { title: '不是孩子的行，跳过', text: ({ value }) => `不是孩子${quote(value)}` },
  row_hidden: { title: '隐藏的行', text: () => '这一行是隐藏的' },
  sheet_hidden: { title: '隐藏的工作表', text: () => '这张表是隐藏的' },
  sheet_skipped: { title: '没有姓名的工作表，没有读', text: ({ value }) => `没有“姓名”这一列${quote(value)}` },
  cells_beyond: { title: '离名单太远的格子，没有读', text: () => '这一格离名单太远' },
}

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
