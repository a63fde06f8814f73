// Decides that whoever has not filled what is due hears of it once, in one message, and nobody else does (D01).
import {
  HEAD_TEACHER,
  OFFICE,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
  givenSchool,
  type GivenSchool,
} from '../given-school'
import { anEntry, keepEntries, switchOff, switchOn } from './given-entries'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

interface Sent {
  touser: string
  data: { thing1?: { value: string }; number2?: { value: string } }
}
const told = async () => {
  const { deliveries } = await school.cloud.control<{ deliveries: Sent[] }>('deliveries.list')
  return deliveries
    .map(({ touser, data }) => `${touser} ${data.thing1?.value} ${data.number2?.value}`)
    .filter((line) => !line.includes('假条'))
    .sort()
}
const acceptAll = async (times = 1) => {
  for (const who of [HEAD_TEACHER, OTHER_HEAD_TEACHER, TEACHER, PRINCIPAL, OFFICE])
    for (let time = 0; time < times; time++) await school.accept(who, 'todo')
}
const at = async (time: string) => {
  await school.at(`${time}:00+08:00`)
  await school.tick()
}

test('D01 given half past four and no signature, then its head teacher is told once; whoever has signed, and everybody else, is not', async () => {
  await acceptAll(2)
  await switchOn(school, 'class-log')
  const log = { register: 'class-log', slot: '2026-09-01', on: '2026-09-01' }
  await keepEntries(school, [
    anEntry({ ...log, by: TEACHER, state: 'open' }),
    anEntry({ ...log, classId: 'class-3-1', parts: ['fill', 'sign'] }),
  ])
  await at('2026-09-01T16:29')
  expect(await told()).toEqual([])
  await school.at('2026-09-01T16:30:00+08:00')
  await school.tick(3)
  expect(await told()).toEqual([`${HEAD_TEACHER} 待办：班级日志 1`])
  await at('2026-09-01T17:00')
  await at('2026-09-01T23:59')
  expect(await told()).toHaveLength(1)
  // The next day it is both classes'.
  await at('2026-09-02T00:01')
  await at('2026-09-02T16:31')
  expect(await told()).toEqual(
    [
      `${OTHER_HEAD_TEACHER} 待办：班级日志 1`,
      `${HEAD_TEACHER} 待办：班级日志 1`,
      `${HEAD_TEACHER} 待办：班级日志 1`,
    ].sort(),
  )
})

test('D01 given a day without school, then nobody is told', async () => {
  await acceptAll()
  await school.at('2026-09-05T09:00:00+08:00')
  await switchOn(school, 'class-log')
  for (const time of ['09:01', '16:31', '20:00']) await at(`2026-09-05T${time}`)
  expect(await told()).toEqual([])
})

test('D06 given the last day of what is due in a term, then it is told in the morning, several as one message, after quiet hours', async () => {
  await acceptAll(2)
  await switchOn(school, 'term-plan')
  await at('2026-09-11T06:00')
  expect(await told()).toEqual([])
  await at('2026-09-11T08:00')
  expect((await told()).filter((line) => line.includes('工作计划'))).toEqual(
    [HEAD_TEACHER, OTHER_HEAD_TEACHER].map((who) => `${who} 待办：班主任工作计划 1`).sort(),
  )
})

test('given a register that is switched off, then nobody is told of it, and its duty ends', async () => {
  await acceptAll()
  await switchOn(school, 'class-log')
  await switchOff(school, 'class-log')
  await at('2026-09-01T16:31')
  expect(await told()).toEqual([])
  const [kept] = await school.stored<{ duty?: object }>('registers')
  expect(kept?.duty).toBeUndefined()
})

test('given what was due when a leader switched it on, then nobody is told of that day', async () => {
  await acceptAll()
  await school.at('2026-09-01T17:00:00+08:00')
  await switchOn(school, 'class-log')
  await at('2026-09-01T17:01')
  expect(await told()).toEqual([])
})
