// Decides what a teacher does on the slip board: call, note down, scan and print papers, remind once (N06, N08, N10).
import type { Board, FollowUp } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { askFamily } from '../../../domains/class/phone-call'
import type { Phone } from '../../../domains/class/phone-call'
import { findPaper, sayNoPaper } from '../../../domains/notice/paper'
import { openBoardPaper } from '../../../domains/notice/print-board'
import { ROUTES, openPage, openTab, replacePage } from '../../../services/routes'
import { presentFailure } from '../../../services/refusals'
import type { RefusalCard } from '../../../services/sentences'
import { keepAmending } from '../../../domains/notice/amending'
import { WITHDRAW_WORDS } from '../../../domains/notice/words'
import { presentBoard } from './present'
import type { BoardView, RowView, Tab } from './present'
import { whyNotNoted } from './scanned'
import type { FollowUpForm } from './parts/follow-up/form'

const sendFollowUp = createSender('slip.followUp')
const sendReminder = createSender('slip.remind')
const sendClose = createSender('slip.close')
const withdraw = createSender('notice.withdraw')

const NO_FOLLOW_UP = {
  ...{ childId: '', name: '', told: '', paper: false, history: [] as string[] },
  was: null as FollowUp | null,
}

definePage({
  data: {
    view: null as BoardView | null,
    tab: 'open' as Tab,
    /** Of the children not reached only these; empty: all. */
    reason: '',
    /** The row that is looked at. */
    line: null as RowView | null,
    /** What the last scan has come to. */
    scanned: '',
    /** What families have said of a letter (N07); an act's answer does not say again who may read it. */
    opinions: 0,
    readsOpinions: false,
    /** The child whose family was just called, or whose row was opened; its form is the panel. */
    follow: NO_FOLLOW_UP,
    phones: [] as Phone[],
    followRefusal: null as RefusalCard | null,
    followBusy: false,
    /** Whom to call, when the family has several numbers. */
    choosing: false,
    withdrawWords: WITHDRAW_WORDS,
  },
  /** `childId`: a scanned paper slip of this child led here; `printed`: it is of an older version, of this one. */
  query: { noticeId: '', classId: '', childId: '', printed: '' },
  refusesOnTop: true,
  reads: 'board.read',
  ask({ noticeId, classId }) {
    return { noticeId, classId }
  },
  async onLoad() {
    await this.load()
    const { childId, printed } = this.query
    if (childId) this.takePaper(childId, printed !== '')
  },
  present(board) {
    const view = presentBoard(board, Date.now())
    const isThere = view.reasons.some(({ value }) => value === this.data.reason)
    const { opinions = 0, readsOpinions = this.data.readsOpinions } = board
    return { view, opinions, readsOpinions, ...(!isThere && { reason: '' }) }
  },
  slip() {
    const { noticeId, classId } = this.query
    return { noticeId, classId }
  },
  /** An act answers with the board as it is now. */
  take(board: Board) {
    this.answer = board
    this.show()
  },
  onOpinions() {
    if (this.data.readsOpinions) openPage(ROUTES.opinions(this.query))
  },
  onTab(event: TapEvent) {
    this.setData({ tab: event.currentTarget.dataset['tab'] as Tab })
  },
  onReason(event: ToldEvent<{ value: string }>) {
    this.setData({ reason: event.detail.value })
  },

  /** [打电话]: dials, and back from it the form about it is open. */
  async onCall(event: TapEvent) {
    const childId: string = event.currentTarget.dataset['id']
    await this.readPhones(childId)
    const [only, second] = this.data.phones
    if (second) this.setData({ choosing: true })
    else if (only) this.dial(only)
    else this.openForm()
  },
  onDial(event: TapEvent) {
    const phone = this.data.phones[Number(event.currentTarget.dataset['index'])]
    if (phone) this.dial(phone)
  },
  dial({ phone, card }: Phone) {
    wx.makePhoneCall({
      phoneNumber: phone,
      success: () => this.openForm(card),
      fail: () => this.setData({ choosing: false }),
    })
  },
  async readPhones(childId: string) {
    const row = this.rowOf(childId)
    if (!row) return
    this.prepareForm(row)
    const reply = await askFamily(childId, row.name)
    if (reply.ok) this.setData({ phones: reply.data })
    else this.refuse(reply.error)
  },
  rowOf(childId: string): RowView | undefined {
    return this.data.view?.rows.all.find((each) => each.childId === childId)
  },
  prepareForm({ childId, name, history }: RowView, more: Partial<typeof NO_FOLLOW_UP> = {}) {
    this.setData({
      follow: { ...NO_FOLLOW_UP, childId, name, history, ...more },
      ...{ phones: [], followRefusal: null },
    })
  },
  /** A row without a call: somebody was told in another way; or what a closed line tells. */
  async onRow(event: TapEvent) {
    const childId: string = event.currentTarget.dataset['id']
    const row = this.rowOf(childId)
    if (!row) return
    if (row.end !== 'call' || !this.data.view?.canAct) {
      this.openPanel('line', { line: row })
      return
    }
    await this.readPhones(childId)
    this.openForm()
  },
  /** [更正]: a counter-entry; what was noted stays readable. */
  onCorrect() {
    const { line } = this.data
    const was = this.answer?.rows.find(({ childId }) => childId === line?.childId)?.followUps.at(-1)
    if (!line || !was) return
    this.prepareForm(line, { was })
    this.openForm()
  },
  onProof() {
    const { line } = this.data
    this.onClosePanel()
    if (line) openPage(ROUTES.archive({ ...this.slip(), childId: line.childId }))
  },

  onPapers() {
    this.openPanel('papers')
  },
  async onSlips(event: ToldEvent<{ childIds: string[] }>) {
    await this.print('slips', event.detail.childIds)
  },
  async onPrint(event: TapEvent) {
    await this.print(event.currentTarget.dataset['as'] as 'list' | 'table')
  },
  async print(as: 'slips' | 'list' | 'table', childIds?: string[]) {
    await this.act(() => openBoardPaper({ ...this.slip(), as, ...(childIds && { childIds }) }))
  },

  /** One paper after another; the camera closes by itself. */
  async onScan() {
    let scanned: string
    try {
      scanned = (await wx.scanCode({ scanType: ['qrCode'] })).result
    } catch {
      return
    }
    const paper = await findPaper(scanned)
    if (typeof paper === 'string') sayNoPaper(paper)
    else if (paper.noticeId !== this.query.noticeId || paper.classId !== this.query.classId)
      replacePage(ROUTES.board(paper))
    else {
      await this.load()
      this.takePaper(paper.childId, paper.printed !== undefined)
    }
  },
  takePaper(childId: string, isOld: boolean) {
    const row = this.rowOf(childId)
    const { view } = this.data
    if (!row || !view) return
    const closed = this.answer?.rows.find((each) => each.childId === childId)?.closed
    const why = whyNotNoted({ row, closed, isOld, canAct: view.canAct })
    this.setData({ scanned: why })
    if (why) return
    this.prepareForm(row, { paper: true })
    this.openForm()
  },
  openForm(told = '') {
    const { childId } = this.data.follow
    // The form opens also when the numbers were refused: that stays on the page.
    const { refusal, phones } = this.data
    this.openPanel(childId, { refusal, 'follow.told': told || (phones[0]?.card ?? ''), choosing: false })
  },
  onCloseForm() {
    this.setData({ choosing: false })
    this.onClosePanel()
  },
  /** [已告知], or a counter-entry that takes it back. */
  async onFollowUp(event: ToldEvent<FollowUpForm>) {
    if (this.data.followBusy) return
    const { childId, name, paper, was } = this.data.follow
    this.setData({ followBusy: true, followRefusal: null })
    const how = { ...(was && { takesBack: true }), ...(paper && { once: true }) }
    const reply = await sendFollowUp({ ...this.slip(), childId, ...event.detail, ...how })
    this.setData({ followBusy: false })
    if (reply.ok) {
      this.onCloseForm()
      this.take(reply.data)
      this.setData({ scanned: paper ? `已记下${name}的回执单。` : '' })
    } else this.setData({ followRefusal: presentFailure(reply.error) })
  },

  /** [提醒未签2人] or, when everybody is reached, [办结]. */
  onPress() {
    if (this.data.view?.remind.shown) void this.remind()
    else void this.close()
  },
  async remind() {
    if (await this.act(() => sendReminder(this.slip()))) await this.load()
  },
  async close() {
    const closed = await this.act(() => sendClose(this.slip()))
    if (!closed) return
    this.setData({ refusal: null })
    this.take(closed)
  },
  onWay(event: ToldEvent<{ code: string }>) {
    this.setData({ refusal: null })
    if (event.detail.code === 'back_to_today') openTab('today')
    else if (event.detail.code === 'see_list') this.setData({ tab: 'open' })
    else void this.load()
  },
  /** The words to correct are the notice's own. */
  async onAmend() {
    const notice = await this.act(() => call('notice.read', this.slip()))
    const noticeId = notice && keepAmending(notice)
    if (noticeId) openPage(ROUTES.compose({ noticeId }))
  },
  onWithdraw() {
    this.openPanel('withdraw', {})
  },
  async onWhyWithdraw(event: ToldEvent<{ words: string }>) {
    const { noticeId } = this.slip()
    if (!(await this.act(() => withdraw({ noticeId, reason: event.detail.words })))) return
    this.onClosePanel()
    await this.load()
  },
  onAnswers() {
    openPage(ROUTES.answers(this.slip()))
  },
  onRead() {
    openPage(ROUTES.notice(this.slip()))
  },
})
