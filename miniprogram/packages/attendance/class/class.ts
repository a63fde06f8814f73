// Decides how a class's attendance is looked at: another month, the names of a day (X06).
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'
import { stepMonth } from '../../../domains/attendance/words'
import { presentClassMonth, type ClassMonthView } from './present'

definePage({
  data: { view: null as ClassMonthView | null, open: '' },
  query: { classId: '' },
  month: '',
  reads: 'attendance.class',
  actsAs({ role, classId }, query) {
    return isLeader(role) || ((role === 'head_teacher' || role === 'stand_in') && classId === query.classId)
  },
  ask({ classId }) {
    return { classId, ...(this.month && { month: this.month }) }
  },
  present(answer) {
    return { view: presentClassMonth(answer) }
  },
  onDay(event: TapEvent) {
    const day = event.currentTarget.dataset['day'] as string
    this.setData({ open: this.data.open === day ? '' : day })
  },
  onMonth(event: TapEvent) {
    const { answer } = this
    if (!answer) return
    this.month = stepMonth(answer.month, event.currentTarget.dataset['by'] === 'after' ? 1 : -1)
    this.setData({ open: '' })
    void this.load()
  },
})
