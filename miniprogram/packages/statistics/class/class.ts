// Decides what one class's page of figures shows and where it leads: to each notice's slip board, and to the members.
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity } from '../../../services/session'
import { presentClass } from './present'
import type { ClassView } from './present'

type Range = 'week' | 'month' | 'term'
const RANGES: { value: Range; label: string }[] = [
  { value: 'week', label: '本周' },
  { value: 'month', label: '本月' },
  { value: 'term', label: '本学期' },
]
const READERS = ['head_teacher', 'office', 'principal']

definePage({
  data: { ranges: RANGES, range: 'week' as Range, view: null as ClassView | null, seesAttendance: false },
  query: { classId: '', range: 'week' as Range },
  reads: 'statistics.class',
  list: 'notices',
  onLoad() {
    this.setData({ range: this.query.range })
    void this.load()
  },
  actsAs({ role, classId }, query) {
    return READERS.includes(role) && (!classId || classId === query.classId)
  },
  ask({ classId }) {
    return { classId, range: this.data.range }
  },
  present(statistics) {
    return { view: presentClass(statistics), seesAttendance: READERS.includes(currentIdentity()?.role ?? '') }
  },
  onRange(event: ToldEvent<{ value: Range }>) {
    this.setData({ range: event.detail.value })
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
