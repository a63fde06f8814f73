// Decides how a child's attendance is looked at, month by month: by family, head teacher, leaders (L11).
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'
import { stepMonth } from '../../../domains/attendance/words'
import { presentChildMonth, type ChildMonthView } from './present'

definePage({
  data: { view: null as ChildMonthView | null },
  query: { childId: '', classId: '' },
  month: '',
  reads: 'attendance.child',
  isForFamily: true,
  actsAs({ role, classId, childId }, query) {
    if (role === 'guardian') return childId === query.childId
    if (role === 'head_teacher' || role === 'stand_in') return classId === query.classId
    return isLeader(role)
  },
  ask({ childId }) {
    return { childId, ...(this.month && { month: this.month }) }
  },
  present(answer) {
    return { view: presentChildMonth(answer) }
  },
  onMonth(event: TapEvent) {
    const { answer } = this
    if (!answer) return
    this.month = stepMonth(answer.month, event.currentTarget.dataset['by'] === 'after' ? 1 : -1)
    void this.load()
  },
})
