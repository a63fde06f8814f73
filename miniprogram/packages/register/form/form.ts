// Decides how one entry of any register is filled in, signed, mended, brought on: one page for all (screens.md 3.24).
import type { Choice, Field, FieldAnswer, Input, RegisterSheet } from '@class-pact/core/contract'
import { mostNamed, toAnswers, toFilled, type FilledAnswer, type PickLists } from '../../../components/form-fill/fill'
import { uploadFilled } from '../../../components/form-fill/files'
import { openCard } from '../../../domains/register/open-sheet'
import { createSender, type PhoneError, type PhoneReply } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import { loadPage, submitOnce } from '../../../services/page-frame'
import { presentError } from '../../../services/sentences'
import { currentIdentity, isLeader, lookForWhoFits, switchTo } from '../../../services/session'
import { sayUnreadable } from '../parts/unreadable'
import { fitsPlace } from '../parts/who-acts'
import { draftKeyOf, type SheetDraft } from './drafts'
import {
  EVENT,
  activePart,
  answersOf,
  asksSubject,
  choicesFirst,
  dayField,
  fieldsOf,
  picksOf,
  presentForm,
  type FormView,
} from './present'

const write = createSender('register.write')
const bringOn = createSender('entry.part')
const annul = createSender('entry.void')

/** What is on its way again when somebody says so; everything else is read again. */
const LOST: readonly string[] = ['OFFLINE', 'TRY_AGAIN']
const ANSWER = /^answers\.([\w-]+)/

interface Fill {
  finish(): Promise<FilledAnswer[] | undefined>
  mark(question: string): void
}

definePage({
  data: {
    view: null as FormView | null,
    form: { questions: [] as Field[] },
    filled: [] as FilledAnswer[],
    picks: {} as PickLists,
    known: [] as string[],
    /** Said over ▶ once somebody has tried. */
    note: '',
    /** Of the panel in which one is chosen. */
    choosing: { title: '', choices: [] as object[], chosen: [] as string[], most: 1 },
    voidWords: ['填错了班级或孩子', '重复记了一次'],
  },
  query: { register: '', schoolId: '', classId: '', childId: '', subject: '', slot: '', entryId: '' },
  reads: 'register.read',
  refusesOnTop: true,
  /** A part that is done and is done again. */
  again: '',
  on: '',
  /** Whom or what it can be about, once one was to be chosen. */
  subjects: [] as Choice[],
  error: undefined as PhoneError | undefined,
  actsAs(identity, query) {
    return fitsPlace(identity, query)
  },
  ask(): Input<'register.read'> | undefined {
    const { register, schoolId, classId, childId, subject, slot } = this.query
    if (!register || !schoolId) return undefined
    return {
      ...{ register, schoolId },
      ...(classId && { classId }),
      ...(childId && { childId }),
      ...(subject && { subject }),
      ...(slot && { slot }),
    }
  },
  async load() {
    const reply = await (this.query.entryId ? this.readEntry() : this.read())
    const refusal = sayUnreadable(reply)
    if (refusal) this.setData({ 'frame.view': 'ready', refusal })
    // What a teacher owes for all their classes is written in the one they act in.
    const { classId } = currentIdentity() ?? {}
    if (!reply.ok || this.query.classId || !classId) return
    if (!asksSubject(reply.data) || (reply.data.subjects?.length ?? 0) > 0) return
    this.query.classId = classId
    await this.read()
  },
  /** An entry that is there, not the sheet of a slot. */
  async readEntry() {
    const { schoolId, entryId } = this.query
    const fits = (identity: Parameters<typeof fitsPlace>[0]) => fitsPlace(identity, this.query)
    await lookForWhoFits(fits)
    const ask = () => {
      switchTo(fits)
      return { schoolId, entryId }
    }
    return loadPage(this, 'entry.read', ask, (sheet) => {
      this.answer = sheet
      return { ...this.present(sheet) }
    })
  },
  present(sheet): object {
    this.subjects = asksSubject(sheet) ? choicesFirst(sheet) : this.subjects
    const part = activePart(sheet, this.again)
    const kept = part && readDraft<SheetDraft>(draftKeyOf(sheet, part.id))
    if (kept) this.on = kept.on
    const answers = part ? answersOf(sheet, part) : []
    const urlOf = (fileId: string) => sheet.urls?.[fileId] ?? fileId
    return {
      view: this.viewOf(sheet),
      form: { questions: fieldsOf(part) },
      filled: kept?.filled ?? toFilled(answers, urlOf),
      picks: picksOf(sheet),
      known: part && !part.done ? answers.map(({ question }) => question) : [],
      note: '',
    }
  },
  viewOf(sheet: RegisterSheet): FormView {
    const { card = '', role } = currentIdentity() ?? {}
    const { again, on, subjects } = this
    const leads = { isLeader: isLeader(role), leadsClass: role === 'head_teacher' }
    return presentForm(sheet, { again, on, card, ...leads, hasChosen: subjects.length > 0 })
  },

  /** Kept while one fills in: nothing typed is lost. */
  onFilled(event: ToldEvent<{ filled: FilledAnswer[] }>) {
    this.keep(event.detail.filled)
  },
  keep(filled: FilledAnswer[]) {
    this.setData({ filled, ...(this.data.note && { note: '' }) })
    const key = this.draftKey()
    if (key) saveDraft(key, { filled, on: this.on } satisfies SheetDraft)
  },
  draftKey(): string {
    const active = this.data.view?.active
    return this.answer && active ? draftKeyOf(this.answer, active) : ''
  },
  onDay(event: ToldEvent<{ value: string }>) {
    this.on = event.detail.value
    if (this.answer) this.setData({ view: this.viewOf(this.answer) })
    this.keep(this.data.filled)
  },
  onAgain(event: TapEvent) {
    this.again = event.currentTarget.dataset['id'] as string
    this.show()
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  /** Whom or what it is about. */
  onSubject(event: ToldEvent<{ value: string }>) {
    this.choose(event.detail.value)
  },
  onChooseSubject() {
    const { subject, classId = '' } = this.answer ?? {}
    const title = this.data.view?.choose || '换一个'
    this.openPanel('subject', {
      choosing: { title, choices: this.subjects, chosen: [subject?.id ?? classId], most: 1 },
    })
  },
  choose(id: string) {
    if (this.answer?.about === 'class' || this.answer?.classes) this.query.classId = id
    else this.query.subject = id
    void this.load()
  },
  /** Whom one field names. */
  onPick(event: ToldEvent<{ question: string }>) {
    const { question } = event.detail
    const field = this.data.form.questions.find(({ id }) => id === question)
    if (!field) return
    const chosen = this.data.filled.find((each) => each.question === question)?.refs ?? []
    const choices = this.data.picks[field.type as keyof PickLists] ?? []
    this.openPanel(question, {
      choosing: { title: field.label, choices: [...choices], chosen, most: mostNamed(field) },
    })
  },
  onChosen(event: ToldEvent<{ ids: string[] }>) {
    const { panel, filled } = this.data
    const { ids } = event.detail
    this.onClosePanel()
    if (panel === 'subject') return this.choose(ids[0] ?? '')
    const before = filled.find(({ question }) => question === panel) ?? { question: panel }
    this.keep([...filled.filter(({ question }) => question !== panel), { ...before, refs: ids }])
  },

  async onPress() {
    const fill = this.selectComponent('#fill') as unknown as Fill | null
    const filled = this.data.form.questions.length === 0 ? [] : await fill?.finish()
    if (!filled) return this.setData({ note: '标出来的地方还没填好' })
    await submitOnce(this, () => this.send(filled))
  },
  async send(filled: FilledAnswer[]) {
    const { answer: sheet } = this
    const part = sheet && activePart(sheet, this.again)
    if (!part) return
    const { form } = this.data
    const key = draftKeyOf(sheet, part.id)
    const uploaded = await uploadFilled(form, filled)
    if (!uploaded.ok) return this.stop(uploaded.error)
    const reply = await this.sendPart(sheet, part.id, toAnswers(form, uploaded.data))
    if (!reply.ok) return this.stop(reply.error)
    dropDraft(key)
    this.take(reply.data)
    void wx.showToast({ title: part.id === sheet.parts[0]?.id ? '已记下' : `${part.title}好了`, icon: 'success' })
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  sendPart(sheet: RegisterSheet, part: string, answers: FieldAnswer[]): Promise<PhoneReply<RegisterSheet>> {
    const { register, schoolId, classId, subject, about, entryId, version, slot, parts } = sheet
    if (part !== parts[0]?.id && entryId) return bringOn({ schoolId, entryId, part, version, answers })
    const happened = answers.find(({ question }) => question === dayField(sheet)?.id)?.day ?? this.on
    const isNamed = subject !== undefined && about !== 'class' && about !== 'school'
    return write({
      ...{ register, schoolId, slot, version, answers },
      ...(classId && { classId }),
      ...(isNamed && { subject: subject.id }),
      ...(entryId && { entryId }),
      ...(slot === EVENT && happened && !entryId && { on: happened }),
    })
  },
  /** The entry as it is now. */
  take(sheet: RegisterSheet) {
    this.again = ''
    this.answer = sheet
    if (sheet.entryId) this.query.entryId = sheet.entryId
    this.setData({ refusal: null })
    this.show()
  },
  /** What is typed is kept, so that the sentence may say so. */
  stop(error: PhoneError) {
    this.error = error
    // Somebody was faster: what was typed here stays in the fields, beside theirs.
    if (error.code === 'ENTRY_CHANGED') this.again = this.data.view?.active ?? ''
    this.refuse(error)
    this.setData({ refusal: presentError(error, { now: Date.now(), isStaff: currentIdentity()?.role !== 'guardian' }) })
    const [, question] = ANSWER.exec(error.reasons?.[0]?.spans[0]?.field ?? error.field ?? '') ?? []
    if (question) (this.selectComponent('#fill') as unknown as Fill | null)?.mark(question)
  },
  onWay(event: ToldEvent<{ code: string }>) {
    const { code } = event.detail
    const isLost = LOST.includes(this.error?.code ?? '')
    this.setData({ refusal: null })
    if (code === 'back_to_today') return void wx.switchTab({ url: '/pages/today/today' })
    if (code === 'retry') return isLost ? this.onPress() : this.load()
    return undefined
  },

  /** Another of the same: about whom, is chosen anew. */
  onMore() {
    this.query.entryId = ''
    if (this.subjects.length > 0) this.query.subject = ''
    this.on = ''
    return this.load()
  },
  async onPrintCard() {
    const { schoolId, classId, subject } = this.answer ?? {}
    if (!schoolId || !classId || !subject) return
    await this.act(() => openCard({ schoolId, classId, childId: subject.id }))
  },
  onVoid() {
    this.openPanel('void', {})
  },
  async onVoidWords(event: ToldEvent<{ words: string }>) {
    const { schoolId, entryId, version } = this.answer ?? {}
    if (!schoolId || !entryId || !version) return
    const { words } = event.detail
    const sheet = await this.act(() => annul({ schoolId, entryId, version, words }))
    if (sheet) this.take(sheet)
  },
})
