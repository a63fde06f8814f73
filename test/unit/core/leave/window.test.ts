// Decides for which days leave can be asked: late only by the pact's days, never beyond the school year.
import fc from 'fast-check'
import { addDays, beijingDay, lastDayOfSchoolYear } from '@class-pact/core/calendar'
import { LEAVE_KINDS, type LeaveKind, type LeaveSpan } from '@class-pact/core/contract'
import { fitLeave, hasBegun, leaveDays, mayReturn, mayWithdraw, sharesHalf, takeStep } from '@class-pact/core/leave'
import { createPact, leaveLateDays } from '@class-pact/core/pact'
import { parseInput } from '../../../actions'

const CALENDAR = { rest: [], school: [] }
const beijing = (clock: string) => Date.parse(`${clock}+08:00`)
const NOW = beijing('2026-12-01T10:00')
const span = (from: string, to = from): LeaveSpan => ({ from, fromHalf: 'am', to, toHalf: 'pm' })
const fit = (kind: LeaveKind, from: string, to = from, lateDays = 3, now = NOW) =>
  fitLeave({ childId: 'c', kind, span: span(from, to) }, { calendar: CALENDAR, lateDays }, now)

describe('given Tuesday, 1 December 2026, and a pact that lets sick leave be three days late', () => {
  test.each([
    ['sick', '2025-10-13', '2025-10-14', { code: 'LEAVE_LATE', day: '2026-11-28' }],
    ['fever', '2026-11-27', '2026-11-27', { code: 'LEAVE_LATE', day: '2026-11-28' }],
    ['fever', '2026-11-28', '2026-11-30', { ok: true }],
    ['cough', '2026-11-30', '2026-11-30', { ok: true }],
    ['stomach', '2026-12-01', '2026-12-01', { ok: true }],
    ['personal', '2026-11-30', '2026-12-02', { code: 'LEAVE_LATE', day: '2026-12-01' }],
    ['personal', '2026-12-01', '2026-12-02', { ok: true }],
    ['personal', '2027-08-31', '2027-08-31', { ok: true }],
    ['sick', '2027-08-31', '2027-09-01', { code: 'LEAVE_AHEAD', day: '2027-08-31' }],
    ['sick', '9999-12-30', '9999-12-31', { code: 'LEAVE_AHEAD', day: '2027-08-31' }],
    ['sick', '2026-12-02', '2026-12-01', { code: 'INPUT_INVALID' }],
    ['sick', '2026-12-05', '2026-12-06', { code: 'LEAVE_EMPTY' }],
  ] as const)('L03 PC-18 %s leave from %s to %s', (kind, from, to, expected) => {
    expect(fit(kind, from, to)).toMatchObject(expected)
  })

  test('L03 the pact moves the days back, and none means none', () => {
    expect(fit('fever', '2026-11-30', '2026-11-30', 0)).toMatchObject({ code: 'LEAVE_LATE', day: '2026-12-01' })
    expect(fit('fever', '2026-11-24', '2026-11-24', 7)).toMatchObject({ ok: true })
  })
})

test('L03 in the summer holiday leave is asked for in the year to come, and no further ahead than a year', () => {
  expect(leaveDays('personal', 3, beijing('2027-08-28T09:00')).last).toBe('2028-08-27')
  expect(leaveDays('personal', 3, beijing('2027-06-30T09:00')).last).toBe('2027-08-31')
  fc.assert(
    fc.property(fc.nat(3_650), fc.constantFrom(...LEAVE_KINDS), (ahead, kind) => {
      const today = addDays('2026-01-01', ahead)
      const { first, last } = leaveDays(kind, 3, beijing(`${today}T12:00`))
      expect(first <= today && today <= last && last <= addDays(today, 365)).toBe(true)
      expect(last >= lastDayOfSchoolYear(today) || last === addDays(today, 365)).toBe(true)
    }),
  )
})

test('L03 a pact of ours lets sick leave be three days late; one that says nothing, or nonsense, does what is usual', () => {
  expect(createPact('s', 1, 'primary', '2026-08-01')?.rules['L14']).toEqual({
    lateDays: 3,
    headDays: 3,
    officeDays: 10,
  })
  expect(leaveLateDays({ rules: {} })).toBe(3)
  expect(leaveLateDays({ rules: { L14: { lateDays: 5 } } })).toBe(5)
  expect(leaveLateDays({ rules: { L14: { lateDays: 'many' } } })).toBe(3)
})

describe('given a day that a phone sends', () => {
  const leave = (from: string) => ({ childId: 'c', kind: 'sick', span: span(from), proof: [] })
  test.each([
    '2026-02-30',
    '2026-02-31',
    '2026-04-31',
    '2027-02-29',
    '2026-06-31',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '0000-00-00',
    'x',
  ])('L03 %s does not exist and is refused, for a leave as for an event or a pact', (day) => {
    expect(parseInput('leave.submit', leave(day))).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'span.from' },
    })
    const adopt = { schoolId: 's', changes: { rules: {} }, version: 2, effectiveFrom: day }
    expect(parseInput('pact.adopt', adopt)).toMatchObject({ error: { field: 'effectiveFrom' } })
    const draft = { kind: 'outing', title: 't', body: 'b', replyMode: 'sign', photos: [], event: { day } }
    const audience = { to: 'school', schoolId: 's' }
    expect(parseInput('notice.publish', { ...draft, audience })).toMatchObject({ error: { field: 'event.day' } })
  })
  test.each(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31'])('%s exists', (day) => {
    expect(parseInput('leave.submit', leave(day))).toMatchObject({ ok: true })
  })
})

describe('given an approved leave', () => {
  const leave = (fromHalf: 'am' | 'pm') =>
    ({
      state: 'approved',
      applicant: { openid: 'o' },
      span: { from: '2026-09-04', fromHalf, to: '2026-09-04', toHalf: 'pm' },
    }) as const
  const instants = [
    '2026-09-03T23:59',
    '2026-09-04T00:00',
    '2026-09-04T08:30',
    '2026-09-04T11:59',
    '2026-09-04T12:00',
    '2026-09-05T08:00',
  ]

  test.each(instants)(
    'L03 at %s the family is offered what the cloud lets it do, for a day and for an afternoon',
    (clock) => {
      const now = beijing(clock)
      for (const half of ['am', 'pm'] as const) {
        const begun = half === 'am' ? clock >= '2026-09-04T00:00' : clock >= '2026-09-04T12:00'
        expect(hasBegun(leave(half).span, now)).toBe(begun)
        expect(mayWithdraw(leave(half), now)).toBe(!begun)
        expect(mayReturn(leave(half), now)).toBe(begun)
        expect(takeStep(leave(half), 'withdraw', 'o', now).ok).toBe(!begun)
        expect(takeStep(leave(half), 'return', 'o', now).ok).toBe(begun)
      }
    },
  )
})

test('L03 two leaves clash in a half school day, as the slots of the cloud do; a shared Sunday is none', () => {
  const half = (day: string, at: 'am' | 'pm'): LeaveSpan => ({ from: day, fromHalf: at, to: day, toHalf: at })
  expect(sharesHalf(half('2026-09-04', 'am'), half('2026-09-04', 'pm'), CALENDAR)).toBe(false)
  expect(sharesHalf(half('2026-09-04', 'am'), span('2026-09-03', '2026-09-04'), CALENDAR)).toBe(true)
  expect(sharesHalf(span('2026-09-04', '2026-09-06'), span('2026-09-06', '2026-09-07'), CALENDAR)).toBe(false)
  expect(beijingDay(NOW)).toBe('2026-12-01')
})
