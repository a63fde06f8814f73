// Proves a class's points of a term by the paper's examples, from entries, rolls and the roster to the leaders' sheet.
import { CLASS_POINT_ITEMS } from '@class-pact/core/register'
import { takeRoll } from '../attendance/given-rolls'
import { givenRegisters, type Registers } from '../entry/given-registers'
import { CLASS, HEAD_TEACHER, OTHER_CLASS, OTHER_HEAD_TEACHER, PRINCIPAL, SCHOOL, childId } from '../given-school'
import { figureOf, keepEntry, openBook } from './given-exports'

const OWN = '三（2）班'
const OTHER = '三（1）班'
const names: Record<string, string> = { [CLASS]: OWN, [OTHER_CLASS]: OTHER }
const ITEMS = CLASS_POINT_ITEMS.map(({ register }) => register)
const ROUTINE = CLASS_POINT_ITEMS.filter(({ part }) => part === '常规管理').map(({ register }) => register)

let school: Registers
beforeEach(async () => {
  school = await givenRegisters(ITEMS, { children: 40 })
})
afterEach(() => school.stop())

const about = (classId: string) => ({ classId, subject: { kind: 'class', id: classId, name: names[classId] ?? '' } })
const keep = (register: string, answer: object, classId = CLASS) =>
  keepEntry(school, { register, ...about(classId), answers: [answer] })
const sheet = async () => {
  const { url } = await school.get(PRINCIPAL, 'appraisal.export', { schoolId: SCHOOL, kind: 'class_points' })
  const lines = (await openBook(url)).lines('考核表')
  return (heading: string, name = OWN) => figureOf(lines, name, heading)
}

test('Q01 given ten scores of each class, then the routine of one is 55, of the other all 100', async () => {
  expect(ROUTINE).toHaveLength(10)
  for (const [at, register] of ROUTINE.entries()) {
    await keep(register, { question: 'points', number: at + 1 })
    await keep(register, { question: 'points', number: 10 }, OTHER_CLASS)
  }
  const figure = await sheet()
  expect([figure('常规管理合计'), figure('常规管理合计', OTHER)]).toEqual([55, 100])
})

test('Q12 Q13 Q14 given a first and a third prize, an award of the city and two criticisms, then +11, +4 and −8', async () => {
  for (const prize of ['first', 'third']) await keep('class-prizes', { question: 'prize', choices: [prize] })
  await keep('class-awards', { question: 'level', choices: ['city'] })
  for (const whom of ['class', 'pupil']) await keep('class-criticism', { question: 'whom', choices: [whom] })
  const figure = await sheet()
  const headings = ['集体比赛获奖', '通报表彰', '学校通报批评']
  expect(headings.map((heading) => figure(heading))).toEqual([11, 4, -8])
  expect(headings.map((heading) => figure(heading, OTHER))).toEqual([0, 0, 0])
})

test('Q16 given 40 children and 38 at the end, then retention is not nought; 37 are nought', async () => {
  await school.at('2026-09-02T08:00:00+08:00')
  const leave = (classId: string, at: number) =>
    school.get(PRINCIPAL, 'child.leave', { childId: childId(classId, at), cause: 'left', from: '2026-09-02' })
  for (const at of [0, 1]) await leave(CLASS, at)
  for (const at of [0, 1, 2]) await leave(OTHER_CLASS, at)
  await school.at('2026-09-03T08:00:00+08:00')
  await school.tick()
  const figure = await sheet()
  expect(figure('学生巩固率')).toBeGreaterThan(0)
  expect(figure('学生巩固率', OTHER)).toBe(0)
})

test('Q11 given the rolls of a day, an assembly and a week on duty, then the class’s sheet has all three', async () => {
  await takeRoll(school, HEAD_TEACHER, CLASS, { [childId(CLASS, 0)]: 'late', [childId(CLASS, 1)]: 'absent' })
  await takeRoll(school, OTHER_HEAD_TEACHER, OTHER_CLASS)
  await school.at('2026-09-01T18:00:00+08:00')
  await school.tick()
  await keep('points-assembly', { question: 'points', number: 9 })
  await keep('points-duty-week', { question: 'points', number: 8 })
  const figure = await sheet()
  expect(figure('出勤')).toBe('迟到1、早退0、旷课1')
  expect(figure('出勤', OTHER)).toBe('迟到0、早退0、旷课0')
  expect([figure('集会秩序'), figure('值周服务')]).toEqual([9, 8])
})

test('Q19 given the monthly check of the equipment, then it is in the class’s total', async () => {
  await keep('equipment-check', { question: 'points', number: 9 })
  const figure = await sheet()
  expect([figure('班班通月检查'), figure('班班通合计')]).toEqual([9, 9])
  const total = Number(figure('总分'))
  await keep('equipment-check', { question: 'points', number: 10 })
  expect(Number((await sheet())('总分')) - total).toBe(0.5)
})
