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
export { countDays, dayKind, halvesOf, mayBeSchoolDay, nextSchoolDay } from './school-days'
export type { DayKind } from './school-days'
