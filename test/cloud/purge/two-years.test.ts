// Proves that a finished school year goes from database and storage in its time, and that nothing else does (G23).
import { CLASS, HEAD_TEACHER, PRINCIPAL, SCHOOL, givenSchool, keyOf, type GivenSchool } from '../given-school'
import {
  CHILD,
  FIRST_YEAR,
  HALF_YEAR_NIGHT,
  MOTHER,
  WHOLE_YEAR_NIGHT,
  audit,
  files,
  liveOneDay,
  purge,
  type Lived,
} from './given-years'

interface Figures {
  month: string
  purged?: true
  slips: { counts: object; minutes: number[] }[]
  leaves: { day: string; childId: string }[]
  attendance: Record<string, unknown>[]
}

let school: GivenSchool
let first: Lived
let second: Lived
let filesOfFirst: string[]
let filesOfSecond: string[]
let figuresBefore: Figures[]
const COLLECTIONS = ['notices', 'slips', 'leaves', 'talks', 'albums', 'rolls', 'incidents', 'evidence'] as const
const counts = async () =>
  Object.fromEntries(
    await Promise.all(COLLECTIONS.map(async (name) => [name, (await school.stored(name)).length] as const)),
  )
const ids = async (name: string) => (await school.stored<{ _id: string }>(name)).map(({ _id }) => _id)

beforeAll(async () => {
  school = await givenSchool()
  first = await liveOneDay(school, '2026-09-02T10:00:00+08:00')
  filesOfFirst = await files(school)
  second = await liveOneDay(school, '2027-09-02T10:00:00+08:00')
  filesOfSecond = (await files(school)).filter((path) => !filesOfFirst.includes(path))
  figuresBefore = await school.stored<Figures>('statistics')
})
afterAll(() => school?.stop())

test('G23 before its night nothing goes, and leaders see what will go and when', async () => {
  await purge(school, '2028-02-28T02:00:00+08:00')
  expect(await counts()).toEqual({
    ...{ notices: 4, slips: 2, leaves: 2, talks: 2, albums: 2, rolls: 2, incidents: 2, evidence: 2 },
  })
  const { ahead, done } = await school.get(PRINCIPAL, 'purge.read', { schoolId: SCHOOL })
  expect(done).toEqual([])
  expect(ahead).toMatchObject([
    {
      ...{ year: FIRST_YEAR, at: Date.parse(HALF_YEAR_NIGHT) },
      lines: [
        { kind: 'notices', count: 2 },
        { kind: 'slips', count: 1 },
        { kind: 'leaves', count: 1 },
        { kind: 'rolls', count: 1 },
        { kind: 'talks', count: 1 },
        { kind: 'albums', count: 1 },
      ],
    },
    {
      ...{ year: FIRST_YEAR, at: Date.parse(WHOLE_YEAR_NIGHT) },
      lines: [
        { kind: 'incidents', count: 1 },
        { kind: 'cases', count: 2 },
      ],
    },
  ])
  const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  expect(today).toMatchObject({ purgeDue: { year: FIRST_YEAR, at: Date.parse(HALF_YEAR_NIGHT) } })
  expect(filesOfFirst.map((path) => path.split('/')[1])).toEqual(
    expect.arrayContaining(['albums', 'leaves', 'notices', 'slips', 'talks']),
  )
})

test('G23 after half a year papers, signatures, proofs, talks and photos are gone from database and storage', async () => {
  await purge(school, HALF_YEAR_NIGHT)
  expect(await counts()).toEqual({
    ...{ notices: 2, slips: 1, leaves: 1, talks: 1, albums: 1, rolls: 1, incidents: 2, evidence: 2 },
  })
  // Evidence is the school's own record, and stays for a year.
  const records = filesOfFirst.filter((path) => path.startsWith('kept/evidence'))
  expect(await files(school)).toEqual([...records, ...filesOfSecond].sort())
  const left = JSON.stringify(await Promise.all(['notices', 'slips', 'leaves', 'talks'].map((name) => ids(name))))
  for (const id of Object.values(first)) expect(left).not.toContain(id)
  for (const id of Object.values(second)) expect(left).toContain(id)
})

test('G23 the figures of that year add up as before, and name nobody', async () => {
  const after = await school.stored<Figures>('statistics')
  const sums = (rows: Figures[]) =>
    rows
      .filter(({ month }) => month?.startsWith('2026'))
      .map(({ month, slips, leaves, attendance }) => ({
        month,
        slips,
        leaves: leaves.map(({ day }) => day),
        people: new Set(leaves.map(({ childId }) => childId)).size,
        attendance: attendance.map(({ absentees, ...day }) => [day, (absentees as []).length]),
      }))
  expect(sums(after)).toEqual(sums(figuresBefore))
  expect(sums(after).length).toBeGreaterThan(0)
  const old = after.filter(({ month }) => month?.startsWith('2026'))
  expect(old.every(({ purged }) => purged)).toBe(true)
  expect(JSON.stringify(old)).not.toContain(CHILD)
  const young = after.filter(({ month }) => month?.startsWith('2027'))
  expect(JSON.stringify(young)).toContain(CHILD)
})

test('G23 G12 the audit says how much of what has gone, names nobody, and is unbroken', async () => {
  const { rows, intact } = await audit(school)
  expect(intact).toBe(true)
  const purged = rows.filter(({ action }) => action === 'purge.done')
  expect(purged).toMatchObject([
    {
      ...{ by: 'system', said: '到期清除', target: `purges/${SCHOOL}:${FIRST_YEAR}` },
      detail: { year: FIRST_YEAR, notices: 2, slips: 1, leaves: 1, talks: 1, albums: 1, rolls: 1 },
    },
  ])
  expect(purged[0]?.detail?.['files']).toBe(filesOfFirst.filter((path) => !path.startsWith('kept/evidence')).length)
  expect(JSON.stringify(purged)).not.toContain(MOTHER)
})

test('G23 after a whole year the school’s own records go too, once', async () => {
  await purge(school, WHOLE_YEAR_NIGHT)
  expect(await files(school)).toEqual(filesOfSecond)
  expect(await counts()).toMatchObject({ slips: 1, incidents: 1, evidence: 1 })
  const { done } = await school.get(PRINCIPAL, 'purge.read', { schoolId: SCHOOL })
  expect(done[0]).toMatchObject({ year: FIRST_YEAR, state: 'done' })
  const { rows } = await audit(school)
  expect(rows.filter(({ action }) => action === 'purge.done')).toHaveLength(2)
  const page = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  expect(page.members.length).toBeGreaterThan(0)
})
