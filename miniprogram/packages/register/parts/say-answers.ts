// Decides how answers that were given read: a label and its words each, checks that were done in one line.
import type { Field, FieldAnswer, HeldPhoto, RegisterSheet } from '@class-pact/core/contract'
import { sayNames } from '../../../components/form-fill/fill'
import { OTHER_WORD } from '../../../domains/notice/questions'
import { formatClock, formatDate } from '../../../services/format'

export interface AnswerLine {
  key: string
  label: string
  text: string
  photos: string[]
  ink: string
  /** A check that was not done. */
  isException: boolean
}
type Known = Pick<RegisterSheet, 'people' | 'children' | 'devices' | 'rooms' | 'urls' | 'held'>

const LISTS = { person: 'people', child: 'children', device: 'devices', room: 'rooms' } as const

/** What was left blank is left away. */
export function sayAnswers(fields: readonly Field[], answers: readonly FieldAnswer[], known: Known): AnswerLine[] {
  const answerTo = (id: string) => answers.find(({ question }) => question === id)
  const checks = fields.filter(({ type }) => type === 'check')
  const done = checks.filter(({ id }) => answerTo(id)?.done ?? true)
  const summary = done.length > 0 ? [line('checks', sayDone(done.length, checks.length))] : []
  return [
    ...summary,
    ...fields.flatMap((field) => {
      const answer = answerTo(field.id)
      return answer ? sayAnswer(field, answer, known) : []
    }),
  ]
}

const line = (key: string, text: string, label = ''): AnswerLine => ({
  ...{ key, label, text, photos: [], ink: '', isException: false },
})

const sayDone = (done: number, all: number) => (done === all ? `${all}项都做到了` : `${all}项里做到${done}项`)

function sayAnswer(field: Field, answer: FieldAnswer, known: Known): AnswerLine[] {
  const { id, label, type } = field
  if (type === 'check') {
    if (answer.done ?? true) return []
    return [{ ...line(id, ['没做到', answer.text].filter(Boolean).join('：'), label), isException: true }]
  }
  if (type === 'photo' || type === 'signature') {
    const { files = [] } = answer
    if (files.length === 0) return []
    const paths = files.flatMap((file) => known.urls?.[file] ?? [])
    const held = sayHeld(files.flatMap((file) => known.held?.[file] ?? []))
    return [{ ...line(id, held, label), ...(type === 'photo' ? { photos: paths } : { ink: paths[0] ?? '' }) }]
  }
  const text = sayText(field, answer, known)
  return text ? [line(id, text, label)] : []
}

/** 1张照片检查中，1张照片没有通过检查 */
function sayHeld(states: readonly HeldPhoto[]): string {
  const count = (state: HeldPhoto) => states.filter((each) => each === state).length
  return [
    count('pending') > 0 && `${count('pending')}张照片检查中`,
    count('doubted') > 0 && `${count('doubted')}张照片没有通过检查`,
  ]
    .filter(Boolean)
    .join('，')
}

function sayText(field: Field, answer: FieldAnswer, known: Known): string {
  switch (field.type) {
    case 'single':
    case 'several': {
      const labels = field.choices.flatMap((choice) => (answer.choices?.includes(choice.id) ? choice.label : []))
      const other = answer.other === undefined ? [] : [`${OTHER_WORD}：${answer.other}`]
      return [...labels, ...other].join('、')
    }
    case 'number':
      return answer.number === undefined ? '' : `${answer.number}${field.unit ?? ''}`
    case 'day':
      return answer.day ? formatDate(answer.day) : ''
    case 'time':
      return answer.time ? formatClock(answer.time) : ''
    case 'person':
    case 'child':
    case 'device':
    case 'room':
      return sayNames(answer.refs ?? [], known[LISTS[field.type]])
    default:
      return answer.text ?? ''
  }
}
