// Decides how the attendance of a day is looked at: another day, a class's names, a class's month (X06, L10).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { presentDay, type DayView } from './present'

/** How far one can look back, days: a school year. */
const RANGE_DAYS = 365

const today = () => beijingDay(Date.now())

definePage({
  data: {
    view: null as DayView | null,
    day: '',
    first: '',
    last: '',
    leads: false,
    /** The class whose names are shown. */
    open: '',
  },
  query: { schoolId: '', day: '' },
  day: '',
  reads: 'attendance.day',
  actsAs({ role, office, schoolId }, query) {
    return schoolId === query.schoolId && (isLeader(role) || office === 'grade_leader' || office === 'weekly_duty')
  },
  ask({ schoolId, day }) {
    return { schoolId, day: this.day || day || today() }
  },
  present(answer) {
    const [first, last] = [addDays(today(), -RANGE_DAYS), today()]
    return { view: presentDay(answer), day: answer.day, first, last, leads: isLeader(currentIdentity()?.role) }
  },
  onClass(event: TapEvent) {
    const classId = event.currentTarget.dataset['id'] as string
    this.setData({ open: this.data.open === classId ? '' : classId })
  },
  onMonth(event: TapEvent) {
    openPage(ROUTES.attendanceClass({ classId: event.currentTarget.dataset['id'] as string }))
  },
  onRecord() {
    const { answer } = this
    if (answer) openPage(ROUTES.contactRecord({ schoolId: answer.schoolId, day: answer.day }))
  },
  onDay() {
    this.openPanel('day')
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    this.day = event.detail.value.slice(0, 10)
    this.setData({ open: '' })
    this.onClosePanel()
    void this.load()
  },
})
