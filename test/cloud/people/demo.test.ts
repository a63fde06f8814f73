// Proves that the demo school lives in the running cloud: everybody on the desk finds what they should find.
import * as demo from '../../../demo'
import { settleSchool } from '../../../local/settle-school'
import { openHouse, NOW, type House } from './house'

let house: House
const { people } = demo.buildDemo(Date.parse(NOW))
const openidOf = (label: string) => people.find((person) => person.label === label)?.openid ?? ''
const TEACHER = openidOf('语文王老师')
const MOTHER = openidOf('张小明妈妈')
const PRINCIPAL = openidOf('李校长')
const CLASS = 'demo-class-3-2'
const SCHOOL = 'demo-school'

beforeAll(async () => {
  house = await openHouse()
  await settleSchool(house.cloud.url, demo, true)
  await house.cloud.control('timers.run')
})
afterAll(() => house?.cloud.stop())

test('given the people on the desk, then each is known by the card they are labelled with', async () => {
  for (const { openid, label, role } of people) {
    const { identities } = await house.get(openid, 'session.read', {})
    expect(identities[0]).toMatchObject({ card: label, role })
  }
})

test('given 张小明妈妈, then 秋游通知 waits for her signature until tomorrow at 18:00', async () => {
  const today = await house.get(MOTHER, 'today.read', { identity: 'guardian:demo-class-3-2-23' })
  expect(today).toMatchObject({ role: 'guardian' })
  const unsigned = today.role === 'guardian' ? today.unsigned : []
  expect(unsigned[0]).toMatchObject({ title: '秋游通知', childName: '张小明', important: true, overdue: false })
})

test('given 语文王老师, then two children are missing on the board and a leave waits', async () => {
  const board = await house.get(TEACHER, 'board.read', { noticeId: 'demo-outing', classId: CLASS })
  expect(board.counts).toMatchObject({ total: 40, signed: 35, followed: 3, missing: 2 })
  const today = await house.get(TEACHER, 'today.read', { identity: `head_teacher:${CLASS}` })
  expect(today).toMatchObject({ role: 'head_teacher', children: 40, pendingLeaves: 2 })
})

test('given the principal, then a held post, an overdue notice and figures are there', async () => {
  const { items } = await house.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL })
  expect(items.map(({ title }) => title)).toEqual(['午休纪律要求'])
  const today = await house.get(PRINCIPAL, 'today.read', { identity: `principal:${SCHOOL}` })
  expect(today.role === 'principal' ? today.overdue.map(({ title }) => title) : []).toContain('周五提前到15:30放学')
  const figures = await house.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'year' })
  expect(figures.classes.map(({ className, seats }) => [className, seats])).toEqual([
    ['三（2）班', [2, 2, 36]],
    ['五（1）班', [1, 6, 34]],
  ])
  expect(figures.rules.map(({ rule }) => rule).sort()).toEqual(['C18', 'C20', 'C22', 'C38'])
})

test('given a minute of the scheduler, then nothing of the demo breaks and its acts are in the audit trail', async () => {
  const { runs } = await house.cloud.control<{ runs: unknown[] }>('timers.run', { times: 3 })
  expect(runs.length).toBeGreaterThan(0)
  const audit = await house.stored<{ action: string }>('audit')
  expect(audit.length).toBeGreaterThan(100)
  const board = await house.get(TEACHER, 'board.read', { noticeId: 'demo-outing', classId: CLASS })
  expect(board.counts.missing).toBe(2)
})

test('D01 E11 given a dozen registers, then each on the desk has something overdue, due or waiting for their part', async () => {
  const dueOf = async (openid: string, identity: string) =>
    (await house.get(openid, 'register.due', { identity })).rows.map(({ register, part, state, subject }) =>
      [register, part?.id, subject?.name, state].filter(Boolean).join(' '),
    )
  const ofHead = await dueOf(TEACHER, `head_teacher:${CLASS}`)
  expect(ofHead).toEqual(expect.arrayContaining(['class-log overdue', 'class-log sign overdue', 'class-log due']))
  const ofTeacher = await dueOf(openidOf('英语刘老师'), `teacher:${CLASS}`)
  expect(ofTeacher).toContain('device-repair accept 触控一体机 due')
  expect(await dueOf(PRINCIPAL, `principal:${SCHOOL}`)).toContain('own:1 sign due')
})

test('given the lines of its tables, then days and checks read as a person would write them', async () => {
  const { lines } = await house.get(PRINCIPAL, 'register.settings', { schoolId: SCHOOL })
  const kept = lines.filter(({ on }) => on).map(({ register }) => register)
  expect(kept.length).toBeGreaterThanOrEqual(12)
  const tables = await Promise.all(
    kept.map((register) => house.get(PRINCIPAL, 'register.table', { register, schoolId: SCHOOL })),
  )
  const texts = tables.flatMap(({ rows }) => rows.map(({ text }) => text))
  expect(texts.filter((text) => text === '' || /\d{4}-\d\d-\d\d|[✓✗]/.test(text))).toEqual([])
  expect(texts).toContain('课间没有追逐打闹：没做到（课间有两人在走廊追跑，已提醒）；下午练习队列，站得整齐。')
  expect(texts.some((text) => /^电话；8月\d+日；/.test(text))).toBe(true)
  expect(texts).toContain('2项都做到了')
})
