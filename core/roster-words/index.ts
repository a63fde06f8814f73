// Decides the words for what is wrong with a row of a roster: the same on the page and in the file of doubtful rows.
import type { RosterProblem, RosterProblemCode } from '../roster/contract'

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

/** Beside a row that may be a child under a corrected name. */
export const sameChildWord = (from: string, to: string): string => `是不是改名：${from}→${to}`
