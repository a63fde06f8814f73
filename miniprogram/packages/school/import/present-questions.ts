// Decides how what was not understood of a file is asked, what can be answered, and how an answer is kept.
import type { RosterChoices, RosterMeaning, RosterPreview, RosterQuestion } from '@class-pact/core/contract'
import { chooseMeaning, MEANING_OPTIONS } from './present-columns'
import { MEANING_WORDS } from './words'

export interface QuestionView {
  key: string
  /** Sheet1有2行没写班级，是哪个班？ */
  sentence: string
  /** What holds until it is answered. */
  until: string
  options: { value: string; label: string }[]
  /** A class that is not there yet can be typed. */
  typed: boolean
}

const meanings = (...values: RosterMeaning[]) => values.map((value) => ({ value, label: MEANING_WORDS[value] }))

export function presentQuestions({ questions, schoolClasses }: RosterPreview): QuestionView[] {
  return questions.map((question, at) => ({ key: String(at), typed: question.code === 'class', ...ask(question) }))

  function ask(question: RosterQuestion): Omit<QuestionView, 'key' | 'typed'> {
    switch (question.code) {
      case 'class': {
        const { sheet, written, rows } = question
        const sentence = written
          ? `${sheet}有${rows}行的班级写作“${written}”，是哪个班？`
          : `${sheet}有${rows}行没写班级，是哪个班？`
        const options = schoolClasses.map((name) => ({ value: name, label: name }))
        return { sentence, until: '没选之前，这些行不导入', options }
      }
      case 'phone_owner':
        return {
          sentence: `${placeOf(question)}（${question.rows}行）是谁的电话？`,
          until: '没选之前，加入时不作核对，没有家长电话的孩子才保存',
          options: meanings('family_phone', 'mother_phone', 'father_phone', 'pupil_phone', 'staff_phone', 'ignored'),
        }
      case 'column_meaning':
        return {
          sentence: `${placeOf(question)}（${question.rows}行）是什么？`,
          until: '没选之前，这一列不读',
          options: MEANING_OPTIONS,
        }
      case 'second_name':
        return {
          sentence: `${placeOf(question)}是另一份名单的孩子，还是家长？`,
          until: question.taken === 'list' ? '先当作另一份名单' : '先当作家长姓名',
          options: meanings('name', 'family_name', 'ignored'),
        }
      case 'same_child': {
        const { className, row, from, to } = question
        return {
          sentence: `${className}第${row}行“${to}”用的是“${from}”的座号，是同一个孩子改了名字吗？`,
          until: '没选之前，当作新来的孩子',
          options: [
            { value: 'same', label: '同一个孩子' },
            { value: 'other', label: '不是' },
          ],
        }
      }
      case 'hidden': {
        const parts = [
          question.sheets > 0 ? `${question.sheets}张隐藏的表` : '',
          question.rows > 0 ? `${question.rows}行隐藏的孩子` : '',
        ]
        return {
          sentence: `${parts.filter(Boolean).join('、')}，要一起读吗？`,
          until: '没选之前，隐藏的不读',
          options: [
            { value: 'read', label: '一起读' },
            { value: 'skip', label: '不读' },
          ],
        }
      }
    }
  }
}

function placeOf({ sheet, column, header }: { sheet: string; column: string; header: string }): string {
  return `${sheet}的${column}列${header ? `“${header}”` : '没有表头，'}`
}

/** The leader's answers with the one to this question. */
export function answerQuestion(choices: RosterChoices, question: RosterQuestion, value: string): RosterChoices {
  switch (question.code) {
    case 'class': {
      const { sheet, written } = question
      const kept = (choices.classes ?? []).filter((each) => each.sheet !== sheet || each.written !== written)
      return { ...choices, classes: [...kept, { sheet, written, className: value }] }
    }
    case 'same_child': {
      const { sheet, row } = question
      const kept = (choices.same ?? []).filter((each) => each.sheet !== sheet || each.row !== row)
      return { ...choices, same: value === 'same' ? [...kept, { sheet, row }] : kept }
    }
    case 'hidden':
      return { ...choices, hidden: value === 'read' }
    default:
      return chooseMeaning(choices, [question], value as RosterMeaning)
  }
}
