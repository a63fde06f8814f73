// Decides that the principal's figures are those of the slips, leaves and verdicts, and add up to the roster.
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  childName,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ children: 10 })
})
afterEach(() => school.stop())

const read = () => school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'week' })

test('X01 X04 X05 signed, followed and missing add up to the roster, class by class and for the school', async () => {
  const { noticeId } = await school.get(
    PRINCIPAL,
    'notice.publish',
    anOuting({ audience: { to: 'school', schoolId: SCHOOL } }),
  )
  await school.advance(30 * 60_000)
  for (const index of [0, 1, 3]) {
    const child = childId(CLASS, index)
    await school.get(motherOf(child), 'slip.sign', {
      noticeId,
      classId: CLASS,
      childId: child,
      version: 1,
      typedName: '王芳',
    })
  }
  await school.get(PRINCIPAL, 'slip.followUp', {
    ...{ noticeId, classId: CLASS, childId: childId(CLASS, 2), way: 'phone', told: '奶奶' },
    at: Date.parse('2026-09-01T10:30:00+08:00'),
  })
  await school.tick()
  const figures = await read()
  expect(figures.classes.map(({ classId }) => classId)).toEqual([CLASS, OTHER_CLASS])
  expect(figures.classes[0]).toMatchObject({
    ...{ children: 10, notices: 1, entries: 10, signed: 3, followed: 1, signRate: 0.3, reachedRate: 0.4 },
    ...{ medianMinutes: 30, seats: [3, 3, 4], histogram: [3, 0, 0, 0, 0, 0, 0] },
  })
  expect(figures.school).toMatchObject({ children: 20, notices: 1, entries: 20, signed: 3, followed: 1 })
  expect(figures.unreached).toMatchObject([
    { classId: CLASS, noticeId, counts: { total: 10, signed: 3, followed: 1, missing: 6 } },
    { classId: OTHER_CLASS, noticeId, counts: { total: 10, missing: 10 } },
  ])
})

test('X02 X03 overrides, refusals and held posts are those of the log, each once', async () => {
  await school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ body: `${childName(0)}98分，${childName(1)}61分。` }))
  await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001, times: 1 })
  await school.get(PRINCIPAL, 'notice.publish', aNotice({ audience: { to: 'school', schoolId: SCHOOL } }))
  await school.at('2026-09-01T20:30:00+08:00')
  await school.get(TEACHER, 'notice.publish', aNotice({ urgent: { cause: 'safety', reason: '校门口积水' } }))
  await school.tick()
  const figures = await read()
  expect(figures.school).toMatchObject({ overrides: 1, refusals: 1, held: 1 })
  expect(figures.overrides).toEqual([{ week: '2026-08-31', cause: 'safety', count: 1 }])
  expect(figures.rules).toEqual(
    expect.arrayContaining([
      { rule: 'C18', refused: 1, held: 0 },
      { rule: 'C05', refused: 0, held: 1 },
    ]),
  )
})

test('X06 leaves of the day, and three children with fever in one class are a cluster', async () => {
  for (const index of [0, 1, 3]) {
    const child = childId(CLASS, index)
    const { leaveId } = await school.get(motherOf(child), 'leave.submit', {
      ...{ childId: child, kind: 'fever', proof: [] },
      span: { from: '2026-09-01', fromHalf: 'am', to: '2026-09-02', toHalf: 'pm' },
    })
    await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })
  }
  await school.tick()
  const figures = await read()
  expect(figures.leaves[figures.leaves.length - 1]).toEqual({ day: '2026-09-01', sick: 3, personal: 0 })
  expect(figures.clusters).toMatchObject([{ classId: CLASS, className: '三（2）班', symptom: 'fever', children: 3 }])
  expect(figures.classes[0]).toMatchObject({ absentToday: 3, openLeaves: 0 })
})

test('X01 only what has changed is rolled up again, and a run that comes twice changes nothing', async () => {
  await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.tick(3)
  // What may have been missed because clocks differ is looked at once more, then never again.
  await school.advance(3 * 60_000)
  await school.tick()
  const rows = await school.stored<{ _id: string; asOf: number }>('statistics')
  expect(rows.map(({ _id }) => _id).sort()).toEqual([`${CLASS}:2026-09`, 'roll-up'].sort())
  await school.advance(3 * 60_000)
  await school.get(
    OTHER_HEAD_TEACHER,
    'notice.publish',
    aNotice({ audience: { to: 'classes', classIds: [OTHER_CLASS] } }),
  )
  await school.tick()
  const later = await school.stored<{ _id: string; asOf: number }>('statistics')
  const asOf = (found: typeof rows, id: string) => found.find(({ _id }) => _id === id)?.asOf
  expect(asOf(later, `${CLASS}:2026-09`)).toBe(asOf(rows, `${CLASS}:2026-09`))
  expect(asOf(later, `${OTHER_CLASS}:2026-09`)).toBeGreaterThan(asOf(rows, `${CLASS}:2026-09`) ?? 0)
})

test('X08 M14 a head teacher sees the own class, children in roll order; nobody else’s', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  const child = childId(CLASS, 0)
  await school.get(motherOf(child), 'slip.sign', {
    noticeId,
    classId: CLASS,
    childId: child,
    version: 1,
    typedName: '王芳',
  })
  await school.tick()
  const page = await school.get(HEAD_TEACHER, 'statistics.class', { classId: CLASS, range: 'month' })
  expect(page.figures).toMatchObject({ children: 10, signed: 1 })
  expect(page.unreachedChildren.map(({ no }) => no)).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10'])
  for (const who of [OTHER_HEAD_TEACHER, motherOf(child)]) {
    expect(await school.ask(who, 'statistics.class', { classId: CLASS, range: 'month' })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  }
})

test('C24 a letter to one family is in no figure', async () => {
  await school.get(
    TEACHER,
    'notice.publish',
    aNotice({ audience: { to: 'child', classId: CLASS, childId: childId(CLASS, 0) } }),
  )
  await school.tick()
  expect((await read()).school).toMatchObject({ notices: 0, entries: 0 })
})

test('X01 a school without classes has figures too: nothing, and no refusal', async () => {
  const [sample] = await school.stored<object>('schools')
  const [person] = (await school.stored<{ _id: string }>('people')).filter(({ _id }) => _id === PRINCIPAL)
  const principals = [{ openid: 'o-new-principal', name: '李新' }]
  await school.cloud.control('data.import', {
    collection: 'schools',
    documents: [{ ...sample, _id: 'school-new', principals, office: [] }],
  })
  await school.cloud.control('data.import', {
    collection: 'people',
    documents: [{ ...person, _id: 'o-new-principal' }],
  })
  const figures = await school.get('o-new-principal', 'statistics.read', { schoolId: 'school-new', range: 'week' })
  expect(figures).toMatchObject({ classes: [], school: { children: 0, notices: 0, seats: [0, 0, 0] }, unreached: [] })
})
