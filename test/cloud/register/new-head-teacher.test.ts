// Decides that who comes to lead a class in mid-year owes the hand-over list, and has two weeks for it (E02).
import { CLASS, HEAD_TEACHER, PRINCIPAL, SCHOOL, TEACHER, givenSchool, keyOf, type GivenSchool } from '../given-school'
import { patch } from '../talk/given-talk'
import { anEntry, keepEntries, switchOn } from './given-entries'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const rowsOf = async (who: string) =>
  (await school.get(who, 'register.due', { identity: keyOf('head_teacher', CLASS) })).rows.map(
    ({ register, slot, state, dueAt }) => [register, slot, state, new Date(dueAt).toISOString()],
  )
const list = (by: string, on: string) =>
  anEntry({ register: 'yearly-handover', slot: 'y2026', on, by, parts: ['fill', 'settle'] })

test('E02 given a new class teacher, then a hand-over list is due, two weeks long, and done by whoever took over', async () => {
  await switchOn(school, 'yearly-handover')
  await keepEntries(school, [list(HEAD_TEACHER, '2026-09-04')])
  expect((await rowsOf(HEAD_TEACHER)).map(([, , state]) => state)).toEqual(['done'])

  await school.at('2026-11-16T10:00:00+08:00')
  const headTeacher = { openid: TEACHER, name: '李强', subject: '数学', since: Date.parse('2026-11-16T09:00:00+08:00') }
  await patch(school, 'classes', CLASS, { headTeacher, teachers: [] })
  expect(await rowsOf(TEACHER)).toEqual([['yearly-handover', 'y2026', 'due', '2026-11-30T16:00:00.000Z']])
  const sheet = { register: 'yearly-handover', schoolId: SCHOOL, classId: CLASS }
  expect(await school.get(TEACHER, 'register.read', sheet)).toMatchObject({ version: 0, slot: 'y2026' })

  await school.at('2026-12-01T10:00:00+08:00')
  expect((await rowsOf(TEACHER)).map(([, , state]) => state)).toEqual(['overdue'])
  await keepEntries(school, [list(TEACHER, '2026-12-01')])
  expect((await rowsOf(TEACHER)).map(([, , state]) => state)).toEqual(['done'])
  // Both lists stay, for the leaders to look through.
  const table = await school.get(PRINCIPAL, 'register.table', sheet)
  expect(table.total).toBe(2)
})

test('E02 given the same class teacher all year, then nothing more is asked', async () => {
  await switchOn(school, 'yearly-handover')
  await keepEntries(school, [list(HEAD_TEACHER, '2026-09-04')])
  await school.at('2027-03-01T10:00:00+08:00')
  expect((await rowsOf(HEAD_TEACHER)).filter(([, , state]) => state !== 'done')).toEqual([])
})
