// Decides what the leaders confirm: who was invited to teach, and who of the staff sits down beside a child of the own class (M02, M04).
import type { Application } from '@class-pact/core/contract'
import { dressPage, loadPage, lockScroll, newFrame } from '../../../services/page-frame'
import { isLeader, switchTo } from '../../../services/session'

Page({
  data: { frame: newFrame(), loaded: false, applications: [] as Application[] },
  schoolId: '',
  onLoad({ schoolId = '' }: { schoolId?: string }) {
    this.schoolId = schoolId
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  async load() {
    const { schoolId } = this
    await loadPage(
      this,
      'application.list',
      () => {
        switchTo((each) => isLeader(each.role) && each.schoolId === schoolId)
        return { schoolId }
      },
      ({ applications }) => ({ applications, loaded: true }),
    )
  },
  onPanel(event: WechatMiniprogram.CustomEvent<{ open: boolean }>) {
    lockScroll(this, event.detail.open)
  },
})
