// Decides what a family can do with a leave: withdraw it, report back (销假), or hand it in again.
import { call } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { ROUTES, openTab, replacePage } from '../../../services/routes'
import { currentIdentity } from '../../../services/session'
import { presentLeave, type LeaveView } from './present'

definePage({
  data: { view: null as LeaveView | null },
  query: { leaveId: '' },
  isForFamily: true,
  loadsOnShow: true,
  reads: 'leave.read',
  ask({ leaveId }) {
    return { leaveId }
  },
  present(leave) {
    return { view: presentLeave(leave, Date.now(), currentIdentity()?.schoolKind) }
  },
  async onAct() {
    if (this.data.view?.act === 'again') {
      replacePage(ROUTES.leaveForm({ childId: this.answer?.childId ?? '', again: this.query.leaveId }))
      return
    }
    await submitOnce(this, () => this.change('leave.return'))
  },
  onChange() {
    replacePage(ROUTES.leaveForm({ childId: this.answer?.childId ?? '', replaces: this.query.leaveId }))
  },
  onCall() {
    const phone = this.data.view?.call?.phone
    if (phone) wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined })
  },
  async onWithdraw() {
    const { confirm } = await wx.showModal({ title: '撤回假条', content: '撤回后孩子照常上学。', confirmText: '撤回' })
    if (confirm) await submitOnce(this, () => this.change('leave.withdraw'))
  },
  async change(action: 'leave.return' | 'leave.withdraw') {
    const reply = await call(action, this.query)
    if (reply.ok)
      this.setData({ view: presentLeave(reply.data, Date.now(), currentIdentity()?.schoolKind), refusal: null })
    else {
      this.refuse(reply.error)
      if (reply.error.code === 'LEAVE_STATE') await this.load()
    }
  },
  onWay(event: ToldEvent<{ code: string }>) {
    if (event.detail.code === 'back_to_today') openTab('today')
    else this.setData({ refusal: null })
  },
  onPhoto(event: TapEvent) {
    void wx.previewImage({
      urls: (this.data.view?.photos ?? []).map(({ url }) => url),
      current: event.currentTarget.dataset['url'],
    })
  },
})
