// Days and clocks in Beijing, and which days are school days.
export {
  addDays,
  beijingClock,
  beijingDay,
  instantOf,
  lastDayOfSchoolYear,
  latestDeadline,
  minutesOf,
  weekday,
} from './beijing'
export { misfitOfCalendar, nameTerm, orderCalendar, remarksOn } from './check-calendar'
export type { CalendarRemark } from './check-calendar'
export { gapBetween, gapOf } from './gap'
export { isLessonTime, lessonHours } from './lessons'
export { isOftenHoliday, liesIn, reachOf } from './reach'
export { countDays, dayKind, halvesOf, mayBeSchoolDay, nationalWord, nextSchoolDay } from './school-days'
export type { DayKind } from './school-days'
export { daysBetween, termAround, termOn, usualTerm } from './terms'
