// Decides how a roster file reads before it is taken over: what was understood, and every problem by its row (screens.md 3.21).
import type { RosterPreview, RosterProblem, RosterProblemCode } from '@class-pact/core/contract'
import type { Running } from './run-import'

/** Rows shown at once; a file with more problems than this is better mended in Excel. */
const PROBLEMS_SHOWN = 100

const PROBLEM_WORDS: Record<RosterProblemCode, (problem: RosterProblem) => string> = {
  name_missing: () => '姓名为空',
  name_suspect: ({ value }) => `姓名像是写错了${quote(value)}`,
  class_missing: () => '班级为空',
  class_unreadable: ({ value }) => `班级写法看不懂${quote(value)}`,
  class_from_date: ({ value }) => `班级被表格软件改成了日期${quote(value)}`,
  class_by_year: ({ value }) => `按入学年份认班级${quote(value)}`,
  class_too_large: () => '这个班人数过多',
  duplicate: ({ otherRow }) => `与第${otherRow ?? '?'}行重复`,
  same_name: ({ otherRow }) => `与第${otherRow ?? '?'}行同名，请核对是不是两个孩子`,
  number_missing: () => '没有座号，会自动编号',
  number_taken: ({ otherRow }) => `座号与第${otherRow ?? '?'}行相同`,
  number_unreadable: ({ value }) => `座号被表格软件改成了日期${quote(value)}`,
  mark_dropped: ({ value }) => `姓名后的备注不保存${quote(value)}`,
  phone_invalid: ({ value }) => `电话不对，没有保存${quote(value)}`,
  phone_shared: ({ value }) => `很多孩子都写这个号码，没有保存${quote(value)}`,
  phone_staff: ({ value }) => `这是老师的号码，只用来打电话，不作核对${quote(value)}`,
  contact_unreadable: ({ value }) => `不像家长姓名，没有保存${quote(value)}`,
  contact_not_family: ({ value }) => `不是家里人，没有保存${quote(value)}`,
  contact_shared: ({ value }) => `很多孩子都写这个姓名，没有保存${quote(value)}`,
  row_skipped: ({ value }) => `不是孩子，跳过${quote(value)}`,
  row_hidden: () => '隐藏的行',
  sheet_hidden: () => '隐藏的工作表',
  sheet_skipped: ({ value }) => `没有姓名这一列，整张没有读${quote(value)}`,
  cells_beyond: () => '离表格太远的格子没有读',
}

const quote = (value: string | undefined) => (value ? `：${value}` : '')

export interface ProblemView {
  key: string
  /** 第17行 姓名为空 */
  text: string
  /** Not imported, or only a remark. */
  state: string
  blocking: boolean
}
/** Problems shown before [全部看]. */
const FIRST_PROBLEMS = 5

export interface PreviewView {
  summary: string
  classes: { name: string; text: string; sample: string }[]
  first: ProblemView[]
  problems: ProblemView[]
  more: string
  columns: RosterPreview['columns']
  action: string
  /** Everybody in the file is in the school already. */
  nothingNew: boolean
  canImport: boolean
}

export function presentProblem(problem: RosterProblem, manySheets: boolean): ProblemView {
  const where = manySheets ? `${problem.sheet} 第${problem.row}行` : `第${problem.row}行`
  return {
    key: `${problem.sheet}:${problem.row}:${problem.code}`,
    text: `${where} ${PROBLEM_WORDS[problem.code](problem)}`,
    state: problem.blocking ? '不导入' : '会导入',
    blocking: problem.blocking,
  }
}

/** 1200行，1187行可导入，13行有问题 */
export function presentRoster(preview: RosterPreview): PreviewView {
  const { rows, importable, problems, classes } = preview
  const manySheets = new Set(problems.map(({ sheet }) => sheet)).size > 1
  const blocked = rows - importable
  const sorted = [...problems].sort((a, b) => Number(b.blocking) - Number(a.blocking) || a.row - b.row)
  const shown = sorted.slice(0, PROBLEMS_SHOWN).map((problem) => presentProblem(problem, manySheets))
  const added = classes.reduce((sum, each) => sum + each.added, 0)
  return {
    summary: `${rows}行，${importable}行可导入${blocked > 0 ? `，${blocked}行有问题` : ''}`,
    classes: classes.map(({ className, children, added: fresh, isNew, sample }) => ({
      name: className,
      text: `${children}个孩子${fresh < children ? `，新增${fresh}个` : ''}${isNew ? '，新班级' : ''}`,
      sample: sample.join('、'),
    })),
    first: shown.slice(0, FIRST_PROBLEMS),
    problems: shown,
    more: sorted.length > PROBLEMS_SHOWN ? `另有${sorted.length - PROBLEMS_SHOWN}处，请在表格里改好再传。` : '',
    columns: preview.columns,
    action: blocked > 0 ? `先导入${importable}行` : `导入${importable}行`,
    nothingNew: importable > 0 && added === 0,
    canImport: importable > 0,
  }
}

export interface ProgressView {
  percent: number
  /** 已导入812/1187，可离开此页 */
  text: string
  /** What became of the rows that are in. */
  result: string
  done: boolean
  going: boolean
}

/** How far the run has come, in children. */
export function presentProgress({ preview, classesDone, added, unchanged, going }: Running): ProgressView {
  const total = preview.classes.reduce((sum, { children }) => sum + children, 0)
  const soFar = preview.classes.slice(0, classesDone).reduce((sum, { children }) => sum + children, 0)
  const done = classesDone === preview.classes.length
  const count = `已导入${soFar}/${total}`
  return {
    percent: total > 0 ? Math.round((soFar / total) * 100) : 100,
    text: done
      ? count
      : going
        ? `${count}，可离开此页`
        : `${count}，停在${preview.classes[classesDone]?.className ?? ''}`,
    result: `新增${added}个，原有${unchanged}个没有改动`,
    done,
    going,
  }
}
