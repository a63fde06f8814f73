// Decides that the cloud refuses every day the form does not offer, and names the rule (L14, PC-18).
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import type { Input } from '@class-pact/core/contract'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
type Leave = Input<'leave.submit'>

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ now: '2026-12-01T10:00:00+08:00' })
})
afterAll(() => school.stop())

const ask = (kind: Leave['kind'], from: string, to = from, halves: Partial<Leave['span']> = {}) =>
  school.ask(MOTHER, 'leave.submit', {
    childId: CHILD,
    kind,
    span: { from, fromHalf: 'am', to, toHalf: 'pm', ...halves },
    proof: [],
    ...(kind === 'personal' && { reason: '家里有事' }),
  })

test.each([
  ['PC-18: a year ago', 'sick', '2025-10-13', '2025-10-14', { code: 'LEAVE_LATE', facts: { day: '2026-11-28' } }],
  ['four days ago', 'fever', '2026-11-27', '2026-11-27', { code: 'LEAVE_LATE', facts: { day: '2026-11-28' } }],
  ['of a person’s own affairs yesterday', 'personal', '2026-11-30', '2026-11-30', { code: 'LEAVE_LATE' }],
  ['in two years', 'sick', '2028-10-12', '2028-10-13', { code: 'LEAVE_AHEAD', facts: { day: '2027-08-31' } }],
  ['on a day that does not exist', 'sick', '2027-02-30', '2027-03-01', { code: 'INPUT_INVALID', field: 'span.from' }],
  ['until a day that does not exist', 'sick', '2027-02-25', '2027-02-31', { code: 'INPUT_INVALID', field: 'span.to' }],
] as const)('L03 L14 leave %s is refused', async (_, kind, from, to, error) => {
  expect(await ask(kind, from, to)).toMatchObject({ ok: false, error })
})

test('L14 the refusal cites the rule of the pact, and the form knows the days', async () => {
  expect(await ask('sick', '2025-10-13')).toMatchObject({
    error: { rule: 'L14', cite: { rule: 'L14', pactVersion: 1 } },
  })
  expect(await school.get(MOTHER, 'leave.prepare', { childId: CHILD })).toMatchObject({
    lateDays: 3,
    lateCite: { rule: 'L14', pactVersion: 1 },
  })
})

test('L14 sick leave of yesterday is handed in late; with another pact it may be older', async () => {
  expect(await ask('fever', '2026-11-30')).toMatchObject({ ok: true, data: { days: 1 } })
  const changes = { rules: { L14: { lateDays: 10 } } }
  await school.get(PRINCIPAL, 'pact.adopt', { schoolId: SCHOOL, changes, version: 2, effectiveFrom: '2026-12-02' })
  expect(await ask('fever', '2026-11-25')).toMatchObject({ error: { code: 'LEAVE_LATE' } })
  await school.at('2026-12-02T10:00:00+08:00')
  expect(await ask('fever', '2026-11-25')).toMatchObject({ ok: true })
})

test('L03 an afternoon leave is withdrawn in the morning, and not from noon on', async () => {
  await school.at('2026-12-03T08:30:00+08:00')
  const approved = async (day: string) => {
    const reply = await ask('fever', day, day, { fromHalf: 'pm' })
    if (!reply.ok) throw new Error(reply.error.code)
    await school.get(HEAD_TEACHER, 'leave.decide', { leaveId: reply.data.leaveId, approve: true })
    return reply.data.leaveId
  }
  const morning = await approved('2026-12-03')
  expect(await school.ask(MOTHER, 'leave.withdraw', { leaveId: morning })).toMatchObject({
    data: { state: 'withdrawn' },
  })
  const noon = await approved('2026-12-04')
  await school.at('2026-12-04T12:00:00+08:00')
  expect(await school.ask(MOTHER, 'leave.withdraw', { leaveId: noon })).toMatchObject({
    error: { code: 'LEAVE_STATE' },
  })
})
