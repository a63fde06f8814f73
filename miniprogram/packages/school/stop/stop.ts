// Decides how publishing is stopped, held for three seconds and with a reason, and resumed (screens.md 3.23).
import { limits, type StopLevel } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatMoment } from '../../../services/format'
import { plainRefusal } from '../../../services/refusals'
import { currentIdentity, isLeader } from '../../../services/session'

const stopSchool = createSender('school.stop')
const resumeSchool = createSender('school.resume')

const LEVELS: { value: StopLevel; label: string }[] = [
  { value: 'class', label: '只留学校通知' },
  { value: 'all', label: '全部暂停' },
]
const EFFECTS: Record<StopLevel, string> = {
  class: '班主任和任课教师不能发通知，学校领导可以发。',
  all: '任何人都不能发通知。',
}

interface StopView {
  title: string
  by: string
  reason: string
  asks: boolean
}

definePage({
  data: {
    view: null as StopView | null,
    levels: LEVELS,
    level: 'class' as StopLevel,
    effect: EFFECTS.class,
    reason: '',
    reasonMax: limits.WORDS_MAX,
    mayStop: false,
  },
  query: { schoolId: '' },
  reads: 'school.read',
  refusesOnTop: true,

  actsAs: ({ role, schoolId }, query) => isLeader(role) && schoolId === query.schoolId,
  ask({ schoolId }) {
    return schoolId ? { schoolId } : undefined
  },
  present({ stop }) {
    const view: StopView | null = stop
      ? {
          title: stop.level === 'all' ? '全部暂停' : '只留学校通知',
          by: `${stop.by} ${formatMoment(stop.at, Date.now())}停用`,
          reason: stop.reason,
          asks: stop.asks,
        }
      : null
    return { view, mayStop: currentIdentity()?.role === 'principal' }
  },

  onLevel(event: ToldEvent<{ value: StopLevel }>) {
    const level = event.detail.value
    this.setData({ level, effect: EFFECTS[level] })
  },
  onReason(event: WechatMiniprogram.Input) {
    this.setData({ reason: event.detail.value, refusal: null })
  },
  onMissing() {
    this.setData({ refusal: plainRefusal('请先写明原因，会记入操作记录。') })
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  async halt() {
    const { level, reason } = this.data
    if (!reason.trim()) return this.onMissing()
    const { schoolId } = this.query
    if (await this.act(() => stopSchool({ schoolId, level, reason: reason.trim() }))) await this.read()
  },
  async onResume() {
    const { schoolId } = this.query
    if (!(await this.act(() => resumeSchool({ schoolId })))) return
    this.setData({ reason: '' })
    await this.read()
  },
})
