// Decides how a form is filled in: its fields one under another, kept while one types, read only when it is locked.
import type { AnswerProblemCode } from '@class-pact/core/form'
import { pickPhotos } from '../../services/upload'
import { chooseIn, fillIn, fillRows, findProblems, groupRows, mostFiles, numberIn, turnIn } from './fill'
import type { FillForm, FillGroup, FilledAnswer, FilledFile, PickLists } from './fill'

interface Pad {
  exportInk(): Promise<string>
  clear(): void
}
const NO_FORM: FillForm = { questions: [] }

Component({
  options: { virtualHost: true },
  properties: {
    form: { type: Object, value: NO_FORM },
    filled: { type: Array, value: [] as FilledAnswer[] },
    locked: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    /** Questions of a notice are numbered, fields of a register are not. */
    numbered: { type: Boolean, value: true },
    /** Whom and what fields can name. */
    picks: { type: Object, value: {} as PickLists },
    /** Fields that were filled before anybody typed. */
    known: { type: Array, value: [] as string[] },
  },
  data: {
    groups: [] as FillGroup[],
    /** What is wrong, and what has been drawn: of neither is anything drawn but by way of the rows. */
    _problems: {} as Record<string, AnswerProblemCode>,
    _inked: {} as Record<string, boolean>,
  },
  observers: {
    'form, filled, picks, known'() {
      this.setData(this.shown(this.filledNow(), this.data._problems))
    },
  },
  methods: {
    asked(): FillForm {
      return this.data.form as FillForm
    },
    shown(filled: FilledAnswer[], problems: Record<string, AnswerProblemCode>) {
      const { picks, known, numbered } = this.data
      const filling = { filled, problems, picks: picks as PickLists, known: known as string[], unnumbered: !numbered }
      return { groups: groupRows(fillRows(this.asked(), filling)) }
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
    /** Whoever is named is chosen like a choice. */
    onChoose(event: ToldEvent<{ value?: string; values?: string[] }>) {
      const { value, values = value === undefined ? [] : [value] } = event.detail
      const question = this.questionOf(event as unknown as TapEvent)
      const field = this.asked().questions.find(({ id }) => id === question)
      const isChoice = field !== undefined && 'choices' in field
      this.tell(
        isChoice
          ? chooseIn(this.filledNow(), question, values)
          : fillIn(this.filledNow(), question, { refs: this.unchosen(question, value) ? [] : values }),
      )
    },
    /** Somebody who need not be named is taken back by the tap that named them. */
    unchosen(question: string, value: string | undefined): boolean {
      const before = this.filledNow().find((each) => each.question === question)?.refs ?? []
      return value !== undefined && before.includes(value)
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
    onTime(event: ToldEvent<{ value: string }>) {
      this.tell(fillIn(this.filledNow(), this.questionOf(event as unknown as TapEvent), { time: event.detail.value }))
    },
    /** One tap on the exception. */
    onTurn(event: TapEvent) {
      this.tell(turnIn(this.filledNow(), this.questionOf(event)))
    },
    /** Of a long list the page lets somebody look for a name. */
    onPick(event: TapEvent) {
      this.triggerEvent('pick', { question: this.questionOf(event) })
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
    /** The cloud found something wrong with one field. */
    mark(question: string) {
      const problems: Record<string, AnswerProblemCode> = { [question]: 'kind' }
      this.setData({ _problems: problems, ...this.shown(this.filledNow(), problems) })
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
      this.setData({ _problems: problems, ...this.shown(filled, problems) })
      return Object.keys(problems).length === 0 ? filled : undefined
    },
  },
})
