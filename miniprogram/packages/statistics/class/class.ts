// Decides what one class's page of figures shows and where it leads: to each notice's slip board, and to the members.
import type { ClassStatistics, RunningNotice } from '@class-pact/core/contract'
import { call } from '../../../services/cloud'
import { newLongList } from '../../../services/long-list'
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
  data: { frame: newFrame(), ranges: RANGES, range: 'week' as Range, view: null as ClassView | null, left: 0 },
  classId: '',
  statistics: undefined as ClassStatistics | undefined,
  notices: newLongList<ClassStatistics, RunningNotice>(({ notices }) => notices),

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
      (statistics) => {
        this.notices.begin(statistics)
        this.statistics = statistics
        return this.present()
      },
    )
  },
  present() {
    const { rows: notices, left } = this.notices
    return { view: this.statistics ? presentClass({ ...this.statistics, notices }) : null, left }
  },
  async onMore() {
    const { classId } = this
    const { range } = this.data
    const came = await this.notices.more((after) => call('statistics.class', { classId, range, after }))
    if (came) this.setData(this.present())
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
