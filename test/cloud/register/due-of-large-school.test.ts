// Proves that what is due costs the same calls in a large school, and the same rows after many years.
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { aboutChild, anEntry, keepEntries, switchOn } from './given-entries'

const CHILDREN = 40
const CLASSES = 40

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ children: CHILDREN, moreClasses: CLASSES - 2 })
  await switchOn(school, 'class-log', 'contacts', 'contact-card', 'family-calls', 'term-plan', 'contact-book')
  await school.at('2026-09-11T17:00:00+08:00')
}, 120_000)
afterAll(() => school.stop())

interface Counted {
  actions: Record<string, { database: Record<string, number>; rowsRead: number }>
}
const spent = async (action: 'register.due' | 'today.read', who: string, identity: string) => {
  await school.cloud.control('counters.reset')
  const started = Date.now()
  await school.get(who, action, { identity })
  const ms = Date.now() - started
  const { actions } = await school.cloud.control<Counted>('counters.read')
  const { database = {}, rowsRead = 0 } = actions[action] ?? {}
  return { calls: Object.values(database).reduce((sum, count) => sum + count, 0), rowsRead, ms }
}
const HEAD = keyOf('head_teacher', CLASS)
const FAMILY = keyOf('guardian', childId(CLASS, 0))
const LEADER = keyOf('principal', SCHOOL)

test('H12 X07 given a class of forty and nineteen calls this week, then 19/20, and a call that a notice knows of makes it 20/20', async () => {
  const call = { register: 'family-calls', slot: 'w2026-09-07', on: '2026-09-08' }
  await keepEntries(
    school,
    Array.from({ length: 19 }, (_, index) => anEntry({ ...call, ...aboutChild(index) })),
  )
  // The same child once more is no other family.
  await keepEntries(school, [anEntry({ ...call, ...aboutChild(3) })])
  const calls = async () => {
    const { rows } = await school.get(HEAD_TEACHER, 'register.due', { identity: HEAD })
    const { done, needed } = rows.find(({ register, slot }) => register === 'family-calls' && slot === call.slot) ?? {}
    return `${done}/${needed}`
  }
  expect(await calls()).toBe('19/20')
  // Whoever follows a notice up on the phone has called, and types it nowhere again (H20).
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  const follow = { noticeId, classId: CLASS, childId: childId(CLASS, 25), way: 'phone', told: '妈妈' } as const
  await school.get(HEAD_TEACHER, 'slip.followUp', { ...follow, at: Date.parse('2026-09-11T16:59:00+08:00') })
  expect(await calls()).toBe('20/20')
})

test('H12 X07 given a call in another register, then it is one of the week too', async () => {
  const way = [{ question: 'way', choices: ['phone'] }]
  const contact = { register: 'contacts', slot: 'm2026-09', on: '2026-09-09', answers: way }
  await keepEntries(school, [anEntry({ ...contact, ...aboutChild(26) })])
  const { rows } = await school.get(HEAD_TEACHER, 'register.due', { identity: HEAD })
  expect(rows.find(({ register, slot }) => register === 'family-calls' && slot === 'w2026-09-07')?.done).toBe(21)
})

test('given forty classes, then what is due takes a teacher two calls, a family two, a leader three, and 今天 three', async () => {
  expect((await spent('register.due', HEAD_TEACHER, HEAD)).calls).toBeLessThanOrEqual(2)
  expect((await spent('register.due', motherOf(childId(CLASS, 0)), FAMILY)).calls).toBeLessThanOrEqual(2)
  expect((await spent('register.due', PRINCIPAL, LEADER)).calls).toBeLessThanOrEqual(3)
  for (const [who, identity] of [
    [HEAD_TEACHER, HEAD],
    [motherOf(childId(CLASS, 0)), FAMILY],
    [PRINCIPAL, LEADER],
  ] as const)
    expect((await spent('today.read', who, identity)).calls).toBeLessThanOrEqual(3)
})

test('given entries of earlier years, then what is due reads no more rows than without them', async () => {
  const read = async () => [
    await spent('register.due', HEAD_TEACHER, HEAD),
    await spent('register.due', PRINCIPAL, LEADER),
    await spent('register.due', motherOf(childId(CLASS, 0)), FAMILY),
  ]
  const before = await read()
  const days = Array.from({ length: 28 }, (_, day) => String(day + 1).padStart(2, '0'))
  for (const year of [2022, 2023, 2024])
    await keepEntries(
      school,
      days.flatMap((day) => [
        anEntry({ register: 'class-log', slot: `${year}-11-${day}`, on: `${year}-11-${day}`, state: 'open' }),
        anEntry({ register: 'contact-book', slot: `${year}-11-${day}`, on: `${year}-11-${day}`, ...aboutChild(0) }),
        anEntry({ register: 'contacts', slot: `m${year}-11`, on: `${year}-11-${day}`, ...aboutChild(0) }),
        anEntry({ register: 'contact-card', slot: `t${year}-09-01`, on: `${year}-11-${day}`, ...aboutChild(0) }),
        anEntry({ register: 'device-repair', slot: '-', on: `${year}-11-${day}` }),
      ]),
    )
  const after = await read()
  expect(after.map(({ rowsRead }) => rowsRead)).toEqual(before.map(({ rowsRead }) => rowsRead))
})
