// Decides what a family can do with a leave: withdraw it, report back (销假), or hand it in again.
import { call, type PhoneError } from '../../../services/cloud'
import { dressPage, loadPage, newFrame, submitOnce } from '../../../services/page-frame'
import { ROUTES, openTab, replacePage } from '../../../services/routes'
import { presentError, type Refusal } from '../../../services/sentences'
import { presentLeave, type LeaveView } from './present'

Page({
  data: { frame: newFrame(), view: null as LeaveView | null, refusal: null as Refusal | null },
  leaveId: '',
  childId: '',
  onLoad({ leaveId = '' }) {
    this.leaveId = leaveId
  },
  onShow() {
    dressPage(this)
    void this.reload()
  },
  async reload() {
    await loadPage(this, 'leave.read', { leaveId: this.leaveId }, (leave) => {
      this.childId = leave.childId
      return { view: presentLeave(leave, Date.now()) }
    })
  },
  async onAct() {
    if (this.data.view?.act === 'again') {
      replacePage(ROUTES.leaveForm({ childId: this.childId, again: this.leaveId }))
      return
    }
    await submitOnce(this, () => this.change('leave.return'))
  },
  async onWithdraw() {
    const { confirm } = await wx.showModal({ title: '撤回假条', content: '撤回后孩子照常上学。', confirmText: '撤回' })
    if (confirm) await submitOnce(this, () => this.change('leave.withdraw'))
  },
  async change(action: 'leave.return' | 'leave.withdraw') {
    const reply = await call(action, { leaveId: this.leaveId })
    if (reply.ok) this.setData({ view: presentLeave(reply.data, Date.now()), refusal: null })
    else await this.refuse(reply.error)
  },
  async refuse(error: PhoneError) {
    this.setData({ refusal: presentError(error, { now: Date.now() }) })
    if (error.code === 'LEAVE_STATE') await this.reload()
  },
  onWay(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    if (event.detail.code === 'back_to_today') openTab('today')
    else this.setData({ refusal: null })
  },
  onPhoto(event: WechatMiniprogram.TouchEvent) {
    void wx.previewImage({
      urls: (this.data.view?.photos ?? []).map(({ url }) => url),
      current: event.currentTarget.dataset['url'],
    })
  },
})
