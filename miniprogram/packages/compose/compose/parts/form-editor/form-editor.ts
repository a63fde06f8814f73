// Decides how the questions of a form are written: added by type, moved, copied, taken out, with their limits (N04).
import { QUESTION_TYPES_SHOWN, editorRows, changeQuestion, moveQuestion, copyQuestion } from './edit'
import type { EditorRow } from './edit'
import { limits } from '@class-pact/core/contract'
import type { NoticeForm, QuestionType } from '@class-pact/core/contract'
import { TEMPLATES, freshId, newQuestion } from '../../../../../domains/notice/questions'

const NO_FORM: NoticeForm = { questions: [], per: 'child' }

Component({
  options: { virtualHost: true },
  properties: {
    form: { type: Object, value: null as unknown as NoticeForm },
    large: { type: Boolean, value: false },
    /** Whom it asks, and whether by name, is settled already. */
    plain: { type: Boolean, value: false },
  },
  data: {
    rows: [] as EditorRow[],
    per: 'child' as NoticeForm['per'],
    named: 'named',
    canAdd: true,
    templates: TEMPLATES.map(({ value, label }) => ({ value, label })),
    types: QUESTION_TYPES_SHOWN,
    pers: [
      { value: 'child', label: '每个孩子' },
      { value: 'family', label: '每家' },
    ],
    names: [
      { value: 'named', label: '实名' },
      { value: 'anonymous', label: '匿名' },
    ],
    questionMax: limits.QUESTION_MAX,
    choiceMax: limits.CHOICE_MAX,
    unitMax: limits.UNIT_MAX,
  },
  observers: {
    form(form: NoticeForm | null) {
      const { questions, per, anonymous } = form ?? NO_FORM
      this.setData({
        rows: editorRows(questions),
        per,
        named: anonymous ? 'anonymous' : 'named',
        canAdd: questions.length < limits.QUESTIONS_MAX,
      })
    },
  },
  methods: {
    now(): NoticeForm {
      return (this.data.form as NoticeForm | null) ?? NO_FORM
    },
    tell(form: NoticeForm, typing = false) {
      this.triggerEvent('part', { patch: { form }, typing })
    },
    onTemplate(event: ToldEvent<{ value: string }>) {
      const { questions = [] } = TEMPLATES.find(({ value }) => value === event.detail.value) ?? {}
      this.tell({ ...this.now(), questions })
    },
    onPer(event: ToldEvent<{ value: NoticeForm['per'] }>) {
      this.tell({ ...this.now(), per: event.detail.value })
    },
    onNamed(event: ToldEvent<{ value: string }>) {
      const { anonymous: _, ...form } = this.now()
      this.tell(event.detail.value === 'anonymous' ? { ...form, anonymous: true } : form)
    },
    onAdd(event: ToldEvent<{ value: QuestionType }>) {
      const form = this.now()
      this.tell({ ...form, questions: [...form.questions, newQuestion(event.detail.value, form)] })
    },
    onMove(event: TapEvent) {
      const { index, by } = event.currentTarget.dataset as { index: number; by: number }
      const form = this.now()
      this.tell({ ...form, questions: moveQuestion(form.questions, Number(index), Number(by)) })
    },
    onCopy(event: TapEvent) {
      const form = this.now()
      if (form.questions.length >= limits.QUESTIONS_MAX) return
      this.tell({ ...form, questions: copyQuestion(form.questions, Number(event.currentTarget.dataset['index'])) })
    },
    onRemove(event: TapEvent) {
      const at = Number(event.currentTarget.dataset['index'])
      const form = this.now()
      this.tell({ ...form, questions: form.questions.filter((_, index) => index !== at) })
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
      this.change(at, { required: !this.now().questions[at]?.required })
    },
    onOther(event: TapEvent) {
      const at = Number(event.currentTarget.dataset['index'])
      const question = this.now().questions[at]
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
      const question = this.now().questions[at]
      return question && 'choices' in question ? question.choices : []
    },
    change(at: number, patch: object, typing = false) {
      const form = this.now()
      this.tell({ ...form, questions: changeQuestion(form.questions, at, patch) }, typing)
    },
  },
})

/** Limits are numbers; an empty one is none. */
function readField(field: string, written: string): string | number | undefined {
  if (field === 'label' || field === 'unit') return written
  const number = Number(written)
  return written.trim() === '' || !Number.isFinite(number) ? undefined : number
}
