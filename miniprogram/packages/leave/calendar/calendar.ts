// Decides how a class's leave of a month is looked through: the month, and under it the day that was tapped.
import { beijingDay } from '@class-pact/core/calendar'
import type { Day } from '@class-pact/core/contract'
import { definePage } from '../../../services/define-page'
import { monthOf, type Month } from '../../../services/month'
import { isLeader } from '../../../services/session'
import { presentMonth, type CalendarView } from './present'

definePage({
  data: {
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
    view: null as CalendarView | null,
  },
  query: { classId: '' },
  month: '' as Month,
  day: '' as Day,
  reads: 'leave.month',
  actsAs({ role, classId }, query) {
    return isLeader(role) || (classId === query.classId && role !== 'guardian' && role !== 'supervisor')
  },
  ask({ classId }) {
    return { classId, month: this.month || monthOf(beijingDay(Date.now())) }
  },
  present(answer) {
    const { month, today } = answer
    if (monthOf(this.day) !== month) this.day = monthOf(today) === month ? today : `${month}-01`
    return { view: presentMonth(answer, this.day) }
  },
  onMonth(event: TapEvent) {
    this.month = event.currentTarget.dataset['month'] as Month
    void this.load()
  },
  onDay(event: TapEvent) {
    this.day = event.currentTarget.dataset['day'] as Day
    this.show()
  },
})
