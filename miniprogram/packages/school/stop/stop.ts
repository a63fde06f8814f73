// Decides how publishing is stopped, held for three seconds and with a reason, and resumed (screens.md 3.23).
import { limits, type StopLevel } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatMoment } from '../../../services/format'
import { plainRefusal } from '../../../services/refusals'
import { currentIdentity, isLeader } from '../../../services/session'

const stopSchool = createSender('school.stop')
const resumeSchool = createSender('school.resume')
/** 按住3秒 (screens.md 3.23). */
const HOLD_MS = 3_000
const STEP_MS = 100

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
    /** Of the three seconds, in a hundred parts. */
    held: 0,
    mayStop: false,
  },
  query: { schoolId: '' },
  reads: 'school.read',
  refusesOnTop: true,
  timer: undefined as ReturnType<typeof setInterval> | undefined,

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
    return { view, mayStop: currentIdentity()?.role === 'principal', held: 0 }
  },
  onUnload() {
    this.letGo()
  },

  onLevel(event: ToldEvent<{ value: StopLevel }>) {
    const level = event.detail.value
    this.setData({ level, effect: EFFECTS[level] })
  },
  onReason(event: WechatMiniprogram.Input) {
    this.setData({ reason: event.detail.value, refusal: null })
  },
  /** A finger that slips off stops nothing. */
  onHold() {
    if (this.timer || this.data.frame.busy || !this.isReady()) return
    const begun = Date.now()
    this.timer = setInterval(() => {
      const held = Math.min(100, Math.round(((Date.now() - begun) / HOLD_MS) * 100))
      this.setData({ held })
      if (held < 100) return
      this.letGo()
      void this.halt()
    }, STEP_MS)
  },
  letGo() {
    if (this.timer) clearInterval(this.timer)
    this.timer = undefined
    if (this.data.held > 0) this.setData({ held: 0 })
  },
  onLetGo() {
    this.letGo()
  },
  /** Who cannot hold, or hears the page, says it in two taps. */
  async onWithoutHolding() {
    if (!this.isReady()) return
    const { confirm } = await wx.showModal({
      title: '停用发布',
      content: `${this.data.effect}看通知、签字、请假、打电话照常。`,
      confirmText: '停用',
      cancelText: '不停用',
    })
    if (confirm) await this.halt()
  },
  isReady(): boolean {
    if (this.data.reason.trim()) return true
    this.setData({ refusal: plainRefusal('请先写明原因，会记入操作记录。') })
    return false
  },
  async halt() {
    const { level, reason } = this.data
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
