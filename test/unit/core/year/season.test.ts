// Proves which school year is meant at a time, and when leaders are reminded of it.
import { isYearDue, isYearSeason, yearToCome } from '@class-pact/core/year'

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)

test.each([
  ['2027-05-31', 2026, false, false],
  ['2027-06-01', 2027, true, false],
  ['2027-08-01', 2027, true, true],
  ['2027-09-30', 2027, true, false],
  ['2027-10-01', 2027, false, false],
  ['2028-02-01', 2027, false, false],
])('L13 given %s, the new year is %i, in season: %s, reminded: %s', (day, year, inSeason, due) => {
  expect([yearToCome(at(day)), isYearSeason(at(day)), isYearDue(at(day))]).toEqual([year, inSeason, due])
})
