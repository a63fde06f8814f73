// Decides what a teacher does on the slip board: call, note down who was told, remind once (N06, N07, N10).
import type { Board } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { askFamily } from '../../../domains/class/phone-call'
import type { Phone } from '../../../domains/class/phone-call'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { presentFailure } from '../../../services/refusals'
import type { RefusalCard } from '../../../services/sentences'
import { presentBoard } from './present'
import type { BoardView, Tab } from './present'
import type { FollowUpForm } from './parts/follow-up/form'

const sendFollowUp = createSender('slip.followUp')
const sendReminder = createSender('slip.remind')
const sendClose = createSender('slip.close')

const NO_FOLLOW_UP = { childId: '', name: '', told: '', takesBack: false }

definePage({
  data: {
    view: null as BoardView | null,
    tab: 'open' as Tab,
    /** The child whose family was just called, or whose row was opened; its form is the panel. */
    follow: NO_FOLLOW_UP,
    phones: [] as Phone[],
    followRefusal: null as RefusalCard | null,
    followBusy: false,
    /** Whom to call, when the family has several numbers. */
    choosing: false,
  },
  query: { noticeId: '', classId: '' },
  refusesOnTop: true,
  reads: 'board.read',
  ask({ noticeId, classId }) {
    return { noticeId, classId }
  },
  present(board) {
    return { view: presentBoard(board, Date.now()) }
  },
  /** An act answers with the board as it is now. */
  take(board: Board) {
    this.answer = board
    this.show()
  },
  onTab(event: TapEvent) {
    this.setData({ tab: event.currentTarget.dataset['tab'] as Tab })
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
    const row = this.answer?.rows.find((each) => each.childId === childId)
    if (!row) return
    const takesBack = row.state === 'followed'
    this.setData({ follow: { childId, name: row.name, told: '', takesBack }, phones: [], followRefusal: null })
    const reply = await askFamily(childId, row.name)
    if (reply.ok) this.setData({ phones: reply.data })
    else this.refuse(reply.error)
  },
  /** A row without a call: somebody was told in another way, or an entry is taken back. */
  async onRow(event: TapEvent) {
    const childId: string = event.currentTarget.dataset['id']
    const row = this.answer?.rows.find((each) => each.childId === childId)
    if (!row || row.state === 'signed' || !this.data.view?.canAct) return
    await this.readPhones(childId)
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
    const { childId, takesBack } = this.data.follow
    this.setData({ followBusy: true, followRefusal: null })
    const reply = await sendFollowUp({ ...this.query, childId, ...event.detail, ...(takesBack && { takesBack }) })
    this.setData({ followBusy: false })
    if (reply.ok) {
      this.onCloseForm()
      this.take(reply.data)
    } else this.setData({ followRefusal: presentFailure(reply.error) })
  },

  /** [提醒未签2人] or, when everybody is reached, [办结]. */
  onPress() {
    if (this.data.view?.remind.shown) void this.remind()
    else void this.close()
  },
  async remind() {
    if (await this.act(() => sendReminder(this.query))) await this.load()
  },
  async close() {
    const closed = await this.act(() => sendClose(this.query))
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
  onAnswers() {
    openPage(ROUTES.answers(this.query))
  },
  onRead() {
    openPage(ROUTES.notice(this.query))
  },
})
