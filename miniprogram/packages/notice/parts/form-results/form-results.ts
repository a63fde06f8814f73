// Decides how a result is shown to staff, and to those asked once it was sent: counts, never who (N20, C19).
import type { FeedbackBefore, QuestionCount, QuestionForm, QuestionWords } from '@class-pact/core/contract'
import { presentResults } from './results'
import type { ResultView } from './results'

Component({
  options: { virtualHost: true },
  properties: {
    form: { type: Object, value: { questions: [] } as QuestionForm },
    questions: { type: Array, value: [] as QuestionCount[] },
    words: { type: Array, value: [] as QuestionWords[] },
    /** Of a term's feedback: what the term before was told (G14). */
    before: { type: Object, value: null as unknown as FeedbackBefore },
    total: { type: Number, value: 0 },
    large: { type: Boolean, value: false },
  },
  data: { results: [] as ResultView[] },
  observers: {
    'form, questions, words, before'(
      form: QuestionForm,
      questions: QuestionCount[],
      words: QuestionWords[],
      before: FeedbackBefore | null,
    ) {
      this.setData({ results: presentResults(form, questions, words, before ?? undefined) })
    },
  },
})
