// Decides what one class's page of figures shows and where it leads: to each notice's slip board, and to the members.
import { dressPage, loadPage, newFrame } from '../../../services/page-frame'
import { ROUTES, openPage } from '../../../services/routes'
import { switchTo } from '../../../services/session'
import { presentClass } from './present'
import type { ClassView } from './present'

type Range = 'week' | 'month' | 'term'
const RANGES: { value: Range; label: string }[] = [
  { value: 'week', label: '本周' },
  { value: 'month', label: '本月' },
  { value: 'term', label: '本学期' },
]
const READERS = ['head_teacher', 'office', 'principal']

Page({
  data: { frame: newFrame(), ranges: RANGES, range: 'week' as Range, view: null as ClassView | null },
  classId: '',

  onLoad({ classId = '', range }: { classId?: string; range?: Range }) {
    this.classId = classId
    if (range) this.setData({ range })
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  async load() {
    const { classId } = this
    await loadPage(
      this,
      'statistics.class',
      () => {
        switchTo((each) => READERS.includes(each.role) && (!each.classId || each.classId === classId))
        return { classId, range: this.data.range }
      },
      (statistics) => ({ view: presentClass(statistics) }),
    )
  },
  onRange(event: WechatMiniprogram.CustomEvent<{ value: Range }>) {
    this.setData({ range: event.detail.value })
    void this.load()
  },
  onMembers() {
    openPage(ROUTES.members({ classId: this.classId }))
  },
  onLog() {
    openPage(ROUTES.log({ classId: this.classId }))
  },
})
