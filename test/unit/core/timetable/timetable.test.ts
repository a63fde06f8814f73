// Proves which lesson runs, when a teacher is in one, and what a pasted table means.
import fc from 'fast-check'
import { beijingClock, instantOf, isLessonTime } from '@class-pact/core/calendar'
import {
  USUAL_PERIODS,
  holdsUntil,
  isTeaching,
  lessonAt,
  misfitOfWeek,
  readPasted,
  squareDays,
  type KeptWeek,
  type Taught,
} from '@class-pact/core/timetable'

const CALENDAR = { rest: [], school: [] }
const MONDAY = '2026-09-07'
const SATURDAY = '2026-09-12'
const at = (day: string, clock: string) => instantOf(day, clock)
const week: KeptWeek = {
  savedAt: at('2026-09-01', '10:00'),
  periods: [...USUAL_PERIODS],
  days: [
    ['语文', '数学', '体育', '', '英语', '班会', ''],
    ['数学', '语文', '', '', '', '', ''],
    ['', '', '', '', '', '', ''],
    ['', '', '', '', '', '', ''],
    ['', '', '', '', '', '', '语文'],
  ],
}

describe('the lesson of a class', () => {
  test.each([
    [MONDAY, '07:59', undefined],
    [MONDAY, '08:00', '语文'],
    [MONDAY, '08:39', '语文'],
    [MONDAY, '08:40', undefined],
    [MONDAY, '08:50', '数学'],
    [MONDAY, '11:00', undefined],
    ['2026-09-11', '15:40', '语文'],
    [SATURDAY, '08:00', undefined],
    ['2026-10-01', '08:00', undefined],
  ])('E23 given %s %s, then it is %s', (day, clock, lesson) => {
    expect(lessonAt(week, CALENDAR, at(day, clock))).toBe(lesson)
  })

  test('E23 given a table of one school year, then it holds until its end; one of August is the next year’s', () => {
    expect(holdsUntil(week)).toBe('2027-08-31')
    expect(holdsUntil({ savedAt: at('2027-07-31', '10:00') })).toBe('2027-08-31')
    expect(holdsUntil({ savedAt: at('2027-08-01', '10:00') })).toBe('2028-08-31')
  })

  test('E23 given times that lie over one another or end before they begin, then the first is named', () => {
    expect(misfitOfWeek(week)).toBeUndefined()
    expect(misfitOfWeek({ periods: [{ from: '08:00', to: '08:00' }], days: [] })).toBe('periods.0')
    const over = [
      { from: '08:00', to: '08:40' },
      { from: '08:39', to: '09:00' },
    ]
    expect(misfitOfWeek({ periods: over, days: [] })).toBe('periods.1')
    expect(misfitOfWeek({ periods: [{ from: '08:00', to: '08:40' }], days: [['语文'], ['语文', '数学']] })).toBe(
      'days.1',
    )
    expect(squareDays({ periods: USUAL_PERIODS.slice(0, 2), days: [['语文'], []] })).toEqual([
      ['语文', ''],
      ['', ''],
    ])
  })
})

describe('a teacher in a lesson', () => {
  const chinese: Taught = { subject: '语文', leads: true, week }
  test.each([
    ['08:10', true],
    ['08:45', false],
    ['09:00', false],
    ['11:00', false],
    // The class's own hour is its head teacher's.
    ['15:00', true],
  ])('T08 given the own lessons, then on Monday at %s they teach: %s', (clock, teaches) => {
    expect(isTeaching([chinese], CALENDAR, at(MONDAY, clock))).toBe(teaches)
  })

  test.each<[string, Taught[]]>([
    ['no class', []],
    ['a class without a table', [{ subject: '语文' }]],
    ['one of two classes without', [chinese, { subject: '语文' }]],
    ['a table in which their subject does not stand', [{ subject: '音乐', week }]],
    ['a table of last year', [{ ...chinese, week: { ...week, savedAt: at('2025-09-01', '10:00') } }]],
  ])('T08 given %s, then the school’s lesson hours decide', (_, taught) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 * 1440 }), (minutes) => {
        const now = at(MONDAY, '00:00') + minutes * 60_000
        expect(isTeaching(taught, CALENDAR, now)).toBe(isLessonTime(now, CALENDAR))
      }),
    )
  })

  test('T08 given any moment of a week with a full table, then they teach exactly while one of their lessons runs', () => {
    const full: KeptWeek = { ...week, days: [...week.days, week.days[0] ?? [], week.days[1] ?? []] }
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 * 1440 - 1 }),
        fc.constantFrom('语文', '数学', '英语'),
        (minutes, subject) => {
          const now = at(MONDAY, '00:00') + minutes * 60_000
          const taught = { subject, week: full }
          const lesson = lessonAt(full, CALENDAR, now)
          expect([beijingClock(now), isTeaching([taught], CALENDAR, now)]).toEqual([
            beijingClock(now),
            lesson === subject,
          ])
        },
      ),
    )
  })

  test('T08 given a holiday, then nobody teaches, whatever the table says', () => {
    expect(isTeaching([chinese], { rest: [MONDAY], school: [] }, at(MONDAY, '08:10'))).toBe(false)
  })

  test('T08 given a Saturday that makes up for another day, then the school’s hours decide', () => {
    expect(isTeaching([chinese], { rest: [], school: [SATURDAY] }, at(SATURDAY, '09:00'))).toBe(true)
  })
})

describe('a pasted table', () => {
  const HEAD = '节次\t星期一\t星期二\t星期三\t星期四\t星期五'
  test('E23 given a table with times and a title above it, then times and subjects are read', () => {
    const text = `三（2）班课程表\n\n时间\t周一\t周二\t周三\t周四\t周五\n8:00-8:40\t语文\t数学\t\t/\t体育\r\n08:50—09:30\t数学\t语文\t无\t音乐\t—\n`
    expect(readPasted(text)).toEqual({
      ok: true,
      periods: [
        { from: '08:00', to: '08:40' },
        { from: '08:50', to: '09:30' },
      ],
      days: [
        ['语文', '数学'],
        ['数学', '语文'],
        ['', ''],
        ['', '音乐'],
        ['体育', ''],
      ],
    })
  })

  test('E23 given merged halves, numbered lessons and cells of two lines, then the times are those the class has', () => {
    const text = `\t\t一\t二\t三\t四\t五\n上午\t第1节\t"语文\n王老师"\t数学（李老师）\t\t\t\n\t第二节\t英语\t语文\t\t\t\n午休\t\t\t\t\t\t\n下午\t5\t科学\t\t\t\t班会`
    expect(readPasted(text)).toEqual({
      ok: true,
      periods: [0, 1, 4].map((place) => USUAL_PERIODS[place]),
      days: [
        ['语文', '英语', '科学'],
        ['数学', '语文', ''],
        ['', '', ''],
        ['', '', ''],
        ['', '', '班会'],
      ],
    })
  })

  test.each([
    ['', [{ line: 1, code: 'no_days' }]],
    ['语文\t数学', [{ line: 1, code: 'no_days' }]],
    [HEAD, [{ line: 1, code: 'no_lessons' }]],
    [`${HEAD}\n早读\t语文`, [{ line: 2, code: 'no_time', text: '早读' }]],
    [`${HEAD}\n第19节\t语文`, [{ line: 2, code: 'no_time', text: '第19节' }]],
    [`${HEAD}\n8:40-8:00\t语文`, [{ line: 2, code: 'time', text: '08:40-08:00' }]],
    [`${HEAD}\n第2节\t语文\n第1节\t语文`, [{ line: 3, code: 'time', text: '08:00-08:40' }]],
    [
      `${HEAD}\n第1节\t语文2\n第2节\t13800001111`,
      [
        { line: 2, code: 'subject', text: '语文2' },
        { line: 3, code: 'subject', text: '13800001111' },
      ],
    ],
  ])('E23 given %j, then the lines that cannot be read are named', (text, problems) => {
    expect(readPasted(text)).toEqual({ ok: false, problems })
  })

  test('E23 given any week written as a spreadsheet copies it, then the same week is read', () => {
    const subject = fc.constantFrom('语文', '数学', '英语', '道德与法治', '')
    const lessons = fc.array(fc.array(subject, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(lessons, (rows) => {
        const lines = rows.map((row, place) => [`${USUAL_PERIODS[place]?.from}-${USUAL_PERIODS[place]?.to}`, ...row])
        const reading = readPasted([HEAD.split('\t'), ...lines].map((cells) => cells.join('\t')).join('\n'))
        const kept = rows.flatMap((row, place) => (row.some(Boolean) ? [{ row, period: USUAL_PERIODS[place] }] : []))
        if (kept.length === 0) expect(reading.ok).toBe(false)
        else
          expect(reading).toEqual({
            ok: true,
            periods: kept.map(({ period }) => period),
            days: [0, 1, 2, 3, 4].map((day) => kept.map(({ row }) => row[day])),
          })
      }),
    )
  })

  test('E23 given any text at all, then reading it never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(readPasted(text)).toHaveProperty('ok')))
  })
})
