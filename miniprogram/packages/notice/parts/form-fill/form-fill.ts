// Decides how a form is filled in: its questions one under another, kept while one types, read only when it is locked.
import type { QuestionForm } from '@class-pact/core/contract'
import type { AnswerProblemCode } from '@class-pact/core/form'
import { pickPhotos } from '../../../../services/upload'
import { chooseIn, fillIn, fillRows, findProblems, mostFiles, numberIn } from './fill'
import type { FillRow, FilledAnswer, FilledFile } from './fill'

interface Pad {
  exportInk(): Promise<string>
  clear(): void
}
const NO_FORM: QuestionForm = { questions: [] }

Component({
  options: { virtualHost: true },
  properties: {
    form: { type: Object, value: NO_FORM },
    filled: { type: Array, value: [] as FilledAnswer[] },
    locked: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: {
    rows: [] as FillRow[],
    /** What is wrong, and what has been drawn: of neither is anything drawn but by way of the rows. */
    _problems: {} as Record<string, AnswerProblemCode>,
    _inked: {} as Record<string, boolean>,
  },
  observers: {
    'form, filled'() {
      this.show(this.data.filled as FilledAnswer[])
    },
  },
  methods: {
    asked(): QuestionForm {
      return this.data.form as QuestionForm
    },
    show(filled: FilledAnswer[]) {
      this.setData({ rows: fillRows(this.asked(), filled, this.data._problems) })
    },
    /** What was wrong stops being said as soon as it is right. */
    tell(filled: FilledAnswer[]) {
      if (this.data.locked) return
      const wrong = findProblems(this.asked(), filled)
      const problems = Object.fromEntries(
        Object.entries(this.data._problems).filter(([question]) => wrong[question] !== undefined),
      )
      this.setData({ _problems: problems })
      this.triggerEvent('change', { filled })
    },
    filledNow(): FilledAnswer[] {
      return this.data.filled as FilledAnswer[]
    },
    questionOf(event: TapEvent): string {
      return event.currentTarget.dataset['id'] as string
    },
    onChoose(event: ToldEvent<{ value?: string; values?: string[] }>) {
      const { value, values = value === undefined ? [] : [value] } = event.detail
      this.tell(chooseIn(this.filledNow(), this.questionOf(event as unknown as TapEvent), values))
    },
    onOther(event: WechatMiniprogram.Input) {
      this.tell(fillIn(this.filledNow(), this.questionOf(event as unknown as TapEvent), { other: event.detail.value }))
    },
    onText(event: WechatMiniprogram.Input) {
      this.tell(fillIn(this.filledNow(), this.questionOf(event as unknown as TapEvent), { text: event.detail.value }))
    },
    onNumber(event: WechatMiniprogram.Input) {
      this.tell(numberIn(this.filledNow(), this.questionOf(event as unknown as TapEvent), event.detail.value))
    },
    onDay(event: ToldEvent<{ value: string }>) {
      this.tell(fillIn(this.filledNow(), this.questionOf(event as unknown as TapEvent), { day: event.detail.value }))
    },
    filesOf(question: string): FilledFile[] {
      return this.filledNow().find((each) => each.question === question)?.files ?? []
    },
    async onAddPhoto(event: TapEvent) {
      const question = this.questionOf(event)
      const asked = this.asked().questions.find(({ id }) => id === question)
      if (!asked) return
      const { photos } = await pickPhotos(mostFiles(asked) - this.filesOf(question).length)
      const files = [...this.filesOf(question), ...photos.map(({ path }) => ({ fileId: '', path }))]
      this.tell(fillIn(this.filledNow(), question, { files }))
    },
    onDropPhoto(event: TapEvent) {
      const { id, path } = event.currentTarget.dataset as { id: string; path: string }
      this.tell(fillIn(this.filledNow(), id, { files: this.filesOf(id).filter((each) => each.path !== path) }))
    },
    pad(question: string): Pad | undefined {
      return (this.selectComponent(`#pad-${question}`) as unknown as Pad | null) ?? undefined
    },
    onInk(event: ToldEvent<{ has: boolean }>) {
      const question = this.questionOf(event as unknown as TapEvent)
      this.setData({ _inked: { ...this.data._inked, [question]: event.detail.has } })
    },
    onRewrite(event: TapEvent) {
      const question = this.questionOf(event)
      this.pad(question)?.clear()
      this.tell(fillIn(this.filledNow(), question, { files: [] }))
    },
    /** The sheet with its ink, or nothing: then every question says what is wrong with it. */
    async finish(): Promise<FilledAnswer[] | undefined> {
      let filled = this.filledNow()
      for (const { id, type } of this.asked().questions) {
        if (type !== 'signature' || !this.data._inked[id] || this.filesOf(id).length > 0) continue
        const path = await this.pad(id)?.exportInk()
        if (path) filled = fillIn(filled, id, { files: [{ fileId: '', path }] })
      }
      const problems = findProblems(this.asked(), filled)
      this.setData({ _problems: problems, rows: fillRows(this.asked(), filled, problems) })
      return Object.keys(problems).length === 0 ? filled : undefined
    },
  },
})
