// Decides what the form of a notice is beside its questions: a sheet a child or a family, by name or without (N04).
import type { NoticeForm, Question } from '@class-pact/core/contract'
import { TEMPLATES } from '../../../../../domains/notice/questions'
import { FEEDBACK } from '../../feedback'
import { keepOwn, readOwn } from '../../../../../services/own-state'

const NO_FORM: NoticeForm = { questions: [], per: 'child' }
const USUAL: { value: string; label: string }[] = TEMPLATES.map(({ value, label }) => ({ value, label }))

Component({
  options: { virtualHost: true },
  properties: {
    form: { type: Object, value: null as unknown as NoticeForm },
    large: { type: Boolean, value: false },
    /** Whom it asks, and whether by name, is settled already. */
    plain: { type: Boolean, value: false },
    /** Leaders who write to the whole school may ask about the term (G14). */
    school: { type: Boolean, value: false },
  },
  data: {
    questions: [] as Question[],
    per: 'child' as NoticeForm['per'],
    named: 'named',
    templates: USUAL,
    pers: [
      { value: 'child', label: '每个孩子' },
      { value: 'family', label: '每家' },
    ],
    names: [
      { value: 'named', label: '实名' },
      { value: 'anonymous', label: '匿名' },
    ],
  },
  observers: {
    school(school: boolean) {
      this.setData({ templates: school ? [FEEDBACK, ...USUAL] : USUAL })
    },
    form(form: NoticeForm | null) {
      keepOwn(this, form ?? NO_FORM)
      const { questions, per, anonymous } = form ?? NO_FORM
      this.setData({ questions, per, named: anonymous ? 'anonymous' : 'named' })
    },
  },
  methods: {
    /** With what was typed and is not drawn anew yet. */
    now(): NoticeForm {
      return readOwn<NoticeForm>(this, NO_FORM)
    },
    tell(form: NoticeForm, typing = false) {
      keepOwn(this, form)
      this.triggerEvent('part', { patch: { form }, typing })
    },
    onTemplate(event: ToldEvent<{ value: string }>) {
      if (event.detail.value === FEEDBACK.value) return this.triggerEvent('feedback')
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
    onQuestions(event: ToldEvent<{ questions: Question[]; typing: boolean }>) {
      const { questions, typing } = event.detail
      this.tell({ ...this.now(), questions }, typing)
    },
  },
})
