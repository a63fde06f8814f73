// Decides what is read of the work in classes: registers, contacts with families, photos, by grade or all (X07, P01).
import type { Day, Grade, Input, Range } from '@class-pact/core/contract'
import { presentPeriod, type PeriodView } from '../../../domains/statistics/period'
import { definePage } from '../../../services/define-page'
import { currentIdentity, isLeader } from '../../../services/session'
import { presentWork, type WorkView } from './present'

definePage({
  data: {
    period: null as PeriodView | null,
    view: null as WorkView | null,
    /** Which class is unfolded. */
    open: '',
  },
  query: { schoolId: '', range: 'week' as Range, of: '' as Day, grade: '' as Grade | '' },
  reads: 'statistics.work',
  actsAs({ role, office, schoolId }, query) {
    return (isLeader(role) || office === 'grade_leader') && schoolId === query.schoolId
  },
  ask({ schoolId }): Input<'statistics.work'> {
    const { range, of } = this.query
    return { schoolId, range, ...(of && { of }) }
  },
  present(page) {
    const { range, of, grade } = this.query
    const about = isLeader(currentIdentity()?.role)
      ? { schoolId: this.query.schoolId, range, ...(of && { of }) }
      : undefined
    return { period: presentPeriod(page, page.asOf), view: presentWork(page, grade, about) }
  },
  onPeriod(event: ToldEvent<{ range: Range; of: Day }>) {
    this.query = { ...this.query, ...event.detail }
    void this.load()
  },
  onGrade(event: ToldEvent<{ value: Grade | '' }>) {
    this.query = { ...this.query, grade: event.detail.value }
    this.show()
  },
  onFold(event: ToldEvent<{ key: string }>) {
    this.setData({ open: event.detail.key })
  },
})
