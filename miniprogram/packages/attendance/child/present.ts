// Decides how a child's month reads: 9月：到20天，病假1天，事假0天，迟到0次，早退0次，未到0次, then days (L11).
import type { AttendanceChild, ChildDay, Half } from '@class-pact/core/contract'
import { HALF_STATE_WORDS, HALF_WORDS, HALVES, NOT_TAKEN, sayDays, sayMonth } from '../../../domains/attendance/words'
import { sayGap } from '../../../services/calendar-gap'
import { formatClass, formatDay } from '../../../services/format'

export interface ChildMonthView {
  title: string
  month: string
  isLast: boolean
  sums: string
  /** Some days nobody took the roll: they are counted nowhere. */
  note: string
  days: { day: string; text: string; value: string; label: string }[]
}

const sayHalf = (day: ChildDay, half: Half): string => {
  const state = day[half]
  return state ? HALF_STATE_WORDS[state] : day.notTaken.includes(half) ? NOT_TAKEN : ''
}

/** 到; or 上午迟到，下午未点名 */
function sayDay(day: ChildDay): string {
  const [morning, afternoon] = [sayHalf(day, 'am'), sayHalf(day, 'pm')]
  if (morning === afternoon) return morning
  return HALVES.flatMap((half) => {
    const word = sayHalf(day, half)
    return word ? [`${HALF_WORDS[half]}${word}`] : []
  }).join('，')
}

export function presentChildMonth(answer: AttendanceChild): ChildMonthView {
  const { childName, className, month, today, sums, days, gap } = answer
  const { present, sick, personal, late, early, absent, notTaken } = sums
  const counted = [`到${sayDays(present)}`, `病假${sayDays(sick)}`, `事假${sayDays(personal)}`]
  const times = [`迟到${late}次`, `早退${early}次`, `未到${absent}次`]
  return {
    title: `${childName}，${formatClass(className)}`,
    month: `${month.slice(0, 4)}年${sayMonth(month)}`,
    isLast: month >= today.slice(0, 7),
    sums: `${sayMonth(month)}：${[...counted, ...times].join('，')}`,
    note: [notTaken > 0 && `另有${sayDays(notTaken)}${NOT_TAKEN}，不计在内`, sayGap(gap)].filter(Boolean).join('。'),
    days: days.map((day) => {
      const [text, value] = [formatDay(day.day), sayDay(day)]
      return { day: day.day, text, value, label: `${text}，${value}` }
    }),
  }
}
