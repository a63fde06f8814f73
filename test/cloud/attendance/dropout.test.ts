// Decides that a child who does not come has three steps with owners and dates, and counts until it is back.
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
import { giveLeave, takeRoll } from './given-rolls'

const CHILD = childId(CLASS, 0)
const SECOND = childId(CLASS, 1)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ children: 10, now: '2026-09-01T08:05:00+08:00' })
})
afterEach(() => school.stop())

const missOn = async (day: string, ...children: string[]) => {
  await school.at(`${day}T08:05:00+08:00`)
  await takeRoll(school, HEAD_TEACHER, CLASS, Object.fromEntries(children.map((child) => [child, 'absent'])))
  await school.tick(2)
}
const leaders = async () => {
  const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  return today.role === 'principal' ? today.dropouts : []
}
const ofClass = async () => {
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  return today.role === 'head_teacher' ? today.dropouts : []
}
const retention = async () => (await school.get(PRINCIPAL, 'attendance.class', { classId: CLASS })).retention

test('Q20 given three school days without leave, then the three steps have owners and dates, and retention counts it', async () => {
  await missOn('2026-09-01', CHILD, SECOND)
  await missOn('2026-09-02', CHILD, SECOND)
  expect(await leaders()).toEqual([])
  // Leave that comes later takes the day out of the row.
  await giveLeave(school, {
    ...{ mother: motherOf(SECOND), head: HEAD_TEACHER, childId: SECOND, kind: 'cough', from: '2026-09-02' },
  })
  await missOn('2026-09-03', CHILD, SECOND)
  const [dropout, ...others] = await leaders()
  expect(others).toEqual([])
  expect(dropout).toMatchObject({
    ...{ childId: CHILD, firstDay: '2026-09-01', days: 3 },
    steps: [
      { step: 'grade', owner: 'head_teacher', due: '2026-09-03' },
      { step: 'persuade', owner: 'head_teacher', due: '2026-09-07' },
      { step: 'office', owner: 'head_teacher', due: '2026-09-10' },
    ],
  })
  expect(await ofClass()).toEqual([dropout])
  expect(await retention()).toMatchObject({ start: 10, end: 9, dropouts: 1, points: 0 })
})

test('Q20 given the steps, then the head teacher notes them in order, each once, and the office that it has the report', async () => {
  for (const day of ['2026-09-01', '2026-09-02', '2026-09-03']) await missOn(day, CHILD)
  const dropoutId = (await ofClass())[0]?.dropoutId ?? ''
  const step = (who: string, name: 'grade' | 'persuade' | 'office' | 'received', words?: string) =>
    school.ask(who, 'attendance.step', { dropoutId, step: name, ...(words && { words }) })
  expect(await step(HEAD_TEACHER, 'persuade')).toMatchObject({ error: { code: 'STEP_DONE' } })
  const twice = await Promise.all([step(HEAD_TEACHER, 'grade'), step(HEAD_TEACHER, 'grade')])
  expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await step(PRINCIPAL, 'persuade')).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await step(HEAD_TEACHER, 'received')).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await step(HEAD_TEACHER, 'persuade')).toMatchObject({ ok: true })
  expect(await step(HEAD_TEACHER, 'office')).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'words' } })
  expect(await step(OFFICE, 'received')).toMatchObject({ error: { code: 'STEP_DONE' } })
  await step(HEAD_TEACHER, 'office', '两次家访，家长答应下周送孩子返校。')
  expect(await step(OFFICE, 'received')).toMatchObject({ ok: true })
  expect(await school.get(OFFICE, 'attendance.dropout', { dropoutId })).toMatchObject({
    steps: [{ done: {} }, { done: {} }, { done: { words: '两次家访，家长答应下周送孩子返校。' } }],
    received: {},
    may: [],
  })
  for (const who of [TEACHER, OTHER_HEAD_TEACHER, motherOf(CHILD)]) {
    expect(await school.ask(who, 'attendance.dropout', { dropoutId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
})

test('Q20 L12 given a child that is back, and one that has left, then theirs are closed', async () => {
  for (const day of ['2026-09-01', '2026-09-02', '2026-09-03']) await missOn(day, CHILD, SECOND)
  expect(await leaders()).toHaveLength(2)
  await school.get(PRINCIPAL, 'child.leave', { childId: SECOND, cause: 'transferred', from: '2026-09-04' })
  await school.at('2026-09-04T07:30:00+08:00')
  await school.tick()
  await missOn('2026-09-04')
  expect(await leaders()).toEqual([])
  const kept = await school.stored<{ childId: string; closed?: { how: string } }>('dropouts')
  expect(Object.fromEntries(kept.map(({ childId: child, closed }) => [child, closed?.how]))).toEqual({
    ...{ [CHILD]: 'back', [SECOND]: 'left' },
  })
  expect(await retention()).toMatchObject({ start: 9, end: 9, dropouts: 0, transferred: 1 })
})
