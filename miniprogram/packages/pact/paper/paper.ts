// Decides how a principal turns the school's own paper into its pact: brought, gone through, gaps filled (G15).
import { limits, type Identity } from '@class-pact/core/contract'
import type { Params, RuleId } from '@class-pact/core/pact'
import { titleOf } from '@class-pact/core/pact-words'
import { call } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { ROUTES, replacePage } from '../../../services/routes'
import { currentIdentity, openSession, switchTo } from '../../../services/session'
import { uploadAll } from '../../../services/upload'
import { dropWork, keepWork, readWork } from './kept-work'
import { LINES_AT_ONCE, presentGaps, presentPaper, type GapView, type PaperView, type Part } from './present'
import { holdTo, lookAt, mark, readAs, setFigures, startWork, turnGap, type Work } from './work'

/** What a phone's chats hold of a school's papers; an older .doc is saved as .docx first. */
const EXTENSIONS = ['docx', 'pdf', 'txt']

definePage({
  data: {
    step: 'bring' as 'bring' | 'lines' | 'gaps',
    /** What was pasted, counted. */
    count: 0,
    paperMax: limits.PAPER_PASTED_MAX,
    titleMax: limits.PAPER_TITLE_MAX,
    part: 'all' as Part,
    view: null as PaperView | null,
    title: '',
    gaps: [] as GapView[],
    gapsFrom: '',
    /** The rule that a line stands for is being chosen. */
    picking: false,
    pickingFor: '',
    /** The panel for the figures of a rule. */
    setting: false,
    editing: { rule: '', title: '', params: {} as Params },
  },
  query: { schoolId: '' },
  refusesOnTop: true,
  /** The pasted text; typing draws nothing. */
  text: '',
  work: undefined as Work | undefined,
  shown: LINES_AT_ONCE,
  /** The line that a panel is about. */
  at: -1,

  async onLoad() {
    const session = await openSession()
    if (!session.ok) return this.refuse(session.error)
    const { schoolId } = this.query
    const isMine = ({ role, schoolId: own }: Identity) => role === 'principal' && own === schoolId
    switchTo(isMine)
    const acting = currentIdentity()
    if (!acting || !isMine(acting)) return this.setData({ 'frame.view': 'forbidden' })
    this.work = readWork(schoolId)
    if (this.work) this.look('lines')
  },

  onType(event: WechatMiniprogram.Input) {
    this.text = event.detail.value
    this.setData({ count: this.text.trim().length })
  },
  async onRead() {
    if (this.text.trim()) await this.draft({ text: this.text })
  },
  async onChoose() {
    const file = await pickFile()
    if (!file) return
    if (file.size > limits.PAPER_BYTES_MAX) return this.refuse({ code: 'FILE_UNREADABLE', field: 'paper.size' })
    await this.draft({ path: file.path })
  },
  /** Reads the paper once; what is said of its lines afterwards stays on this phone. */
  async draft({ text, path }: { text?: string; path?: string }) {
    const { schoolId } = this.query
    const reply = await submitOnce(this, async () => {
      if (path === undefined) return call('pact.draft', { schoolId, text })
      const uploaded = await uploadAll('roster', [path], schoolId)
      if (!uploaded.ok) return uploaded
      return call('pact.draft', { schoolId, fileId: uploaded.data[0] ?? '' })
    })
    if (!reply) return
    if (!reply.ok) return this.refuse(reply.error)
    if (reply.data.clauses.length === 0) return this.refuse({ code: 'FILE_UNREADABLE', field: 'paper.empty' })
    this.setData({ refusal: null })
    this.take(startWork(reply.data))
    this.look('lines')
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  take(work: Work) {
    this.work = work
    keepWork(this.query.schoolId, work)
  },
  /** The page as the paper stands now. */
  look(step: 'lines' | 'gaps', part?: Part) {
    const { work } = this
    if (!work) return
    const shownPart = part ?? this.data.part
    if (shownPart !== this.data.part) this.shown = LINES_AT_ONCE
    const { from: gapsFrom, gaps } = step === 'gaps' ? presentGaps(work) : { from: '', gaps: [] }
    const view = presentPaper(work, shownPart, this.shown)
    this.setData({ step, part: shownPart, view, title: work.title, gaps, gapsFrom })
  },
  change(make: (work: Work) => Work) {
    if (!this.work) return
    this.take(make(this.work))
    this.look(this.data.step === 'gaps' ? 'gaps' : 'lines')
  },

  onPart(event: ToldEvent<{ value: Part }>) {
    this.look('lines', event.detail.value)
  },
  onMoreLines() {
    this.shown += LINES_AT_ONCE
    this.look('lines')
  },
  onRight(event: TapEvent) {
    const at = placeOf(event)
    this.change((work: Work) => mark(work, at, { takes: true }))
  },
  onWrong(event: TapEvent) {
    const at = placeOf(event)
    this.change((work: Work) => mark(work, at, { takes: false }))
  },
  /** Of lines that contradict one another this one holds. */
  onHold(event: TapEvent) {
    const at = placeOf(event)
    this.change((work: Work) => holdTo(work, at))
  },
  onMeaning(event: TapEvent) {
    const at = placeOf(event)
    const rule = event.currentTarget.dataset['rule'] as RuleId
    this.change((work: Work) => readAs(work, at, rule))
  },
  onPick(event: TapEvent) {
    this.at = placeOf(event)
    this.setData({ picking: true, pickingFor: this.work?.draft.clauses[this.at]?.line ?? '' })
    this.lock(true)
  },
  onPicked(event: ToldEvent<{ rule: RuleId }>) {
    const { at } = this
    this.onPickClose()
    this.change((work: Work) => readAs(work, at, event.detail.rule))
  },
  onPickClose() {
    this.setData({ picking: false })
    this.lock(false)
  },
  onFigures(event: TapEvent) {
    this.at = placeOf(event)
    const rule = event.currentTarget.dataset['rule'] as RuleId
    const said = this.work && lookAt(this.work)[this.at]?.rules.find(({ id }) => id === rule)
    if (!said) return
    this.setData({ setting: true, editing: { rule, title: titleOf(rule, said.params), params: said.params } })
    this.lock(true)
  },
  onFiguresSet(event: ToldEvent<{ rule: RuleId; params: Params }>) {
    const { rule, params } = event.detail
    const { at } = this
    this.onFiguresClose()
    this.change((work: Work) => setFigures(work, at, rule, params))
  },
  onFiguresClose() {
    this.setData({ setting: false })
    this.lock(false)
  },

  onTitle(event: WechatMiniprogram.Input) {
    if (this.work) this.take({ ...this.work, title: event.detail.value })
  },
  onGap(event: TapEvent) {
    const rule = event.currentTarget.dataset['rule'] as string
    this.change((work: Work) => turnGap(work, rule))
  },

  /** On to the next question, to the gaps, and at last to the choices that every new version goes through. */
  onPress() {
    const { step, view } = this.data
    if (step === 'bring') return this.onRead()
    void wx.pageScrollTo({ scrollTop: 0 })
    if (step === 'gaps') return replacePage(ROUTES.preset({ schoolId: this.query.schoolId, paper: '1' }))
    this.look(...(view?.asked ? (['lines', 'asked'] as const) : (['gaps'] as const)))
  },
  onBack() {
    void wx.pageScrollTo({ scrollTop: 0 })
    if (this.data.step === 'gaps') return this.look('lines', 'all')
    this.startAgain()
  },
  /** Another paper: what was said of this one's lines goes. */
  async startAgain() {
    const { confirm } = await wx.showModal({
      ...{ title: '换一份制度？', content: '这份上已经看过的，不再保留。' },
      ...{ confirmText: '换一份', cancelText: '不换' },
    })
    if (!confirm) return
    dropWork(this.query.schoolId)
    this.work = undefined
    this.text = ''
    this.setData({ step: 'bring', view: null, count: 0, part: 'all' })
  },
  onWay() {
    this.setData({ refusal: null })
  },
})

const placeOf = (event: TapEvent) => Number(event.currentTarget.dataset['at'])

/** A file from a chat; closing the picker gives none. */
async function pickFile(): Promise<{ path: string; size: number } | undefined> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: EXTENSIONS })
    return tempFiles[0]
  } catch {
    return undefined
  }
}
