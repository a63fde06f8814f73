// Decides how a school's new year reads: class by class what it becomes, then what that means in all (screens.md 3.26).
import type { Year, YearAnswers, YearLine, YearPlan, YearRun } from '@class-pact/core/contract'
import { formatClass, formatMoment } from '../../../services/format'

/** plan: class by class; result: in all, before it happens; running, done: what became of it. */
export type YearFace = 'plan' | 'running' | 'done'

export interface LineView {
  classId: string
  name: string
  target: string
  /** Head teacher and children. */
  sub: string
  asks: boolean
  label: string
}
export interface ResultLine {
  text: string
  sub: string
}
export interface YearView {
  face: YearFace
  title: string
  /** 40个班，1500个孩子 */
  summary: string
  warning: string
  lines: LineView[]
  tops: { value: string; label: string }[]
  top: string
  asked: number
  empty: boolean
  result: ResultLine[]
  progress: { percent: number; text: string } | null
  outcome: string
  /** Why it is not undone any more; empty: it can be. */
  fixed: string
  newHeads: { classId: string; name: string }[]
}

const count = (lines: readonly YearLine[], ...targets: YearLine['to']['as'][]) =>
  lines.filter(({ to }) => targets.includes(to.as))
const childrenIn = (lines: readonly YearLine[]) => lines.reduce((sum, { children }) => sum + children, 0)

export function presentYear({ year, inSeason, plan, run }: Year): YearView {
  const classes = plan?.classes ?? []
  const asked = count(classes, 'asked').length
  return {
    face: run?.state === 'running' || run?.state === 'undoing' ? 'running' : run?.state === 'done' ? 'done' : 'plan',
    title: `${year}学年升级`,
    summary: `${classes.length}个班，${childrenIn(classes)}个孩子`,
    warning: inSeason ? '' : `现在不是升级的时候（一般在6月到9月）。这里升的是${year}年9月开始的学年，请先核对。`,
    lines: classes.map(presentLine),
    tops: plan?.tops.map(({ grade, word }) => ({ value: String(grade), label: sayGrade(word) })) ?? [],
    top: String(plan?.top ?? ''),
    asked,
    empty: classes.length === 0,
    result: plan ? presentResult(plan) : [],
    progress: run ? presentProgress(run) : null,
    outcome: run ? sayOutcome(run) : '',
    fixed: run?.begun ? sayBegun(run.begun) : '',
    newHeads: run?.newHeads.map(({ classId, name }) => ({ classId, name: formatClass(name) })) ?? [],
  }
}

const sayGrade = (word: string) =>
  /^[一二三四五六七八九]$/.test(word) ? `${word}年级` : word.length > 1 ? word : `${word}班`

function presentLine({ classId, name, children, headTeacher, to, newHead }: YearLine): LineView {
  const target = sayTarget(to)
  const head = headTeacher ? `班主任${headTeacher}${newHead ? '，升级后换人' : ''}` : '还没有班主任'
  const sub = to.as === 'archived' ? `${children}个孩子，毕业，存档只读` : `${children}个孩子，${head}`
  return { classId, name: formatClass(name), target, sub, asks: to.as === 'asked', label: `${name}，${target}，${sub}` }
}

function sayTarget(to: YearLine['to']): string {
  switch (to.as) {
    case 'kept':
      return '不变'
    case 'asked':
      return to.why === 'taken' && to.name ? `${formatClass(to.name)}已有班` : '请您定'
    default:
      return `→ ${formatClass(to.name)}`
  }
}

function presentResult({ classes }: YearPlan): ResultLine[] {
  const [up, gone, kept] = [
    count(classes, 'promoted', 'named', 'back'),
    count(classes, 'archived'),
    count(classes, 'kept'),
  ]
  const wanted = classes.filter(({ newHead }) => newHead)
  const lines = [
    {
      number: up.length,
      text: `${up.length}个班升级，${childrenIn(up)}个孩子`,
      sub: '孩子、家长席位、班主任、通知和假条都跟着走；家长要再确认一次名片',
    },
    {
      number: gone.length,
      text: `${gone.length}个班毕业，${childrenIn(gone)}个孩子`,
      sub: '存档只读：家长和班主任还能看以前的通知和签过的回执单；没签完的结清，不再有人加入',
    },
    { number: kept.length, text: `${kept.length}个班不变`, sub: kept.map(({ name }) => formatClass(name)).join('、') },
    {
      number: wanted.length,
      text: `${wanted.length}个班换班主任`,
      sub: '升级后邀请新班主任；确认之前，原班主任照常负责',
    },
  ]
  return lines.flatMap(({ number, ...line }) => (number > 0 ? [line] : []))
}

function presentProgress({ state, done, total }: YearRun): { percent: number; text: string } {
  const word = state === 'undoing' ? '已恢复' : '已升级'
  return { percent: total > 0 ? Math.round((done / total) * 100) : 100, text: `${word}${done}/${total}` }
}

function sayOutcome({ state, promoted, archived }: YearRun): string {
  if (state === 'undone') return '上一次升级已撤销，班级都恢复了原来的样子。'
  return `${promoted}个班已升级，${archived}个班已毕业存档。`
}

function sayBegun({ title, at }: NonNullable<YearRun['begun']>): string {
  const what = title ? `《${title}》` : '一份写给一个家庭的通知'
  return `${formatMoment(at, Date.now())}发出了新学年第一份通知${what}，不能再撤销。`
}

/** What a leader can say about one class. */
export type Choice = 'up' | 'keep' | 'name'

export interface AskingView {
  classId: string
  title: string
  choice: Choice
  options: { value: Choice; label: string }[]
  name: string
  newHead: boolean
  /** It graduates: nobody new is asked to lead it. */
  leads: boolean
}

/** The panel of one class, as it stands. */
export function askAbout(line: YearLine, answer: NonNullable<YearAnswers['classes']>[number] | undefined): AskingView {
  const { classId, name, to, newHead } = line
  const usual = to.as === 'asked' && to.why === 'unreadable' ? [] : [{ value: 'up' as const, label: '照常升级' }]
  return {
    classId,
    title: formatClass(name),
    choice: answer?.keep ? 'keep' : answer?.name !== undefined ? 'name' : 'up',
    options: [...usual, { value: 'keep', label: '班名不变' }, { value: 'name', label: '改成别的班名' }],
    name: answer?.name ?? '',
    newHead: newHead ?? false,
    leads: to.as !== 'archived',
  }
}

/** The answers with this class's; nothing to say is not said. */
export function withAnswer(answers: YearAnswers, { classId, choice, name, newHead }: AskingView): YearAnswers {
  const others = (answers.classes ?? []).filter((each) => each.classId !== classId)
  const said = {
    ...(choice === 'keep' && { keep: true as const }),
    ...(choice === 'name' && name.trim() && { name: name.trim() }),
    ...(newHead && { newHead: true as const }),
  }
  const classes = Object.keys(said).length > 0 ? [...others, { classId, ...said }] : others
  return { ...answers, classes }
}
