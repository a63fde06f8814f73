// Decides whether days and clocks are Beijing's, whatever zone the machine is in.
import {
  addDays,
  beijingClock,
  beijingDay,
  instantOf,
  minutesOf,
  weekday,
  lastDayOfSchoolYear,
} from '@class-pact/core/calendar'

describe('days and clocks in Beijing', () => {
  it('T01 given 12:00 UTC, when asked for the clock, then it is 20:00 in Beijing', () => {
    expect(beijingClock(Date.UTC(2026, 8, 9, 12))).toBe('20:00')
    expect(beijingDay(Date.UTC(2026, 8, 9, 16))).toBe('2026-09-10')
  })
  it('T01 given a day and a clock, when made an instant, then it reads back the same', () => {
    expect(instantOf('2026-09-09', '07:00')).toBe(Date.UTC(2026, 8, 8, 23))
    expect(beijingClock(instantOf('2026-02-28', '23:59'))).toBe('23:59')
    expect(instantOf('2026-09-09', '24:00')).toBe(instantOf('2026-09-10', '00:00'))
  })
  it('T06 given the end of a month or year, when days are added, then the calendar is followed', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(weekday('2026-09-07')).toBe(1)
    expect(weekday('2026-09-06')).toBe(7)
    expect(minutesOf('13:30')).toBe(810)
  })
})

test('M12 given a day, then its school year ends on the next 31 August', () => {
  expect(['2026-08-31', '2026-09-01', '2027-02-01'].map(lastDayOfSchoolYear)).toEqual([
    '2026-08-31',
    '2027-08-31',
    '2027-08-31',
  ])
})
