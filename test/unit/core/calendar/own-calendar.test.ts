// Decides that terms, holidays and swapped days say what a day is, and that nothing is guessed in silence.
import fc from 'fast-check'
import {
  addDays,
  countDays,
  dayKind,
  gapBetween,
  gapOf,
  instantOf,
  isLessonTime,
  mayBeSchoolDay,
  misfitOfCalendar,
  nameTerm,
  nextSchoolDay,
  orderCalendar,
  reachOf,
  remarksOn,
} from '@class-pact/core/calendar'
import { CLOSURE_CAUSES, type SchoolCalendar } from '@class-pact/core/contract'

const AUTUMN = { from: '2026-09-01', to: '2027-01-22' }
const SPRING = { from: '2027-02-22', to: '2027-07-02' }
const YEAR: SchoolCalendar = { rest: [], school: [], terms: [AUTUMN, SPRING] }
const whole = (from: string, to: string) => ({ from, fromHalf: 'am', to, toHalf: 'pm' }) as const

describe('a school that has entered its terms', () => {
  test('PC-17 given 29 January in its winter holiday, then the next school day is the first one after it', () => {
    expect(dayKind('2027-01-29', YEAR)).toBe('rest')
    expect(nextSchoolDay('2027-01-29', YEAR)).toBe('2027-02-22')
    expect(countDays(whole('2027-02-01', '2027-02-21'), YEAR)).toBe(0)
    expect(countDays(whole('2027-01-21', '2027-02-23'), YEAR)).toBe(4)
  })
  test('T06 given public holidays and made-up days, then they hold in a term and not between two', () => {
    const long = { ...YEAR, terms: [{ from: '2026-03-02', to: '2026-05-08' }, AUTUMN] }
    expect(dayKind('2026-10-01', YEAR)).toBe('rest')
    expect(dayKind('2026-10-10', YEAR)).toBe('school')
    expect(dayKind('2026-05-09', long)).toBe('rest')
  })
  test('T06 given a sports day, a swapped Saturday and a suspended morning, then each is what the school says', () => {
    const own: SchoolCalendar = {
      ...YEAR,
      rest: ['2026-11-02'],
      school: ['2026-11-07'],
      closures: [{ from: '2026-11-05', to: '2026-11-06', cause: 'sports' }],
    }
    expect(['2026-11-02', '2026-11-05', '2026-11-06', '2026-11-07'].map((day) => dayKind(day, own))).toEqual([
      'rest',
      'rest',
      'rest',
      'school',
    ])
    expect(nextSchoolDay('2026-11-04', own)).toBe('2026-11-07')
  })
  test('T06 given days after its last term, then they are counted by weekday and said to be unknown', () => {
    const half = { ...YEAR, terms: [AUTUMN] }
    expect(reachOf(half)).toEqual({ from: '2026-08-01', to: '2027-01-22' })
    expect(mayBeSchoolDay('2027-01-29', half)).toBe(true)
    expect(gapOf('2027-01-29', half)).toBe('term')
    expect(gapOf('2027-01-22', half)).toBeUndefined()
    expect(gapBetween('2027-01-20', '2027-01-29', half)).toBe('term')
  })
  test('T06 given the summer after its second term, then August is holiday and September is not known', () => {
    expect(reachOf(YEAR)?.to).toBe('2027-08-31')
    expect(dayKind('2027-08-20', YEAR)).toBe('rest')
    expect(nextSchoolDay('2027-07-02', YEAR)).toBe('2027-09-01')
    expect(gapOf('2027-09-01', YEAR)).toBe('term')
  })
})

describe('a school that has entered nothing', () => {
  const none: SchoolCalendar = { rest: [], school: [] }
  test('T06 given an ordinary day of a known year, then nothing is missing', () => {
    expect(gapOf('2026-11-27', none)).toBeUndefined()
  })
  test('T06 given a day that may lie in a holiday, or an unpublished year, then it says which is missing', () => {
    expect(gapOf('2026-07-15', none)).toBe('holiday')
    expect(gapOf('2026-01-20', none)).toBe('holiday')
    expect(gapOf('2027-03-10', none)).toBe('year')
    expect(gapOf('2027-01-01', none)).toBeUndefined()
    expect(gapOf('2027-03-10', { ...none, school: ['2027-03-10'] })).toBeUndefined()
  })
})

describe('lesson hours', () => {
  test.each([
    ['2026-11-27', '07:59', false],
    ['2026-11-27', '08:00', true],
    ['2026-11-27', '11:40', false],
    ['2026-11-27', '13:00', false],
    ['2026-11-27', '14:00', true],
    ['2026-11-27', '16:30', false],
    ['2026-11-28', '10:00', false],
  ])('T08 given %s %s, then lessons are on: %s', (day, clock, expected) => {
    expect(isLessonTime(instantOf(day, clock), YEAR)).toBe(expected)
  })
  test("T08 given the school's own hours, then they hold", () => {
    const hours = { morning: { from: '08:30', to: '12:00' }, afternoon: { from: '13:30', to: '15:30' } }
    expect(isLessonTime(instantOf('2026-11-27', '08:10'), { ...YEAR, hours })).toBe(false)
    expect(isLessonTime(instantOf('2026-11-27', '13:40'), { ...YEAR, hours })).toBe(true)
  })
})

describe('what does not fit', () => {
  test('T06 given lessons on a public holiday and rest on a made-up day, then both are named', () => {
    const own: SchoolCalendar = {
      ...YEAR,
      school: ['2026-10-01', '2026-08-15'],
      closures: [{ from: '2026-10-08', to: '2026-10-10', cause: 'holiday' }],
    }
    expect(remarksOn(own)).toEqual([
      { code: 'school_outside_terms', day: '2026-08-15' },
      { code: 'holiday_as_school', day: '2026-10-01' },
      { code: 'made_up_as_rest', day: '2026-10-10' },
    ])
  })
  test('T06 given a winter holiday over a made-up Saturday, then nothing is said: there is no term', () => {
    const own: SchoolCalendar = {
      rest: [],
      school: [],
      terms: [
        { from: '2025-09-01', to: '2026-02-06' },
        { from: '2026-03-02', to: '2026-07-03' },
      ],
      closures: [{ from: '2026-02-07', to: '2026-03-01', cause: 'winter' }],
    }
    expect(remarksOn(own)).toEqual([])
  })
  test.each<[string, Partial<SchoolCalendar>, string]>([
    ['a term that ends before it begins', { terms: [{ from: '2027-01-22', to: '2026-09-01' }] }, 'calendar.terms.0'],
    ['two terms over one another', { terms: [AUTUMN, { ...SPRING, from: '2027-01-10' }] }, 'calendar.terms.1'],
    [
      'a closure backwards',
      { closures: [{ from: '2026-11-06', to: '2026-11-05', cause: 'exam' }] },
      'calendar.closures.0',
    ],
    ['a day that is both', { rest: ['2026-11-06'], school: ['2026-11-06'] }, 'calendar.school.0'],
    [
      'an afternoon before the morning',
      { hours: { morning: { from: '08:00', to: '12:00' }, afternoon: { from: '11:00', to: '16:00' } } },
      'calendar.hours',
    ],
  ])('T06 given %s, then it is not kept', (_, changes, field) => {
    expect(misfitOfCalendar({ ...YEAR, ...changes })).toEqual({ field })
  })
  test('T06 given a term of three weeks, then it is asked about', () => {
    expect(remarksOn({ rest: [], school: [], terms: [{ from: '2026-09-01', to: '2026-09-21' }] })).toMatchObject([
      { code: 'term_length', days: 21 },
    ])
  })
})

test('T06 given either term, then it is named by its school year', () => {
  expect([AUTUMN, SPRING].map(nameTerm)).toEqual([
    { year: 2026, half: 1 },
    { year: 2026, half: 2 },
  ])
})

describe('any calendar', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((ahead) => addDays('2026-06-01', ahead))
  const span = fc
    .tuple(day, fc.integer({ min: 0, max: 150 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) }))
  const calendar: fc.Arbitrary<SchoolCalendar> = fc
    .record({
      rest: fc.array(day, { maxLength: 5 }),
      school: fc.array(day, { maxLength: 5 }),
      terms: fc.array(span, { maxLength: 4 }),
      closures: fc.array(
        fc.tuple(span, fc.constantFrom(...CLOSURE_CAUSES)).map(([each, cause]) => ({ ...each, cause })),
        { maxLength: 3 },
      ),
    })
    .map(orderCalendar)
    .filter((each) => misfitOfCalendar(each) === undefined)

  test('T06 every day is of one kind, a day that is said is what is said, and order changes nothing', () => {
    fc.assert(
      fc.property(calendar, day, (own, on) => {
        const kind = dayKind(on, own)
        expect(orderCalendar(own)).toEqual(own)
        if (own.school.includes(on)) expect(kind).toBe('school')
        if (own.rest.includes(on)) expect(kind).toBe('rest')
        // What is not known is said: never a school day in silence.
        if (kind === 'unknown') expect(gapOf(on, own)).toBeDefined()
      }),
    )
  })
  test('T06 the next school day comes later, may be one, and no day between them is known to be one', () => {
    fc.assert(
      fc.property(calendar, day, (own, on) => {
        const next = nextSchoolDay(on, own)
        if (next === on) return
        expect(next > on).toBe(true)
        expect(mayBeSchoolDay(next, own)).toBe(true)
        for (let between = addDays(on, 1); between < next; between = addDays(between, 1)) {
          expect(dayKind(between, own)).not.toBe('school')
        }
      }),
    )
  })
})
