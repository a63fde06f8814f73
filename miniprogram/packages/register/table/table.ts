// Decides how the entries of a register are looked through: by class, child, state and days, and taken along as Excel.
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Input, SheetState } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity } from '../../../services/session'
import { bringFile, openFile, sendFile, type Brought } from '../../../services/take-along'
import { fitsPlace } from '../parts/who-acts'
import {
  ANY,
  SPANS,
  STATES,
  askFor,
  daysOf,
  isAboutChildren,
  presentTable,
  type Filter,
  type TableView,
} from './present'

/** How far back days are offered: as long as the school keeps anything. */
const YEARS_BACK = 3

const exportRegister = createSender('register.export')

definePage({
  data: {
    view: null as TableView | null,
    states: STATES,
    state: ANY as Filter['state'],
    spans: SPANS,
    /** What is being chosen in the panel, until it is taken. */
    draft: { classId: '', childId: '', span: ANY, from: '', to: '' },
    /** Children of the class that is chosen there. */
    children: [] as { value: string; label: string }[],
    picking: '' as '' | 'from' | 'to',
    picker: { title: '', start: '', end: '', value: '' },
    /** The file, once it is there. */
    file: null as Brought | null,
    /** Families take nothing along. */
    mayExport: false,
  },
  query: { register: '', schoolId: '', classId: '', childId: '', subject: '' },
  filter: { classId: '', childId: '', state: ANY, from: '', to: '' } as Filter,
  span: ANY,
  childName: '',
  reads: 'register.table',
  list: 'rows',
  /** Also after an entry was filled on the page above. */
  loadsOnShow: true,
  refusesOnTop: true,
  onLoad() {
    const { classId, childId } = this.query
    this.filter = { ...this.filter, classId, childId }
  },
  actsAs: fitsPlace,
  ask({ register, schoolId, subject }): Input<'register.table'> | undefined {
    if (!register || !schoolId) return undefined
    return { register, schoolId, ...(subject && { subject }), ...askFor(this.filter) }
  },
  present(table): object {
    const mayExport = currentIdentity()?.role !== 'guardian'
    return { view: presentTable(table, this.filter, this.childName), state: this.filter.state, mayExport }
  },
  look(patch: Partial<Filter>) {
    this.filter = { ...this.filter, ...patch }
    this.setData({ file: null, state: this.filter.state })
    void this.load()
  },
  onState(event: ToldEvent<{ value: SheetState | typeof ANY }>) {
    this.look({ state: event.detail.value })
  },
  onFilter() {
    const { classId, childId, from, to } = this.filter
    this.openPanel('filter', { draft: { classId, childId, span: this.span, from, to } })
    void this.bringChildren(classId)
  },
  onClass(event: ToldEvent<{ value: string }>) {
    const classId = event.detail.value
    this.setData({ 'draft.classId': classId, 'draft.childId': '' })
    void this.bringChildren(classId)
  },
  /** The children of a class, where the register is about children. */
  async bringChildren(classId: string) {
    const { answer } = this
    const [only, another] = answer?.classes ?? []
    const of = classId || (only && !another ? only.classId : '')
    this.setData({ children: [] })
    if (!of || !answer || !isAboutChildren(answer.about)) return
    const reply = await call('class.members', { classId: of })
    if (!reply.ok || this.data.draft.classId !== classId) return
    const children = reply.data.members.map(({ childId, name }) => ({ value: childId, label: name }))
    this.setData({ children: [{ value: ANY, label: '全部' }, ...children] })
  },
  onChild(event: ToldEvent<{ value: string }>) {
    this.setData({ 'draft.childId': event.detail.value })
  },
  onSpan(event: ToldEvent<{ value: string }>) {
    const span = event.detail.value
    const days = daysOf(span, this.answer?.now ?? Date.now())
    this.setData({ 'draft.span': span, ...(days && { 'draft.from': days.from, 'draft.to': days.to }) })
  },
  onDay(event: TapEvent) {
    const picking = event.currentTarget.dataset['field'] as 'from' | 'to'
    const end = beijingDay(this.answer?.now ?? Date.now())
    const start = addDays(end, -366 * YEARS_BACK)
    const title = picking === 'from' ? '从哪天起' : '到哪天'
    this.setData({ picking, picker: { title, start, end, value: this.data.draft[picking] || end } })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const { picking } = this.data
    this.setData({ picking: '', ...(picking && { [`draft.${picking}`]: event.detail.value.slice(0, 10) }) })
  },
  onPickerClose() {
    this.setData({ picking: '' })
  },
  onTake() {
    const { draft, children } = this.data
    this.span = draft.span
    this.childName = draft.childId ? (children.find(({ value }) => value === draft.childId)?.label ?? '') : ''
    this.onClosePanel()
    const [from, to] = draft.from && draft.to && draft.from > draft.to ? [draft.to, draft.from] : [draft.from, draft.to]
    this.look({ classId: draft.classId, childId: draft.childId, from, to })
  },
  onEntry(event: TapEvent) {
    const { register, schoolId } = this.query
    openPage(ROUTES.registerForm({ register, schoolId, entryId: event.currentTarget.dataset['id'] as string }))
  },
  onSummary() {
    const { register, schoolId } = this.query
    const { classId } = this.filter
    openPage(ROUTES.registerSummary({ register, schoolId, ...(classId && { classId }) }))
  },
  async onExport() {
    const { register, schoolId } = this.query
    const { classId, from, to } = this.filter
    const of = { register, schoolId, ...(classId && { classId }), ...(from && { from }), ...(to && { to }) }
    const file = await this.act(() => bringFile(exportRegister(of)))
    if (file) this.setData({ file, refusal: null })
  },
  async onOpenFile() {
    const { file } = this.data
    if (!file) return
    if (await this.act(() => openFile(file))) this.setData({ refusal: null })
  },
  onSendFile() {
    const { file } = this.data
    if (file) sendFile(file)
  },
})
