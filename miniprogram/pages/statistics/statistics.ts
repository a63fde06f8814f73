// Decides what the principal's figures show and where a class's row leads (screens.md 3.20).
import type { Day, Grade, Input, Range } from '@class-pact/core/contract'
import { presentPeriod, type PeriodView } from '../../domains/statistics/period'
import { definePage } from '../../services/define-page'
import { ROUTES, openPage } from '../../services/routes'
import { currentIdentity, isLeader } from '../../services/session'
import { presentStatistics, type StatisticsView } from './present'

definePage({
  data: {
    period: null as PeriodView | null,
    view: null as StatisticsView | null,
    /** The classes that need nobody's attention, folded. */
    open: false,
    leads: false,
  },
  /** Which days and which grade are looked at; `of` empty: today. */
  query: { range: 'week' as Range, of: '' as Day, grade: '' as Grade | '' },
  isTab: true,
  follows: true,
  reads: 'statistics.read',
  ask(): Input<'statistics.read'> | undefined {
    const identity = currentIdentity()
    const reads = isLeader(identity?.role) || identity?.office === 'grade_leader'
    return identity && reads ? { schoolId: identity.schoolId, ...this.span() } : undefined
  },
  present(statistics) {
    const leads = isLeader(currentIdentity()?.role)
    const about = leads ? { schoolId: this.schoolId(), ...this.span() } : undefined
    return {
      leads,
      period: presentPeriod(statistics, Date.now()),
      view: presentStatistics(statistics, this.query.grade, about),
    }
  },
  span(): { range: Range; of?: Day } {
    const { range, of } = this.query
    return { range, ...(of && { of }) }
  },
  schoolId(): string {
    return currentIdentity()?.schoolId ?? ''
  },
  onPeriod(event: ToldEvent<{ range: Range; of: Day }>) {
    this.query = { ...this.query, ...event.detail }
    void this.load()
  },
  onGrade(event: ToldEvent<{ value: Grade | '' }>) {
    this.query = { ...this.query, grade: event.detail.value }
    this.show()
  },
  onClass(event: ToldEvent<{ id: string }>) {
    openPage(ROUTES.classStatistics({ classId: event.detail.id, ...this.span() }))
  },
  onRow(event: TapEvent) {
    const classId = event.currentTarget.dataset['id'] as string
    openPage(ROUTES.classStatistics({ classId, ...this.span() }))
  },
  onNotice(event: TapEvent) {
    openPage(ROUTES.noticeFigures({ noticeId: event.currentTarget.dataset['id'] as string }))
  },
  onWarning(event: TapEvent) {
    openPage(ROUTES.sicknessWarning({ warningId: event.currentTarget.dataset['id'] as string }))
  },
  onAttendance() {
    openPage(ROUTES.attendanceDay({ schoolId: this.schoolId() }))
  },
  onReplies() {
    openPage(ROUTES.replies({ schoolId: this.schoolId() }))
  },
  onWork() {
    openPage(ROUTES.workFigures({ schoolId: this.schoolId(), ...this.span() }))
  },
  onStaff() {
    openPage(ROUTES.staffFigures({ schoolId: this.schoolId(), ...this.span() }))
  },
  onReport() {
    openPage(ROUTES.report({ schoolId: this.schoolId() }))
  },
  onRest() {
    this.setData({ open: !this.data.open })
  },
})
