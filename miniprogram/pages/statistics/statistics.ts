// Decides what the principal's figures show and where a class's row leads (screens.md 3.20).
import type { Input } from '@class-pact/core/contract'
import { definePage } from '../../services/define-page'
import { ROUTES, openPage } from '../../services/routes'
import { currentIdentity, isLeader } from '../../services/session'
import { RANGES, presentStatistics } from './present'
import type { Range, StatisticsView } from './present'

definePage({
  data: {
    ranges: RANGES,
    range: 'week' as Range,
    view: null as StatisticsView | null,
    /** The classes that need nobody's attention, folded. */
    open: false,
    leads: false,
  },
  isTab: true,
  follows: true,
  reads: 'statistics.read',
  ask(): Input<'statistics.read'> | undefined {
    const identity = currentIdentity()
    const reads = isLeader(identity?.role) || identity?.office === 'grade_leader'
    return identity && reads ? { schoolId: identity.schoolId, range: this.data.range } : undefined
  },
  present(statistics) {
    return { view: presentStatistics(statistics), leads: isLeader(currentIdentity()?.role) }
  },
  onRange(event: ToldEvent<{ value: Range }>) {
    this.setData({ range: event.detail.value })
    void this.load()
  },
  onClass(event: ToldEvent<{ id: string }>) {
    openPage(ROUTES.classStatistics({ classId: event.detail.id, range: this.data.range }))
  },
  onRow(event: TapEvent) {
    const classId = event.currentTarget.dataset['id'] as string
    openPage(ROUTES.classStatistics({ classId, range: this.data.range }))
  },
  onWarning(event: TapEvent) {
    openPage(ROUTES.sicknessWarning({ warningId: event.currentTarget.dataset['id'] as string }))
  },
  onAttendance() {
    const { schoolId = '' } = currentIdentity() ?? {}
    openPage(ROUTES.attendanceDay({ schoolId }))
  },
  onReplies() {
    const { schoolId = '' } = currentIdentity() ?? {}
    openPage(ROUTES.replies({ schoolId }))
  },
  onRest() {
    this.setData({ open: !this.data.open })
  },
})
