// Decides that a day's sums are the roll's, that a family reads its own child's month, and that nobody else does.
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { giveLeave, takeRoll } from './given-rolls'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const [SECOND, FOURTH, FIFTH] = [1, 3, 4].map((index) => childId(CLASS, index)) as [string, string, string]

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ children: 10, now: '2026-09-01T08:05:00+08:00' })
})
afterEach(() => school.stop())

const dayOf = (who = PRINCIPAL, day = '2026-09-01') => school.get(who, 'attendance.day', { schoolId: SCHOOL, day })
const sick = (child: string, day: string, kind: 'fever' | 'personal' = 'fever') =>
  giveLeave(school, { mother: motherOf(child), head: HEAD_TEACHER, childId: child, kind, from: day })

test('X06 L10 given a day with leave, late and absent children, then every class adds up to its roster, and the school too', async () => {
  await sick(SECOND, '2026-09-01')
  await sick(FIFTH, '2026-09-01', 'personal')
  const roll = await takeRoll(school, HEAD_TEACHER, CLASS, { [CHILD]: 'late', [FOURTH]: 'absent' })
  const day = await dayOf()
  const [other, own] = [...day.classes].sort((a) => (a.classId === CLASS ? 1 : -1))
  expect(own?.am?.counts).toEqual({ ...roll.counts, sick: 1, personal: 1 })
  expect(own?.am?.counts).toEqual({
    ...{ total: 10, present: 6, late: 1, early: 0, leave: 2, absent: 1 },
    ...{ sick: 1, personal: 1 },
  })
  expect(own?.am?.takenBy).toContain('王')
  expect(own?.named.map(({ no, mark }) => [no, mark])).toEqual([
    ['1', 'late'],
    ['4', 'absent'],
  ])
  // Nobody has taken the other class's roll, nor any of the afternoon.
  expect([other?.am, other?.pm, own?.pm, day.school.pm.taken]).toEqual([undefined, undefined, undefined, 0])
  expect(day.school.am).toMatchObject({ taken: 1, counts: { total: 10, leave: 2, absent: 1 } })
  await takeRoll(school, OTHER_HEAD_TEACHER, OTHER_CLASS)
  const { am } = (await dayOf()).school
  const { total, present, late, early, leave, absent } = am.counts
  expect([am.taken, total, present + late + early + leave + absent]).toEqual([2, 20, 20])
})

test('X06 L02 leave that comes after the mark is leave in the sums of that day, also days later', async () => {
  await takeRoll(school, HEAD_TEACHER, CLASS, { [SECOND]: 'absent' })
  await school.at('2026-09-02T09:00:00+08:00')
  expect((await dayOf()).classes.find(({ classId }) => classId === CLASS)?.am?.counts).toMatchObject({ absent: 1 })
  await sick(SECOND, '2026-09-01')
  const own = (await dayOf()).classes.find(({ classId }) => classId === CLASS)
  expect(own?.am?.counts).toMatchObject({ absent: 0, leave: 1, sick: 1, present: 9 })
  expect(own?.named).toEqual([])
})

test('L10 M17 the duty officer reads counts and names and never why a child is away; a grade leader the own grade alone', async () => {
  await sick(SECOND, '2026-09-01')
  await takeRoll(school, HEAD_TEACHER, CLASS, { [CHILD]: 'late', [FOURTH]: { mark: 'present', symptoms: ['fever'] } })
  const openOffice = async (office: 'weekly_duty' | 'grade_leader', openid: string) => {
    const [sample] = (await school.stored<{ _id: string }>('people')).filter(({ _id }) => _id === PRINCIPAL)
    await school.cloud.control('data.import', { collection: 'people', documents: [{ ...sample, _id: openid }] })
    const held = {
      _id: `office-${office}`,
      schoolId: SCHOOL,
      office,
      openid,
      name: '孙老师',
      since: 1,
      slot: office,
      state: 'held',
    }
    const document = { ...held, ...(office === 'grade_leader' && { grade: '四' }), trail: [], audited: 0 }
    await school.cloud.control('data.import', { collection: 'offices', documents: [document] })
  }
  await openOffice('weekly_duty', 'o-duty')
  await openOffice('grade_leader', 'o-grade')
  const day = await dayOf('o-duty')
  const own = day.classes.find(({ classId }) => classId === CLASS)
  expect(own?.am?.counts).toEqual({ total: 10, present: 8, late: 1, early: 0, leave: 1, absent: 0 })
  expect(own?.named).toHaveLength(1)
  expect(JSON.stringify(day)).not.toMatch(/fever|sick|personal/)
  expect((await dayOf('o-grade')).classes).toEqual([])
})

test('L11 given a guardian, then the own child’s month is readable, in days, with what nobody took said', async () => {
  await takeRoll(school, HEAD_TEACHER, CLASS)
  await school.at('2026-09-01T14:05:00+08:00')
  await takeRoll(school, HEAD_TEACHER, CLASS, { [CHILD]: 'early' })
  await sick(CHILD, '2026-09-02')
  await school.at('2026-09-02T08:05:00+08:00')
  await takeRoll(school, HEAD_TEACHER, CLASS)
  await school.at('2026-09-03T08:05:00+08:00')
  await takeRoll(school, HEAD_TEACHER, CLASS, { [CHILD]: 'late' })
  await school.at('2026-09-03T18:00:00+08:00')
  const month = await school.get(MOTHER, 'attendance.child', { childId: CHILD })
  expect(month).toMatchObject({
    month: '2026-09',
    sums: { present: 1.5, sick: 1, personal: 0, late: 1, early: 1, absent: 0, notTaken: 0.5 },
    days: [
      { day: '2026-09-03', am: 'late', notTaken: ['pm'] },
      { day: '2026-09-02', am: 'sick', pm: 'sick', notTaken: [] },
      { day: '2026-09-01', am: 'present', pm: 'early', notTaken: [] },
    ],
  })
  // Head teacher and leaders read the same; the class's other teachers and families nothing.
  for (const who of [HEAD_TEACHER, PRINCIPAL, OFFICE, fatherOf(CHILD)]) {
    expect(await school.get(who, 'attendance.child', { childId: CHILD })).toEqual(month)
  }
  for (const who of [motherOf(SECOND), TEACHER, OTHER_HEAD_TEACHER]) {
    expect(await school.ask(who, 'attendance.child', { childId: CHILD })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  }
  expect(await school.get(MOTHER, 'attendance.child', { childId: CHILD, month: '2026-08' })).toMatchObject({
    sums: { present: 0, notTaken: 0 },
  })
})

test('L11 L12 a child that went to another class keeps its month; one that left is read by its family, and counts no day more', async () => {
  await takeRoll(school, HEAD_TEACHER, CLASS, { [CHILD]: 'late' })
  await school.get(PRINCIPAL, 'child.move', { childId: CHILD, toClassId: OTHER_CLASS })
  await school.tick()
  await school.at('2026-09-02T08:05:00+08:00')
  await takeRoll(school, OTHER_HEAD_TEACHER, OTHER_CLASS)
  const read = () => school.get(MOTHER, 'attendance.child', { childId: CHILD })
  expect(await read()).toMatchObject({ sums: { present: 1, late: 1 } })
  await school.get(PRINCIPAL, 'child.leave', { childId: CHILD, cause: 'transferred', from: '2026-09-03' })
  await school.at('2026-09-04T18:00:00+08:00')
  await school.tick()
  expect((await read()).days.map(({ day }) => day)).toEqual(['2026-09-02', '2026-09-01'])
})

test('X06 Q11 a class’s month holds every school day’s sums, for its head teacher and the leaders', async () => {
  await takeRoll(school, HEAD_TEACHER, CLASS, { [CHILD]: 'late' })
  await school.at('2026-09-02T08:05:00+08:00')
  await takeRoll(school, HEAD_TEACHER, CLASS, { [SECOND]: 'absent' })
  const month = await school.get(HEAD_TEACHER, 'attendance.class', { classId: CLASS })
  expect(month.days.map(({ day, am, pm }) => [day, am?.counts.total, pm])).toEqual([
    ['2026-09-02', 10, undefined],
    ['2026-09-01', 10, undefined],
  ])
  expect(month.sums).toMatchObject({ total: 20, present: 18, late: 1, absent: 1, leave: 0 })
  for (const who of [TEACHER, OTHER_HEAD_TEACHER, MOTHER]) {
    expect(await school.ask(who, 'attendance.class', { classId: CLASS })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  }
})

test('Q16 who leaves for good counts against the class’s retention, who goes to another school does not', async () => {
  await school.get(PRINCIPAL, 'child.leave', { childId: CHILD, cause: 'left', from: '2026-09-02' })
  await school.get(PRINCIPAL, 'child.leave', { childId: SECOND, cause: 'transferred', from: '2026-09-02' })
  await school.at('2026-09-02T09:00:00+08:00')
  await school.tick()
  const { retention } = await school.get(PRINCIPAL, 'attendance.class', { classId: CLASS })
  expect(retention).toMatchObject({ start: 9, end: 8, points: 0, left: 1, transferred: 1, suspended: 0 })
})

test('X06 L10 given rolls of two days, then the figures of class and school are those of the days’ sums, with the reasons', async () => {
  await sick(FIFTH, '2026-09-01')
  await takeRoll(school, HEAD_TEACHER, CLASS, { [CHILD]: 'late', [FOURTH]: 'absent' })
  const at = Date.parse('2026-09-01T08:06:00+08:00')
  await school.get(HEAD_TEACHER, 'roll.contact', {
    ...{ classId: CLASS, day: '2026-09-01', half: 'am', childId: FOURTH, outcome: 'reached', cause: 'sick', at },
  })
  await school.at('2026-09-02T08:05:00+08:00')
  await takeRoll(school, HEAD_TEACHER, CLASS, { [SECOND]: 'absent' })
  await takeRoll(school, OTHER_HEAD_TEACHER, OTHER_CLASS)
  await school.tick()
  const statistics = await school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'month' })
  const own = statistics.classes.find(({ classId }) => classId === CLASS)
  const { sums } = await school.get(HEAD_TEACHER, 'attendance.class', { classId: CLASS })
  const { total, present, late, early, leave, absent } = sums
  expect(own?.attendance).toMatchObject({ total, present, late, early, leave, absent })
  expect(own?.attendance).toMatchObject({ rate: 17 / 20, causes: { sick: 1, family: 0, on_way: 0, other: 0 } })
  expect(own?.absentToday).toBe(1)
  const days = await Promise.all(['2026-09-01', '2026-09-02'].map((day) => dayOf(PRINCIPAL, day)))
  const totals = days.flatMap((day) => [day.school.am.counts, day.school.pm.counts])
  expect(statistics.school.attendance.total).toBe(totals.reduce((sum, counts) => sum + counts.total, 0))
  expect(statistics.attendance.slice(-2)).toEqual([
    { day: '2026-09-01', late: 1, early: 0, absent: 1 },
    { day: '2026-09-02', late: 0, early: 0, absent: 1 },
  ])
})
