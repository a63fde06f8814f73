// Decides what lines of a calendar mean, however schools write them: spans, years, terms in two ends, swapped days.
import { findSpans } from '../../../cloudfunctions/domains/calendar/read-days'
import { addEntries, readEntries } from '../../../cloudfunctions/domains/calendar/read-entries'
import { readEvents } from '../../../cloudfunctions/domains/calendar/read-events'

test.each([
  ['10月1日至7日', [['2026-10-01', '2026-10-07']]],
  ['1月23日—2月21日', [['2027-01-23', '2027-02-21']]],
  ['2026年12月31日到1月2日', [['2026-12-31', '2027-01-02']]],
  ['2026-09-01至2027-01-22', [['2026-09-01', '2027-01-22']]],
  ['2026.9.1～2027.1.22', [['2026-09-01', '2027-01-22']]],
  ['10月29日（周四）至10月30日（周五）', [['2026-10-29', '2026-10-30']]],
  ['7月3日至8月31日', [['2027-07-03', '2027-08-31']]],
  ['2月30日', []],
  ['第三周', []],
])('T06 given %s in the school year 2026, then its days are found', (clause, spans) => {
  expect(findSpans(clause, 2026).map(({ from, to }) => [from, to])).toEqual(spans)
})

const read = (...lines: string[]) =>
  readEntries(
    lines.map((text) => ({ text })),
    2026,
    {},
  )
const meant = (...lines: string[]) => read(...lines).entries.map(({ meaning, from, to }) => [meaning, from, to])

test('T06 given a term in two ends, then it is one; the first day of a holiday is no day of it', () => {
  expect(meant('9月1日开学，1月22日学期结束')).toEqual([['term', '2026-09-01', '2027-01-22']])
  expect(meant('2月22日正式上课', '7月3日放暑假')).toEqual([['term', '2027-02-22', '2027-07-02']])
})
test('T06 given a day off with a day made up for it, then each is what its clause says', () => {
  expect(meant('国庆节10月1日至7日放假，10月10日上课')).toEqual([
    ['closure', '2026-10-01', '2026-10-07'],
    ['school', '2026-10-10', '2026-10-10'],
  ])
  expect(meant('运动会10月29日，10月30日，10月31日补课')).toEqual([
    ['closure', '2026-10-29', '2026-10-29'],
    ['closure', '2026-10-30', '2026-10-30'],
    ['school', '2026-10-31', '2026-10-31'],
  ])
})
test('T06 given a line that says a day and not what it is, then it is asked and left out until then', () => {
  const { entries } = read('家长开放日 11月18日')
  expect(entries).toMatchObject([{ meaning: 'ignored', doubtful: true }])
  expect(addEntries({ rest: [], school: [] }, entries)).toEqual({ rest: [], school: [], terms: [], closures: [] })
})
test('T06 given what stood there before, then the file goes before it where both speak of the same days', () => {
  const before = {
    rest: ['2026-10-31'],
    school: ['2026-10-29'],
    terms: [{ from: '2026-09-01', to: '2027-01-15' }],
    closures: [{ from: '2026-11-05', to: '2026-11-06', cause: 'exam' as const }],
  }
  const { entries } = read('第一学期 9月1日至1月22日', '运动会10月29日至30日，10月31日补课')
  expect(addEntries(before, entries)).toEqual({
    rest: [],
    school: ['2026-10-31'],
    terms: [{ from: '2026-09-01', to: '2027-01-22' }],
    closures: [
      { from: '2026-11-05', to: '2026-11-06', cause: 'exam' },
      { from: '2026-10-29', to: '2026-10-30', cause: 'sports' },
    ],
  })
})
test('T06 given events with a time or without an end, then they are days', () => {
  const event = (...fields: string[]) => ['BEGIN:VEVENT', ...fields, 'END:VEVENT'].join('\n')
  expect(readEvents(event('DTSTART:20261105T010000Z', 'DTEND:20261105T090000Z', 'SUMMARY:期中考试'))).toEqual([
    { text: '期中考试', span: { from: '2026-11-05', to: '2026-11-05' } },
  ])
  expect(readEvents(event('DTSTART;VALUE=DATE:20260230', 'SUMMARY:没有的日子'))).toEqual([])
})
