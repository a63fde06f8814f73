// Decides how the questions of a form are written and read: types, limits and whom it asks, in Chinese.
import type { NoticeForm, Question, QuestionType } from '@class-pact/core/contract'
import { checkForm } from '@class-pact/core/form'
import { formatDate } from '../../services/format'

export const QUESTION_WORDS: Record<QuestionType, string> = {
  single: '单选',
  several: '多选',
  text: '文字',
  number: '数字',
  day: '日期',
  photo: '照片',
  signature: '签名',
}
export const OTHER_WORD = '其他'

/** 单选：参加、不参加、其他；必填 */
function sayQuestion(question: Question): string {
  const asks = [QUESTION_WORDS[question.type], sayLimits(question)].filter(Boolean).join('：')
  return `${asks}；${question.required ? '必填' : '选填'}`
}

function sayLimits(question: Question): string {
  switch (question.type) {
    case 'single':
    case 'several': {
      const labels = [...question.choices.map(({ label }) => label), ...(question.other ? [OTHER_WORD] : [])]
      const most = question.type === 'several' && question.most ? `，最多选${question.most}项` : ''
      return `${labels.join('、')}${most}`
    }
    case 'text':
      return question.max ? `${question.max}字以内` : ''
    case 'number':
      return sayRange(question)
    case 'day':
      return [question.from && `${formatDate(question.from)}起`, question.to && `到${formatDate(question.to)}`]
        .filter(Boolean)
        .join('')
    case 'photo':
      return `最多${question.most ?? 3}张`
    case 'signature':
      return ''
  }
}

/** 0至5位 */
export function sayRange({ min, max, unit = '' }: Extract<Question, { type: 'number' }>): string {
  if (min !== undefined && max !== undefined) return `${min}至${max}${unit}`
  if (min !== undefined) return `不小于${min}${unit}`
  if (max !== undefined) return `不大于${max}${unit}`
  return unit
}

export const sayWho = ({ per, anonymous }: NoticeForm): string =>
  `${per === 'family' ? '每家填一份' : '每个孩子填一份'}${anonymous ? '，匿名：老师看不到谁答的' : ''}`

export function presentQuestions(form: NoticeForm | undefined): { key: string; label: string; asks: string }[] {
  return (form?.questions ?? []).map((question) => ({
    key: question.id,
    label: question.label,
    asks: sayQuestion(question),
  }))
}

/** Everything that has to be written is written. */
export function isAskable(form: NoticeForm | undefined): form is NoticeForm {
  if (!form) return false
  const trimmed = trimForm(form)
  const isWritten = trimmed.questions.every(
    (question) => question.label && (!('choices' in question) || question.choices.every(({ label }) => label)),
  )
  return form.questions.length > 0 && isWritten && checkForm(trimmed).length === 0
}

export function trimForm(form: NoticeForm): NoticeForm {
  return {
    ...form,
    questions: form.questions.map((question): Question => {
      const label = question.label.trim()
      if ('choices' in question) {
        return { ...question, label, choices: question.choices.map((each) => ({ ...each, label: each.label.trim() })) }
      }
      if (question.type !== 'number') return { ...question, label }
      const { unit, ...rest } = question
      return { ...rest, label, ...(unit?.trim() && { unit: unit.trim() }) }
    }),
  }
}

/** A question of a type as it begins; its id is one that the form has not. */
export function newQuestion(type: QuestionType, { questions }: Pick<NoticeForm, 'questions'>): Question {
  const asked = { id: freshId('q', questions), label: '', required: true }
  switch (type) {
    case 'single':
    case 'several':
      return {
        ...{ ...asked, type },
        choices: [
          { id: 'c1', label: '' },
          { id: 'c2', label: '' },
        ],
      }
    default:
      return { ...asked, type }
  }
}

/** q1, q2 …: the first that is free. */
export function freshId(prefix: string, used: readonly { id: string }[]): string {
  const ids = new Set(used.map(({ id }) => id))
  let number = 1
  while (ids.has(`${prefix}${number}`)) number++
  return `${prefix}${number}`
}

const choices = (...labels: string[]) => labels.map((label, index) => ({ id: `c${index + 1}`, label }))

/** What teachers ask most often. */
export const TEMPLATES: { value: string; label: string; questions: Question[] }[] = [
  {
    value: 'come',
    label: '是否参加',
    questions: [
      { id: 'q1', type: 'single', label: '孩子是否参加', required: true, choices: choices('参加', '不参加') },
      { id: 'q2', type: 'number', label: '同来的大人', required: false, min: 0, max: 5, unit: '位' },
      { id: 'q3', type: 'text', label: '需要老师留意的事', required: false },
    ],
  },
  {
    value: 'pick_up',
    label: '接送人',
    questions: [
      { id: 'q1', type: 'text', label: '接送人姓名', required: true, max: 20 },
      {
        ...{ id: 'q2', type: 'single', label: '与孩子的关系', required: true, other: true },
        choices: choices('父母', '祖辈', '托管老师'),
      },
      { id: 'q3', type: 'day', label: '从哪天起', required: true },
    ],
  },
]
