// Decides how a school's calendar speaks: terms, holidays, swapped days, and what stands against the national calendar.
import { nameTerm, type CalendarRemark } from '@class-pact/core/calendar'
import { CLOSURE_CAUSES, type ClosureCause, type DaySpan } from '@class-pact/core/contract'
import { formatDate, formatLongDate } from '../../../services/format'

/** `short` stands under a number. */
export const CLOSURE_WORDS: Record<ClosureCause, { short: string; long: string }> = {
  winter: { short: '寒', long: '寒假' },
  summer: { short: '暑', long: '暑假' },
  sports: { short: '运', long: '运动会' },
  exam: { short: '考', long: '考试' },
  suspended: { short: '停', long: '停课' },
  holiday: { short: '放', long: '放假' },
}

export const CAUSE_OPTIONS = CLOSURE_CAUSES.map((value) => ({ value, label: CLOSURE_WORDS[value].long }))

/** 2026—2027学年第一学期 */
export function sayTerm(term: DaySpan): string {
  const { year, half } = nameTerm(term)
  return `${year}—${year + 1}学年第${half === 1 ? '一' : '二'}学期`
}

/** 2026年9月1日至2027年1月22日; 11月5日至11月6日 where both lie in one year. */
export function saySpan({ from, to }: DaySpan): string {
  if (from === to) return formatLongDate(from)
  return `${formatLongDate(from)}至${from.slice(0, 4) === to.slice(0, 4) ? formatDate(to) : formatLongDate(to)}`
}

export function sayRemark(remark: CalendarRemark): string {
  switch (remark.code) {
    case 'holiday_as_school':
      return `${formatLongDate(remark.day)}是法定节假日，校历写了上课`
    case 'made_up_as_rest':
      return `${formatLongDate(remark.day)}是国家调休上班日，校历写了放假`
    case 'school_outside_terms':
      return `${formatLongDate(remark.day)}不在任何学期里，校历写了补课`
    case 'term_length':
      return `${sayTerm(remark.term)}有${remark.days}天，请核对起止日期`
  }
}
