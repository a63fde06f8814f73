// Decides what a form that is being filled in shows, and how what is typed becomes answers.
import type { Choice, Field, FieldAnswer, Question } from '@class-pact/core/contract'
import { limits } from '@class-pact/core/contract'
import { checkAnswers, type AnswerProblemCode } from '@class-pact/core/form'
import { OTHER_WORD, sayRange } from '../../domains/notice/questions'
import { formatLongDate } from '../../services/format'
import type { ChipOption } from '../choice-chips/choice-chips'

/** Fields in an order: the questions of a notice, or a part of a register's entry. */
export interface FillForm {
  questions: readonly Field[]
}
/** A photo, or ink: in the cloud already, or still on this phone. */
export interface FilledFile {
  fileId: string
  /** Where it shows from. */
  path: string
}
/** An answer as it is being written. */
export interface FilledAnswer extends Omit<FieldAnswer, 'files'> {
  files?: FilledFile[]
  /** A number as it stands in its field: 1. is not wrong yet. */
  written?: string
}
/** What a field of people, children or things can name, by its type. */
export type PickLists = Partial<Record<PickType, readonly Choice[]>>
type PickType = 'person' | 'child' | 'device' | 'room'

/** The chip for 其他; no choice has this id. */
export const OTHER = '*'

export interface FillRow {
  id: string
  type: Field['type']
  label: string
  /** 必填 选填, and the limits. */
  hint: string
  chips: ChipOption[]
  values: string[]
  several: boolean
  other: boolean
  otherText: string
  text: string
  textMax: number
  number: string
  unit: string
  day: string
  /** As it is shown: 2026年9月1日 */
  dayText: string
  from: string
  to: string
  time: string
  /** Of a check: 做到了, unless somebody said otherwise. */
  done: boolean
  /** 张小明、李雷 of a field that names somebody. */
  names: string
  files: FilledFile[]
  canAdd: boolean
  /** What is wrong, once somebody has tried to hand it in. */
  problem: string
}

/** Checks that stand together are one card; every other field is a card of its own. */
export interface FillGroup {
  key: string
  checks: FillRow[]
  row: FillRow | null
}

/** Where dates begin and end that a question does not bound. */
const FIRST_DAY = '2020-01-01'
const LAST_DAY = '2099-12-31'

const PROBLEMS: Record<AnswerProblemCode, string> = {
  missing: '这一题要填',
  unknown: '问题刚改过，请重新打开',
  twice: '这一题填了两次',
  kind: '这一题填得不对',
  choice: '请重新选',
  too_many: '选多了',
  other: '请写其他是什么',
  too_long: '字多了',
  range: '不在可填的范围里',
  decimals: '小数位多了',
}

const isPick = (field: Field): field is Extract<Field, { type: PickType }> =>
  field.type === 'person' || field.type === 'child' || field.type === 'device' || field.type === 'room'
/** Whether the form engine of notices knows it. */
const isQuestion = (field: Field): field is Question =>
  !isPick(field) && field.type !== 'time' && field.type !== 'check'
/** How many a field names. */
export const mostNamed = (field: Field): number => (isPick(field) ? (field.most ?? 1) : 0)

export interface Filling {
  filled: readonly FilledAnswer[]
  problems: Readonly<Record<string, AnswerProblemCode>>
  picks?: PickLists
  /** Fields that were filled before anybody typed. */
  known?: readonly string[]
  /** Of a register, whose fields have no numbers. */
  unnumbered?: boolean
}

export function fillRows({ questions }: FillForm, filling: Filling): FillRow[] {
  return questions.map((field, index) => fillRow(field, index, filling))
}

function fillRow(field: Field, index: number, { filled, problems, picks, known = [], unnumbered }: Filling): FillRow {
  const answer = filled.find((each) => each.question === field.id)
  const problem = problems[field.id]
  const {
    choices = [],
    other,
    text = '',
    day = '',
    files = [],
    written,
    refs = [],
    time = '',
    done = true,
  } = answer ?? {}
  return {
    ...{ id: field.id, type: field.type, label: unnumbered ? field.label : `${index + 1}. ${field.label}` },
    hint: [sayRequired(field, unnumbered), hintOf(field), known.includes(field.id) ? '已填好，可以改' : '']
      .filter(Boolean)
      .join('，'),
    ...chipsOf(field, { choices, other, refs }, picks),
    several: field.type === 'several' || mostNamed(field) > 1,
    other: other !== undefined,
    otherText: other ?? '',
    text,
    textMax: field.type === 'text' ? (field.max ?? limits.ANSWER_TEXT_MAX) : limits.OTHER_MAX,
    number: written ?? (answer?.number === undefined ? '' : String(answer.number)),
    unit: field.type === 'number' ? (field.unit ?? '') : '',
    ...{ day, dayText: day && formatLongDate(day), time, done },
    from: field.type === 'day' ? (field.from ?? FIRST_DAY) : '',
    to: field.type === 'day' ? (field.to ?? LAST_DAY) : '',
    names: isPick(field) ? sayNames(refs, picks?.[field.type]) : '',
    files,
    canAdd: files.length < mostFiles(field),
    problem: problem ? PROBLEMS[problem] : '',
  }
}

/** A register asks for most of its fields: only what may stay empty is said. */
const sayRequired = ({ required }: Field, ofRegister = false): string =>
  required ? (ofRegister ? '' : '必填') : '选填'

/** So many are chosen by chips; of more one looks for a name. */
export const CHIPS_MOST = 12

function chipsOf(
  field: Field,
  { choices, other, refs }: { choices: string[]; other: string | undefined; refs: string[] },
  picks: PickLists = {},
): Pick<FillRow, 'chips' | 'values'> {
  if (isPick(field)) {
    const list = picks[field.type] ?? []
    return {
      chips: list.length > CHIPS_MOST ? [] : list.map(({ id, name }) => ({ value: id, label: name })),
      values: refs,
    }
  }
  if (!('choices' in field)) return { chips: [], values: [] }
  return {
    chips: [
      ...field.choices.map(({ id, label }) => ({ value: id, label })),
      ...(field.other ? [{ value: OTHER, label: OTHER_WORD }] : []),
    ],
    values: other === undefined ? choices : [...choices, OTHER],
  }
}

/** Who was named and is in the list no more has no name. */
export const sayNames = (refs: readonly string[], list: readonly Choice[] = []): string =>
  refs.map((ref) => list.find(({ id }) => id === ref)?.name ?? '已不在名单里').join('、')

/** Checks side by side come together. */
export function groupRows(rows: readonly FillRow[]): FillGroup[] {
  const groups: FillGroup[] = []
  for (const row of rows) {
    const last = groups[groups.length - 1]
    if (row.type !== 'check') groups.push({ key: row.id, checks: [], row })
    else if (last && last.checks.length > 0) last.checks.push(row)
    else groups.push({ key: row.id, checks: [row], row: null })
  }
  return groups
}

export function mostFiles(question: Field): number {
  if (question.type === 'signature') return 1
  return question.type === 'photo' ? (question.most ?? limits.ANSWER_PHOTOS_MAX) : 0
}

function hintOf(question: Field): string {
  switch (question.type) {
    case 'several':
      return question.most ? `最多选${question.most}项` : '可选多项'
    case 'number':
      return sayRange(question)
    case 'photo':
      return `最多${mostFiles(question)}张`
    default:
      return mostNamed(question) > 1 ? `最多选${mostNamed(question)}个` : ''
  }
}

/** The answer to one question changes; what is blank is no answer. */
export function fillIn(
  filled: readonly FilledAnswer[],
  question: string,
  patch: Partial<FilledAnswer>,
): FilledAnswer[] {
  const before = filled.find((each) => each.question === question) ?? { question }
  return [...filled.filter((each) => each.question !== question), { ...before, ...patch }]
}

/** Chips as they are on: 其他 keeps its words while it is on. */
export function chooseIn(filled: readonly FilledAnswer[], question: string, values: readonly string[]): FilledAnswer[] {
  const before = filled.find((each) => each.question === question)
  const choices = values.filter((value) => value !== OTHER)
  const { other: _, ...rest } = before ?? { question }
  const changed: FilledAnswer = { ...rest, choices, ...(values.includes(OTHER) && { other: before?.other ?? '' }) }
  return [...filled.filter((each) => each.question !== question), changed]
}

/** A check turns; what stood in the way is said only while it is not done. */
export function turnIn(filled: readonly FilledAnswer[], question: string): FilledAnswer[] {
  const before = filled.find((each) => each.question === question)
  const changed: FilledAnswer = (before?.done ?? true) ? { ...before, question, done: false } : { question, done: true }
  return [...filled.filter((each) => each.question !== question), changed]
}

/** A number as it is typed. */
export function numberIn(filled: readonly FilledAnswer[], question: string, written: string): FilledAnswer[] {
  const number = Number(written)
  const { number: _, ...rest } = filled.find((each) => each.question === question) ?? { question }
  const isNumber = written.trim() !== '' && Number.isFinite(number)
  const changed: FilledAnswer = { ...rest, written, ...(isNumber && { number }) }
  return [...filled.filter((each) => each.question !== question), changed]
}

/** What is sent, in the order of the questions; files by their ids, which are there by then. */
export function toAnswers({ questions }: FillForm, filled: readonly FilledAnswer[]): FieldAnswer[] {
  return questions.flatMap(({ id, type }) => {
    const found = filled.find((each) => each.question === id)
    // What nobody speaks against is done.
    if (!found) return type === 'check' ? [{ question: id, done: true }] : []
    const { files = [], choices = [], refs = [], text = '', written: _, ...rest } = found
    const answer: FieldAnswer = {
      ...rest,
      ...(choices.length > 0 && { choices }),
      ...(refs.length > 0 && { refs }),
      ...(text.trim() && { text: text.trim() }),
      ...(files.length > 0 && { files: files.map(({ fileId, path }) => fileId || path) }),
      ...(type === 'check' && { done: found.done ?? true }),
    }
    return Object.keys(answer).length > 1 ? [answer] : []
  })
}

/** Answers of the cloud as they are written on. */
export const toFilled = (answers: readonly FieldAnswer[], urlOf: (fileId: string) => string): FilledAnswer[] =>
  answers.map(({ files, ...said }) => ({
    ...said,
    ...(files && { files: files.map((fileId) => ({ fileId, path: urlOf(fileId) })) }),
  }))

/** What is wrong with each question, by its id; empty: it can be handed in. */
export function findProblems(form: FillForm, filled: readonly FilledAnswer[]): Record<string, AnswerProblemCode> {
  const answers = toAnswers(form, filled)
  const questions = form.questions.filter(isQuestion)
  const ofForm = answers.filter(({ question }) => questions.some(({ id }) => id === question))
  const problems = checkAnswers({ questions }, ofForm)
  const more = form.questions.flatMap((field) => {
    const code = isQuestion(field)
      ? undefined
      : problemOfField(
          field,
          answers.find((each) => each.question === field.id),
        )
    return code ? [{ question: field.id, code }] : []
  })
  return Object.fromEntries([...problems, ...more].map(({ question, code }) => [question, code]))
}

/** A check is always answered; a time and who is named may lack, and no more are named than may be. */
function problemOfField(field: Field, answer: FieldAnswer | undefined): AnswerProblemCode | undefined {
  const { time = '', refs = [], done } = answer ?? {}
  if (refs.length > Math.max(mostNamed(field), 1)) return 'too_many'
  return field.required && done === undefined && !time && refs.length === 0 ? 'missing' : undefined
}
