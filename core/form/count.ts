// Decides how answers add up: counts and figures of each question, of all together, and never a ranking of children.
import type { GivenAnswer, Question, QuestionCount, QuestionForm } from './contract'
import { isBlank } from './check'

/** Answers that say the same to one question, and how many there are. */
export interface SameAnswers extends Omit<GivenAnswer, 'other' | 'text' | 'files'> {
  /** Somebody chose 其他, whatever they wrote. */
  other?: boolean
  times: number
}

/** Adds up answer sheets; an answer that says nothing is none. */
export function countAnswers(form: QuestionForm, sheets: readonly (readonly GivenAnswer[])[]): QuestionCount[] {
  const same = sheets.flatMap((sheet) =>
    sheet
      .filter((answer) => !isBlank(answer))
      .map((answer) => ({ ...answer, other: answer.other !== undefined, times: 1 })),
  )
  return countSame(form, same)
}

/** The same of answers that somebody has put together already: however many there are, few say different things. */
export function countSame({ questions }: QuestionForm, same: readonly SameAnswers[]): QuestionCount[] {
  return questions.map((question) => {
    const given = same.filter((each) => each.question === question.id)
    return { question: question.id, answered: sum(given, ({ times }) => times), ...figuresOf(question, given) }
  })
}

function figuresOf(question: Question, given: readonly SameAnswers[]): Partial<QuestionCount> {
  switch (question.type) {
    case 'single':
    case 'several': {
      const countOf = (id: string) => sum(given, ({ choices = [], times }) => (choices.includes(id) ? times : 0))
      return {
        choices: question.choices.map(({ id }) => ({ id, count: countOf(id) })),
        ...(question.other && { others: sum(given, ({ other, times }) => (other ? times : 0)) }),
      }
    }
    case 'number': {
      const numbers = numbersOf(given, question.decimals ?? 0)
      return numbers ? { numbers } : {}
    }
    case 'day':
      return { days: daysOf(given) }
    default:
      return {}
  }
}

/** Whole numbers are added, so that 0.1 and 0.2 are 0.3. */
function numbersOf(given: readonly SameAnswers[], decimals: number): QuestionCount['numbers'] {
  const unit = 10 ** decimals
  const sorted = given
    .flatMap(({ number, times }) => (number === undefined ? [] : [{ value: Math.round(number * unit), times }]))
    .sort((one, other) => one.value - other.value)
  const [first] = sorted
  const last = sorted[sorted.length - 1]
  if (!first || !last) return undefined
  const count = sum(sorted, ({ times }) => times)
  const total = sum(sorted, ({ value, times }) => value * times)
  const at = (place: number) => valueAt(sorted, place)
  return {
    sum: total / unit,
    mean: total / count / unit,
    median: (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2 / unit,
    min: first.value / unit,
    max: last.value / unit,
  }
}

function valueAt(sorted: readonly { value: number; times: number }[], place: number): number {
  let before = 0
  for (const { value, times } of sorted) {
    before += times
    if (place < before) return value
  }
  return 0
}

function daysOf(given: readonly SameAnswers[]): NonNullable<QuestionCount['days']> {
  const days = [...new Set(given.flatMap(({ day }) => day ?? []))].sort()
  return days.map((day) => ({ day, count: sum(given, (each) => (each.day === day ? each.times : 0)) }))
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
