// Decides whether answers fit the fields of a part: as forms do, and times, checks and names besides.
import { checkAnswers, isBlank, type AnswerProblem, type AnswerProblemCode } from '../form'
import { ENTRY_TEXT_MAX, type Field, type FieldAnswer } from './contract'
import type { Question } from '../form/contract'

/** Where a field of names says nothing, it takes one. */
const REFS_USUAL = 1

type OwnField = Exclude<Field, Question>
type OwnType = OwnField['type']
type Saying = Exclude<keyof FieldAnswer, 'question'>

/** What an answer to one of them may say; whatever else it says is of another kind. */
const OWN: Record<OwnType, readonly Saying[]> = {
  time: ['time'],
  check: ['done', 'text'],
  person: ['refs'],
  child: ['refs'],
  device: ['refs'],
  room: ['refs'],
}
const SAYINGS: readonly Saying[] = [
  ...(['choices', 'other', 'text', 'number', 'day', 'time', 'done', 'refs', 'files'] as const),
]
const OF_FORMS: readonly Saying[] = ['choices', 'other', 'text', 'number', 'day', 'files']

const isOwn = (field: Field): field is OwnField => Object.prototype.hasOwnProperty.call(OWN, field.type)
const isSaid = (value: FieldAnswer[Saying]) =>
  value !== undefined && !(Array.isArray(value) && value.length === 0) && value !== ''
const saysMore = (answer: FieldAnswer, than: readonly Saying[]) =>
  SAYINGS.some((saying) => isSaid(answer[saying]) && !than.includes(saying))
const lengthOf = (text: string | undefined) => [...(text ?? '')].length

/** What is wrong with answers to fields, in the order of the fields; empty: they can be taken. */
export function checkSheet(fields: readonly Field[], answers: readonly FieldAnswer[]): AnswerProblem[] {
  const questions = fields.flatMap((field) => (isOwn(field) ? [] : [asQuestion(field)]))
  const owned = new Set(fields.filter(isOwn).map(({ id }) => id))
  const isTwice = ({ question }: FieldAnswer, index: number) =>
    answers.findIndex((each) => each.question === question) !== index
  const problems: AnswerProblem[] = [
    ...checkAnswers(
      { questions },
      answers.filter(({ question }) => !owned.has(question)),
    ),
    ...answers.flatMap((answer, index): AnswerProblem[] =>
      owned.has(answer.question) && isTwice(answer, index) ? [{ question: answer.question, code: 'twice' }] : [],
    ),
    ...fields.flatMap((field): AnswerProblem[] => {
      const code = problemOf(
        field,
        answers.find(({ question }) => question === field.id),
      )
      return code ? [{ question: field.id, code }] : []
    }),
  ]
  const place = (question: string) => fields.findIndex(({ id }) => id === question)
  return problems.sort((one, other) => place(one.question) - place(other.question))
}

/** Registers take longer texts than notices: minutes of a meeting. */
const asQuestion = (question: Question): Question =>
  question.type === 'text' ? { ...question, max: question.max ?? ENTRY_TEXT_MAX } : question

function problemOf(field: Field, answer: FieldAnswer | undefined): AnswerProblemCode | undefined {
  if (!isOwn(field)) {
    // What forms know nothing of; that nothing is said at all, they say themselves.
    return answer && saysMore(answer, OF_FORMS) && !(field.required && isBlank(answer)) ? 'kind' : undefined
  }
  if (!answer || !saysMore(answer, [])) return field.required ? 'missing' : undefined
  if (saysMore(answer, OWN[field.type])) return 'kind'
  switch (field.type) {
    case 'time':
      return undefined
    case 'check':
      if (answer.done === undefined) return 'missing'
      return lengthOf(answer.text) > ENTRY_TEXT_MAX ? 'too_long' : undefined
    default: {
      const { refs = [] } = answer
      if (new Set(refs).size < refs.length) return 'choice'
      return refs.length > (field.most ?? REFS_USUAL) ? 'too_many' : undefined
    }
  }
}
