// Decides that a leave is asked for at any hour, never twice for one half day, and decided by nobody but who may.
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
  childId,
  childName,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import type { Input } from '@class-pact/core/contract'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const FATHER = fatherOf(CHILD)

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())

/** Every test has a week of its own: weeks do not overlap. */
let week = Date.parse('2026-09-07T00:00:00+08:00')
const dayOf = (index: number) => new Date(week + index * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const moment = (index: number, hours: number) => new Date(week + index * 86_400_000 + hours * 3_600_000).toISOString()
beforeEach(async () => {
  week += 7 * 86_400_000
  // The autumn holidays fall into the first weeks of October.
  if (dayOf(0) >= '2026-09-28' && dayOf(0) < '2026-10-12') week = Date.parse('2026-10-12T00:00:00+08:00')
  await school.at(moment(0, 8))
})
afterEach(() => school.cloud.control('faults.clear'))

type Leave = Input<'leave.submit'>
const aLeave = (changes: Partial<Leave> = {}): Leave => ({
  ...{ childId: CHILD, kind: 'fever', proof: [] },
  span: { from: dayOf(1), fromHalf: 'am', to: dayOf(1), toHalf: 'pm' },
  ...changes,
})
const submit = (changes?: Partial<Leave>) => school.get(MOTHER, 'leave.submit', aLeave(changes))

test('L01 L03 a leave goes from asked for to approved to returned, and everybody concerned sees it', async () => {
  const { leaveId, state, days, teacher } = await submit()
  expect({ state, days, teacher }).toEqual({ state: 'pending', days: 1, teacher: '语文王老师' })
  const waiting = await school.get(HEAD_TEACHER, 'leave.list', { of: 'class', classId: CLASS })
  expect(waiting.leaves[0]).toMatchObject({ leaveId, childName: childName(0), recentCount: expect.any(Number) })

  expect(await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })).toMatchObject({
    state: 'approved',
    decidedBy: '语文王老师',
  })
  await school.at(moment(1, 9))
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  expect(today).toMatchObject({ leavesToday: 1 })
  expect(await school.get(FATHER, 'leave.return', { leaveId })).toMatchObject({ state: 'returned' })
})

test('T02 quiet hours never block a leave', async () => {
  await school.at(moment(0, 23))
  expect(await submit()).toMatchObject({ state: 'pending' })
})

test('L03 two requests for the same half day, also at once, leave one leave', async () => {
  const both = await Promise.all(
    [MOTHER, FATHER].map((who) => school.ask(who, 'leave.submit', aLeave(), newRequestId())),
  )
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const [leave] = both.flatMap((reply) => (reply.ok ? [reply.data] : []))
  const refused = both.find(({ ok }) => !ok)
  expect(refused).toMatchObject({ error: { code: 'LEAVE_OVERLAP', facts: { leaveId: leave?.leaveId } } })
})

test('L03 a morning and an afternoon of one day are two leaves', async () => {
  const half = (from: 'am' | 'pm') => ({ from: dayOf(1), fromHalf: from, to: dayOf(1), toHalf: from })
  expect((await submit({ span: half('am') })).days).toBe(0.5)
  expect((await submit({ span: half('pm') })).days).toBe(0.5)
})

test('G18 the same request twice is one leave', async () => {
  const requestId = newRequestId()
  const ask = () => school.get(MOTHER, 'leave.submit', aLeave(), requestId)
  const [first, second] = await Promise.all([ask(), ask()])
  expect(second).toEqual(first)
  expect(await ask()).toEqual(first)
})

test('L03 a weekend holds no school day, and an end before the start is no span', async () => {
  const span = (from: number, to: number) =>
    ({ from: dayOf(from), fromHalf: 'am', to: dayOf(to), toHalf: 'pm' }) as const
  expect(await school.ask(MOTHER, 'leave.submit', aLeave({ span: span(5, 6) }))).toMatchObject({
    error: { code: 'LEAVE_EMPTY' },
  })
  expect(await school.ask(MOTHER, 'leave.submit', aLeave({ span: span(3, 2) }))).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'span' },
  })
  expect((await submit({ span: span(3, 7) })).days).toBe(3)
})

test('L03 after a rejection the half days are free again', async () => {
  const { leaveId } = await submit()
  const words = '日期有误'
  expect(await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: false, words })).toMatchObject({
    state: 'rejected',
    words,
  })
  expect(await submit()).toMatchObject({ state: 'pending' })
})

test('L03 nobody but the head teacher of this class decides, and not twice', async () => {
  const { leaveId } = await submit()
  for (const who of [TEACHER, OTHER_HEAD_TEACHER, PRINCIPAL, MOTHER]) {
    expect(await school.ask(who, 'leave.decide', { leaveId, approve: true })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  }
  const both = await Promise.all(
    [true, false].map((approve) => school.ask(HEAD_TEACHER, 'leave.decide', { leaveId, approve })),
  )
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'LEAVE_STATE' } })
})

test('N16 a leave, its reason and its proof are for the family and who approves', async () => {
  const { leaveId } = await submit({ reason: '体温三十八度五' })
  for (const who of [motherOf(childId(CLASS, 1)), OTHER_HEAD_TEACHER, PRINCIPAL]) {
    expect(await school.ask(who, 'leave.read', { leaveId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  expect(await school.ask(motherOf(childId(CLASS, 1)), 'leave.list', { of: 'child', childId: CHILD })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect((await school.get(HEAD_TEACHER, 'leave.read', { leaveId })).reason).toBe('体温三十八度五')
})

test('C04 a reason that could not be checked does not hold the leave up, and only the family reads it', async () => {
  await school.cloud.control('faults.set', { target: 'openapi:security.msgSecCheck', mode: 'fail', errcode: 45009 })
  const { leaveId, reason } = await submit({ reason: '家里有事' })
  expect(reason).toBe('家里有事')
  expect((await school.get(HEAD_TEACHER, 'leave.read', { leaveId })).reason).toBeUndefined()
})

test('N16 C28 a file of another folder, a roster above all, is no proof', async () => {
  for (const proof of ['rosters/r.xlsx', 'signatures/s.png', 'proofs/../rosters/r.xlsx']) {
    const leave = aLeave({ proof: [`cloud://local-env.local/${proof}`] })
    expect(await school.ask(MOTHER, 'leave.submit', leave)).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'proof.0' },
    })
  }
})

test('L03 a personal leave needs a reason', async () => {
  expect(await school.ask(MOTHER, 'leave.submit', aLeave({ kind: 'personal' }))).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'reason' },
  })
})

describe('given ten seconds to think again', () => {
  const told = async () =>
    (await school.cloud.control<{ deliveries: { touser: string; data: object }[] }>('deliveries.list')).deliveries

  beforeEach(async () => {
    // What earlier decisions owe is told to nobody: nobody had accepted a message.
    await school.tick()
    await school.accept(MOTHER, 'leave_result')
  })

  test('L03 a decision taken back in time is told to nobody', async () => {
    const before = (await told()).length
    const { leaveId } = await submit()
    await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: false })
    expect(await school.get(HEAD_TEACHER, 'leave.undo', { leaveId })).toMatchObject({ state: 'pending' })
    await school.advance(60_000)
    await school.tick()
    expect(await told()).toHaveLength(before)
    expect(await school.ask(MOTHER, 'leave.submit', aLeave())).toMatchObject({ error: { code: 'LEAVE_OVERLAP' } })
  })

  test('L03 afterwards it stands, and the family is told once, without a name', async () => {
    const before = (await told()).length
    const { leaveId } = await submit()
    await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })
    await school.advance(10_000)
    expect(await school.ask(HEAD_TEACHER, 'leave.undo', { leaveId })).toMatchObject({ error: { code: 'LEAVE_STATE' } })
    await school.tick(3)
    await school.tick()
    const messages = (await told()).slice(before)
    expect(messages).toMatchObject([{ touser: MOTHER, data: { phrase1: { value: '已批准' } } }])
    expect(JSON.stringify(messages)).not.toContain(childName(0))
  })
})

test('L03 a teacher who is the applicant does not approve; a leader does instead', async () => {
  const own = childId(CLASS, 1)
  await school.cloud.control('data.import', {
    collection: 'leaves',
    documents: [
      {
        ...{ _id: 'leave-of-teacher', schoolId: 'school', classId: CLASS, className: '三（2）班', childId: own },
        ...{ childName: childName(1), no: '2', kind: 'cough', days: 1, dates: [dayOf(1)], proof: [], state: 'pending' },
        span: { from: dayOf(1), fromHalf: 'am', to: dayOf(1), toHalf: 'pm' },
        applicant: { openid: HEAD_TEACHER, card: `${childName(1)}妈妈` },
        ...{ submittedAt: week, updatedAt: week, slots: [`${own}:${dayOf(1)}:am`, `${own}:${dayOf(1)}:pm`] },
        ...{ trail: [], audited: 0, trailOpen: false },
      },
    ],
  })
  const decision = { leaveId: 'leave-of-teacher', approve: true }
  expect(await school.ask(HEAD_TEACHER, 'leave.decide', decision)).toMatchObject({
    error: { code: 'APPLICANT_CANNOT_APPROVE', rule: 'L03' },
  })
  expect(await school.get(PRINCIPAL, 'leave.decide', decision)).toMatchObject({
    state: 'approved',
    decidedBy: '李校长',
  })
})

test('L03 a leave that has begun is returned, not withdrawn; one that has not is withdrawn', async () => {
  const { leaveId } = await submit({ span: { from: dayOf(1), fromHalf: 'am', to: dayOf(3), toHalf: 'pm' } })
  await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })
  await school.at(moment(2, 9))
  expect(await school.ask(MOTHER, 'leave.withdraw', { leaveId })).toMatchObject({ error: { code: 'LEAVE_STATE' } })
  await school.get(MOTHER, 'leave.return', { leaveId })
  // The days given back can be asked for again.
  const again = await submit({ span: { from: dayOf(3), fromHalf: 'am', to: dayOf(3), toHalf: 'pm' } })
  expect(await school.get(FATHER, 'leave.withdraw', { leaveId: again.leaveId })).toMatchObject({ state: 'withdrawn' })
})
