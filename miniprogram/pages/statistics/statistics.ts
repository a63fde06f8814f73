// Decides what the principal's figures show and where a class's row leads (screens.md 3.20).
import { loadPage, newFrame, showTab } from '../../services/page-frame'
import { ROUTES, openPage } from '../../services/routes'
import { currentIdentity, isLeader, subscribeSession } from '../../services/session'
import { RANGES, presentStatistics } from './present'
import type { Range, StatisticsView } from './present'

Page({
  data: {
    frame: newFrame(),
    ranges: RANGES,
    range: 'week' as Range,
    view: null as StatisticsView | null,
    /** The classes that need nobody's attention, folded. */
    open: false,
  },
  stopListening: undefined as (() => void) | undefined,
  /** The identity whose figures are on the screen. */
  shownKey: '',

  onLoad() {
    this.stopListening = subscribeSession(({ identity }) => {
      if (isLeader(identity?.role) && identity?.key !== this.shownKey) void this.load()
    })
  },
  onUnload() {
    this.stopListening?.()
  },
  onShow() {
    showTab(this)
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  async load() {
    await loadPage(
      this,
      'statistics.read',
      () => {
        const identity = currentIdentity()
        this.shownKey = identity?.key ?? ''
        return identity && isLeader(identity.role) ? { schoolId: identity.schoolId, range: this.data.range } : undefined
      },
      (statistics) => ({ view: presentStatistics(statistics) }),
    )
  },
  onRange(event: WechatMiniprogram.CustomEvent<{ value: Range }>) {
    this.setData({ range: event.detail.value })
    void this.load()
  },
  onClass(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    openPage(ROUTES.classStatistics({ classId: event.detail.id, range: this.data.range }))
  },
  onRow(event: WechatMiniprogram.TouchEvent) {
    const classId = event.currentTarget.dataset['id'] as string
    openPage(ROUTES.classStatistics({ classId, range: this.data.range }))
  },
  onRest() {
    this.setData({ open: !this.data.open })
  },
})
