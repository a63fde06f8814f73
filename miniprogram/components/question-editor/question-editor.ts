// Decides how questions of a notice or of an own register are written: added by type, moved, copied, taken out.
import { limits } from '@class-pact/core/contract'
import type { Question, QuestionType } from '@class-pact/core/contract'
import { freshId, newQuestion } from '../../domains/notice/questions'
import { keepOwn, readOwn } from '../../services/own-state'
import { QUESTION_TYPES_SHOWN, changeQuestion, copyQuestion, editorRows, moveQuestion } from './edit'
import type { EditorRow } from './edit'

Component({
  options: { virtualHost: true },
  properties: {
    questions: { type: Array, value: [] as Question[] },
  },
  data: {
    rows: [] as EditorRow[],
    canAdd: true,
    types: QUESTION_TYPES_SHOWN,
    questionMax: limits.QUESTION_MAX,
    choiceMax: limits.CHOICE_MAX,
    unitMax: limits.UNIT_MAX,
  },
  observers: {
    questions(questions: Question[]) {
      keepOwn(this, questions)
      this.setData({ rows: editorRows(questions), canAdd: questions.length < limits.QUESTIONS_MAX })
    },
  },
  methods: {
    /** While one types nothing is drawn anew, so what was typed is kept apart from what is drawn. */
    now(): Question[] {
      return readOwn<Question[]>(this, [])
    },
    tell(questions: Question[], typing = false) {
      keepOwn(this, questions)
      this.triggerEvent('change', { questions, typing })
    },
    onAdd(event: ToldEvent<{ value: QuestionType }>) {
      const questions = this.now()
      this.tell([...questions, newQuestion(event.detail.value, { questions })])
    },
    onMove(event: TapEvent) {
      const { index, by } = event.currentTarget.dataset as { index: number; by: number }
      this.tell(moveQuestion(this.now(), Number(index), Number(by)))
    },
    onCopy(event: TapEvent) {
      const questions = this.now()
      if (questions.length >= limits.QUESTIONS_MAX) return
      this.tell(copyQuestion(questions, Number(event.currentTarget.dataset['index'])))
    },
    onRemove(event: TapEvent) {
      const at = Number(event.currentTarget.dataset['index'])
      this.tell(this.now().filter((_, index) => index !== at))
    },
    /** A text of a question: its label, a limit, its unit. */
    onField(event: WechatMiniprogram.Input) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: string }
      this.change(Number(index), { [field]: readField(field, event.detail.value) }, true)
    },
    onDay(event: ToldEvent<{ value: string }>) {
      const { index, field } = (event as unknown as TapEvent).currentTarget.dataset as { index: number; field: string }
      this.change(Number(index), { [field]: event.detail.value })
    },
    onRequired(event: TapEvent) {
      const at = Number(event.currentTarget.dataset['index'])
      this.change(at, { required: !this.now()[at]?.required })
    },
    onOther(event: TapEvent) {
      const at = Number(event.currentTarget.dataset['index'])
      const question = this.now()[at]
      if (question && 'choices' in question) this.change(at, { other: !question.other })
    },
    onChoice(event: WechatMiniprogram.Input) {
      const { index, id } = event.currentTarget.dataset as { index: number; id: string }
      const choices = this.choicesOf(Number(index)).map((each) =>
        each.id === id ? { id, label: event.detail.value } : each,
      )
      this.change(Number(index), { choices }, true)
    },
    onAddChoice(event: TapEvent) {
      const at = Number(event.currentTarget.dataset['index'])
      const choices = this.choicesOf(at)
      if (choices.length < limits.CHOICES_MAX) {
        this.change(at, { choices: [...choices, { id: freshId('c', choices), label: '' }] })
      }
    },
    onDropChoice(event: TapEvent) {
      const { index, id } = event.currentTarget.dataset as { index: number; id: string }
      this.change(Number(index), { choices: this.choicesOf(Number(index)).filter((each) => each.id !== id) })
    },
    choicesOf(at: number) {
      const question = this.now()[at]
      return question && 'choices' in question ? question.choices : []
    },
    change(at: number, patch: object, typing = false) {
      this.tell(changeQuestion(this.now(), at, patch), typing)
    },
  },
})

/** Limits are numbers; an empty one is none. */
function readField(field: string, written: string): string | number | undefined {
  if (field === 'label' || field === 'unit') return written
  const number = Number(written)
  return written.trim() === '' || !Number.isFinite(number) ? undefined : number
}
