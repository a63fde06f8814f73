// Decides that no list hides what waits: more rows than a page holds, what waits first, every row once.
import type { ActionName, Input, Output } from '@class-pact/core/contract'
import { canAct } from '@class-pact/core/moderation'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  childName,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const NOW = Date.parse(MORNING)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const noTrail = { trail: [], audited: 0, trailOpen: false }
const place = { schoolId: SCHOOL, classId: CLASS, className: '三（2）班' }

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())

const many = <Row>(count: number, make: (index: number) => Row) =>
  Array.from({ length: count }, (_, index) => make(index))
const fill = (collection: string, documents: object[]) => school.cloud.control('data.import', { collection, documents })

interface Listed {
  total?: number
  next?: string
}
/** Every page of a list, one after another. */
async function walk<Name extends ActionName, Row>(
  openid: string,
  action: Name,
  input: Input<Name>,
  rowsOf: (page: Output<Name>) => Row[],
  by: 'after' | 'before' = 'after',
): Promise<{ pages: Output<Name>[]; rows: Row[] }> {
  const pages: Output<Name>[] = []
  let next: string | undefined
  do {
    const page = await school.get(openid, action, {
      ...input,
      ...(next !== undefined && { [by]: next }),
    } as Input<Name>)
    pages.push(page)
    next = (page as Listed).next
  } while (next !== undefined && pages.length < 50)
  return { pages, rows: pages.flatMap(rowsOf) }
}

const aLeave = (id: string, state: string, submittedAt: number) => ({
  ...{
    _id: id,
    ...place,
    childId: CHILD,
    childName: childName(0),
    no: '1',
    kind: 'fever',
    days: 1,
    dates: ['2026-09-01'],
  },
  span: { from: '2026-09-01', fromHalf: 'am', to: '2026-09-01', toHalf: 'pm' },
  ...{
    proof: [],
    state,
    applicant: { openid: MOTHER, card: '妈妈' },
    submittedAt,
    slots: [`free:${id}`],
    updatedAt: NOW,
  },
  ...noTrail,
})

test('L03 301 withdrawn leaves hide none that waits, from the teacher or from the family', async () => {
  await fill('leaves', [
    ...many(301, (index) => aLeave(`withdrawn-${index}`, 'withdrawn', NOW - index * 60_000)),
    aLeave('waiting-2', 'pending', NOW - 20 * DAY),
    aLeave('waiting-1', 'pending', NOW - 40 * DAY),
  ])
  for (const [who, input] of [
    [HEAD_TEACHER, { of: 'class', classId: CLASS }],
    [MOTHER, { of: 'child', childId: CHILD }],
  ] as const) {
    const { pages, rows } = await walk(who, 'leave.list', input, ({ leaves }) => leaves)
    expect(rows.slice(0, 2).map(({ leaveId }) => leaveId)).toEqual(['waiting-1', 'waiting-2'])
    expect(pages[0]).toMatchObject({ total: 303, waiting: 2 })
    expect(new Set(rows.map(({ leaveId }) => leaveId)).size).toBe(303)
    expect(rows).toHaveLength(303)
    expect(rows[0]?.recentCount).toBe(302)
  }
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  expect(today).toMatchObject({ pendingLeaves: 2 })
})

test('L03 more than a page that waits is counted and comes before everything else', async () => {
  await fill(
    'leaves',
    many(130, (index) => aLeave(`more-${index}`, 'pending', NOW - 30 * DAY + index)),
  )
  const { pages, rows } = await walk(
    HEAD_TEACHER,
    'leave.list',
    { of: 'class', classId: CLASS },
    ({ leaves }) => leaves,
  )
  expect(pages[0]).toMatchObject({ waiting: 132, total: 433 })
  expect(rows.slice(0, 132).every(({ state }) => state === 'pending')).toBe(true)
  expect(new Set(rows.map(({ leaveId }) => leaveId)).size).toBe(433)
})

test('G01 of 130 held posts every one can be reached, the longest held first, also those held in one instant', async () => {
  await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  const [sample] = await school.stored<object>('notices')
  await fill(
    'notices',
    many(130, (index) => ({
      ...sample,
      ...{
        _id: `held-${index}`,
        state: 'held',
        createdAt: NOW + Math.floor(index / 40),
        heldAt: NOW,
        publishedAt: undefined,
      },
    })),
  )
  const { pages, rows } = await walk(PRINCIPAL, 'review.list', { schoolId: SCHOOL }, ({ items }) => items)
  expect(pages.every(({ total }) => total === 130)).toBe(true)
  expect(new Set(rows.map(({ noticeId }) => noticeId)).size).toBe(130)
  const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  expect(today).toMatchObject({ heldTotal: 130 })
  const own = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  expect(own).toMatchObject({ held: 130, queued: [], queuedTotal: 0 })
  // The author’s own list has them all before what is out.
  const list = await walk(
    HEAD_TEACHER,
    'notice.list',
    { identity: keyOf('head_teacher', CLASS) },
    (page) => page.rows,
    'before',
  )
  expect(list.rows.slice(0, 130).every(({ state }) => state === 'held')).toBe(true)
  expect(list.rows).toHaveLength(131)
})

describe('given 180 overdue notices of one class, 20 that run, and 5 that are closed', () => {
  beforeAll(async () => {
    await school.get(TEACHER, 'notice.publish', anOuting())
    const sample = (await school.stored<{ kind: string }>('slips')).find(({ kind }) => kind === 'outing')
    await fill(
      'slips',
      many(205, (index) => ({
        ...sample,
        ...{
          _id: `s${index}.${CLASS}`,
          noticeId: `s${index}`,
          important: index % 7 === 0,
          state: index < 200 ? 'running' : 'closed',
        },
        publishedAt: NOW - 10 * DAY + index * HOUR,
        // Ten at a time have one deadline; some have none.
        deadline: index < 180 ? NOW - 5 * DAY + Math.floor(index / 10) * HOUR : index < 190 ? NOW + DAY : undefined,
      })),
    )
  })

  test('X01 the principal sees them all, the longest overdue first', async () => {
    const identity = keyOf('principal', SCHOOL)
    const { pages, rows } = await walk(PRINCIPAL, 'today.read', { identity }, (page) =>
      'overdue' in page ? page.overdue : [],
    )
    expect(pages.every((page) => 'overdue' in page && page.total === 180)).toBe(true)
    expect(new Set(rows.map(({ noticeId }) => noticeId)).size).toBe(180)
    expect(rows.map(({ deadline }) => deadline)).toEqual(rows.map(({ deadline }) => deadline).sort())
  })

  test('N06 the teacher sees all that run, those overdue first', async () => {
    const identity = keyOf('head_teacher', CLASS)
    const { pages, rows } = await walk(HEAD_TEACHER, 'today.read', { identity }, (page) =>
      'running' in page ? page.running : [],
    )
    expect(rows.slice(0, 180).every(({ overdue }) => overdue)).toBe(true)
    expect(rows.slice(180).some(({ overdue }) => overdue)).toBe(false)
    // With the two that were published.
    expect(pages[0]).toMatchObject({ total: 202 })
    expect(new Set(rows.map(({ noticeId }) => noticeId)).size).toBe(202)
  })

  test('N14 a family sees every duty, important ones first, then by deadline, those without one last', async () => {
    const identity = keyOf('guardian', CHILD)
    const { pages, rows } = await walk(MOTHER, 'today.read', { identity }, (page) =>
      'unsigned' in page ? page.unsigned : [],
    )
    expect(pages.every((page) => 'unsigned' in page && page.total === 202)).toBe(true)
    expect(new Set(rows.map(({ noticeId }) => noticeId)).size).toBe(202)
    const ordered = [...rows].sort(
      (a, b) => Number(b.important) - Number(a.important) || (a.deadline ?? Infinity) - (b.deadline ?? Infinity) || 0,
    )
    expect(rows.map(({ important, deadline }) => [important, deadline])).toEqual(
      ordered.map(({ important, deadline }) => [important, deadline]),
    )
  })

  test('N14 in a family’s list the unsigned important ones stand on top, and none is lost', async () => {
    const identity = keyOf('guardian', CHILD)
    const all = await walk(MOTHER, 'notice.list', { identity }, (page) => page.rows, 'before')
    expect(all.pages[0]).toMatchObject({ total: 207 })
    expect(new Set(all.rows.map(({ noticeId }) => noticeId)).size).toBe(207)
    const waits = all.rows.map(
      ({ important, state, mine }) => important && state === 'published' && mine?.[0]?.state !== 'signed',
    )
    expect(waits.lastIndexOf(true)).toBe(waits.filter(Boolean).length - 1)
    const todo = await walk(MOTHER, 'notice.list', { identity, filter: 'todo' }, (page) => page.rows, 'before')
    expect(todo.pages[0]).toMatchObject({ total: 202 })
    expect(todo.rows).toHaveLength(202)
  })

  test('X01 the class’s figures name every child that something has not reached, and count the notices', async () => {
    const input = { classId: CLASS, range: 'year' } as const
    const { pages, rows } = await walk(HEAD_TEACHER, 'statistics.class', input, ({ notices }) => notices)
    expect(rows).toHaveLength(202)
    expect(pages[0]).toMatchObject({ total: 202 })
    expect(pages[0]?.unreachedChildren.map(({ no, notices }) => [no, notices])).toEqual(
      ['1', '2', '3', '4'].map((no) => [no, 202]),
    )
  })
})

test('G06 of 297 open cases the leaders find theirs, wherever they stand, and today counts them', async () => {
  const ladder = { muteDays: { mute_1: 1, mute_7: 7, mute_30: 30 }, leadersAfterDays: 7 }
  const aCase = (index: number) => ({
    ...{ _id: `case-${index}`, ...place, childId: CHILD, childName: childName(0) },
    ...{
      guardian: { openid: `o-${index}`, card: '家长' },
      rule: 'C10',
      evidence: '多次发广告',
      steps: [],
      ladder,
      ...noTrail,
    },
    ...{ state: index % 10 === 9 ? 'closed' : 'open', slot: `slot-${index}`, openedBy: '语文王老师' },
    // Every third has been open for long enough; patience differs.
    openedAt: NOW - (index % 3 === 0 ? 8 : 6) * DAY - index,
    ...(index % 10 === 9 && { closed: { at: NOW - DAY, by: '语文王老师', role: 'head_teacher', words: '已说明' } }),
  })
  const documents = many(330, aCase)
  await fill('cases', documents)
  const theirs = documents.filter((each) => canAct(each as Parameters<typeof canAct>[0], 'principal', NOW + HOUR))
  const ofSchool = await walk(PRINCIPAL, 'case.list', { of: 'school', schoolId: SCHOOL }, ({ cases }) => cases)
  expect(ofSchool.rows.map(({ caseId }) => caseId).sort()).toEqual(theirs.map(({ _id }) => _id).sort())
  expect(ofSchool.rows.every(({ mine }) => mine)).toBe(true)
  expect(ofSchool.pages[0]).toMatchObject({ total: theirs.length })
  expect(await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })).toMatchObject({
    cases: theirs.length,
  })
  const ofClass = await walk(HEAD_TEACHER, 'case.list', { of: 'class', classId: CLASS }, ({ cases }) => cases)
  expect(ofClass.rows.map(({ state }) => state)).toEqual([...many(297, () => 'open'), ...many(33, () => 'closed')])

  const log = await walk(HEAD_TEACHER, 'log.read', { classId: CLASS }, (page) => page.rows)
  expect(log.rows).toHaveLength(330 + 33)
  expect(log.rows.map(({ at }) => at)).toEqual(log.rows.map(({ at }) => at).sort((a, b) => b - a))
})

test('M06 of 60 answered reports and 45 open ones the open ones come first', async () => {
  await fill(
    'reports',
    many(105, (index) => ({
      ...{
        _id: `report-${index}`,
        ...place,
        by: { openid: MOTHER, card: '妈妈' },
        words: '请看',
        at: NOW - (index % 50) * HOUR,
      },
      ...(index < 60
        ? { state: 'answered', answered: { at: NOW, by: '李校长', role: 'principal', words: '好' } }
        : { state: 'open' }),
      ...noTrail,
    })),
  )
  const { pages, rows } = await walk(
    PRINCIPAL,
    'report.list',
    { of: 'school', schoolId: SCHOOL },
    ({ reports }) => reports,
  )
  expect(rows.map(({ answered }) => answered !== undefined)).toEqual([
    ...many(45, () => false),
    ...many(60, () => true),
  ])
  expect(new Set(rows.map(({ reportId }) => reportId)).size).toBe(105)
  expect(pages[0]).toMatchObject({ total: 105 })
  expect(await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })).toMatchObject({
    reports: 45,
  })
})

test('M02 of 130 applications every one can be answered, the oldest first', async () => {
  await fill(
    'applications',
    many(130, (index) => ({
      ...{
        _id: `application-${index}`,
        ...place,
        openid: `o-${index}`,
        childName: '某某',
        guardianName: '某',
        relation: 'other',
      },
      ...{ state: 'pending', createdAt: NOW - Math.floor(index / 30), ...noTrail },
    })),
  )
  const { pages, rows } = await walk(
    HEAD_TEACHER,
    'application.list',
    { classId: CLASS },
    ({ applications }) => applications,
  )
  expect(pages[0]).toMatchObject({ total: 130 })
  expect(new Set(rows.map(({ applicationId }) => applicationId)).size).toBe(130)
  expect(rows.map(({ createdAt }) => createdAt)).toEqual(rows.map(({ createdAt }) => createdAt).sort())
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  expect(today).toMatchObject({ applications: 130 })
})

test('G11 of 230 pieces of evidence a principal takes along every one', async () => {
  await fill(
    'evidence',
    many(230, (index) => ({
      ...{
        _id: `evidence-${index}`,
        schoolId: SCHOOL,
        noticeId: `n-${index}`,
        version: 1,
        classNames: [],
        by: 'm',
        author: '家长',
      },
      ...{
        role: 'guardian',
        writtenAt: NOW,
        title: 't',
        body: 'b',
        photos: [],
        rules: [],
        keptAt: NOW,
        keptBy: '李校长',
        digest: 'd',
      },
    })),
  )
  const { pages, rows } = await walk(PRINCIPAL, 'evidence.list', { schoolId: SCHOOL }, ({ evidence }) => evidence)
  expect(pages[0]).toMatchObject({ total: 230 })
  expect(new Set(rows.map(({ evidenceId }) => evidenceId)).size).toBe(230)
})

test('G15 of 130 versions every one can be read', async () => {
  await fill(
    'pacts',
    many(129, (index) => ({
      ...{ ...school.pact, _id: `${SCHOOL}:${index + 2}`, version: index + 2, effectiveFrom: '2026-12-01', ...noTrail },
    })),
  )
  const first = await school.get(MOTHER, 'pact.history', { schoolId: SCHOOL })
  expect(first).toMatchObject({ inForce: 1, next: 31 })
  const second = await school.get(MOTHER, 'pact.history', { schoolId: SCHOOL, before: first.next })
  expect(second.next).toBeUndefined()
  expect([...first.versions, ...second.versions].map(({ version }) => version)).toEqual(
    many(130, (index) => 130 - index),
  )
})

test.each([
  ['nothing', 'bm90aGluZw'],
  ['a list of objects', Buffer.from(JSON.stringify([0, { $gt: 0 }, 'x'])).toString('base64url')],
  ['too much', Buffer.from(JSON.stringify([0, 1, 2, 3, 4])).toString('base64url')],
  ['a part that is none', Buffer.from(JSON.stringify([9, 1, 'x'])).toString('base64url')],
])('given a cursor with %s in it, then the list begins at the start', async (_, after) => {
  const start = await school.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL })
  expect(await school.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL, after })).toEqual(start)
  expect(await school.ask(PRINCIPAL, 'review.list', { schoolId: SCHOOL, after: `${after}{` })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'after' },
  })
})

test('none of these lists looked through a collection without an index', async () => {
  const { scans } = await school.cloud.control<{ scans: unknown[] }>('counters.read')
  expect(scans).toEqual([])
})
