// Decides how a month of leave reads: a number under every school day, and who is away on one (screens.md 3.11).
import type { Day, LeaveMonth } from '@class-pact/core/contract'
import { LEAVE_KIND_WORDS, LEAVE_STATE_WORDS } from '../../../domains/leave/words'
import { sayGap } from '../../../services/calendar-gap'
import { formatClass, formatDay } from '../../../services/format'
import { layOutMonth, type MonthView } from '../../../services/month'

interface CalendarDay {
  day: Day
  number: number
  /** Under the number: 2人, 休 */
  word: string
  look: string
  label: string
}

export interface CalendarView {
  month: MonthView<CalendarDay>
  place: string
  dayText: string
  /** How many are away, or that there are no lessons. */
  said: string
  /** The calendar does not reach that far (T06). */
  gap: string
  away: { key: string; no: string; name: string; sub: string }[]
}

/** @param day the one that is looked at */
export function presentMonth({ className, month, today, days }: LeaveMonth, day: Day): CalendarView {
  const chosen = days.find((each) => each.day === day)
  const gap = days.find((each) => each.gap && !each.rest)
  return {
    month: layOutMonth(month, (each) =>
      presentDay(
        days.find((found) => found.day === each),
        each,
        { day, today },
      ),
    ),
    place: formatClass(className),
    dayText: formatDay(day),
    said: chosen ? sayDay(chosen) : '',
    gap: gap ? sayGap(gap.gap, gap.day) : '',
    away: (chosen?.away ?? []).map(({ no, name, halves, state, kind }, at) => ({
      ...{ key: `${no}-${at}`, no, name },
      sub: [kind && LEAVE_KIND_WORDS[kind], sayHalves(halves), LEAVE_STATE_WORDS[state]].filter(Boolean).join('，'),
    })),
  }
}

function presentDay(
  found: LeaveMonth['days'][number] | undefined,
  day: Day,
  at: { day: Day; today: Day },
): CalendarDay {
  const looks = [found?.rest ? 'rest' : '', day === at.today ? 'today' : '', day === at.day ? 'from to' : '']
  const count = countOf(found)
  return {
    ...{ day, number: Number(day.slice(8)) },
    word: found?.rest ? '休' : count > 0 ? `${count}人` : '',
    look: looks.filter(Boolean).join(' '),
    label: [formatDay(day), day === at.today ? '今天' : '', found ? sayDay(found) : ''].filter(Boolean).join('，'),
  }
}

/** Children, not papers: a morning and an afternoon of one child are one. */
const countOf = (found: LeaveMonth['days'][number] | undefined) => new Set(found?.away.map(({ no }) => no)).size

function sayDay(found: LeaveMonth['days'][number]): string {
  if (found.rest) return '不上学'
  const count = countOf(found)
  return count > 0 ? `请假${count}人` : '没有人请假'
}

function sayHalves(halves: LeaveMonth['days'][number]['away'][number]['halves']): string {
  if (halves.length > 1) return '全天'
  return halves[0] === 'am' ? '上午' : '下午'
}
