// Decides how a roster file reads before it is taken over: what was understood (screens.md 3.21).
import type { RosterPreview, RosterPreviewClass, RosterProblem } from '@class-pact/core/contract'
import { presentColumns, type ColumnView } from './present-columns'
import { countKinds, presentMissing, type MissingView } from './present-missing'
import { presentQuestions, type QuestionView } from './present-questions'
import type { Running } from './run-import'
import { PROBLEM_WORDS } from './words'

/** Problems of one kind shown at once; a file with more is better mended in Excel. */
const PROBLEMS_SHOWN = 100
/** Of a kind before [全部看]. */
const FIRST_PROBLEMS = 3

export interface ProblemView {
  key: string
  /** 第17行 姓名为空 */
  text: string
  /** Not imported, or only a remark. */
  state: string
  blocking: boolean
}
export interface ProblemGroup {
  code: string
  title: string
  state: string
  blocking: boolean
  /** 3处 */
  count: string
  first: ProblemView[]
  all: ProblemView[]
  more: string
}
export interface ClassView {
  name: string
  text: string
  sample: string
  /** 改名, 转班, 名单里没有的孩子, 表里的写法. */
  notes: string[]
}

export interface PreviewView {
  summary: string
  /** 新来12，改名2，名单里没有4，存疑13 */
  kinds: string
  missing: MissingView[]
  questions: QuestionView[]
  classes: ClassView[]
  problems: ProblemView[]
  groups: ProblemGroup[]
  columns: ColumnView[]
  action: string
  /** Everybody in the file is in the school already. */
  nothingNew: boolean
  canImport: boolean
}

export function presentProblem(problem: RosterProblem, manySheets: boolean): ProblemView {
  const { sheet, row, column = '', code, blocking } = problem
  const place = row > 0 ? `第${row}行${column ? `${column}列` : ''}` : ''
  const where = [manySheets || row === 0 ? sheet : '', place].filter(Boolean).join(' ')
  return {
    key: `${sheet}:${row}:${column}:${code}`,
    text: `${where} ${PROBLEM_WORDS[code].text(problem)}`,
    state: blocking ? '不导入' : '会导入',
    blocking,
  }
}

/** Remarks about a row that no child is in: whether it is imported is no question. */
const ABOUT_NO_CHILD: readonly string[] = ['row_skipped', 'sheet_skipped', 'cells_beyond']

function groupProblems(problems: readonly RosterProblem[], manySheets: boolean): ProblemGroup[] {
  const codes = [...new Set(problems.map(({ code }) => code))]
  return codes.map((code) => {
    const ofKind = problems.filter((problem) => problem.code === code)
    const blocking = ofKind.some((problem) => problem.blocking)
    const all = ofKind.slice(0, PROBLEMS_SHOWN).map((problem, at) => {
      const view = presentProblem(problem, manySheets)
      return { ...view, key: `${view.key}:${at}` }
    })
    const rest = ofKind.length - all.length
    return {
      code,
      title: PROBLEM_WORDS[code].title,
      state: ABOUT_NO_CHILD.includes(code) ? '' : blocking ? '不导入' : '会导入',
      blocking,
      count: `${ofKind.length}处`,
      first: all.slice(0, FIRST_PROBLEMS),
      all,
      more: rest > 0 ? `另有${rest}处，请在表格里改好再传。` : '',
    }
  })
}

/** Names listed before 等. */
const NAMES_SHOWN = 5

function list(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join('、')
  return names.length > NAMES_SHOWN ? `${shown}等${names.length}个` : shown
}

function presentClass({ className, children, added, isNew, ...more }: RosterPreviewClass): ClassView {
  const { sample, written, renamed, moved, returned, suspended } = more
  return {
    name: className,
    text: `${children}个孩子${added < children ? `，新增${added}个` : ''}${isNew ? '，新班级' : ''}`,
    sample: sample.join('、'),
    notes: [
      ...(written.length > 0 ? [`表里写作${list(written)}`] : []),
      ...(renamed.length > 0 ? [`改名：${list(renamed.map(({ from, to }) => `${from}→${to}`))}`] : []),
      ...(moved.length > 0 ? [`转来：${list(moved.map(({ name, from }) => `${name}（${from}）`))}`] : []),
      ...(returned.length > 0 ? [`离校后回来：${list(returned.map(({ name }) => name))}`] : []),
      ...(suspended.length > 0 ? [`休学中，导入后仍休学：${list(suspended.map(({ name }) => name))}`] : []),
    ],
  }
}

function isUnchanged({ classes }: RosterPreview): boolean {
  return classes.every((each) =>
    [each.renamed, each.moved, each.returned, each.missing].every((list) => list.length === 0),
  )
}

/** 1200行，1187行可导入，13行有问题 */
export function presentRoster(preview: RosterPreview): PreviewView {
  const { rows, importable, problems, classes } = preview
  const manySheets = new Set(preview.columns.map(({ sheet }) => sheet)).size > 1
  const blocked = rows - importable
  const sorted = [...problems].sort((a, b) => Number(b.blocking) - Number(a.blocking) || a.row - b.row)
  const added = classes.reduce((sum, each) => sum + each.added, 0)
  return {
    summary: `${rows}行，${importable}行可导入${blocked > 0 ? `，${blocked}行有问题` : ''}`,
    kinds: countKinds(preview),
    missing: presentMissing(preview),
    questions: presentQuestions(preview),
    classes: classes.map(presentClass),
    problems: sorted.map((problem) => presentProblem(problem, manySheets)),
    groups: groupProblems(sorted, manySheets),
    columns: presentColumns(preview),
    action: blocked > 0 ? `先导入${importable}行` : `导入${importable}行`,
    nothingNew: importable > 0 && added === 0 && isUnchanged(preview),
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
export function presentProgress({ preview, classesDone, added, unchanged, left, going }: Running): ProgressView {
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
    result: `新增${added}个，原有${unchanged}个没有改动${left > 0 ? `，已转走${left}个` : ''}`,
    done,
    going,
  }
}
