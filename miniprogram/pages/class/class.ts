// Decides what the class page shows: one block an own child, or a teacher's doors.
import type { Identity } from '@class-pact/core/contract'
import { call } from '../../services/cloud'
import { loadPage, newFrame, showTab } from '../../services/page-frame'
import { ROUTES, openPage } from '../../services/routes'
import { currentIdentity, openSession, ownChildren } from '../../services/session'
import { presentFamilyClass, presentStaffClass, presentSupervised, type ClassView } from './present'

Page({
  data: { frame: newFrame(), blocks: [] as ClassView[] },
  onShow() {
    showTab(this)
    void this.reload()
  },
  async reload() {
    await openSession()
    const identity = currentIdentity()
    if (!identity) this.setData({ blocks: [], 'frame.view': 'ready' })
    else if (identity.role === 'supervisor')
      this.setData({ blocks: [presentSupervised(identity)], 'frame.view': 'ready' })
    else if (identity.role === 'guardian') await this.reloadFamily()
    else await this.reloadStaff(identity)
  },
  async reloadFamily() {
    const blocks = await Promise.all(
      ownChildren().map(async (identity) => {
        const reply = await call('leave.list', { of: 'child', childId: identity.childId ?? '' })
        return presentFamilyClass(identity, reply.ok ? reply.data.leaves : [])
      }),
    )
    this.setData({ blocks, 'frame.view': 'ready' })
  },
  async reloadStaff(identity: Identity) {
    await loadPage(this, 'today.read', { identity: identity.key }, (today) => ({
      blocks: [presentStaffClass(identity, today)],
    }))
  },
  onDoor(event: WechatMiniprogram.TouchEvent) {
    openPage(event.currentTarget.dataset['url'])
  },
  onLeave(event: WechatMiniprogram.TouchEvent) {
    openPage(ROUTES.leave({ leaveId: event.currentTarget.dataset['leaveid'] }))
  },
})
