// Decides which texts of a form others read, by the field each was written in: for whoever judges them.
import type { QuestionForm } from './contract'

/** Labels, choices and units, in the order of the page. */
export function textsOfForm({ questions }: QuestionForm, field: string): { field: string; text: string }[] {
  return questions.flatMap((question, index) => {
    const at = `${field}.questions.${index}`
    const choices = 'choices' in question ? question.choices : []
    const unit = question.type === 'number' ? question.unit : undefined
    return [
      { field: `${at}.label`, text: question.label },
      ...choices.map(({ label }, place) => ({ field: `${at}.choices.${place}.label`, text: label })),
      ...(unit ? [{ field: `${at}.unit`, text: unit }] : []),
    ]
  })
}
