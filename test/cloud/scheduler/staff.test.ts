// Decides what staff hear by WeChat: what waits at half past five, and today's leave at once (W5).
import type { Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
  aNotice,
  childId,
  childName,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const leave = (day: string, child = CHILD): Input<'leave.submit'> => ({
  childId: child,
  kind: 'fever',
  span: { from: day, fromHalf: 'am', to: day, toHalf: 'pm' },
  proof: [],
})

interface Message {
  touser: string
  page: string
  data: Record<string, { value: string }>
}

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
  for (const who of [HEAD_TEACHER, HEAD_TEACHER, OTHER_HEAD_TEACHER, TEACHER, PRINCIPAL])
    await school.accept(who, 'todo')
})
afterEach(() => school.stop())
const messages = async () => (await school.cloud.control<{ deliveries: Message[] }>('deliveries.list')).deliveries

test('N10 at 17:30 each hears once what waits for them, and whom nothing waits for hears nothing', async () => {
  await school.get(motherOf(CHILD), 'leave.submit', leave('2026-09-03'))
  await school.get(motherOf(childId(CLASS, 1)), 'leave.submit', leave('2026-09-04', childId(CLASS, 1)))
  await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001 })
  await school.get(TEACHER, 'notice.publish', aNotice())
  await school.at('2026-09-01T17:29:00+08:00')
  await school.tick()
  expect(await messages()).toEqual([])
  await school.at('2026-09-01T17:30:00+08:00')
  await school.cloud.control('counters.reset')
  await school.tick(2)
  await school.advance(3_600_000)
  await school.tick()
  const sent = await messages()
  expect(sent.map(({ touser, data }) => [touser, data['thing1']?.value, data['number2']?.value]).sort()).toEqual([
    [PRINCIPAL, '待审1', '1'],
    [HEAD_TEACHER, '假条2', '2'],
  ])
  expect(JSON.stringify(sent)).not.toContain(childName(0))
  expect((await school.cloud.control<{ scans: unknown[] }>('counters.read')).scans).toEqual([])
  // The next day it is told again, for another credit.
  await school.at('2026-09-02T17:30:00+08:00')
  await school.tick()
  expect((await messages()).slice(2).map(({ touser }) => touser)).toEqual([HEAD_TEACHER])
})

test('N10 on a day of rest nobody is told what waits', async () => {
  await school.get(motherOf(CHILD), 'leave.submit', leave('2026-09-08'))
  await school.at('2026-09-05T17:30:00+08:00')
  await school.tick()
  expect(await messages()).toEqual([])
})

test('N10 leave for today is told at once, before the opening at the opening, and what is decided by then is not', async () => {
  await school.get(motherOf(CHILD), 'leave.submit', leave('2026-09-01'))
  await school.tick(2)
  await school.tick()
  expect(await messages()).toMatchObject([
    {
      touser: HEAD_TEACHER,
      page: `packages/leave/approve/approve?classId=${CLASS}`,
      data: { thing1: { value: '今天的假条，请批' }, number2: { value: '1' } },
    },
  ])
  await school.at('2026-09-02T06:30:00+08:00')
  await school.get(fatherOf(CHILD), 'leave.submit', leave('2026-09-02'))
  await school.tick()
  expect(await messages()).toHaveLength(1)
  await school.at('2026-09-02T07:00:00+08:00')
  await school.tick()
  expect((await messages()).slice(1).map(({ touser }) => touser)).toEqual([HEAD_TEACHER])
})
