// Decides how a day's sums read: the school first, then class by class; names only on a tap (X06, L10).
import type { AttendanceDay, Half } from '@class-pact/core/contract'
import { NOT_TAKEN, presentNamed, sayDetail, sayHalf, saySums, type NamedView } from '../../../domains/attendance/words'
import { CHECK_WORDS } from '../../../domains/roll/words'
import { sayGap } from '../../../services/calendar-gap'
import { formatClass, formatDay } from '../../../services/format'

export interface DayView {
  dayText: string
  /** There is no school, or nobody knows for sure. */
  note: string
  school: { key: Half; title: string; sums: string; detail: string }[]
  classes: { classId: string; name: string; morning: string; afternoon: string; named: NamedView[]; label: string }[]
}

export function presentDay(answer: AttendanceDay): DayView {
  const { day, classes, school, rest, gap } = answer
  return {
    dayText: formatDay(day),
    note: rest ? '今天不上课' : sayGap(gap),
    school: (['am', 'pm'] as const).map((key) => {
      const { taken, counts } = school[key]
      const left = classes.length - taken
      const who = [taken > 0 && `${taken}个班已点名`, left > 0 && `${left}个班${NOT_TAKEN}`].filter(Boolean).join('，')
      return {
        ...{ key, title: `${CHECK_WORDS[key]}，${who}` },
        ...{ sums: taken > 0 ? saySums(counts) : NOT_TAKEN, detail: taken > 0 ? sayDetail(counts) : '' },
      }
    }),
    classes: classes.map((each) => {
      const { classId, className, named } = each
      const name = formatClass(className)
      const [morning, afternoon] = [sayHalf(each, 'am'), sayHalf(each, 'pm')]
      return { ...{ classId, name, morning, afternoon }, named: presentNamed(named), label: `${name}，${morning}` }
    }),
  }
}
