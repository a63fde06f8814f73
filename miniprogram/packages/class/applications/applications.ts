// Decides what the leaders confirm: who was invited to teach, and who of the staff sits down beside a child of the own class (M02, M04).
import type { Application, ApplicationList } from '@class-pact/core/contract'
import { call } from '../../../services/cloud'
import { newLongList } from '../../../services/long-list'
import { dressPage, loadPage, lockScroll, newFrame } from '../../../services/page-frame'
import { isLeader, switchTo } from '../../../services/session'

Page({
  data: { frame: newFrame(), loaded: false, applications: [] as Application[], left: 0 },
  schoolId: '',
  waiting: newLongList<ApplicationList, Application>(({ applications }) => applications),
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
      (list) => {
        this.waiting.begin(list)
        return { ...this.shown(), loaded: true }
      },
    )
  },
  shown() {
    const { rows, left } = this.waiting
    return { applications: rows, left }
  },
  async onMore() {
    const { schoolId } = this
    if (await this.waiting.more((after) => call('application.list', { schoolId, after }))) this.setData(this.shown())
  },
  onPanel(event: WechatMiniprogram.CustomEvent<{ open: boolean }>) {
    lockScroll(this, event.detail.open)
  },
})
