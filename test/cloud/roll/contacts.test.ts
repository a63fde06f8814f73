// Decides the search for a missing child by the clock: family and leaders told in time, ended with a reason (L05).
import type { Today, TodayGuardian, TodayPrincipal, TodayStaff } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  childName,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { CHECK, DAY, MINUTE, MISSING, holdClock, looking, missOne, takeRoll, timeOf } from './given-missing'

const MOTHER = motherOf(MISSING)
const SECOND = childId(CLASS, 3)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ now: CHECK })
  await holdClock(school, CHECK)
})
afterEach(() => school.stop())

interface Message {
  touser: string
  page: string
  data: Record<string, { value: string }>
}
const messages = async () => (await school.cloud.control<{ deliveries: Message[] }>('deliveries.list')).deliveries
const today = (openid: string, role: Today['role'], id: string) =>
  school.get(openid, 'today.read', { identity: keyOf(role, id) })
const forLeaders = async () => ((await today(PRINCIPAL, 'principal', SCHOOL)) as TodayPrincipal).missing
const forTeacher = async () => ((await today(HEAD_TEACHER, 'head_teacher', CLASS)) as TodayStaff).missing
const forFamily = async (child = MISSING) =>
  ((await today(motherOf(child), 'guardian', child)) as TodayGuardian).children.find(({ childId: id }) => id === child)
const contactOf = async (child = MISSING) => {
  const { contacts } = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS, day: DAY, half: 'am' })
  return contacts.find(({ childId: id }) => id === child)
}
const note = (outcome: 'reached' | 'no_answer' | 'arrived', more: object = {}, by = HEAD_TEACHER) =>
  school.ask(by, 'roll.contact', { ...looking(), outcome, at: timeOf('08:05:00'), ...more })

test('L05 given a child absent without leave, then the search is open at once, and closes with reason and time after 12 minutes', async () => {
  await missOne(school)
  expect(await forTeacher()).toMatchObject([{ childId: MISSING, since: timeOf('08:00:00'), dueAt: timeOf('08:30:00') }])
  expect(await forFamily()).toMatchObject({ missing: { since: timeOf('08:00:00') } })
  await school.at(`${DAY}T08:12:00+08:00`)
  expect(await note('reached', { at: timeOf('08:12:00') })).toMatchObject({ ok: false, error: { field: 'cause' } })
  const reason = { cause: 'sick', at: timeOf('08:12:00') }
  expect(await note('reached', reason)).toMatchObject({ ok: true })
  expect(await contactOf()).toMatchObject({
    by: '语文王老师',
    closed: { how: 'reached', cause: 'sick', at: timeOf('08:12:00'), by: '语文王老师' },
  })
  expect(await forTeacher()).toEqual([])
  expect((await forFamily())?.missing).toBeUndefined()
  await school.at(`${DAY}T08:31:00+08:00`)
  await school.tick()
  expect(await forLeaders()).toEqual([])
  expect((await contactOf())?.leadersAt).toBeUndefined()
})

test('L05 given nobody finds the child, then leaders see it from 30 minutes on to the millisecond, and are told once', async () => {
  await school.accept(PRINCIPAL, 'todo')
  await school.accept(OFFICE, 'todo')
  await missOne(school)
  await school.at(`${DAY}T08:29:59.999+08:00`)
  await school.tick()
  expect(await forLeaders()).toEqual([])
  expect(await messages()).toEqual([])
  await school.advance(1)
  const row = { classId: CLASS, className: '三（2）班', day: DAY, half: 'am', count: 1, since: timeOf('08:00:00') }
  // Before the scheduler has run.
  expect(await forLeaders()).toEqual([row])
  await school.tick(2)
  await school.tick()
  const told = await messages()
  expect(told.map(({ touser }) => touser).sort()).toEqual([OFFICE, PRINCIPAL])
  expect(told[0]).toMatchObject({ page: 'pages/today/today', data: { thing1: { value: '有孩子未到校，请看' } } })
  expect(await contactOf()).toMatchObject({ leadersAt: timeOf('08:30:00') })
  expect(await forLeaders()).toEqual([row])
  await note('arrived', { at: timeOf('08:41:00') }, PRINCIPAL)
  expect(await forLeaders()).toEqual([])
})

test('L05 W3 the family is told at once, each guardian who allows it once, and no message has a name', async () => {
  await school.accept(MOTHER, 'arrival')
  await school.accept(fatherOf(MISSING), 'arrival')
  await school.accept(motherOf(SECOND), 'arrival')
  await missOne(school)
  await school.tick(3)
  await school.advance(5 * MINUTE)
  await school.tick()
  const told = await messages()
  expect(told.map(({ touser }) => touser).sort()).toEqual([fatherOf(MISSING), MOTHER])
  expect(told[0]).toMatchObject({
    page: 'pages/today/today',
    data: {
      phrase1: { value: '未到校' },
      time2: { value: '2026年9月1日 08:00' },
      thing3: { value: '请联系班主任' },
    },
  })
  expect(JSON.stringify(told)).not.toContain(childName(0))
  expect(await contactOf()).toMatchObject({ toldAt: timeOf('08:00:00') })
})

test('L05 W3 a guardian who allows messages only then is told then, and a search that is over tells nobody', async () => {
  await missOne(school)
  await school.tick()
  expect((await contactOf())?.toldAt).toBeUndefined()
  await school.accept(MOTHER, 'arrival')
  await school.advance(MINUTE)
  await school.tick()
  expect((await messages()).map(({ touser }) => touser)).toEqual([MOTHER])
  expect(await contactOf()).toMatchObject({ toldAt: timeOf('08:01:00') })
  await note('arrived')
  await school.accept(fatherOf(MISSING), 'arrival')
  await school.advance(MINUTE)
  await school.tick()
  expect(await messages()).toHaveLength(1)
})

test('L05 在路上 gives a new clock, and the leaders are told when that is over too', async () => {
  await school.accept(PRINCIPAL, 'todo')
  await school.accept(PRINCIPAL, 'todo')
  await missOne(school)
  await school.at(`${DAY}T08:20:00+08:00`)
  expect(await note('reached', { cause: 'on_way', at: timeOf('08:20:00') })).toMatchObject({ ok: true })
  expect(await forTeacher()).toMatchObject([{ dueAt: timeOf('08:50:00') }])
  await school.at(`${DAY}T08:49:59.999+08:00`)
  await school.tick()
  expect([await forLeaders(), await messages()]).toEqual([[], []])
  await school.advance(1)
  await school.tick()
  expect(await forLeaders()).toHaveLength(1)
  expect(await messages()).toHaveLength(1)
  await note('reached', { cause: 'on_way', at: timeOf('08:50:00') }, PRINCIPAL)
  expect(await forLeaders()).toEqual([])
  await school.at(`${DAY}T09:20:00+08:00`)
  await school.tick()
  expect(await messages()).toHaveLength(2)
  expect(await contactOf()).toMatchObject({ leadersAt: timeOf('08:50:00') })
})

test('L05 given the family hands in leave meanwhile, then the search ends with it, for everybody', async () => {
  await missOne(school)
  await school.at(`${DAY}T08:10:00+08:00`)
  const span = { from: DAY, fromHalf: 'am', to: DAY, toHalf: 'pm' } as const
  await school.get(MOTHER, 'leave.submit', { childId: MISSING, kind: 'fever', span, proof: [] })
  // Whoever looks sees it at once, and nobody can note anything any more.
  expect(await contactOf()).toMatchObject({ closed: { how: 'leave' } })
  expect((await forFamily())?.missing).toBeUndefined()
  expect(await note('no_answer', { at: timeOf('08:10:00') })).toMatchObject({ error: { code: 'CONTACT_STATE' } })
  await school.tick()
  expect(await forTeacher()).toEqual([])
  const [roll] = await school.stored<{ open: number; counts: object; duty?: object; trail: { action: string }[] }>(
    'rolls',
  )
  expect(roll).toMatchObject({ open: 0, counts: { absent: 0, leave: 1 } })
  expect(roll?.duty).toBeUndefined()
  expect(roll?.trail.map(({ action }) => action)).toEqual(['roll.save', 'roll.settle'])
  await school.at(`${DAY}T08:31:00+08:00`)
  expect(await forLeaders()).toEqual([])
})

test('L05 given two people note at once, then one ends the search and the other is told so', async () => {
  await missOne(school)
  const replies = await Promise.all([
    note('arrived'),
    note('reached', { cause: 'family' }, PRINCIPAL),
    note('arrived', {}, OFFICE),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.filter(({ ok }) => !ok)).toMatchObject(
    Array.from({ length: 2 }, () => ({ error: { code: 'CONTACT_STATE' } })),
  )
  expect((await contactOf())?.notes).toHaveLength(1)
})

test('L05 given a child missing in the morning is here in the afternoon, then the morning search ends by itself', async () => {
  await missOne(school)
  await school.at(`${DAY}T14:05:00+08:00`)
  await takeRoll(school, [{ childId: MISSING, mark: 'present', at: timeOf('14:05:00') }])
  await school.tick()
  expect(await contactOf()).toMatchObject({ closed: { how: 'arrived', at: timeOf('14:05:00') } })
  expect(await forTeacher()).toEqual([])
  expect(await forFamily()).toMatchObject({ here: true })
})

test('L05 given a child missing in the afternoon, when the morning’s roll is corrected after that, then the search goes on', async () => {
  await school.at(`${DAY}T14:05:00+08:00`)
  await takeRoll(school, [{ childId: MISSING, mark: 'absent', at: timeOf('14:05:00') }])
  await school.at(`${DAY}T14:20:00+08:00`)
  const { day, lines } = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS, half: 'am' })
  await school.get(HEAD_TEACHER, 'roll.save', {
    ...{ classId: CLASS, day, half: 'am', takenAt: timeOf('14:20:00'), children: lines.map((line) => line.childId) },
    marks: [{ childId: SECOND, mark: 'late', at: timeOf('14:20:00') }],
  })
  await school.tick()
  expect(await forTeacher()).toMatchObject([{ childId: MISSING }])
})

test('L05 M14 nobody else reads or notes it, no other family learns of it, and the own one no other name', async () => {
  const names = [childName(0), childName(3)]
  const { now: at } = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS })
  await takeRoll(school, [
    { childId: MISSING, mark: 'absent', at },
    { childId: SECOND, mark: 'absent', at },
  ])
  for (const stranger of [MOTHER, TEACHER, OTHER_HEAD_TEACHER, 'o-nobody']) {
    expect(await note('arrived', {}, stranger)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    const reading = await school.ask(stranger, 'roll.read', { classId: CLASS })
    expect(reading).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    const span = { schoolId: SCHOOL, from: DAY, to: DAY }
    expect(await school.ask(stranger, 'roll.record', span)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  const own = await school.get(MOTHER, 'today.read', { identity: keyOf('guardian', MISSING) })
  expect(JSON.stringify(own)).not.toContain(names[1])
  const other = childId(CLASS, 1)
  const others = await school.get(motherOf(other), 'today.read', { identity: keyOf('guardian', other) })
  expect(JSON.stringify(others)).not.toContain('missing')
  for (const name of names) expect(JSON.stringify(others)).not.toContain(name)
  expect(await today(TEACHER, 'teacher', CLASS)).toMatchObject({ missing: [] })
  // The leaders' 今天 names the class, the page behind it the child.
  await school.at(`${DAY}T08:30:00+08:00`)
  const leaders = (await today(PRINCIPAL, 'principal', SCHOOL)) as TodayPrincipal
  expect(leaders.missing).toMatchObject([{ count: 2 }])
  for (const name of names) expect(JSON.stringify(leaders)).not.toContain(name)
})

test('L05 given the pact says ten minutes, then it is ten, and the roll cites the rule', async () => {
  const changes = { rules: { L05: { minutes: 10 } } }
  const version = { schoolId: SCHOOL, changes, version: 2, effectiveFrom: '2026-09-02' }
  await school.get(PRINCIPAL, 'pact.adopt', version)
  await school.at('2026-09-02T08:00:00+08:00')
  const roll = await missOne(school)
  expect(roll.contactCite).toEqual({ rule: 'L05', pactVersion: 2 })
  expect(roll.contacts).toMatchObject([{ dueAt: timeOf('08:10:00', '2026-09-02') }])
})

test('H27 the record says whose a search was since when, how it ended, and which nobody met; leaders alone read it', async () => {
  const { now: at } = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS })
  await takeRoll(school, [
    { childId: MISSING, mark: 'absent', at },
    { childId: SECOND, mark: 'absent', at },
  ])
  await school.at(`${DAY}T08:12:00+08:00`)
  await note('reached', { cause: 'sick', at: timeOf('08:12:00') })
  await school.at(`${DAY}T08:30:00+08:00`)
  await school.tick()
  await school.at(`${DAY}T08:50:00+08:00`)
  const span = { schoolId: SCHOOL, from: DAY, to: DAY }
  const { contacts } = await school.get(PRINCIPAL, 'roll.record', span)
  const [start, found, told, now] = ['08:00:00', '08:12:00', '08:30:00', '08:50:00'].map((clock) => timeOf(clock))
  const teacher = { by: 'teacher', card: '语文王老师', from: start }
  expect(contacts).toMatchObject([
    { childId: MISSING, className: '三（2）班', owed: [{ ...teacher, to: found }], closed: { cause: 'sick' } },
    {
      childId: SECOND,
      owed: [
        { ...teacher, to: told },
        { by: 'leaders', from: told, to: now },
      ],
      unmet: true,
    },
  ])
  expect(contacts[0]?.unmet).toBeUndefined()
  expect(await school.ask(HEAD_TEACHER, 'roll.record', span)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  const long = { ...span, to: '2026-10-02' }
  expect(await school.ask(PRINCIPAL, 'roll.record', long)).toMatchObject({ error: { field: 'to' } })
  expect((await school.get(OFFICE, 'roll.record', { ...span, to: '2026-10-01' })).contacts).toHaveLength(2)
})
