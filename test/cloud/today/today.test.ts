// Decides that the first page shows what waits for this person in this role, and nothing of anybody else.
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  childName,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const today = (openid: string, identity: string) => school.get(openid, 'today.read', { identity })

test('N14 a family finds the important unsigned notice first, then by deadline, and nothing it has signed', async () => {
  const plain = await school.get(
    HEAD_TEACHER,
    'notice.publish',
    aNotice({ deadline: Date.parse('2026-09-01T18:00:00+08:00') }),
  )
  const signed = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  const outing = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ replyMode: 'none' }))
  await school.get(fatherOf(CHILD), 'slip.sign', {
    ...{ noticeId: signed.noticeId, classId: CLASS, childId: CHILD, version: 1 },
  })
  const page = await today(MOTHER, keyOf('guardian', CHILD))
  if (page.role !== 'guardian') throw new Error('not a family')
  expect(page.unsigned.map(({ noticeId }) => noticeId)).toEqual([outing.noticeId, plain.noticeId])
  expect(page.latest).toHaveLength(3)
  expect(page.children).toMatchObject([{ name: childName(0), className: '三（2）班', teacher: '语文王老师' }])
  expect(JSON.stringify(page)).not.toContain(childName(1))
})

test('N06 N10 staff see what runs, with figures; a deadline that has passed is overdue for them and the principal', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  const sign = { noticeId, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' }
  await school.get(MOTHER, 'slip.sign', sign)
  const page = await today(HEAD_TEACHER, keyOf('head_teacher', CLASS))
  expect(page).toMatchObject({
    ...{
      className: '三（2）班',
      children: 4,
      weekCount: 1,
      weekCap: 50,
      reviewDue: false,
      applications: 0,
      others: [],
    },
    running: [{ noticeId, overdue: false, counts: { total: 4, signed: 1, followed: 0, read: 0, missing: 3 } }],
  })
  await school.at('2026-09-02T18:00:01+08:00')
  expect(await today(TEACHER, keyOf('teacher', CLASS))).toMatchObject({ running: [{ noticeId, overdue: true }] })
  expect(await today(PRINCIPAL, keyOf('principal', SCHOOL))).toMatchObject({
    overdue: [{ noticeId, className: '三（2）班', counts: { missing: 3 } }],
    classesWithoutHeadTeacher: 0,
    ...{ cases: 0, reports: 0 },
  })
})

test('C24 a letter to one family is overdue for its author, and for nobody above', async () => {
  const audience = { to: 'child', classId: CLASS, childId: CHILD } as const
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting({ audience }))
  await school.at('2026-09-02T18:00:01+08:00')
  expect(await today(HEAD_TEACHER, keyOf('head_teacher', CLASS))).toMatchObject({
    running: [{ noticeId, overdue: true }],
  })
  expect(await today(PRINCIPAL, keyOf('principal', SCHOOL))).toMatchObject({ overdue: [] })
})

test('T01 C04 staff see their own queued and held posts, the principal every held one', async () => {
  await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001, times: 1 })
  const held = await school.get(TEACHER, 'notice.publish', aNotice())
  await school.at('2026-09-01T20:00:00+08:00')
  const queued = await school.get(TEACHER, 'notice.publish', aNotice())
  expect(await today(TEACHER, keyOf('teacher', CLASS))).toMatchObject({
    held: 1,
    queued: [{ noticeId: queued.noticeId, state: 'queued', releaseAt: queued.releaseAt }],
  })
  expect(await today(HEAD_TEACHER, keyOf('head_teacher', CLASS))).toMatchObject({ held: 0, queued: [] })
  expect(await today(PRINCIPAL, keyOf('principal', SCHOOL))).toMatchObject({
    held: [{ noticeId: held.noticeId, author: '数学李老师', className: '三（2）班' }],
  })
})

test('M14 M15 a role one does not have has no page', async () => {
  for (const identity of [
    keyOf('head_teacher', CLASS),
    keyOf('guardian', childId(OTHER_CLASS, 0)),
    keyOf('principal', SCHOOL),
  ]) {
    expect(await school.ask(MOTHER, 'today.read', { identity })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
})

test('N01 N12 lists go back page by page, filter by kind, and lose none', async () => {
  const { documents } = await school.cloud.control<{ documents: object[] }>('data.export', { collection: 'slips' })
  expect(documents).toEqual([])
  await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  const [sample] = await school.stored<object>('slips')
  const more = Array.from({ length: 45 }, (_, index) => ({
    ...sample,
    ...{
      _id: `n${index}.${CLASS}`,
      noticeId: `n${index}`,
      // Thirty came out in one instant: more than a page.
      publishedAt: 1_000_000 + Math.max(0, index - 30),
      kind: 'notice',
    },
  }))
  await school.cloud.control('data.import', { collection: 'slips', documents: more })
  for (const [who, identity] of [
    [MOTHER, keyOf('guardian', CHILD)],
    [HEAD_TEACHER, keyOf('head_teacher', CLASS)],
  ] as const) {
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await school.get(who, 'notice.list', { identity, before })
      seen.push(...page.rows.map(({ noticeId }) => noticeId))
      before = page.next
    } while (before !== undefined)
    expect(seen).toHaveLength(47)
    expect(new Set(seen).size).toBe(47)
    const outings = await school.get(who, 'notice.list', { identity, kind: 'outing' })
    expect(outings.rows).toHaveLength(1)
  }
})

test('N16 X01 the leaders’ list has one row a notice, with all classes’ figures', async () => {
  const { noticeId } = await school.get(
    PRINCIPAL,
    'notice.publish',
    anOuting({ audience: { to: 'school', schoolId: SCHOOL } }),
  )
  await school.get(MOTHER, 'slip.sign', { noticeId, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' })
  const page = await school.get(PRINCIPAL, 'notice.list', { identity: keyOf('principal', SCHOOL) })
  expect(page.rows).toMatchObject([
    { noticeId, className: '幸福街小学', counts: { total: 8, signed: 1, followed: 0, missing: 7 } },
  ])
})

test('X02 T06 an override on a day of rest stands on the principal’s page the morning after', async () => {
  await school.stop()
  school = await givenSchool({ preset: 'S1a', now: '2026-09-06T10:00:00+08:00' })
  const urgent = { cause: 'safety', reason: '校门口积水' } as const
  const { noticeId, state } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ urgent, kind: 'safety' }))
  expect(state).toBe('published')
  await school.at('2026-09-07T08:30:00+08:00')
  expect(await today(PRINCIPAL, keyOf('principal', SCHOOL))).toMatchObject({ overrides: [{ noticeId }] })
})
