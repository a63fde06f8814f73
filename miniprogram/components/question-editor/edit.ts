// Decides how a list of questions changes while it is written, and what of each the editor shows.
import { limits, type Question, type QuestionType } from '@class-pact/core/contract'
import { QUESTION_WORDS, freshId } from '../../domains/notice/questions'

const TYPES: QuestionType[] = ['single', 'several', 'text', 'number', 'day', 'photo', 'signature']
/** Each adds a question of its type. */
export const QUESTION_TYPES_SHOWN = TYPES.map((value) => ({ value, label: QUESTION_WORDS[value] }))

export interface EditorRow {
  id: string
  type: QuestionType
  /** 第1题，单选 */
  head: string
  label: string
  required: boolean
  choices: { id: string; label: string }[]
  canAddChoice: boolean
  other: boolean
  /** The limits of its type, as they stand in their fields. */
  fields: { field: string; name: string; value: string; keys: 'text' | 'number' | 'digit' }[]
  days: { field: string; name: string; value: string }[]
  isFirst: boolean
  isLast: boolean
}

export function editorRows(questions: readonly Question[]): EditorRow[] {
  return questions.map((question, index) => ({
    ...{ id: question.id, type: question.type, label: question.label, required: question.required },
    head: `第${index + 1}题，${QUESTION_WORDS[question.type]}`,
    choices: 'choices' in question ? question.choices : [],
    canAddChoice: 'choices' in question && question.choices.length < limits.CHOICES_MAX,
    other: 'choices' in question && question.other === true,
    fields: fieldsOf(question),
    days: question.type === 'day' ? daysOf(question) : [],
    isFirst: index === 0,
    isLast: index === questions.length - 1,
  }))
}

const show = (value: number | string | undefined) => (value === undefined ? '' : String(value))

function fieldsOf(question: Question): EditorRow['fields'] {
  switch (question.type) {
    case 'several':
      return [{ field: 'most', name: '最多选几项', value: show(question.most), keys: 'number' }]
    case 'text':
      return [
        {
          field: 'max',
          name: `最多几个字（${limits.ANSWER_TEXT_MAX}以内）`,
          value: show(question.max),
          keys: 'number',
        },
      ]
    case 'number':
      return [
        { field: 'min', name: '最小', value: show(question.min), keys: 'digit' },
        { field: 'max', name: '最大', value: show(question.max), keys: 'digit' },
        { field: 'decimals', name: '几位小数', value: show(question.decimals), keys: 'number' },
        { field: 'unit', name: '单位', value: show(question.unit), keys: 'text' },
      ]
    case 'photo':
      return [
        {
          field: 'most',
          name: `最多几张（${limits.ANSWER_PHOTOS_MAX}以内）`,
          value: show(question.most),
          keys: 'number',
        },
      ]
    default:
      return []
  }
}

const daysOf = ({ from = '', to = '' }: Extract<Question, { type: 'day' }>) => [
  { field: 'from', name: '最早', value: from },
  { field: 'to', name: '最晚', value: to },
]

/** What is out of the house's bounds is taken as the bound. */
export function changeQuestion(questions: readonly Question[], at: number, patch: object): Question[] {
  return questions.map((question, index) => (index === at ? bound({ ...question, ...patch } as Question) : question))
}

function bound(question: Question): Question {
  const within = (value: number | undefined, most: number, least = 1) =>
    value === undefined ? undefined : Math.min(most, Math.max(least, Math.round(value)))
  switch (question.type) {
    case 'several':
      return { ...question, most: within(question.most, limits.CHOICES_MAX) }
    case 'text':
      return { ...question, max: within(question.max, limits.ANSWER_TEXT_MAX) }
    case 'number':
      return { ...question, decimals: within(question.decimals, limits.DECIMALS_MAX, 0) }
    case 'photo':
      return { ...question, most: within(question.most, limits.ANSWER_PHOTOS_MAX) }
    default:
      return question
  }
}

export function moveQuestion(questions: readonly Question[], at: number, by: number): Question[] {
  const moved = questions[at]
  const to = at + by
  if (!moved || to < 0 || to >= questions.length) return [...questions]
  const rest = questions.filter((_, index) => index !== at)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

export function copyQuestion(questions: readonly Question[], at: number): Question[] {
  const copied = questions[at]
  if (!copied) return [...questions]
  return [...questions.slice(0, at + 1), { ...copied, id: freshId('q', questions) }, ...questions.slice(at + 1)]
}
