// Decides which counts of an earlier form can stand beside a later one: those of questions that ask the very same.
import type { Question, QuestionCount, QuestionForm } from './contract'

/** Counts of the earlier form under the later one's ids; a question in other words, or with other choices, has none. */
export function countsOfSame(
  later: QuestionForm,
  earlier: QuestionForm,
  counts: readonly QuestionCount[],
): QuestionCount[] {
  return later.questions.flatMap((question) => {
    const same = earlier.questions.find((each) => asks(each) === asks(question))
    const count = same && counts.find((each) => each.question === same.id)
    return count ? [{ ...count, question: question.id }] : []
  })
}

const asks = (question: Question): string =>
  JSON.stringify([
    question.type,
    question.label,
    'choices' in question ? question.choices.map(({ id, label }) => [id, label]) : [],
  ])
