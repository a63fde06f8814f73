// Decides that the days written down in core are those of the library that knows the State Council's calendar.
import { getDayDetail } from 'chinese-days'
import { LISTED_DAYS } from '../../../../core/calendar/listed-days'
import { addDays, dayKind, weekday } from '../../../../core/calendar'

/** Rests by law, new since 2025, in all years alike; in some years before it did not. */
const NEW_HOLIDAY = '05-02'
const NOTHING = { rest: [], school: [] }
const daysOf = (year: string) => {
  const days: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) days.push(day)
  return days
}

/** What the library calls a listed day is a name with commas; the others have the name of their weekday. */
function kindInLibrary(day: string): 'school' | 'rest' {
  const { name, work } = getDayDetail(day)
  if (name.includes(',')) return work ? 'school' : 'rest'
  return weekday(day) <= 5 ? 'school' : 'rest'
}

test('given the library as it is installed, then every day of every year written down is what it says', () => {
  const days = Object.keys(LISTED_DAYS).flatMap(daysOf)
  expect(days.length).toBeGreaterThan(22 * 365)
  expect(days.filter((day) => !day.endsWith(NEW_HOLIDAY) && dayKind(day, NOTHING) !== kindInLibrary(day))).toEqual([])
})

test('given the library as it is installed, then it knows no year that is not written down', () => {
  const known = Array.from({ length: 60 }, (_, at) => `${2000 + at}`).filter((year) =>
    getDayDetail(`${year}-10-01`).name.includes(','),
  )
  expect(Object.keys(LISTED_DAYS)).toEqual(known)
})
