// Decides that children who fall ill together are told, looked at and reported, one warning an outbreak.
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { giveLeave, takeRoll, type Marks } from './given-rolls'

const at = (index: number) => childId(CLASS, index)
const fever: Marks[string] = { mark: 'present', symptoms: ['fever'] }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ children: 10, now: '2026-09-01T08:05:00+08:00' })
})
afterEach(() => school.stop())

const leaders = async () => {
  const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  return today.role === 'principal' ? today.warnings : []
}
const ofClass = async () => {
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  return today.role === 'head_teacher' ? today.warnings : []
}
const leaveOf = (index: number, from: string, kind: 'fever' | 'cough' = 'fever') =>
  giveLeave(school, { mother: motherOf(at(index)), head: HEAD_TEACHER, childId: at(index), kind, from })

test('X06 given sick leave and what was seen at the check, then three children are a warning, each once, and two are none', async () => {
  await leaveOf(0, '2026-09-01')
  // The same child is seen at the check too: on leave, and ill all the same.
  await takeRoll(school, HEAD_TEACHER, CLASS, { [at(1)]: fever })
  await school.tick()
  expect(await leaders()).toEqual([])
  await takeRoll(school, HEAD_TEACHER, CLASS, { [at(1)]: fever, [at(2)]: fever })
  await school.tick(3)
  const [warning, ...others] = await leaders()
  expect(others).toEqual([])
  expect(warning).toMatchObject({ className: '三（2）班', symptom: 'fever', today: 3, children: 3 })
  expect(await ofClass()).toEqual([warning])
  expect((await school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'week' })).clusters).toEqual([
    warning,
  ])
})

test('X06 given a wrong mark, then the warning goes when the roll is corrected', async () => {
  await takeRoll(school, HEAD_TEACHER, CLASS, { [at(0)]: fever, [at(1)]: fever, [at(2)]: fever })
  await school.tick()
  expect(await leaders()).toHaveLength(1)
  await school.advance(60_000)
  await takeRoll(school, HEAD_TEACHER, CLASS, { [at(2)]: 'present' })
  await school.tick()
  expect(await leaders()).toEqual([])
})

test('X06 given days of one outbreak, then it is one warning, said to be late after 24 hours, and gone when it is reported', async () => {
  await takeRoll(school, HEAD_TEACHER, CLASS, { [at(0)]: fever, [at(1)]: fever, [at(2)]: fever })
  await school.tick()
  const [first] = await leaders()
  const warningId = first?.warningId ?? ''
  expect(first).not.toHaveProperty('overdue')
  await school.at('2026-09-02T08:05:00+08:00')
  await takeRoll(school, HEAD_TEACHER, CLASS, { [at(3)]: fever, [at(4)]: fever, [at(5)]: fever })
  await school.tick()
  expect(await leaders()).toMatchObject([{ warningId, lastDay: '2026-09-02', children: 6, overdue: true }])
  expect(await school.get(HEAD_TEACHER, 'attendance.verify', { warningId, holds: true })).toMatchObject({
    verified: { holds: true },
    canReport: false,
    cases: [{ no: '1' }, { no: '2' }, { no: '3' }, { no: '4' }, { no: '5' }, { no: '6' }],
  })
  const report = { warningId, to: ['bureau' as const], at: Date.parse('2026-09-02T09:00:00+08:00') }
  expect(await school.ask(HEAD_TEACHER, 'attendance.report', report)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  const replies = await Promise.all([PRINCIPAL, OFFICE].map((who) => school.ask(who, 'attendance.report', report)))
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'STEP_DONE' } })
  expect([...(await leaders()), ...(await ofClass())]).toEqual([])
  expect(await school.get(OFFICE, 'attendance.warning', { warningId })).toMatchObject({ reported: { to: ['bureau'] } })
})

test('X06 given a leader who finds that it is none, then it is closed, and begins anew with more children', async () => {
  await takeRoll(school, HEAD_TEACHER, CLASS, { [at(0)]: fever, [at(1)]: fever, [at(2)]: fever })
  await school.tick()
  const warningId = (await leaders())[0]?.warningId ?? ''
  // The head teacher's word alone does not close it.
  await school.get(HEAD_TEACHER, 'attendance.verify', { warningId, holds: false })
  expect(await leaders()).toMatchObject([{ verified: { holds: false } }])
  await school.get(PRINCIPAL, 'attendance.verify', { warningId, holds: false })
  expect(await leaders()).toEqual([])
  await school.advance(60_000)
  await takeRoll(school, HEAD_TEACHER, CLASS, { [at(3)]: fever })
  await school.tick()
  const [again] = await leaders()
  expect(again).toMatchObject({ warningId, today: 4 })
  expect(again).not.toHaveProperty('verified')
})

test('X06 given leave handed in the day before, then the warning is there when its day begins', async () => {
  for (const index of [0, 1, 3]) await leaveOf(index, '2026-09-02', 'cough')
  await school.tick()
  expect(await leaders()).toEqual([])
  await school.at('2026-09-02T00:01:00+08:00')
  await school.tick()
  expect(await leaders()).toMatchObject([{ symptom: 'cough', today: 3 }])
})

test('M14 N16 given a warning and a day’s health, then nobody reads them but the class’s own and the leaders', async () => {
  await leaveOf(0, '2026-09-01')
  await takeRoll(school, HEAD_TEACHER, CLASS, {
    [at(1)]: fever,
    [at(2)]: fever,
    [at(4)]: { mark: 'late', symptoms: ['injury'] },
  })
  await school.tick()
  const warningId = (await leaders())[0]?.warningId ?? ''
  for (const who of [TEACHER, OTHER_HEAD_TEACHER, motherOf(at(0))]) {
    expect(await school.ask(who, 'attendance.warning', { warningId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await school.ask(who, 'attendance.health', { schoolId: SCHOOL })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  }
  expect(await school.ask(HEAD_TEACHER, 'attendance.health', { schoolId: SCHOOL })).toMatchObject({ ok: false })
  const health = await school.get(OFFICE, 'attendance.health', { schoolId: SCHOOL })
  expect(health.symptoms.map(({ symptom, children }) => [symptom, children])).toEqual([
    ['fever', 3],
    ['injury', 1],
  ])
  expect(health.symptoms[0]?.classes[0]?.children.map(({ no, away }) => [no, away])).toEqual([
    ['1', true],
    ['2', undefined],
    ['3', undefined],
  ])
  expect(health.untaken).toHaveLength(1)
})
