// Decides which half days a leave takes, and which step follows which.
import fc from 'fast-check'
import {
  cutAtReturn,
  cutBefore,
  freeSlots,
  hasBegun,
  planLeave,
  reaches,
  takeStep,
  type LeaveStanding,
  type Step,
} from '@class-pact/core/leave'
import { addDays, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { LeaveSpan, LeaveState, SchoolCalendar } from '@class-pact/core/contract'

const CALENDAR = { rest: [], school: [] }
const beijing = (clock: string) => Date.parse(`${clock}+08:00`)
const span = (from: string, fromHalf: 'am' | 'pm', to: string, toHalf: 'am' | 'pm'): LeaveSpan => ({
  ...{ from, fromHalf, to, toHalf },
})

describe('given a span', () => {
  test('L03 from Friday noon to Monday noon is one day: the weekend does not count', () => {
    expect(planLeave('c', span('2026-09-04', 'pm', '2026-09-07', 'am'), CALENDAR)).toEqual({
      ok: true,
      plan: {
        ...{ slots: ['c:2026-09-04:pm', 'c:2026-09-07:am'], dates: ['2026-09-04', '2026-09-07'], days: 1 },
        back: { day: '2026-09-07', half: 'pm' },
      },
    })
  })

  test.each([
    ['an end before the start', span('2026-09-04', 'am', '2026-09-03', 'pm'), 'INPUT_INVALID'],
    ['an afternoon that ends at noon', span('2026-09-04', 'pm', '2026-09-04', 'am'), 'INPUT_INVALID'],
    ['longer than a term', span('2026-09-01', 'am', '2027-09-01', 'pm'), 'INPUT_INVALID'],
    ['a weekend', span('2026-09-05', 'am', '2026-09-06', 'pm'), 'LEAVE_EMPTY'],
    ['the National Day holidays', span('2026-10-01', 'am', '2026-10-03', 'pm'), 'LEAVE_EMPTY'],
  ])('L03 %s is no leave', (_, wrong, code) => {
    expect(planLeave('c', wrong, CALENDAR)).toEqual({ ok: false, code })
  })

  test('L03 X06 days are half the slots, slots lie on school days and are never taken twice', () => {
    const spans = fc
      .record({ start: fc.nat(300), length: fc.nat(60), halves: fc.tuple(fc.boolean(), fc.boolean()) })
      .map(({ start, length, halves: [noonFrom, noonTo] }) => {
        const from = addDays('2026-03-01', start)
        return span(from, noonFrom ? 'pm' : 'am', addDays(from, length), noonTo ? 'am' : 'pm')
      })
    fc.assert(
      fc.property(spans, (any) => {
        const planned = planLeave('c', any, CALENDAR)
        if (!planned.ok) return
        const { slots, dates, days } = planned.plan
        expect(days * 2).toBe(slots.length)
        expect(new Set(slots).size).toBe(slots.length)
        expect(dates.every((day) => mayBeSchoolDay(day, CALENDAR))).toBe(true)
        expect([...slots].sort()).toEqual(slots)
      }),
    )
  })
})

test('L03 back early, the half days to come are free again, the present one is not', () => {
  const planned = planLeave('c', span('2026-09-07', 'am', '2026-09-09', 'pm'), CALENDAR)
  if (!planned.ok) throw new Error(planned.code)
  expect(cutAtReturn(planned.plan, 'l', beijing('2026-09-08T09:00:00'))).toEqual({
    slots: ['c:2026-09-07:am', 'c:2026-09-07:pm', 'c:2026-09-08:am'],
    dates: ['2026-09-07', '2026-09-08'],
  })
  expect(cutAtReturn(planned.plan, 'l', beijing('2026-09-06T09:00:00')).slots).toEqual(freeSlots('l'))
})

test('L08 the child is expected in the first half school day afterwards, whatever lies between', () => {
  const backOf = (any: LeaveSpan, calendar: SchoolCalendar = CALENDAR) => {
    const planned = planLeave('c', any, calendar)
    return planned.ok ? planned.plan.back : planned.code
  }
  expect(backOf(span('2026-09-02', 'am', '2026-09-02', 'am'))).toEqual({ day: '2026-09-02', half: 'pm' })
  expect(backOf(span('2026-09-02', 'pm', '2026-09-02', 'pm'))).toEqual({ day: '2026-09-03', half: 'am' })
  expect(backOf(span('2026-09-04', 'am', '2026-09-04', 'pm'))).toEqual({ day: '2026-09-07', half: 'am' })
  // A Saturday noon is no half school day that one could be back in.
  expect(backOf(span('2026-09-04', 'am', '2026-09-05', 'am'))).toEqual({ day: '2026-09-07', half: 'am' })
  expect(backOf(span('2026-09-30', 'am', '2026-09-30', 'pm'))).toEqual({ day: '2026-10-08', half: 'am' })
  const ending = {
    ...CALENDAR,
    terms: [
      { from: '2026-09-01', to: '2027-01-15' },
      { from: '2027-03-01', to: '2027-07-09' },
    ],
  }
  expect(backOf(span('2027-01-15', 'am', '2027-01-15', 'pm'), ending)).toEqual({ day: '2027-03-01', half: 'am' })
  const closed: SchoolCalendar = {
    ...CALENDAR,
    closures: [{ from: '2026-09-03', to: '2027-08-31', cause: 'suspended' }],
  }
  expect(backOf(span('2026-09-02', 'am', '2026-09-02', 'pm'), closed)).toBeUndefined()
})

test('L03 seen at school, the half day of the roll and what comes after it is no leave any more', () => {
  const planned = planLeave('c', span('2026-09-04', 'pm', '2026-09-08', 'pm'), CALENDAR)
  if (!planned.ok) throw new Error(planned.code)
  expect(cutBefore(planned.plan, 'l', { day: '2026-09-07', half: 'pm' })).toEqual({
    slots: ['c:2026-09-04:pm', 'c:2026-09-07:am'],
    dates: ['2026-09-04', '2026-09-07'],
  })
  expect(cutBefore(planned.plan, 'l', { day: '2026-09-04', half: 'pm' })).toEqual({ slots: freeSlots('l'), dates: [] })
  expect(cutBefore(planned.plan, 'l', { day: '2026-09-09', half: 'am' })).toEqual({
    slots: planned.plan.slots,
    dates: planned.plan.dates,
  })
  expect(reaches(planned.plan, { day: '2026-09-04', half: 'am' })).toBe(false)
  expect(reaches(planned.plan, { day: '2026-09-04', half: 'pm' })).toBe(true)
  expect(reaches({ slots: freeSlots('l') }, { day: '2026-09-04', half: 'pm' })).toBe(false)
})

test('a leave for the afternoon begins at noon', () => {
  const afternoon = span('2026-09-01', 'pm', '2026-09-01', 'pm')
  expect(hasBegun(afternoon, beijing('2026-09-01T11:59:59'))).toBe(false)
  expect(hasBegun(afternoon, beijing('2026-09-01T12:00:00'))).toBe(true)
})

describe('given a leave', () => {
  const NOW = beijing('2026-09-01T10:00:00')
  const leave = (state: LeaveState, changes: Partial<LeaveStanding> = {}): LeaveStanding => ({
    ...{ state, applicant: { openid: 'mother' }, span: span('2026-09-02', 'am', '2026-09-03', 'pm') },
    ...changes,
  })
  const decided = { decidedAt: NOW, decidedBy: { openid: 'teacher' } }

  test('L03 the applicant neither approves nor rejects', () => {
    for (const step of ['approve', 'reject'] as const) {
      expect(takeStep(leave('pending'), step, 'mother', NOW)).toEqual({ ok: false, code: 'APPLICANT_CANNOT_APPROVE' })
    }
  })

  test('L03 only these steps exist, from these states', () => {
    const allowed: [LeaveState, Step][] = []
    for (const state of ['pending', 'approved', 'rejected', 'withdrawn', 'returned'] as const) {
      for (const step of ['approve', 'reject', 'undo', 'withdraw', 'return'] as const) {
        // It has begun and was decided by somebody else long ago.
        const result = takeStep(
          leave(state, { span: span('2026-08-31', 'am', '2026-09-03', 'pm') }),
          step,
          'teacher',
          NOW,
        )
        if (result.ok && !('already' in result)) allowed.push([state, step])
      }
    }
    expect(allowed).toEqual([
      ['pending', 'approve'],
      ['pending', 'reject'],
      ['pending', 'withdraw'],
      ['approved', 'return'],
    ])
  })

  test('L03 a decision can be taken back for ten seconds, by who made it', () => {
    expect(takeStep(leave('approved', decided), 'undo', 'teacher', NOW + 9_999)).toEqual({ ok: true, state: 'pending' })
    expect(takeStep(leave('approved', decided), 'undo', 'teacher', NOW + 10_000).ok).toBe(false)
    expect(takeStep(leave('rejected', decided), 'undo', 'other', NOW).ok).toBe(false)
  })

  test('G18 a step that was taken before is told as done', () => {
    expect(takeStep(leave('approved', decided), 'approve', 'teacher', NOW)).toMatchObject({ ok: true, already: true })
    expect(takeStep(leave('approved', decided), 'approve', 'other', NOW).ok).toBe(false)
    expect(takeStep(leave('withdrawn'), 'withdraw', 'father', NOW)).toMatchObject({ ok: true, already: true })
  })

  test('L03 before it begins it is withdrawn, afterwards returned', () => {
    const begins = beijing('2026-09-02T00:00:00')
    expect(takeStep(leave('approved', decided), 'withdraw', 'mother', begins - 1).ok).toBe(true)
    expect(takeStep(leave('approved', decided), 'withdraw', 'mother', begins).ok).toBe(false)
    expect(takeStep(leave('approved', decided), 'return', 'mother', begins - 1).ok).toBe(false)
    expect(takeStep(leave('approved', decided), 'return', 'mother', begins).ok).toBe(true)
  })
})
