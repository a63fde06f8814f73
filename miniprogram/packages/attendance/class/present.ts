// Decides how a class's month reads: the sums, every day, and how many children it keeps (X06, Q16).
import type { AttendanceClass, ClassRetention } from '@class-pact/core/contract'
import { presentNamed, sayHalf, sayMonth, sayRate, type NamedView } from '../../../domains/attendance/words'
import { formatClass, formatDate, formatDay } from '../../../services/format'

export interface ClassMonthView {
  title: string
  month: string
  /** One cannot look ahead. */
  isLast: boolean
  numbers: { key: string; count: string; word: string }[]
  days: { day: string; dayText: string; morning: string; afternoon: string; named: NamedView[] }[]
  /** 95.0%，起始40人，现在38人 */
  retention: string
  retentionSub: string[]
}

/** What counts, and what does not, as the school's rule says it (S0-4 三(四)). */
function sayRetention({ since, left, dropouts, transferred, suspended, points }: ClassRetention): string[] {
  const counted = [left > 0 && `离校${left}人`, dropouts > 0 && `无故未到${dropouts}人`].filter(Boolean).join('，')
  const apart = [transferred > 0 && `转学${transferred}人`, suspended > 0 && `休学${suspended}人`].filter(Boolean)
  return [
    `${formatDate(since)}起${counted ? `，${counted}` : '，没有人离校'}`,
    ...(apart.length > 0 ? [`${apart.join('，')}，不计`] : []),
    ...(points === undefined ? [] : [`照校规可得${points}分，满分10分；低于95%为0分`]),
  ]
}

export function presentClassMonth(answer: AttendanceClass): ClassMonthView {
  const { className, month, today, days, sums, retention } = answer
  const here = sums.present + sums.late + sums.early
  return {
    title: formatClass(className),
    month: `${month.slice(0, 4)}年${sayMonth(month)}`,
    isLast: month >= today.slice(0, 7),
    numbers: [
      { key: 'rate', count: sums.total > 0 ? sayRate(here / sums.total) : '无', word: '出勤率' },
      { key: 'leave', count: String(sums.leave), word: '请假人次' },
      { key: 'absent', count: String(sums.absent), word: '未到人次' },
    ],
    days: days.map((day) => ({
      ...{ day: day.day, dayText: formatDay(day.day) },
      ...{ morning: sayHalf(day, 'am'), afternoon: sayHalf(day, 'pm'), named: presentNamed(day.named) },
    })),
    retention:
      retention.rate === undefined
        ? '还没有孩子'
        : `${sayRate(retention.rate)}，起始${retention.start}人，现在${retention.end}人`,
    retentionSub: sayRetention(retention),
  }
}
