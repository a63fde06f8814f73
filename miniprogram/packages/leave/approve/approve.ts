// Decides how leave requests are approved: one tap, ten seconds to think again, words with every rejection (screens.md 3.11, L03).
import { limits, type LeaveCard, type LeaveList } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import type { PhoneError } from '../../../services/cloud'
import { newLongList } from '../../../services/long-list'
import { dressPage, loadPage, lockScroll, newFrame, submitOnce } from '../../../services/page-frame'
import { askReminders } from '../../../services/reminders'
import { openTab } from '../../../services/routes'
import { presentFailure } from '../../../services/refusals'
import type { Refusal } from '../../../services/sentences'
import { switchTo } from '../../../services/session'
import { REJECT_WORDS, presentLeaves } from './present'
import type { ApproveView } from './present'

const decide = createSender('leave.decide')
const undo = createSender('leave.undo')
const SECOND_MS = 1000

Page({
  data: {
    frame: newFrame(),
    view: null as ApproveView | null,
    /** The card that was just approved, and the seconds left to take it back. */
    undoing: { leaveId: '', seconds: 0 },
    rejecting: { leaveId: '', name: '' },
    options: REJECT_WORDS.map((label) => ({ value: label, label })),
    words: '',
    wordsMax: limits.WORDS_MAX,
    /** A refusal stands on the card it is about. */
    refusal: null as Refusal | null,
    wordsRefusal: null as Refusal | null,
    refusedId: '',
    tab: 'open' as 'open' | 'decided',
  },
  classId: '',
  list: newLongList<LeaveList, LeaveCard>(({ leaves }) => leaves),
  waiting: 0,
  timer: 0,

  onLoad({ classId = '' }: { classId?: string }) {
    this.classId = classId
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  onUnload() {
    clearInterval(this.timer)
  },
  async load() {
    await loadPage(
      this,
      'leave.list',
      () => {
        switchTo((each) => each.role === 'head_teacher' && each.classId === this.classId)
        return { of: 'class' as const, classId: this.classId }
      },
      (first) => {
        this.list.begin(first)
        this.waiting = first.waiting
        return { view: this.present() }
      },
    )
  },
  present(): ApproveView {
    const { rows: leaves, left } = this.list
    return presentLeaves({ leaves, waiting: this.waiting, left }, Date.now())
  },
  async onMore() {
    const { classId } = this
    if (await this.list.more((after) => call('leave.list', { of: 'class', classId, after }))) {
      this.setData({ view: this.present() })
    }
  },
  onTab(event: WechatMiniprogram.TouchEvent) {
    this.setData({ tab: event.currentTarget.dataset['tab'] as 'open' | 'decided' })
  },

  async onApprove(event: WechatMiniprogram.TouchEvent) {
    void askReminders(['todo'])
    const leaveId: string = event.currentTarget.dataset['id']
    const reply = await submitOnce(this, () => decide({ leaveId, approve: true }))
    if (!reply) return
    if (!reply.ok) return this.refuse(leaveId, reply.error)
    this.countDown(leaveId)
  },
  /** The card stays for ten seconds with [撤销]; then the family is told. */
  countDown(leaveId: string) {
    clearInterval(this.timer)
    this.setData({ undoing: { leaveId, seconds: limits.UNDO_MS / SECOND_MS }, refusal: null, refusedId: '' })
    this.timer = setInterval(() => {
      const seconds = this.data.undoing.seconds - 1
      if (seconds > 0) this.setData({ 'undoing.seconds': seconds })
      else this.endUndo()
    }, SECOND_MS)
  },
  endUndo() {
    clearInterval(this.timer)
    this.setData({ undoing: { leaveId: '', seconds: 0 } })
    void this.load()
  },
  async onUndo() {
    const { leaveId } = this.data.undoing
    clearInterval(this.timer)
    const reply = await submitOnce(this, () => undo({ leaveId }))
    this.endUndo()
    if (reply && !reply.ok) this.refuse(leaveId, reply.error)
  },

  onReject(event: WechatMiniprogram.TouchEvent) {
    const { id: leaveId, name } = event.currentTarget.dataset as Record<'id' | 'name', string>
    this.setData({ rejecting: { leaveId, name }, words: '', wordsRefusal: null, refusal: null, refusedId: '' })
    lockScroll(this, true)
  },
  onWordChip(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: event.detail.value })
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value, wordsRefusal: null })
  },
  onMendWords() {
    this.setData({ wordsRefusal: null })
  },
  onCloseReject() {
    this.setData({ rejecting: { leaveId: '', name: '' } })
    lockScroll(this, false)
  },
  async onSendReject() {
    const { leaveId } = this.data.rejecting
    const words = this.data.words.trim()
    if (!words) return
    const reply = await submitOnce(this, () => decide({ leaveId, approve: false, words }))
    if (!reply) return
    // The words stay where they are, to be mended.
    if (!reply.ok && reply.error.field === 'words') return this.setData({ wordsRefusal: presentFailure(reply.error) })
    this.onCloseReject()
    if (reply.ok) void this.load()
    else this.refuse(leaveId, reply.error)
  },

  refuse(leaveId: string, error: PhoneError) {
    this.setData({ refusedId: leaveId, refusal: presentFailure(error) })
  },
  onWay(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.setData({ refusal: null, refusedId: '' })
    if (event.detail.code === 'back_to_today') openTab('today')
    else void this.load()
  },
  onProof(event: WechatMiniprogram.TouchEvent) {
    const { id, index } = event.currentTarget.dataset as { id: string; index: number }
    const card = this.data.view?.open.find(({ leaveId }) => leaveId === id)
    const urls = card?.proof.map(({ url }) => url) ?? []
    void wx.previewImage({ urls, current: urls[index] ?? '' })
  },
})
