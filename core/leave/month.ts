// Decides who of a class is away on which day of a month, half day by half day.
import { addDays, gapOf, mayBeSchoolDay } from '../calendar'
import type { Half, LeaveKind, LeaveState, SchoolCalendar } from '../wire'
import type { LeaveMonth } from './contract'
import { halfOf } from './span'

/** What is read of a leave for it. */
export interface MonthLeave {
  no: string
  childName: string
  kind: LeaveKind
  state: LeaveState
  slots: string[]
}

/** Every day of the month, in order; a child with two leaves of one day stands twice. */
export function layMonth(month: string, leaves: readonly MonthLeave[], calendar: SchoolCalendar): LeaveMonth['days'] {
  const days: LeaveMonth['days'] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
    const gap = gapOf(day, calendar)
    const away = leaves.flatMap(({ no, childName: name, kind, state, slots }) => {
      const halves = slots.flatMap(halfOf).flatMap((slot): Half[] => (slot.day === day ? [slot.half] : []))
      return halves.length > 0 ? [{ no, name, halves, state, kind }] : []
    })
    away.sort((a, b) => a.no.localeCompare(b.no, 'en', { numeric: true }))
    days.push({ day, rest: !mayBeSchoolDay(day, calendar), ...(gap && { gap }), away })
  }
  return days
}
