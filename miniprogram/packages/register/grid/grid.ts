// Decides how all classes or children are gone through on one page: a score a tap, changes sent together.
import type { Field, GridFilled, Input } from '@class-pact/core/contract'
import { fillIn, toAnswers, type FilledAnswer } from '../../../components/form-fill/fill'
import { uploadFilled } from '../../../components/form-fill/files'
import { createSender, type PhoneError } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import { submitOnce } from '../../../services/page-frame'
import { plainRefusal } from '../../../services/refusals'
import { presentError } from '../../../services/sentences'
import { offer } from '../../../services/way-outs'
import { sayUnreadable } from '../parts/unreadable'
import { fitsPlace } from '../parts/who-acts'
import {
  filledOf,
  findUnready,
  isBlank,
  numberOf,
  presentGrid,
  sayChanged,
  scoreField,
  stepTo,
  type GridView,
  type Written,
} from './present'

const send = createSender('register.fillGrid')

/** As many lines as one call takes (core/register/contract.ts). */
const LINES_MOST = 80
const LOST: readonly string[] = ['OFFLINE', 'TRY_AGAIN']
type SentLine = Input<'register.fillGrid'>['lines'][number]

definePage({
  data: {
    view: null as GridView | null,
    form: { questions: [] as Field[] },
    /** The line in the panel. */
    lineName: '',
    lineFilled: [] as FilledAnswer[],
  },
  query: { register: '', schoolId: '', classId: '', slot: '' },
  reads: 'register.grid',
  refusesOnTop: true,
  written: {} as Written,
  changed: [] as string[],
  unready: [] as string[],
  error: undefined as PhoneError | undefined,
  actsAs(identity, query) {
    return fitsPlace(identity, query)
  },
  ask({ register, schoolId, classId, slot }): Input<'register.grid'> | undefined {
    if (!register || !schoolId) return undefined
    return { register, schoolId, ...(classId && { classId }), ...(slot && { slot }) }
  },
  async load() {
    const refusal = sayUnreadable(await this.read())
    if (refusal) this.setData({ 'frame.view': 'ready', refusal })
  },
  present(grid) {
    this.written = readDraft<Written>(this.draftKey(grid.slot)) ?? {}
    return { view: presentGrid(grid, this.state()), form: { questions: grid.fields } }
  },
  state() {
    const { written, changed, unready } = this
    return { written, changed, unready }
  },
  draftKey(slot: string): string {
    const { register, schoolId, classId } = this.query
    return ['grid', register, schoolId, classId, slot].join(':')
  },
  filledNow(id: string): FilledAnswer[] {
    const line = this.answer?.lines.find(({ subject }) => subject.id === id)
    return this.written[id] ?? (line ? filledOf(line) : [])
  },
  /** Kept on this phone until it is sent. */
  keep(written: Written) {
    if (!this.answer) return
    this.written = written
    this.unready = this.unready.filter((id: string) => written[id] !== undefined)
    const key = this.draftKey(this.answer.slot)
    if (Object.keys(written).length > 0) saveDraft(key, written)
    else dropDraft(key)
    this.setData({ view: presentGrid(this.answer, this.state()) })
  },

  onStep(event: TapEvent) {
    const { id, by } = event.currentTarget.dataset as { id: string; by: string }
    const field = scoreField(this.data.form.questions)
    if (!field || !this.isMine(id)) return
    const filled = this.filledNow(id)
    const number = stepTo(field, filled, by === '1' ? 1 : -1)
    if (number !== numberOf(field, filled))
      this.write(id, fillIn(filled, field.id, { number, written: String(number) }))
  },
  isMine(id: string): boolean {
    return this.answer?.lines.find(({ subject }) => subject.id === id)?.mine ?? false
  },
  write(id: string, filled: FilledAnswer[]) {
    this.keep({ ...this.written, [id]: filled })
  },
  /** Whoever had nothing taken off has the full mark. */
  onRest() {
    const field = scoreField(this.data.form.questions)
    const number = field?.max
    if (!field || number === undefined) return
    const full = (this.answer?.lines ?? [])
      .filter((line) => line.mine && isBlank(field, line, this.written))
      .map(({ subject: { id } }) => [id, fillIn(this.filledNow(id), field.id, { number, written: String(number) })])
    this.keep({ ...this.written, ...Object.fromEntries(full) })
  },
  onLine(event: TapEvent) {
    const id = event.currentTarget.dataset['id'] as string
    const line = this.answer?.lines.find(({ subject }) => subject.id === id)
    if (line?.mine) this.openPanel(id, { lineName: line.subject.name, lineFilled: this.filledNow(id) })
  },
  onFilled(event: ToldEvent<{ filled: FilledAnswer[] }>) {
    this.setData({ lineFilled: event.detail.filled })
  },
  async onLineDone() {
    const fill = this.selectComponent('#fill') as unknown as { finish(): Promise<FilledAnswer[] | undefined> } | null
    const filled = await fill?.finish()
    if (!filled) return
    this.write(this.data.panel, filled)
    this.onClosePanel()
  },

  async onPress() {
    const { answer: grid } = this
    if (!grid) return
    this.unready = findUnready(grid.fields, this.written)
    if (this.unready.length > 0) return this.setData({ view: presentGrid(grid, this.state()) })
    await submitOnce(this, () => this.sendLines())
  },
  async sendLines() {
    const { answer: grid } = this
    if (!grid) return
    const lines: SentLine[] = []
    for (const { subject, version } of grid.lines) {
      const filled = this.written[subject.id]
      if (!filled || lines.length === LINES_MOST) continue
      const uploaded = await uploadFilled(this.data.form, filled)
      if (!uploaded.ok) return this.stop(uploaded.error)
      lines.push({ subject: subject.id, version, answers: toAnswers(this.data.form, uploaded.data) })
    }
    const { register, schoolId, classId } = this.query
    const reply = await send({ register, schoolId, ...(classId && { classId }), slot: grid.slot, lines })
    if (!reply.ok) return this.stop(reply.error)
    this.take(reply.data, lines)
  },
  /** What was kept is no draft any more; of what somebody else has changed ours stays beside theirs. */
  take(filled: GridFilled, sent: readonly SentLine[]) {
    this.answer = filled
    this.changed = filled.changed
    const kept = sent.flatMap(({ subject }) => (filled.changed.includes(subject) ? [] : subject))
    this.keep(Object.fromEntries(Object.entries(this.written).filter(([id]) => !kept.includes(id))))
    const said = sayChanged(filled, filled.changed)
    this.setData({ refusal: said ? plainRefusal(said, [offer('acknowledge')]) : null })
    if (kept.length > 0) void wx.showToast({ title: `已记下${kept.length}行`, icon: 'success' })
    if (said) void wx.pageScrollTo({ scrollTop: 0 })
  },
  stop(error: PhoneError) {
    this.error = error
    this.refuse(error)
    this.setData({ refusal: presentError(error, { now: Date.now(), isStaff: true }) })
  },
  onWay(event: ToldEvent<{ code: string }>) {
    const { code } = event.detail
    this.setData({ refusal: null })
    if (code === 'back_to_today') return void wx.switchTab({ url: '/pages/today/today' })
    if (code === 'retry') return LOST.includes(this.error?.code ?? '') ? this.onPress() : this.load()
    return undefined
  },
})
