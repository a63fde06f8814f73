// Decides the columns of date and time pickers within their limits.
import { dateColumns, readDate, readTime, timeColumns } from '../../../local/phone/runtime/components/picker-dates'

const limits = { start: '2026-08-30', end: '2027-02-10', fields: 'day' }

it('given limits, only what lies between them is offered', () => {
  const columns = dateColumns(limits, '2026-08-31')
  expect(columns.map(({ items }) => items.length)).toEqual([2, 5, 2])
  expect(columns.map(({ items, selected }) => items[selected])).toEqual(['2026年', '08月', '31日'])
})

it('given a value outside of the limits, it is moved inside', () => {
  expect(dateColumns(limits, '2030-05-05').map(({ items, selected }) => items[selected])).toEqual([
    '2027年',
    '02月',
    '05日',
  ])
})

it('given a leap year, February has 29 days', () => {
  const wide = { start: '2000-01-01', end: '2099-12-31', fields: 'day' }
  expect(dateColumns(wide, '2028-02-01')[2]?.items).toHaveLength(29)
  expect(dateColumns(wide, '2026-02-01')[2]?.items).toHaveLength(28)
})

it.each([
  ['day', [0, 1, 2], '2026-09-03'],
  ['month', [1, 1], '2027-02'],
  ['year', [1], '2027'],
])('reads %s', (fields, selected, value) => {
  expect(readDate(fields, limits, selected)).toBe(value)
})

it('reads times and keeps them inside their limits', () => {
  expect(timeColumns('08:05', '07:00', '20:00').map(({ items, selected }) => items[selected])).toEqual(['08', '05'])
  expect(readTime('07:00', '20:00', [13, 30])).toBe('20:00')
  expect(readTime('07:00', '20:00', [1, 5])).toBe('08:05')
})
