// Decides how many days in a row a child was not there, and by when each of the three steps is due (Q20).
import { absentRow, dueDays } from '@class-pact/core/attendance'
import { createPact, dropoutDays } from '@class-pact/core/pact'

const on = (day: string, ...absent: string[]) => ({ day, absent: new Set(absent) })

test('Q20 given days with a roll, then the row is counted back from the last; a day here breaks it, a day without a roll does not', () => {
  const days = [on('2026-09-01', 'c'), on('2026-09-02'), on('2026-09-03', 'c'), on('2026-09-07', 'c', 'd')]
  expect(absentRow('c', days)).toEqual(['2026-09-03', '2026-09-07'])
  expect(absentRow('d', days)).toEqual(['2026-09-07'])
  expect(absentRow('e', days)).toEqual([])
})

test('Q20 given a Friday, then the steps are due on school days: at once, after two, after five', () => {
  expect(dueDays('2026-09-04', { rest: [], school: [] })).toEqual({
    ...{ grade: '2026-09-04', persuade: '2026-09-08', office: '2026-09-11' },
  })
})

test('Q20 given a pact, then its days hold; three where it does not say', () => {
  expect(dropoutDays({ rules: { Q20: { days: 5 } } })).toBe(5)
  expect(dropoutDays({ rules: {} })).toBe(3)
  expect(createPact('s', 1, 'primary', '2026-08-01')?.rules['Q20']).toEqual({ days: 3 })
})
