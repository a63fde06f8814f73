// Proves that a school enters its own calendar, and that deadlines, leaves and quiet days follow it (T06, PC-17).
import type { Input, NoticePrepared, SchoolCalendar } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const AUTUMN = { from: '2026-09-01', to: '2027-01-22' }
const SPRING = { from: '2027-02-22', to: '2027-07-02' }
const YEAR: SchoolCalendar = { rest: [], school: [], terms: [AUTUMN, SPRING] }
const beijing = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ now: '2026-12-01T10:00:00+08:00', preset: 'S1a' })
})
afterEach(() => school.stop())

const read = () => school.get(PRINCIPAL, 'calendar.read', { schoolId: SCHOOL })
const enter = async (calendar: SchoolCalendar, by = PRINCIPAL) =>
  school.get(by, 'calendar.update', { schoolId: SCHOOL, version: (await read()).version, calendar })
const prepare = (): Promise<NoticePrepared> =>
  school.get(HEAD_TEACHER, 'notice.prepare', { schoolId: SCHOOL, classId: CLASS })
const leave = (from: string, to: string): Input<'leave.submit'> => ({
  ...{ childId: CHILD, kind: 'sick', proof: [] },
  span: { from, fromHalf: 'am', to, toHalf: 'pm' },
})

test('T06 given a day off that the school entered, then a notice of that day waits for the first school day after it', async () => {
  const closures = [{ from: '2026-12-03', to: '2026-12-04', cause: 'sports' as const }]
  await enter({ ...YEAR, closures })
  await school.at('2026-12-03T10:00:00+08:00')
  const waiting = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ replyMode: 'read' }))
  // Friday is off too, then comes the weekend: Monday morning.
  expect(waiting).toMatchObject({ state: 'queued', releaseAt: Date.parse('2026-12-07T08:00:00+08:00') })
  expect(waiting.reasons.map(({ rule }) => rule)).toContain('T06')
  expect(waiting.gap).toBeUndefined()

  await school.at('2026-12-06T20:00:00+08:00')
  await school.tick()
  const stateOf = async () =>
    (await school.stored<{ _id: string; state: string }>('notices')).find(({ _id }) => _id === waiting.noticeId)?.state
  expect(await stateOf()).toBe('queued')
  await school.at('2026-12-07T08:00:00+08:00')
  await school.tick()
  expect(await stateOf()).toBe('published')
})

test('T06 given a swapped Saturday, then a notice of that day goes out at once', async () => {
  await enter({ ...YEAR, school: ['2026-12-05'] })
  await school.at('2026-12-05T10:00:00+08:00')
  expect(await school.get(HEAD_TEACHER, 'notice.publish', aNotice())).toMatchObject({ state: 'published' })
})

test('PC-17 given the winter holiday, then on 29 January the deadline offered is the first school day after it, and February counts no day', async () => {
  await school.at('2027-01-29T10:00:00+08:00')
  expect(beijing((await prepare()).defaultDeadline)).toBe('2027-02-01T18:00')
  await enter(YEAR)
  expect(beijing((await prepare()).defaultDeadline)).toBe('2027-02-22T18:00')
  expect((await prepare()).calendar).toEqual(YEAR)

  expect(await school.ask(MOTHER, 'leave.submit', leave('2027-02-01', '2027-02-19'))).toMatchObject({
    error: { code: 'LEAVE_EMPTY' },
  })
  const asked = await school.get(MOTHER, 'leave.submit', leave('2027-02-01', '2027-02-23'))
  expect(asked).toMatchObject({ days: 2 })
  expect(asked.gap).toBeUndefined()

  const waiting = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  expect(beijing(waiting.releaseAt ?? 0)).toBe('2027-02-22T08:00')
})

test('T06 given a term that ends before the day in question, then leave, deadline and waiting notice say that it is not entered', async () => {
  await enter({ ...YEAR, terms: [AUTUMN] })
  await school.at('2027-01-23T10:00:00+08:00')
  const asked = await school.get(MOTHER, 'leave.submit', leave('2027-01-25', '2027-01-29'))
  expect(asked).toMatchObject({ days: 5, gap: 'term' })
  expect(await school.get(HEAD_TEACHER, 'leave.list', { of: 'class', classId: CLASS })).toMatchObject({
    leaves: [{ gap: 'term' }],
  })

  const deadline = Date.parse('2027-01-26T18:00:00+08:00')
  const waiting = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ deadline }))
  expect(waiting).toMatchObject({ state: 'queued', gap: 'term' })
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  expect(today).toMatchObject({ queued: [{ gap: 'term' }] })
  await school.at('2027-01-25T08:00:00+08:00')
  await school.tick(2)
  const board = { noticeId: waiting.noticeId, classId: CLASS }
  expect(await school.get(HEAD_TEACHER, 'board.read', board)).toMatchObject({ gap: 'term' })
})

describe('the calendar itself', () => {
  test('T06 a school of before has none and reads like any; what a leader enters has a version, a trail and a reach', async () => {
    expect(await read()).toEqual({
      ...{ schoolId: SCHOOL, calendar: { rest: [], school: [] }, version: 0, today: '2026-12-01' },
    })
    const entered = await enter(YEAR, OFFICE)
    expect(entered).toMatchObject({ version: 1, reach: { from: '2026-08-01', to: '2027-08-31' }, calendar: YEAR })
    await school.tick()
    const audit = await school.stored<{ action: string; role: string }>('audit')
    expect(audit.find(({ action }) => action === 'calendar.update')).toMatchObject({ role: 'office' })
  })

  test('T06 given two leaders at the same moment, then one is kept and the other reads again', async () => {
    const change = (rest: string): Input<'calendar.update'> => ({
      schoolId: SCHOOL,
      version: 0,
      calendar: { ...YEAR, rest: [rest] },
    })
    const replies = await Promise.all([
      school.ask(PRINCIPAL, 'calendar.update', change('2026-12-10')),
      school.ask(OFFICE, 'calendar.update', change('2026-12-11')),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CALENDAR_CHANGED' } })
    const { calendar, version } = await read()
    expect(version).toBe(1)
    expect(calendar.rest).toHaveLength(1)
  })

  test('T06 given entries that contradict one another, then the field is named and nothing is kept', async () => {
    const calendar = { ...YEAR, terms: [AUTUMN, { ...SPRING, from: '2027-01-10' }] }
    expect(await school.ask(PRINCIPAL, 'calendar.update', { schoolId: SCHOOL, version: 0, calendar })).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'calendar.terms.1' },
    })
    expect((await read()).version).toBe(0)
  })
})

const upload = (content: string | Buffer) => uploadAs(school, PRINCIPAL, 'roster', Buffer.from(content), SCHOOL)
const FILE = [
  '2026-2027学年校历',
  '第一学期,2026年9月1日至2027年1月22日',
  '寒假：1月23日—2月21日',
  '第二学期：2月22日开学，7月2日结束',
  '秋季运动会 10月29日至30日，10月31日（周六）补课',
  '家长开放日 11月18日',
  '第三周 值日：李老师',
].join('\n')

describe('a file', () => {
  test('T06 given a calendar as schools write it, then terms, holidays and swapped days are understood, the rest is asked', async () => {
    const fileId = await upload(FILE)
    const preview = await school.get(PRINCIPAL, 'calendar.preview', { schoolId: SCHOOL, fileId })
    expect(preview.calendar).toEqual({
      rest: [],
      school: ['2026-10-31'],
      terms: [AUTUMN, SPRING],
      closures: [
        { from: '2026-10-29', to: '2026-10-30', cause: 'sports' },
        { from: '2027-01-23', to: '2027-02-21', cause: 'winter' },
      ],
    })
    const doubtful = preview.entries.filter((each) => each.doubtful)
    expect(doubtful.map(({ text, from }) => [text, from])).toEqual([['家长开放日 11月18日', '2026-11-18']])

    const lines = [{ line: doubtful[0]?.line ?? -1, meaning: 'closure' as const }]
    const asked = await school.get(PRINCIPAL, 'calendar.preview', { schoolId: SCHOOL, fileId, lines })
    expect(asked.calendar.closures).toContainEqual({ from: '2026-11-18', to: '2026-11-18', cause: 'holiday' })
    expect(asked.digest).not.toBe(preview.digest)

    const { version, digest } = asked
    const stale = { schoolId: SCHOOL, fileId, lines, version, digest: preview.digest }
    expect(await school.ask(PRINCIPAL, 'calendar.import', stale)).toMatchObject({ error: { code: 'FILE_CHANGED' } })
    const imported = await school.get(PRINCIPAL, 'calendar.import', {
      schoolId: SCHOOL,
      fileId,
      lines,
      version,
      digest,
    })
    expect(imported).toMatchObject({ version: 1, calendar: asked.calendar })
    // The same file again changes nothing.
    const again = await school.get(PRINCIPAL, 'calendar.preview', { schoolId: SCHOOL, fileId, lines })
    expect(again.calendar).toEqual(asked.calendar)
  })

  test('T06 given an .ics, then its whole days end the day before the end it names', async () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261001',
      'DTEND;VALUE=DATE:20261008',
      'SUMMARY:国庆节',
      ' 放假',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261010',
      'SUMMARY:国庆节补班',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    const { calendar } = await school.get(PRINCIPAL, 'calendar.preview', {
      schoolId: SCHOOL,
      fileId: await upload(ics),
    })
    expect(calendar).toEqual({
      rest: [],
      school: ['2026-10-10'],
      closures: [{ from: '2026-10-01', to: '2026-10-07', cause: 'holiday' }],
    })
  })

  test('T06 given a file without days, one that is no table, and another person’s, then each is refused and says why', async () => {
    const ask = async (fileId: string, by = PRINCIPAL) =>
      school.ask(by, 'calendar.preview', { schoolId: SCHOOL, fileId })
    expect(await ask(await upload('姓名,电话\n林小禾,13900001001'))).toMatchObject({
      error: { code: 'FILE_UNREADABLE', field: 'days' },
    })
    expect(await ask(await upload('%PDF-1.7'))).toMatchObject({ error: { code: 'FILE_UNREADABLE', field: 'kind' } })
    expect(await ask(await upload(FILE), OFFICE)).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'fileId' } })
  })
})
