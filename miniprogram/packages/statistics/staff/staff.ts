// Decides what leaders read of each of the staff by name: in the order of the school, never by a figure (G08, G09).
import type { Day, Input, Range } from '@class-pact/core/contract'
import { presentPeriod, type PeriodView } from '../../../domains/statistics/period'
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'
import { presentStaff, type StaffView } from './present'

definePage({
  data: {
    period: null as PeriodView | null,
    view: null as StaffView | null,
    /** Whose figures are unfolded. */
    open: '',
  },
  query: { schoolId: '', range: 'week' as Range, of: '' as Day },
  reads: 'statistics.staff',
  list: 'staff',
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }): Input<'statistics.staff'> {
    const { range, of } = this.query
    return { schoolId, range, ...(of && { of }) }
  },
  present(page) {
    const { range, of } = this.query
    const about = { schoolId: this.query.schoolId, range, ...(of && { of }) }
    return { period: presentPeriod(page, page.asOf), view: presentStaff(page, about) }
  },
  onPeriod(event: ToldEvent<{ range: Range; of: Day }>) {
    this.query = { ...this.query, ...event.detail }
    void this.load()
  },
  onFold(event: ToldEvent<{ key: string }>) {
    this.setData({ open: event.detail.key })
  },
})
