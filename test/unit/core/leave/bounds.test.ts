// Decides that form and cloud draw the same line at midnight, at a month’s end and on 29 February (L03, L14).
import fc from 'fast-check'
import { addDays, beijingDay, gapBetween, lastDayOfSchoolYear } from '@class-pact/core/calendar'
import { LEAVE_KINDS, type LeaveSpan, type SchoolCalendar } from '@class-pact/core/contract'
import { fitLeave, leaveDays } from '@class-pact/core/leave'
import { parseInput } from '../../../actions'

const CALENDAR: SchoolCalendar = { rest: [], school: [] }
const beijing = (clock: string) => Date.parse(`${clock}+08:00`)
const span = (from: string, to = from): LeaveSpan => ({ from, fromHalf: 'am', to, toHalf: 'pm' })
const fit = (kind: (typeof LEAVE_KINDS)[number], whole: LeaveSpan, now: number, calendar = CALENDAR, lateDays = 3) =>
  fitLeave({ childId: 'c', kind, span: whole }, { calendar, lateDays }, now)
const codeOf = (result: ReturnType<typeof fit>) => (result.ok ? 'ok' : result.code)

test.each([
  ['23:59:59', '2026-12-01T23:59:59', 'ok', '2026-11-28'],
  ['00:00:00', '2026-12-02T00:00:00', 'LEAVE_LATE', '2026-11-29'],
])(
  'L14 at %s in Beijing the first day turns with the day, and a personal matter is for today at the earliest',
  (_, clock, code, first) => {
    const now = beijing(clock)
    expect(leaveDays('sick', 3, now).first).toBe(first)
    expect(codeOf(fit('personal', span('2026-12-01'), now))).toBe(code)
    expect(codeOf(fit('personal', span(beijingDay(now)), now))).toBe('ok')
  },
)

test.each([
  ['a month of 30 days', '2026-12-02T08:00', 3, '2026-11-29'],
  ['a year’s end', '2027-01-01T08:00', 3, '2026-12-29'],
  ['February of a leap year', '2028-03-02T08:00', 3, '2028-02-28'],
  ['February of a common year', '2027-03-02T08:00', 3, '2027-02-27'],
  ['29 February itself', '2028-03-01T08:00', 1, '2028-02-29'],
])('L14 the first day is counted over %s', (_, clock, late, first) => {
  expect(leaveDays('fever', late, beijing(clock)).first).toBe(first)
})

test('L03 29 February is a day like any other where there is one', () => {
  const now = beijing('2028-02-28T08:00')
  const result = fit('sick', span('2028-02-28', '2028-03-01'), now)
  expect(result).toMatchObject({ ok: true, plan: { days: 3, dates: ['2028-02-28', '2028-02-29', '2028-03-01'] } })
})

test('L03 L14 whatever the day and the kind, the first and the last day of the form pass the rule of the cloud, and the next ones do not', () => {
  fc.assert(
    fc.property(
      fc.nat(2_000),
      fc.nat(86_399),
      fc.constantFrom(...LEAVE_KINDS),
      fc.nat(10),
      (ahead, seconds, kind, lateDays) => {
        const now = beijing(`${addDays('2026-01-01', ahead)}T00:00:00`) + seconds * 1000
        const { first, last } = leaveDays(kind, lateDays, now)
        // Lessons on every day: then nothing but the bounds decides.
        const near = [first, addDays(first, -1), last, addDays(last, 1)]
        const calendar = { rest: [], school: near }
        const [atFirst, before, atLast, after] = near.map((day) =>
          codeOf(fit(kind, span(day), now, calendar, lateDays)),
        )
        expect([atFirst, before, atLast, after]).toEqual(['ok', 'LEAVE_LATE', 'ok', 'LEAVE_AHEAD'])
        for (const day of near) {
          const asked = { childId: 'c', kind, span: span(day), proof: [] }
          expect(parseInput('leave.submit', asked)).toMatchObject({ ok: true })
        }
      },
    ),
  )
})

test('T06 a year without a calendar is said, and counted from Monday to Friday', () => {
  const calendar: SchoolCalendar = { ...CALENDAR, terms: [{ from: '2026-08-31', to: '2027-01-22' }] }
  const now = beijing('2027-07-05T08:00')
  const whole = span('2027-09-06', '2027-09-12')
  expect(gapBetween(whole.from, whole.to, calendar)).toBeDefined()
  expect(gapBetween('2026-09-07', '2026-09-08', calendar)).toBeUndefined()
  expect(fit('sick', whole, now, calendar)).toMatchObject({ ok: true, plan: { days: 5 } })
  expect(lastDayOfSchoolYear(whole.to) >= whole.to).toBe(true)
})
