// Decides what a form that is being filled in shows, and how what is typed becomes answers.
import type { GivenAnswer, Question, QuestionForm } from '@class-pact/core/contract'
import { limits } from '@class-pact/core/contract'
import { checkAnswers, type AnswerProblemCode } from '@class-pact/core/form'
import type { ChipOption } from '../../../../components/choice-chips/choice-chips'
import { OTHER_WORD, sayRange } from '../../../../domains/notice/questions'

/** A photo, or ink: in the cloud already, or still on this phone. */
export interface FilledFile {
  fileId: string
  /** Where it shows from. */
  path: string
}
/** An answer as it is being written. */
export interface FilledAnswer extends Omit<GivenAnswer, 'files'> {
  files?: FilledFile[]
  /** A number as it stands in its field: 1. is not wrong yet. */
  written?: string
}

/** The chip for 其他; no choice has this id. */
export const OTHER = '*'

export interface FillRow {
  id: string
  type: Question['type']
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
  from: string
  to: string
  files: FilledFile[]
  canAdd: boolean
  /** What is wrong, once somebody has tried to hand it in. */
  problem: string
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

export function fillRows(
  { questions }: QuestionForm,
  filled: readonly FilledAnswer[],
  problems: Record<string, AnswerProblemCode>,
): FillRow[] {
  return questions.map((question, index) => {
    const answer = filled.find((each) => each.question === question.id)
    const problem = problems[question.id]
    const { choices = [], other, text = '', day = '', files = [], written } = answer ?? {}
    const hasChoices = 'choices' in question
    return {
      ...{ id: question.id, type: question.type, label: `${index + 1}. ${question.label}` },
      hint: [question.required ? '必填' : '选填', hintOf(question)].filter(Boolean).join('，'),
      chips: hasChoices
        ? [
            ...question.choices.map(({ id, label }) => ({ value: id, label })),
            ...(question.other ? [{ value: OTHER, label: OTHER_WORD }] : []),
          ]
        : [],
      values: other === undefined ? choices : [...choices, OTHER],
      several: question.type === 'several',
      other: other !== undefined,
      otherText: other ?? '',
      text,
      textMax: question.type === 'text' ? (question.max ?? limits.ANSWER_TEXT_MAX) : limits.OTHER_MAX,
      number: written ?? (answer?.number === undefined ? '' : String(answer.number)),
      unit: question.type === 'number' ? (question.unit ?? '') : '',
      day,
      from: question.type === 'day' ? (question.from ?? FIRST_DAY) : '',
      to: question.type === 'day' ? (question.to ?? LAST_DAY) : '',
      files,
      canAdd: files.length < mostFiles(question),
      problem: problem ? PROBLEMS[problem] : '',
    }
  })
}

export function mostFiles(question: Question): number {
  if (question.type === 'signature') return 1
  return question.type === 'photo' ? (question.most ?? limits.ANSWER_PHOTOS_MAX) : 0
}

function hintOf(question: Question): string {
  switch (question.type) {
    case 'several':
      return question.most ? `最多选${question.most}项` : '可选多项'
    case 'number':
      return sayRange(question)
    case 'photo':
      return `最多${mostFiles(question)}张`
    default:
      return ''
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

/** A number as it is typed. */
export function numberIn(filled: readonly FilledAnswer[], question: string, written: string): FilledAnswer[] {
  const number = Number(written)
  const { number: _, ...rest } = filled.find((each) => each.question === question) ?? { question }
  const isNumber = written.trim() !== '' && Number.isFinite(number)
  const changed: FilledAnswer = { ...rest, written, ...(isNumber && { number }) }
  return [...filled.filter((each) => each.question !== question), changed]
}

/** What is sent, in the order of the questions; files by their ids, which are there by then. */
export function toAnswers({ questions }: QuestionForm, filled: readonly FilledAnswer[]): GivenAnswer[] {
  return questions.flatMap(({ id }) => {
    const found = filled.find((each) => each.question === id)
    if (!found) return []
    const { files = [], choices = [], text = '', written: _, ...rest } = found
    const answer: GivenAnswer = {
      ...rest,
      ...(choices.length > 0 && { choices }),
      ...(text.trim() && { text: text.trim() }),
      ...(files.length > 0 && { files: files.map(({ fileId, path }) => fileId || path) }),
    }
    return Object.keys(answer).length > 1 ? [answer] : []
  })
}

/** What is wrong with each question, by its id; empty: it can be handed in. */
export function findProblems(form: QuestionForm, filled: readonly FilledAnswer[]): Record<string, AnswerProblemCode> {
  return Object.fromEntries(checkAnswers(form, toAnswers(form, filled)).map(({ question, code }) => [question, code]))
}
