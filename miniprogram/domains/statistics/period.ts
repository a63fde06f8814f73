// Decides how days of figures are named, how one turns to those before, and how they are held against their past.
import { beijingDay } from '@class-pact/core/calendar'
import type { Day, Instant, Period, Range } from '@class-pact/core/contract'
import { formatDate, formatLongDate } from '../../services/format'

export const RANGES: { value: Range; label: string }[] = [
  { value: 'week', label: '本周' },
  { value: 'month', label: '本月' },
  { value: 'term', label: '本学期' },
  { value: 'year', label: '本学年' },
]
/** Of a range that has gone by, whose name is not 本周. */
const PAST_RANGES: typeof RANGES = [
  { value: 'week', label: '周' },
  { value: 'month', label: '月' },
  { value: 'term', label: '学期' },
  { value: 'year', label: '学年' },
]
const BEFORE_WORDS: Record<Range, string> = { week: '上周', month: '上月', term: '上学期', year: '上学年' }
const EARLIER_WORDS: Record<Range, string> = { week: '前一周', month: '前一月', term: '前一学期', year: '前一学年' }
const LATER_WORDS: Record<Range, string> = { week: '后一周', month: '后一月', term: '后一学期', year: '后一学年' }

export interface PeriodView {
  ranges: typeof RANGES
  range: Range
  /** 8月31日到今天 */
  text: string
  /** Days to look at; empty: there is none. */
  earlier: Day
  later: Day
  earlierWord: string
  laterWord: string
}

/** A year is said where it is not this one. */
function sayDay(day: Day, today: Day): string {
  if (day === today) return '今天'
  return day.slice(0, 4) === today.slice(0, 4) ? formatDate(day) : formatLongDate(day)
}

export function presentPeriod(period: Period, now: Instant): PeriodView {
  const { range, from, to, earlier = '', later = '' } = period
  const today = beijingDay(now)
  const last = sayDay(to, today)
  return {
    ...{ range, earlier, later },
    ranges: later ? PAST_RANGES : RANGES,
    text: from === to ? last : `${sayDay(from, today)}到${last}`,
    earlierWord: EARLIER_WORDS[range],
    laterWord: LATER_WORDS[range],
  }
}

/** Whole percent, rounded down: nobody is told that it is more than it is. */
const floorPercent = (rate: number): number => Math.floor(rate * 100 + 1e-9)

/** 98%; 无 where nothing could be counted. */
export const sayPercent = (rate: number | undefined): string => (rate === undefined ? '无' : `${floorPercent(rate)}%`)

/** 比上周同期多2%: one's own past alone; empty where there is none. A period that is over is held against a whole one. */
export function sayPast(rate: number | undefined, past: number | undefined, { range, later }: Period): string {
  if (rate === undefined || past === undefined) return ''
  const before = later === undefined ? `${BEFORE_WORDS[range]}同期` : EARLIER_WORDS[range]
  const more = floorPercent(rate) - floorPercent(past)
  if (more === 0) return `和${before}一样`
  return `比${before}${more > 0 ? '多' : '少'}${Math.abs(more)}%`
}
