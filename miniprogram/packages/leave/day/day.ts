// Decides how the leave of a day reads, class by class: who and when, never why (M17).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { LeaveDay } from '@class-pact/core/contract'
import { LEAVE_STATE_WORDS, formatSpan } from '../../../domains/leave/words'
import { definePage } from '../../../services/define-page'
import { formatClass, formatDay } from '../../../services/format'
import { isLeader } from '../../../services/session'

/** How far one can look, days back and ahead: a school year. */
const RANGE_DAYS = 365

interface ClassView {
  classId: string
  title: string
  rows: { key: string; no: string; name: string; sub: string }[]
}

function presentDay({ classes }: LeaveDay): { classes: ClassView[]; none: string } {
  const away = classes.filter((each) => each.away.length > 0)
  const quiet = classes.filter((each) => each.away.length === 0).map(({ className }) => formatClass(className))
  return {
    classes: away.map(({ classId, className, children, away: rows }) => ({
      classId,
      title: `${formatClass(className)}，${children}人，请假${rows.length}人`,
      rows: rows.map(({ no, name, state, span }, at) => ({
        ...{ key: `${no}-${at}`, no, name, sub: `${formatSpan(span)}，${LEAVE_STATE_WORDS[state]}` },
      })),
    })),
    none: quiet.length > 0 ? `没有人请假：${quiet.join('、')}` : '',
  }
}

const today = () => beijingDay(Date.now())

definePage({
  data: {
    day: '',
    dayText: '',
    first: '',
    last: '',
    classes: [] as ClassView[],
    none: '',
  },
  query: { schoolId: '' },
  day: '',
  reads: 'leave.day',
  actsAs({ role, office, schoolId }, query) {
    return schoolId === query.schoolId && (isLeader(role) || office === 'grade_leader' || office === 'weekly_duty')
  },
  ask({ schoolId }) {
    return { schoolId, day: this.day || today() }
  },
  present(answer) {
    const first = addDays(today(), -RANGE_DAYS)
    const last = addDays(today(), RANGE_DAYS)
    return { ...presentDay(answer), ...{ day: answer.day, dayText: formatDay(answer.day), first, last } }
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
