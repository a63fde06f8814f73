// Decides that a class's timetable is entered once, read by its families, and tells when a teacher is in a lesson.
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const MOTHER = motherOf(childId(CLASS, 0))
const PERIODS = [
  { from: '08:00', to: '08:40' },
  { from: '08:50', to: '09:30' },
]
/** Monday: Chinese, then mathematics. */
const WEEK = { classId: CLASS, periods: PERIODS, days: [['语文', '数学'], ['数学']] }
/** A Monday. */
const LESSON = '2026-09-07T08:10:00+08:00'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const save = (seen: number, changes: object = {}, who = HEAD_TEACHER, requestId = newRequestId()) =>
  school.ask(who, 'timetable.save', { ...WEEK, ...changes, seen }, requestId)
const read = (who: string, classId = CLASS) => school.get(who, 'timetable.read', { classId })
const dayOfStaff = async (who: string, role: 'head_teacher' | 'teacher') => {
  const today = await school.get(who, 'today.read', { identity: keyOf(role, CLASS) })
  return 'inLesson' in today && today.inLesson === true
}
const dayOfFamily = async () => {
  const today = await school.get(MOTHER, 'today.read', { identity: keyOf('guardian', childId(CLASS, 0)) })
  if (today.role !== 'guardian') throw new Error(today.role)
  return today.children[0]?.inLesson === true
}

test('E23 given a head teacher who enters it, then the class’s families and staff read it, and nobody else', async () => {
  expect(await read(MOTHER)).toMatchObject({ version: 0, periods: [], days: [], mayChange: false })
  expect(await save(0)).toMatchObject({ ok: true, data: { version: 1, mayChange: true } })
  const shown = { className: '三（2）班', version: 1, periods: PERIODS, subjects: ['语文', '数学'] }
  for (const who of [MOTHER, TEACHER])
    expect(await read(who)).toMatchObject({
      ...shown,
      days: [
        ['语文', '数学'],
        ['数学', ''],
      ],
      mayChange: false,
    })
  for (const who of [OFFICE, PRINCIPAL]) expect(await read(who)).toMatchObject({ ...shown, mayChange: true })
  for (const who of [OTHER_HEAD_TEACHER, motherOf(childId(OTHER_CLASS, 0)), 'o-nobody'])
    expect(await school.ask(who, 'timetable.read', { classId: CLASS })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  for (const who of [MOTHER, TEACHER, OTHER_HEAD_TEACHER])
    expect(await save(1, {}, who)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  const [audited] = await school.stored<{ trail: { action: string }[] }>('timetables')
  expect(audited?.trail.map(({ action }) => action)).toEqual(['timetable.save'])
})

test('E23 given two who change it at once, then one is kept and the other reads again; a call that repeats changes nothing', async () => {
  const first = await Promise.all([save(0), save(0, { days: [['英语']] }, PRINCIPAL)])
  expect(first.filter(({ ok }) => ok)).toHaveLength(1)
  expect(first.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'TIMETABLE_CHANGED' } })
  const both = await Promise.all([save(1), save(1, { days: [['英语']] }, PRINCIPAL)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'TIMETABLE_CHANGED' } })
  const requestId = newRequestId()
  expect(await save(2, {}, HEAD_TEACHER, requestId)).toMatchObject({ data: { version: 3 } })
  expect(await save(2, {}, HEAD_TEACHER, requestId)).toMatchObject({ data: { version: 3 } })
  expect(await save(2, { days: [['体育']] }, HEAD_TEACHER, requestId)).toMatchObject({
    error: { code: 'REQUEST_REUSED' },
  })
})

test('E23 given times over one another, or words that are no subject, then the part is named and nothing is kept', async () => {
  const over = [
    { from: '08:00', to: '08:40' },
    { from: '08:30', to: '09:10' },
  ]
  expect(await save(0, { periods: over })).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'periods.1' } })
  expect(await save(0, { days: [['语文', '数学', '英语']] })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'days.0' },
  })
  expect(await save(0, { days: [['加微信13800001111']] })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'days.0.0' },
  })
  expect(await school.stored('timetables')).toEqual([])
})

test('T08 E23 given a timetable, then the teacher whose lesson it is is in one, and the family sees that; the other is free', async () => {
  await school.at(LESSON)
  // Nobody has entered one: the school's hours.
  expect([await dayOfStaff(HEAD_TEACHER, 'head_teacher'), await dayOfStaff(TEACHER, 'teacher')]).toEqual([true, true])
  await save(0)
  expect([await dayOfStaff(HEAD_TEACHER, 'head_teacher'), await dayOfStaff(TEACHER, 'teacher')]).toEqual([true, false])
  expect(await dayOfFamily()).toBe(true)
  await school.at('2026-09-07T08:55:00+08:00')
  expect([await dayOfStaff(HEAD_TEACHER, 'head_teacher'), await dayOfStaff(TEACHER, 'teacher')]).toEqual([false, true])
  expect(await dayOfFamily()).toBe(false)
  // Between lessons, though the school's hours run.
  await school.at('2026-09-07T10:00:00+08:00')
  expect([await dayOfStaff(HEAD_TEACHER, 'head_teacher'), await dayOfStaff(TEACHER, 'teacher')]).toEqual([false, false])
})

test('E23 given a new school year, then families see none, and the head teacher begins from last year’s', async () => {
  await save(0)
  await school.at('2027-09-01T09:00:00+08:00')
  expect(await read(MOTHER)).toMatchObject({ periods: [], days: [] })
  expect(await read(HEAD_TEACHER)).toMatchObject({ version: 1, periods: PERIODS, outdated: true })
  expect(await save(1)).toMatchObject({ ok: true })
  const now = await read(MOTHER)
  expect(now).toMatchObject({ version: 2, periods: PERIODS })
  expect(now).not.toHaveProperty('outdated')
})

test('E23 L13 given a class that has graduated, then it is read and nobody changes it', async () => {
  await save(0)
  const [found] = (await school.stored<{ _id: string }>('classes')).filter(({ _id }) => _id === CLASS)
  const archived = { ...found, _id: CLASS, archived: { year: 2026, at: Date.parse(LESSON) } }
  await school.cloud.control('data.put', { documents: { classes: [archived] } })
  expect(await read(PRINCIPAL)).toMatchObject({ version: 1, periods: PERIODS, mayChange: false })
  expect(await save(1, {}, PRINCIPAL)).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('E23 given the budgets, then reading asks the database twice and saving three times', async () => {
  const spent = async (action: 'timetable.read' | 'timetable.save', call: () => Promise<unknown>) => {
    const before = await school.databaseCalls(action)
    await call()
    return (await school.databaseCalls(action)) - before
  }
  expect(await spent('timetable.save', () => save(0))).toBeLessThanOrEqual(3)
  expect(await spent('timetable.save', () => save(1))).toBeLessThanOrEqual(3)
  expect(await spent('timetable.read', () => read(MOTHER))).toBeLessThanOrEqual(2)
})

test('T08 E23 given a letter in a lesson of the timetable, then nobody is pushed and the family reads why; at the break it is', async () => {
  await save(0)
  await school.accept(HEAD_TEACHER, 'todo')
  await school.at(LESSON)
  const write = (matter: string) =>
    school.get(MOTHER, 'talk.open', {
      ...{ childId: childId(CLASS, 0), to: { desk: 'head_teacher' }, about: 'matter', matter },
      ...{ words: '孩子今天有点累，请多看一眼。', photos: [] },
    })
  const talk = await write('孩子有点累')
  expect(talk.bars).toMatchObject({ inLesson: true })
  await school.tick()
  expect(
    (await school.stored<{ _id: string; openid?: string }>('deliveries')).filter(({ _id }) =>
      _id.includes(HEAD_TEACHER),
    ),
  ).toEqual([])
  await school.at('2026-09-07T10:00:00+08:00')
  const later = await write('午饭')
  expect(later.bars).not.toHaveProperty('inLesson')
  await school.tick()
  const told = await school.stored<{ _id: string }>('deliveries')
  expect(told.filter(({ _id }) => _id.includes(HEAD_TEACHER))).toHaveLength(1)
})
