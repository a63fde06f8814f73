// Decides what one class's page of figures shows and where it leads: to each notice's slip board, and to the members.
import type { Day, Input, Range } from '@class-pact/core/contract'
import { presentPeriod, type PeriodView } from '../../../domains/statistics/period'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { presentClass } from './present'
import type { ClassView } from './present'

const READERS = ['head_teacher', 'office', 'principal']

definePage({
  data: {
    period: null as PeriodView | null,
    view: null as ClassView | null,
    seesAttendance: false,
  },
  query: { classId: '', range: 'week' as Range, of: '' as Day },
  reads: 'statistics.class',
  list: 'notices',
  actsAs({ role, classId }, query) {
    return READERS.includes(role) && (!classId || classId === query.classId)
  },
  ask({ classId }): Input<'statistics.class'> {
    return { classId, ...this.span() }
  },
  present(statistics) {
    const { role, schoolId = '' } = currentIdentity() ?? {}
    return {
      period: presentPeriod(statistics, Date.now()),
      view: presentClass(statistics, isLeader(role) ? { schoolId, ...this.span() } : undefined),
      seesAttendance: READERS.includes(role ?? ''),
    }
  },
  span(): { range: Range; of?: Day } {
    const { range, of } = this.query
    return { range, ...(of && { of }) }
  },
  onPeriod(event: ToldEvent<{ range: Range; of: Day }>) {
    this.query = { ...this.query, ...event.detail }
    void this.load()
  },
  onMembers() {
    openPage(ROUTES.members({ classId: this.query.classId }))
  },
  onAttendance() {
    openPage(ROUTES.attendanceClass({ classId: this.query.classId }))
  },
  onReplies() {
    openPage(ROUTES.replies({ classId: this.query.classId }))
  },
  onTimetable() {
    openPage(ROUTES.timetable({ classId: this.query.classId }))
  },
  onLog() {
    openPage(ROUTES.log({ classId: this.query.classId }))
  },
})
