// Decides that a class’s teachers see who is away in a month, subject teachers without the kind, and others nothing.
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  OTHER_HEAD_TEACHER,
  TEACHER,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
  await school.at(MORNING)
})
afterAll(() => school.stop())

const MONTH = { classId: CLASS, month: '2026-09' }

test('M17 X06 a month of leave: half days of every child, rest days said, the kind not for subject teachers', async () => {
  const child = childId(CLASS, 0)
  const span = { from: '2026-09-03', fromHalf: 'pm', to: '2026-09-07', toHalf: 'am' } as const
  await school.get(motherOf(child), 'leave.submit', { childId: child, kind: 'fever', proof: [], span })
  const { days } = await school.get(HEAD_TEACHER, 'leave.month', MONTH)
  expect(days).toHaveLength(30)
  const away = days.filter((each) => each.away.length > 0)
  expect(away.map(({ day, away: [first] }) => [day, first?.halves, first?.kind])).toEqual([
    ['2026-09-03', ['pm'], 'fever'],
    ['2026-09-04', ['am', 'pm'], 'fever'],
    ['2026-09-07', ['am'], 'fever'],
  ])
  expect(days.filter(({ rest }) => rest).map(({ day }) => day)).toContain('2026-09-05')
  const seen = await school.get(TEACHER, 'leave.month', MONTH)
  expect(seen.days.flatMap((each) => each.away)).toHaveLength(3)
  expect(JSON.stringify(seen)).not.toContain('fever')
  expect(await school.get(OFFICE, 'leave.month', MONTH)).toMatchObject({ className: '三（2）班' })
})

test('M17 a family and another class’s teacher do not see it; a month that does not exist is none', async () => {
  for (const who of [motherOf(childId(CLASS, 0)), OTHER_HEAD_TEACHER]) {
    expect(await school.ask(who, 'leave.month', MONTH)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  expect(await school.ask(HEAD_TEACHER, 'leave.month', { ...MONTH, month: '2026-13' })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'month' },
  })
})
