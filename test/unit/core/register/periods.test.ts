// Proves in which slot a day lies, until when it is due, and which slots still show.
import fc from 'fast-check'
import { addDays, instantOf } from '@class-pact/core/calendar'
import { findSlot, slotOn, slotsLookedAt, type Period, type Slot } from '@class-pact/core/register'

const NATIONAL = { rest: [], school: [] }
const ENTERED = {
  rest: ['2026-11-11'],
  school: ['2026-11-14'],
  terms: [
    { from: '2026-09-01', to: '2027-01-22' },
    { from: '2027-02-26', to: '2027-07-02' },
  ],
  closures: [{ from: '2026-11-16', to: '2026-11-22', cause: 'suspended' as const }],
}
const CALENDARS = [NATIONAL, ENTERED, { ...ENTERED, terms: ENTERED.terms.slice(1) }]
const of = (period: Period) => ({ period })
const end = (day: string) => instantOf(day, '24:00')
const keys = (slots: readonly Slot[]) => slots.map(({ key }) => key)

describe('each school day', () => {
  const log = of({ kind: 'day', before: 'before' })
  const values = { before: '16:30' }

  test('D01 given a school day, then it is due at the clock of the register; a rest day has no slot', () => {
    expect(slotOn(log, values, '2026-11-30', NATIONAL)).toEqual({
      key: '2026-11-30',
      from: '2026-11-30',
      to: '2026-11-30',
      dueAt: instantOf('2026-11-30', '16:30'),
    })
    for (const day of ['2026-11-28', '2026-11-11', '2026-11-18', '2027-02-01']) {
      expect(slotOn(log, values, day, ENTERED)).toBeUndefined()
    }
    expect(slotOn(log, values, '2026-11-14', ENTERED)?.key).toBe('2026-11-14')
  })

  test('D01 given a day, then it and the five school days before it are looked at; on a Sunday the last five', () => {
    expect(keys(slotsLookedAt(log, values, instantOf('2026-11-30', '08:00'), NATIONAL))).toEqual(
      ['23', '24', '25', '26', '27', '30'].map((day) => `2026-11-${day}`),
    )
    expect(keys(slotsLookedAt(log, values, instantOf('2026-11-29', '08:00'), NATIONAL))).toHaveLength(5)
  })

  test('D01 given a year that nobody has published, then a slot says that it is not known', () => {
    expect(slotOn(log, values, '2027-03-03', NATIONAL)?.gap).toBe('year')
    expect(slotOn(log, values, '2027-03-03', ENTERED)).not.toHaveProperty('gap')
    expect(slotOn(log, values, '2026-07-08', NATIONAL)?.gap).toBe('holiday')
  })
})

describe('each week', () => {
  const week = (more: object = {}) => of({ kind: 'week', ...more })

  test.each([
    [{}, '2026-12-02', 'w2026-11-30', '2026-12-04'],
    [{ on: 3 }, '2026-12-04', 'w2026-11-30', '2026-12-02'],
    [{ on: 5 }, '2026-12-06', 'w2026-11-30', '2026-12-04'],
    // 1 and 2 October are holidays, and so is the Friday: its last school day is Wednesday.
    [{ on: 5 }, '2026-09-28', 'w2026-09-28', '2026-09-30'],
    // 10 October is made up.
    [{}, '2026-10-08', 'w2026-10-05', '2026-10-10'],
  ])('D04 given %j, then %s lies in %s and is due on %s', (more, day, key, due) => {
    const slot = slotOn(week(more), {}, day, NATIONAL)
    expect(slot).toMatchObject({ key, dueAt: end(due) })
  })

  test('D04 given a week without a school day, then it has no slot, and the one before it still shows', () => {
    expect(slotOn(week(), {}, '2026-11-18', ENTERED)).toBeUndefined()
    expect(keys(slotsLookedAt(week(), {}, instantOf('2026-11-18', '08:00'), ENTERED))).toEqual(['w2026-11-09'])
  })

  test('Q07 given every fourth week, then four weeks of the term are one slot, and the last is cut where the term ends', () => {
    const board = week({ every: 'weeks' })
    const values = { weeks: 4 }
    expect(slotOn(board, values, '2026-09-02', ENTERED)).toMatchObject({ key: 'w2026-08-31', to: '2026-09-27' })
    expect(slotOn(board, values, '2026-09-28', ENTERED)).toMatchObject({ key: 'w2026-09-28', to: '2026-10-25' })
    expect(slotOn(board, values, '2027-01-22', ENTERED)).toMatchObject({
      key: 'w2027-01-18',
      to: '2027-01-24',
      dueAt: end('2027-01-22'),
    })
  })
})

describe('each month', () => {
  test('H01 given a month, then it is due until the month ends; one without a school day has no slot', () => {
    const month = of({ kind: 'month' })
    expect(slotOn(month, {}, '2026-11-25', ENTERED)).toEqual({
      key: 'm2026-11',
      from: '2026-11-01',
      to: '2026-11-30',
      dueAt: end('2026-11-30'),
    })
    expect(slotOn(month, {}, '2027-08-10', ENTERED)).toBeUndefined()
    expect(keys(slotsLookedAt(month, {}, instantOf('2027-08-30', '08:00'), ENTERED))).toEqual(['m2027-07'])
  })

  test.each([
    ['2026-10-15', '2026-10-30'],
    ['2026-02-01', '2026-02-28'],
    ['2026-05-31', '2026-05-29'],
    ['2027-01-05', '2027-01-22'],
  ])('D10 given %s, then the meeting is due on the last working day of its month, %s', (day, due) => {
    expect(slotOn(of({ kind: 'month', on: 'last_working_day' }), {}, day, ENTERED)?.dueAt).toBe(end(due))
  })
})

describe('each term, each year, once', () => {
  test('D06 given a work plan, then it is due until the second week of the term ends, and can be written later', () => {
    const plan = of({ kind: 'term', at: 'begin', weeks: 'weeks' })
    const slot = { key: 't2026-09-01', from: '2026-09-01', to: '2027-01-22', dueAt: end('2026-09-13') }
    expect(slotOn(plan, { weeks: 2 }, '2026-09-01', ENTERED)).toEqual(slot)
    expect(slotOn(plan, { weeks: 2 }, '2026-12-01', ENTERED)).toEqual(slot)
    expect(slotOn(plan, { weeks: 2 }, '2027-02-01', ENTERED)).toBeUndefined()
  })

  test('H14 given a meeting at the beginning and the end of a term, then each is asked once', () => {
    const both = of({ kind: 'term', at: 'both', weeks: 3 })
    expect(slotOn(both, {}, '2026-10-01', ENTERED)).toMatchObject({
      key: 't2026-09-01:begin',
      dueAt: end('2026-09-20'),
    })
    expect(slotOn(both, {}, '2027-01-02', ENTERED)).toMatchObject({
      key: 't2026-09-01:end',
      from: '2027-01-02',
      dueAt: end('2027-01-22'),
    })
    expect(slotOn(both, {}, '2027-01-01', ENTERED)?.key).toBe('t2026-09-01:begin')
  })

  test('H05 given a term of which a school has entered nothing, then it is the usual one; beside an entered one there is none', () => {
    const term = of({ kind: 'term' })
    expect(slotOn(term, {}, '2027-01-31', NATIONAL)).toMatchObject({ key: 't2026-09-01', dueAt: end('2027-01-31') })
    expect(slotOn(term, {}, '2026-02-01', NATIONAL)).toMatchObject({ key: 't2026-02-01', to: '2026-08-31' })
    expect(slotOn(term, {}, '2026-06-01', ENTERED)?.key).toBe('t2026-02-01')
    expect(slotOn(term, {}, '2027-02-10', ENTERED)).toBeUndefined()
    expect(slotOn(term, {}, '2027-10-10', ENTERED)?.key).toBe('t2027-09-01')
  })

  test('E02 given something of each year, then it is due until the n-th week of the first term ends', () => {
    const year = of({ kind: 'year', weeks: 2 })
    expect(slotOn(year, {}, '2027-06-01', ENTERED)).toMatchObject({
      key: 'y2026',
      from: '2026-09-01',
      to: '2027-08-31',
      dueAt: end('2026-09-13'),
    })
  })

  test('D13 given something that is done once, then it is due by the end of the term in which it was switched on', () => {
    const once = of({ kind: 'once' })
    expect(slotOn(once, {}, '2027-06-01', ENTERED, '2026-10-10')).toMatchObject({
      key: 'once',
      from: '2026-10-10',
      dueAt: end('2027-01-22'),
    })
    expect(findSlot(once, {}, 'once', ENTERED, '2026-10-10')).toEqual(
      slotOn(once, {}, '2027-06-01', ENTERED, '2026-10-10'),
    )
  })

  test.each([
    // August, whether a school has entered its terms or not: four weeks of school, with the holidays of autumn between them.
    ['2026-08-20', NATIONAL, '2026-09-28'],
    ['2026-07-20', NATIONAL, '2026-09-28'],
    ['2026-08-20', ENTERED, '2026-09-28'],
    // The last week of a term, and the holiday after it: into the next.
    ['2027-01-18', ENTERED, '2027-03-18'],
    ['2027-02-10', ENTERED, '2027-03-25'],
    // A term that has more than that: its end.
    ['2026-12-01', ENTERED, '2027-01-22'],
  ])(
    'E01 given a register of what is done once that is switched on on %s with %j, then it is due on %s',
    (since, calendar, due) => {
      const slot = slotOn(of({ kind: 'once' }), {}, since, calendar, since)
      expect(slot?.dueAt).toBe(end(due))
    },
  )

  test('E11 given an event, then nothing of it is looked at, and its own day is its slot', () => {
    const event = of({ kind: 'event' })
    expect(slotOn(event, {}, '2026-11-30', ENTERED)).toMatchObject({ key: '-', dueAt: end('2026-11-30') })
    expect(slotsLookedAt(event, {}, end('2026-11-30'), ENTERED)).toEqual([])
    expect(findSlot(event, {}, '-', ENTERED)).toBeUndefined()
  })
})

const PERIODS: Period[] = [
  { kind: 'day', before: '16:30' },
  { kind: 'week' },
  { kind: 'week', on: 5 },
  { kind: 'week', every: 2 },
  { kind: 'week', every: 4, on: 3 },
  { kind: 'month' },
  { kind: 'month', on: 'last_working_day' },
  { kind: 'term' },
  { kind: 'term', at: 'begin' },
  { kind: 'term', at: 'end', weeks: 3 },
  { kind: 'term', at: 'both', weeks: 12 },
  { kind: 'year' },
  { kind: 'year', weeks: 2 },
  { kind: 'once' },
]
const anyPeriod = fc.constantFrom(...PERIODS).map(of)
const anyCalendar = fc.constantFrom(...CALENDARS)
const anyDay = fc.integer({ min: 0, max: 1200 }).map((ahead) => addDays('2025-06-01', ahead))

describe('any period, any day, any calendar', () => {
  test('E01 given what is done once, then who has it later has as long or longer, and never less than four weeks', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(200), anyCalendar, (since, later, calendar) => {
        const dueFrom = (day: string) => slotOn(of({ kind: 'once' }), {}, day, calendar, day)?.dueAt ?? 0
        expect(dueFrom(addDays(since, later))).toBeGreaterThanOrEqual(dueFrom(since))
        expect(dueFrom(since)).toBeGreaterThanOrEqual(end(addDays(since, 25)))
      }),
    )
  })

  test('D01 given a slot, then its day lies in it, its key finds it again, and it is due before it is over', () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, anyCalendar, (register, day, calendar) => {
        const slot = slotOn(register, {}, day, calendar)
        if (!slot) return
        expect(slot.from <= day && day <= slot.to).toBe(true)
        expect(findSlot(register, {}, slot.key, calendar)).toEqual(slot)
        expect(slot.dueAt).toBeLessThanOrEqual(end(slot.to))
        expect(slot.dueAt).toBeGreaterThan(instantOf(slot.from, '00:00'))
      }),
      { numRuns: 300 },
    )
  })

  test('D01 given two days, then they lie in one slot or in two that do not touch, and keys sort as time does', () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, fc.integer({ min: 1, max: 40 }), anyCalendar, (register, day, ahead, calendar) => {
        const [one, other] = [day, addDays(day, ahead)].map((each) => slotOn(register, {}, each, calendar))
        if (!one || !other) return
        if (one.key === other.key) expect(one).toEqual(other)
        else expect(one.to < other.from && one.key < other.key).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('D01 given any clock, then the slots that are looked at are few, in order, and none lies ahead', () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, anyCalendar, (register, day, calendar) => {
        const slots = slotsLookedAt(register, {}, instantOf(day, '12:00'), calendar, '2025-09-01')
        expect(slots.length).toBeLessThanOrEqual(6)
        for (const [index, slot] of slots.entries()) {
          expect(slot.from <= day).toBe(true)
          if (index > 0) expect(slot.from > (slots[index - 1]?.to ?? '')).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
