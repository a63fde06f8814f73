// Decides for which moment a roll may be taken, to the minute.
import { checkTime, fitRoll, halfAt, momentOf } from '@class-pact/core/roll'
import type { Half, SchoolCalendar } from '@class-pact/core/contract'

const NO_CALENDAR: SchoolCalendar = { rest: [], school: [] }
const beijing = (clock: string) => Date.parse(`${clock}+08:00`)
const fit = (day: string, half: Half, takenAt: string, now = takenAt, calendar = NO_CALENDAR) => {
  const roll = { day, half, takenAt: beijing(takenAt) }
  const fits = fitRoll(roll, calendar, beijing(now))
  return fits.ok ? 'ok' : fits.code
}

test('L04 the half of the day changes at noon, to the millisecond', () => {
  expect(halfAt(beijing('2026-09-01T12:00:00') - 1)).toBe('am')
  expect(halfAt(beijing('2026-09-01T12:00:00'))).toBe('pm')
  expect(halfAt(beijing('2026-09-01T00:00:00'))).toBe('am')
})

test('L04 the check is due when lessons begin: as the school says, or at 8:00 and 14:00', () => {
  expect([checkTime('am', NO_CALENDAR), checkTime('pm', NO_CALENDAR)]).toEqual(['08:00', '14:00'])
  const hours = { morning: { from: '08:20', to: '11:30' }, afternoon: { from: '13:40', to: '16:00' } }
  expect([checkTime('am', { hours }), checkTime('pm', { hours })]).toEqual(['08:20', '13:40'])
})

test.each([
  ['this morning', '2026-09-01', 'am', '2026-09-01T07:50:00', undefined, 'ok'],
  ['this morning, corrected in the afternoon', '2026-09-01', 'am', '2026-09-01T15:00:00', undefined, 'ok'],
  ['just after midnight', '2026-09-01', 'am', '2026-09-01T00:00:00', undefined, 'ok'],
  ['this afternoon, at noon', '2026-09-01', 'pm', '2026-09-01T12:00:00', undefined, 'ok'],
  ['this afternoon, before noon', '2026-09-01', 'pm', '2026-09-01T11:59:59', undefined, 'ROLL_DAY'],
  ['yesterday, taken today', '2026-08-31', 'am', '2026-09-01T07:50:00', undefined, 'ROLL_DAY'],
  ['tomorrow', '2026-09-02', 'am', '2026-09-01T23:59:59', undefined, 'ROLL_DAY'],
  ['tomorrow, by a clock that is fast', '2026-09-02', 'am', '2026-09-02T08:00:00', '2026-09-01T08:00:00', 'ROLL_DAY'],
  ['yesterday, kept without a network', '2026-08-31', 'am', '2026-08-31T08:00:00', '2026-09-01T09:00:00', 'ok'],
  ['a week ago, kept', '2026-09-01', 'am', '2026-09-01T08:00:00', '2026-09-08T23:59:59', 'ok'],
  ['longer ago, kept', '2026-09-01', 'am', '2026-09-01T08:00:00', '2026-09-09T00:00:00', 'ROLL_DAY'],
  ['a Saturday', '2026-09-05', 'am', '2026-09-05T08:00:00', undefined, 'ROLL_REST'],
  ['the National Day', '2026-10-01', 'am', '2026-10-01T08:00:00', undefined, 'ROLL_REST'],
  ['a Saturday that is made up', '2026-10-10', 'am', '2026-10-10T08:00:00', undefined, 'ok'],
  ['a Monday of a year without a calendar', '2031-03-03', 'am', '2031-03-03T08:00:00', undefined, 'ok'],
  ['a Sunday of a year without a calendar', '2031-03-02', 'am', '2031-03-02T08:00:00', undefined, 'ROLL_REST'],
] as const)('L04 a roll of %s: %s %s taken at %s', (_, day, half, takenAt, now, result) => {
  expect(fit(day, half, takenAt, now)).toBe(result)
})

test('L04 a rest day of the school’s own, and a Saturday on which it teaches', () => {
  const own = { rest: ['2026-09-01'], school: ['2026-09-05'] }
  expect(fit('2026-09-01', 'am', '2026-09-01T08:00:00', undefined, own)).toBe('ROLL_REST')
  expect(fit('2026-09-05', 'am', '2026-09-05T08:00:00', undefined, own)).toBe('ok')
})

test('L05 a phone’s moment lies within the day, and never after now', () => {
  const [day, now] = ['2026-09-01', beijing('2026-09-01T08:10:00')]
  expect(momentOf(beijing('2026-09-01T08:00:00'), day, now)).toBe(beijing('2026-09-01T08:00:00'))
  expect(momentOf(beijing('2026-09-01T09:00:00'), day, now)).toBe(now)
  expect(momentOf(beijing('2026-08-31T09:00:00'), day, now)).toBe(beijing('2026-09-01T00:00:00'))
})
