// Proves that a change of the seats (M01) holds for every child from its day, and sends nobody away.
import type { Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

/** Mother and father sit beside this one, only the mother beside the next. */
const [FULL, HALF] = [childId(CLASS, 0), childId(CLASS, 1)]
const BEFORE = '2026-09-07T23:59:50+08:00'
const FROM_THEN_ON = '2026-09-08T00:00:00+08:00'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
  await school.at('2026-09-07T10:00:00+08:00')
})
afterEach(() => school.stop())

/** A version with as many seats from 8 September on. */
const adoptSeats = (rules: Input<'pact.adopt'>['changes']['rules']) =>
  school.get(PRINCIPAL, 'pact.adopt', {
    ...{ schoolId: SCHOOL, changes: { rules }, version: 2, effectiveFrom: '2026-09-08' },
  })
const invite = async (child: string) =>
  (await school.get(HEAD_TEACHER, 'invitation.create', { purpose: 'child', classId: CLASS, childId: child })).token
const join = (openid: string, token: string) =>
  school.ask(openid, 'join.guardian', { token, consent: true, relation: 'grandma' })
const guardiansOf = async (child: string) =>
  (await school.stored<{ _id: string; guardians: { openid: string }[] }>('children'))
    .find(({ _id }) => _id === child)
    ?.guardians.map(({ openid }) => openid)

test('M01 V6 given three seats from tomorrow, then a child of long ago has two today and three tomorrow, in three calls', async () => {
  const token = await invite(HALF)
  expect(await join('o-second', token)).toMatchObject({ ok: true })
  await adoptSeats({ M01: { seats: 3 } })
  await school.at(BEFORE)
  expect(await join('o-third', token)).toMatchObject({
    ok: false,
    error: { code: 'SEATS_FULL', cite: { rule: 'M01', pactVersion: 1 }, facts: { count: 2, closed: 0 } },
  })
  await school.at(FROM_THEN_ON)
  expect(await school.get('o-third', 'invitation.read', { token })).toMatchObject({ seatsLeft: 1 })
  await school.cloud.control('counters.reset')
  const replies = await Promise.all(['o-third', 'o-fourth', 'o-fifth'].map((openid) => join(openid, token)))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.filter(({ ok }) => !ok)).toMatchObject(
    Array.from({ length: 2 }, () => ({
      error: { code: 'SEATS_FULL', cite: { pactVersion: 2 }, facts: { count: 3, closed: 1 } },
    })),
  )
  expect(await guardiansOf(HALF)).toHaveLength(3)
  expect(await school.databaseCalls('join.guardian')).toBeLessThanOrEqual(3 * replies.length)
})

test('M01 given one seat from tomorrow, then two guardians stay and read on, and nobody new comes in', async () => {
  const token = await invite(HALF)
  await adoptSeats({ M01: { seats: 1 } })
  await school.at(FROM_THEN_ON)
  const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  expect(members.slice(0, 2)).toMatchObject([
    { seats: 1, guardians: [{}, {}] },
    { seats: 1, guardians: [{}] },
  ])
  expect(await join('o-second', token)).toMatchObject({ ok: false, error: { code: 'SEATS_FULL', facts: { count: 1 } } })
  for (const openid of [motherOf(FULL), fatherOf(FULL)]) {
    expect((await school.get(openid, 'session.read', {})).identities).toMatchObject([{ childId: FULL }])
  }
  expect(await guardiansOf(FULL)).toEqual([motherOf(FULL), fatherOf(FULL)])
  await school.get(fatherOf(FULL), 'seat.leave', { childId: FULL })
  const again = await school.ask(HEAD_TEACHER, 'invitation.create', {
    ...{ purpose: 'child' },
    classId: CLASS,
    childId: FULL,
  })
  expect(again).toMatchObject({ ok: false, error: { code: 'SEATS_FULL', facts: { count: 1, closed: 0 } } })
})

test('V6 given no rule on seats from tomorrow, then a family of six fits, the same way', async () => {
  const token = await invite(HALF)
  await adoptSeats({ M01: null })
  await school.at(FROM_THEN_ON)
  for (const at of [2, 3, 4, 5, 6]) expect(await join(`o-${at}`, token)).toMatchObject({ ok: true })
  expect(await join('o-7', token)).toMatchObject({ ok: false, error: { code: 'SEATS_FULL', facts: { closed: 1 } } })
})
