// Decides whether a form can be asked, and whether answers fit it: every problem names its question.
import type { GivenAnswer, Question, QuestionForm } from './contract'
import { limits } from '../wire'

/** What is wrong with the answer to one question. */
export type AnswerProblemCode =
  'missing' | 'unknown' | 'twice' | 'kind' | 'choice' | 'too_many' | 'other' | 'too_long' | 'range' | 'decimals'

export interface AnswerProblem {
  question: string
  code: AnswerProblemCode
}

/** What is wrong with a form itself, by the field: `questions.2.choices`. */
export function checkForm({ questions }: QuestionForm): string[] {
  const ids = questions.map(({ id }) => id)
  return questions.flatMap((question, index) => {
    const at = `questions.${index}`
    if (ids.indexOf(question.id) !== index) return [`${at}.id`]
    const wrong = wrongPart(question)
    return wrong ? [`${at}.${wrong}`] : []
  })
}

function wrongPart(question: Question): string | undefined {
  switch (question.type) {
    case 'single':
    case 'several': {
      const { choices, other = false } = question
      const isTwice = (of: (choice: { id: string; label: string }) => string) =>
        new Set(choices.map(of)).size < choices.length
      // One thing to choose is no choice.
      if (isTwice(({ id }) => id) || isTwice(({ label }) => label) || choices.length + Number(other) < 2) {
        return 'choices'
      }
      const most = question.type === 'several' ? (question.most ?? 1) : 1
      return most > choices.length + Number(other) ? 'most' : undefined
    }
    case 'number': {
      const { min = -Infinity, max = Infinity } = question
      return min > max ? 'max' : undefined
    }
    case 'day':
      return question.from !== undefined && question.to !== undefined && question.from > question.to ? 'to' : undefined
    default:
      return undefined
  }
}

/** The parts of an answer that a question of a type may fill. */
const PARTS: Record<Question['type'], readonly (keyof GivenAnswer)[]> = {
  single: ['choices', 'other'],
  several: ['choices', 'other'],
  text: ['text'],
  number: ['number'],
  day: ['day'],
  photo: ['files'],
  signature: ['files'],
}
const SAID: readonly (keyof GivenAnswer)[] = ['choices', 'other', 'text', 'number', 'day', 'files']

/** Whether nothing is said: an empty text, no choice, no photo. */
export function isBlank(answer: GivenAnswer | undefined): boolean {
  if (!answer) return true
  const { choices = [], other, text = '', number, day, files = [] } = answer
  return (
    choices.length === 0 &&
    other === undefined &&
    !text.trim() &&
    number === undefined &&
    day === undefined &&
    files.length === 0
  )
}

/** What is wrong with answers to a form, in the order of its questions; empty: they can be taken. */
export function checkAnswers({ questions }: QuestionForm, answers: readonly GivenAnswer[]): AnswerProblem[] {
  const known = new Set(questions.map(({ id }) => id))
  const strange = answers.flatMap(({ question }, index): AnswerProblem[] => {
    if (!known.has(question)) return [{ question, code: 'unknown' }]
    return answers.findIndex((each) => each.question === question) === index ? [] : [{ question, code: 'twice' }]
  })
  const wrong = questions.flatMap((question): AnswerProblem[] => {
    const answer = answers.find((each) => each.question === question.id)
    const code = problemOf(question, answer)
    return code ? [{ question: question.id, code }] : []
  })
  return [...strange, ...wrong]
}

function problemOf(question: Question, answer: GivenAnswer | undefined): AnswerProblemCode | undefined {
  if (!answer || isBlank(answer)) return question.required ? 'missing' : undefined
  const isForeign = SAID.some((part) => answer[part] !== undefined && !PARTS[question.type].includes(part))
  return isForeign ? 'kind' : problemInside(question, answer)
}

function problemInside(question: Question, answer: GivenAnswer): AnswerProblemCode | undefined {
  switch (question.type) {
    case 'single':
    case 'several':
      return problemOfChoice(question, answer)
    case 'text':
      return [...(answer.text ?? '')].length > (question.max ?? limits.ANSWER_TEXT_MAX) ? 'too_long' : undefined
    case 'number': {
      const { number = 0 } = answer
      const { min = -Infinity, max = Infinity, decimals = 0 } = question
      if (number < min || number > max) return 'range'
      return hasDecimals(number, decimals) ? undefined : 'decimals'
    }
    case 'day': {
      const { day = '' } = answer
      const { from = '', to = '9' } = question
      return day < from || day > to ? 'range' : undefined
    }
    case 'photo':
      return (answer.files ?? []).length > (question.most ?? limits.ANSWER_PHOTOS_MAX) ? 'too_many' : undefined
    case 'signature':
      return (answer.files ?? []).length > 1 ? 'too_many' : undefined
  }
}

function problemOfChoice(
  question: Extract<Question, { choices: unknown }>,
  { choices = [], other }: GivenAnswer,
): AnswerProblemCode | undefined {
  const ids = question.choices.map(({ id }) => id)
  if (choices.some((id, index) => !ids.includes(id) || choices.indexOf(id) !== index)) return 'choice'
  if (other !== undefined && (!question.other || !other.trim())) return 'other'
  const chosen = choices.length + Number(other !== undefined)
  const most = question.type === 'single' ? 1 : (question.most ?? ids.length + 1)
  return chosen > most ? 'too_many' : undefined
}

/** Whether a number is written with at most so many decimals. */
function hasDecimals(number: number, decimals: number): boolean {
  return Number(number.toFixed(decimals)) === number
}
