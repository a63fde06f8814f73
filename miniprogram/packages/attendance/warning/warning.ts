// Decides what is done about children who fall ill together: looked at, and reported within 24 hours (screens.md 4).
import type { ReportedTo, SicknessWarningPage } from '@class-pact/core/contract'
import { SICKNESS_SOURCE } from '../../../domains/attendance/sickness'
import { createSender, type PhoneReply } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'
import { listReportedTo, presentWarning, type ToView, type WarningView } from './present'

const verify = createSender('attendance.verify')
const report = createSender('attendance.report')

/** 情况属实, 不是聚集生病: in this order on the sheet. */
const ANSWERS = [true, false] as const

definePage({
  data: {
    view: null as WarningView | null,
    source: SICKNESS_SOURCE,
    sourceOpen: false,
    named: false,
    to: [] as ToView[],
  },
  query: { warningId: '' },
  reads: 'attendance.warning',
  actsAs({ role }) {
    return isLeader(role) || role === 'head_teacher' || role === 'stand_in'
  },
  ask({ warningId }) {
    return { warningId }
  },
  present(warning) {
    return { view: presentWarning(warning, Date.now()) }
  },
  onSource() {
    this.setData({ sourceOpen: !this.data.sourceOpen })
  },
  onNames() {
    this.setData({ named: !this.data.named })
  },
  async onVerify() {
    const itemList = ['情况属实', '不是聚集生病']
    const chosen = await wx.showActionSheet({ itemList }).catch(() => undefined)
    const holds = chosen && ANSWERS[chosen.tapIndex]
    const { warningId } = this.query
    if (holds !== undefined) await this.change(() => verify({ warningId, holds }))
  },
  onReport() {
    this.openPanel('report', { to: listReportedTo([]) })
  },
  onTo(event: TapEvent) {
    const value = event.currentTarget.dataset['value'] as ReportedTo
    const chosen = this.data.to.filter(({ on, ...each }) => (each.value === value ? !on : on))
    this.setData({ to: listReportedTo(chosen.map((each) => each.value)) })
  },
  async onReported() {
    const to = this.data.to.filter(({ on }) => on).map(({ value }) => value)
    const { warningId } = this.query
    if (to.length > 0) await this.change(() => report({ warningId, to, at: Date.now() }))
  },
  async change(work: () => Promise<PhoneReply<SicknessWarningPage>>) {
    const warning = await this.act(work)
    if (!warning) return
    this.answer = warning
    this.show()
  },
})
