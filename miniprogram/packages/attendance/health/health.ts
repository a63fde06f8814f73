// Decides how the office looks at the health of a day: another day, and the names of a class (S2 第二条1).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'
import { presentHealth, type HealthView } from './present'

/** How far one can look back, days: a term. */
const RANGE_DAYS = 180

const today = () => beijingDay(Date.now())

definePage({
  data: { view: null as HealthView | null, day: '', first: '', last: '', open: '' },
  query: { schoolId: '' },
  day: '',
  reads: 'attendance.health',
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { schoolId, day: this.day || today() }
  },
  present(answer) {
    const [first, last] = [addDays(today(), -RANGE_DAYS), today()]
    return { view: presentHealth(answer), day: answer.day, first, last }
  },
  onClass(event: TapEvent) {
    const key = event.currentTarget.dataset['key'] as string
    this.setData({ open: this.data.open === key ? '' : key })
  },
  onDay() {
    this.openPanel('day')
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    this.day = event.detail.value.slice(0, 10)
    this.onClosePanel()
    void this.load()
  },
})
