// Decides that somebody looks for a child who does not come back after leave, with and without a roll (L08, L03).
import type { TodayStaff } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, PRINCIPAL, SCHOOL, givenSchool, keyOf, motherOf, type GivenSchool } from '../given-school'
import { MISSING, holdClock, missOne, takeRoll, timeOf } from './given-missing'

const MOTHER = motherOf(MISSING)
const MONDAY = '2026-08-31'
const BACK = '2026-09-01'

let school: GivenSchool
/** Leave of the day before: the child is expected on the first of September. */
beforeEach(async () => {
  school = await givenSchool({ now: `${MONDAY}T07:00:00+08:00` })
  await holdClock(school, `${MONDAY}T07:00:00+08:00`)
  const span = { from: MONDAY, fromHalf: 'am', to: MONDAY, toHalf: 'pm' } as const
  const { leaveId } = await school.get(MOTHER, 'leave.submit', { childId: MISSING, kind: 'fever', span, proof: [] })
  await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })
})
afterEach(() => school.stop())

interface StoredRoll {
  _id: string
  takenAt?: number
  open: number
  contacts: Record<string, { why: string; since: number; closed?: { how: string } }>
}
const rolls = () => school.stored<StoredRoll>('rolls')
const leaveState = async () => (await school.stored<{ state: string }>('leaves'))[0]?.state
const missing = async () => {
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  return (today as TodayStaff).missing
}

test('L08 given leave ended and no 销假, then a search exists one hour after the check, though nobody takes the roll', async () => {
  await school.at(`${BACK}T08:59:59.999+08:00`)
  await school.tick()
  expect(await rolls()).toEqual([])
  await school.advance(1)
  await school.tick(2)
  await school.tick()
  expect(await missing()).toMatchObject([{ childId: MISSING, since: timeOf('09:00:00'), dueAt: timeOf('09:30:00') }])
  expect(await rolls()).toMatchObject([{ open: 1, contacts: { [MISSING]: { why: 'not_back' } } }])
  expect((await rolls())[0]?.takenAt).toBeUndefined()
  await school.at(`${BACK}T09:30:00+08:00`)
  const leaders = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  expect(leaders).toMatchObject({ missing: [{ classId: CLASS, count: 1 }] })
})

test('L08 given a roll of that half marks the child absent, then it is looked for at once as not back', async () => {
  await school.at(`${BACK}T08:00:00+08:00`)
  const roll = await missOne(school)
  expect(roll.contacts).toMatchObject([{ childId: MISSING, why: 'not_back', since: timeOf('08:00:00') }])
  await school.at(`${BACK}T09:00:00+08:00`)
  await school.tick()
  expect(Object.keys((await rolls())[0]?.contacts ?? {})).toEqual([MISSING])
})

test('L08 L03 given the roll sees the child, then the leave is returned by it, and nobody looks', async () => {
  await school.at(`${BACK}T08:00:00+08:00`)
  await takeRoll(school, [])
  await school.tick()
  expect(await leaveState()).toBe('returned')
  await school.at(`${BACK}T09:30:00+08:00`)
  await school.tick()
  expect(await missing()).toEqual([])
})

test('L03 given a child comes although its leave goes on, then the roll ends the leave', async () => {
  await school.at(`${MONDAY}T08:05:00+08:00`)
  await takeRoll(school, [{ childId: MISSING, mark: 'late', at: timeOf('08:05:00', MONDAY) }])
  await school.tick()
  expect(await leaveState()).toBe('returned')
})

test.each([
  ['the child is in the roll', () => takeRoll(school, []), 'arrived', 'returned'],
  [
    'somebody notes that the child has come',
    () =>
      school.get(HEAD_TEACHER, 'roll.contact', {
        ...{ classId: CLASS, day: BACK, half: 'am', childId: MISSING },
        ...{ outcome: 'arrived', at: timeOf('09:10:00') },
      }),
    'arrived',
    'returned',
  ],
  [
    'the family asks for more leave',
    () =>
      school.get(MOTHER, 'leave.submit', {
        ...{ childId: MISSING, kind: 'fever', proof: [] },
        span: { from: BACK, fromHalf: 'am', to: BACK, toHalf: 'pm' },
      }),
    'leave',
    'approved',
  ],
] as const)('L08 the search ends when %s', async (_what, answer, how, state) => {
  await school.at(`${BACK}T09:00:00+08:00`)
  await school.tick()
  await school.at(`${BACK}T09:10:00+08:00`)
  await answer()
  await school.tick()
  expect(await rolls()).toMatchObject([{ open: 0, contacts: { [MISSING]: { closed: { how } } } }])
  expect(await missing()).toEqual([])
  const [first] = await school
    .stored<{ span: { from: string }; state: string }>('leaves')
    .then((all) => all.filter(({ span }) => span.from === MONDAY))
  expect(first?.state).toBe(state)
})

test('L08 given the family has 销假 before, or new leave covers the day, then nobody looks', async () => {
  const span = { from: BACK, fromHalf: 'am', to: BACK, toHalf: 'am' } as const
  await school.get(MOTHER, 'leave.submit', { childId: MISSING, kind: 'fever', span, proof: [] })
  await school.at(`${BACK}T09:00:00+08:00`)
  await school.tick()
  expect(await rolls()).toEqual([])
})
