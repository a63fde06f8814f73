// Proves that a school goes into its new year and back: previewed, once, with all that belongs to a class (L13).
import type { ActionName } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  anOuting,
  childId,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import {
  AFTER,
  BEFORE,
  FIRST,
  SIXTH,
  SIXTH_HEAD,
  YEAR,
  givenGrades,
  names,
  preview,
  promote,
  standing,
  undo,
  type ChildRow,
  type ClassRow,
} from './given-grades'

const SIXTH_CHILD = childId(SIXTH, 0)
const SIXTH_MOTHER = motherOf(SIXTH_CHILD)
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }
const DEADLINE = Date.parse('2026-08-28T18:00:00+08:00')
const outingOf = (classId: string) =>
  anOuting({
    audience: { to: 'classes', classIds: [classId] },
    deadline: DEADLINE,
    event: { day: '2026-08-30', place: '植物园' },
  })

let school: GivenSchool
beforeEach(async () => {
  school = await givenGrades()
})
afterEach(() => school.stop())

describe('given a school before the summer', () => {
  test('L13 the preview says of every class what becomes of it, and changes nothing', async () => {
    const before = await standing(school)
    const { year, inSeason, plan, run } = await preview(school)
    expect([year, inSeason, run]).toEqual([YEAR, true, undefined])
    expect(plan?.classes.map(({ name, to }) => [name, to.as === 'kept' ? '' : 'name' in to && to.name])).toEqual([
      ['一（1）班', '二（1）班'],
      ['二（1）班', '三（1）班'],
      ['三（1）班', '四（1）班'],
      ['三（2）班', '四（2）班'],
      ['四（1）班', '五（1）班'],
      ['五（1）班', '六（1）班'],
      ['六（1）班', '2026届六（1）班'],
      ['六（2）班', '2026届六（2）班'],
    ])
    expect(await standing(school)).toEqual(before)
  })

  test('L13 三（2）班 becomes 四（2）班 with its children, seats and head teacher; old slips keep the name they had', async () => {
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', outingOf(CLASS))
    const before = await standing(school)
    const { run } = await promote(school)
    expect(run).toMatchObject({ state: 'done', done: 8, total: 8, promoted: 6, archived: 2 })
    expect(await names(school)).toEqual(AFTER)

    const after = await standing(school)
    const kept = (rows: ClassRow[]) => rows.map(({ _id, headTeacher, roster }) => ({ _id, headTeacher, roster }))
    expect(kept(after.classes)).toEqual(kept(before.classes))
    const seats = (rows: ChildRow[]) => rows.map(({ _id, classId, guardians }) => ({ _id, classId, guardians }))
    expect(seats(after.children)).toEqual(seats(before.children))

    const session = await school.get(motherOf(childId(CLASS, 0)), 'session.read', {})
    // Their card is looked at once more (M10).
    expect(session.identities[0]).toMatchObject({ className: '四（2）班', unconfirmed: true })
    const board = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
    expect(board).toMatchObject({ className: '三（2）班', state: 'published' })
  })

  test('L13 a preview that is out of date is refused, and nothing has happened', async () => {
    const { plan } = await preview(school)
    const [first] = await school.stored<ClassRow>('classes')
    const added = { ...first, _id: 'added', name: '一（2）班', order: 102, roster: [] }
    await school.cloud.control('data.import', { collection: 'classes', documents: [added] })
    const input = { schoolId: SCHOOL, year: YEAR, digest: plan?.digest ?? '' }
    expect(await school.ask(PRINCIPAL, 'year.run', input)).toMatchObject({ error: { code: 'YEAR_CHANGED' } })
    expect(await names(school)).toEqual({ ...BEFORE, added: '一（2）班' })
  })

  test('L13 a class whose name says no grade is asked about first; the leader names it, or keeps it as it is', async () => {
    const classes = await school.stored<ClassRow>('classes')
    const named = classes.find(({ _id }) => _id === FIRST)
    await school.cloud.control('data.put', { documents: { classes: [{ ...named, name: '向日葵班', order: 9000 }] } })
    const { year, plan } = await preview(school)
    const input = { schoolId: SCHOOL, year, digest: plan?.digest ?? '' }
    expect(await school.ask(PRINCIPAL, 'year.run', input)).toMatchObject({
      error: { code: 'YEAR_ASKS', facts: { count: 1 } },
    })
    await promote(school, { classes: [{ classId: FIRST, name: '二（1）班' }] })
    expect(await names(school)).toEqual(AFTER)
  })

  test('L13 two offices that begin at the same moment begin one, and it is done once', async () => {
    const { year, plan } = await preview(school)
    const input = { schoolId: SCHOOL, year, digest: plan?.digest ?? '' }
    const replies = await Promise.all(
      [PRINCIPAL, OFFICE, PRINCIPAL, OFFICE].map((openid) => school.ask(openid, 'year.run', input)),
    )
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true])
    expect((await preview(school)).run).toMatchObject({ state: 'done', done: 8 })
    expect(await names(school)).toEqual(AFTER)
    const runs = await school.stored<{ trail: { action: string }[] }>('years')
    expect(runs).toHaveLength(1)
    expect(runs[0]?.trail.filter(({ action }) => action === 'year.run')).toHaveLength(1)
  })

  test('L13 another plan that comes while one is under way is refused', async () => {
    const { year } = await preview(school)
    const other = await preview(school, { classes: [{ classId: FIRST, keep: true }] })
    await promote(school)
    const input = { schoolId: SCHOOL, year, digest: other.plan?.digest ?? '' }
    expect(await school.ask(OFFICE, 'year.run', input)).toMatchObject({ error: { code: 'YEAR_CHANGED' } })
  })

  test('L13 a class of one grade and one promotion takes at most six calls of the database', async () => {
    const { year, plan } = await preview(school)
    await school.cloud.control('counters.reset')
    await school.get(PRINCIPAL, 'year.run', { schoolId: SCHOOL, year, digest: plan?.digest ?? '' })
    expect(await school.databaseCalls('year.run')).toBeLessThanOrEqual(6 * Object.keys(BEFORE).length)
  })

  test('M04 L13 where the leader wants somebody new the class keeps its head teacher, and the page names the class', async () => {
    const { run } = await promote(school, { classes: [{ classId: CLASS, newHead: true }] })
    expect(run?.newHeads).toEqual([{ classId: CLASS, name: '四（2）班' }])
    const { identities } = await school.get(HEAD_TEACHER, 'session.read', {})
    expect(identities).toMatchObject([{ role: 'head_teacher', className: '四（2）班' }])
  })
})

describe('given a class that has graduated', () => {
  let noticeId: string
  let token: string
  beforeEach(async () => {
    noticeId = (await school.get(SIXTH_HEAD, 'notice.publish', outingOf(SIXTH))).noticeId
    const child = childId(SIXTH, 2)
    token = (await school.get(SIXTH_HEAD, 'invitation.create', { purpose: 'child', classId: SIXTH, childId: child }))
      .token
    await promote(school)
  })

  test('L13 its families and head teacher look at what they had, and can change nothing', async () => {
    const { identities, former } = await school.get(SIXTH_MOTHER, 'session.read', {})
    expect(identities).toEqual([])
    expect(former).toMatchObject([{ role: 'guardian', className: '2026届六（1）班', closed: 'archived' }])
    const key = keyOf('guardian', SIXTH_CHILD)
    const { rows } = await school.get(SIXTH_MOTHER, 'notice.list', { identity: key })
    expect(rows).toMatchObject([{ noticeId, className: '六（1）班', state: 'closed' }])
    const slip = { noticeId, classId: SIXTH }
    expect((await school.ask(SIXTH_MOTHER, 'notice.read', slip)).ok).toBe(true)
    expect((await school.ask(SIXTH_MOTHER, 'leave.list', { of: 'child', childId: SIXTH_CHILD })).ok).toBe(true)
    expect((await school.ask(SIXTH_HEAD, 'board.read', slip)).ok).toBe(true)
    expect((await school.ask(SIXTH_HEAD, 'class.members', { classId: SIXTH })).ok).toBe(true)

    const span = { from: '2026-08-27', fromHalf: 'am', to: '2026-08-27', toHalf: 'pm' } as const
    const attempts: [string, ActionName, unknown][] = [
      [SIXTH_MOTHER, 'slip.sign', { ...slip, childId: SIXTH_CHILD, version: 1, typedName: '王芳' }],
      [SIXTH_MOTHER, 'leave.submit', { childId: SIXTH_CHILD, kind: 'fever', span, proof: [] }],
      [SIXTH_MOTHER, 'invitation.create', { purpose: 'child', classId: SIXTH, childId: SIXTH_CHILD }],
      [SIXTH_HEAD, 'notice.publish', outingOf(SIXTH)],
      [SIXTH_HEAD, 'class.review', { classId: SIXTH }],
      [SIXTH_HEAD, 'slip.remind', slip],
      [PRINCIPAL, 'notice.publish', outingOf(SIXTH)],
      [PRINCIPAL, 'invitation.create', { purpose: 'class', classId: SIXTH }],
      [PRINCIPAL, 'class.release', { classId: SIXTH }],
    ]
    for (const [openid, action, input] of attempts)
      expect([action, await school.ask(openid, action, input as never)]).toEqual([action, FORBIDDEN])
  })

  test('L13 nobody joins it again: the invitation of before is over', async () => {
    const joining = await school.ask('o-late', 'join.guardian', { token, consent: true, relation: 'mother' })
    expect(joining).toMatchObject({ error: { code: 'INVITATION_INVALID' } })
  })

  test('L13 its open slip closes, and it stands in no list to choose from and in no figure', async () => {
    const slips = await school.stored<{ classId: string; state: string; graduated?: number }>('slips')
    expect(slips).toMatchObject([{ classId: SIXTH, state: 'closed', graduated: YEAR }])
    const { classes, graduated } = await school.get(PRINCIPAL, 'school.read', { schoolId: SCHOOL })
    expect(classes).toHaveLength(6)
    expect(graduated.map(({ name }) => name)).toEqual(['2026届六（1）班', '2026届六（2）班'])
    const figures = await school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'month' })
    expect(figures.classes.map(({ className }) => className)).not.toContain('2026届六（1）班')
    const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect(today).toMatchObject({ overdue: [], classesWithoutHeadTeacher: 0 })

    const notice = aNotice({ audience: { to: 'school', schoolId: SCHOOL } })
    const published = await school.get(PRINCIPAL, 'notice.publish', notice)
    const opened = await school.stored<{ noticeId: string; classId: string }>('slips')
    const reached = opened.filter((slip) => slip.noticeId === published.noticeId).map(({ classId }) => classId)
    expect(reached).toHaveLength(6)
    expect(reached).not.toContain(SIXTH)
  })
})

describe('given a school that has gone up', () => {
  test('L13 undone as a whole it is what it was: names, children, seats, open slips', async () => {
    const { noticeId } = await school.get(SIXTH_HEAD, 'notice.publish', outingOf(SIXTH))
    const before = await standing(school)
    await promote(school)
    const { run, plan } = await undo(school, OFFICE)
    expect(run?.state).toBe('undone')
    expect(plan?.classes).toHaveLength(8)
    expect(await standing(school)).toEqual(before)
    const sign = { noticeId, classId: SIXTH, childId: SIXTH_CHILD, version: 1, typedName: '王芳' }
    expect((await school.ask(SIXTH_MOTHER, 'slip.sign', sign)).ok).toBe(true)
  })

  test('L13 it goes up again after that, and can be undone again', async () => {
    const before = await standing(school)
    await promote(school)
    await undo(school)
    await promote(school)
    expect(await names(school)).toEqual(AFTER)
    await undo(school)
    expect(await standing(school)).toEqual(before)
  })

  test('L13 the first notice of the new year ends that, and the refusal says which it was', async () => {
    await promote(school)
    await school.advance(1_000)
    await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ title: '开学通知' }))
    const reply = await school.ask(PRINCIPAL, 'year.undo', { schoolId: SCHOOL, year: YEAR })
    expect(reply).toMatchObject({ error: { code: 'YEAR_BEGUN', facts: { title: '开学通知' } } })
    expect(await names(school)).toEqual(AFTER)
    expect((await preview(school)).run).toMatchObject({ state: 'done', begun: { title: '开学通知' } })
  })

  test('C24 L13 where the first was a letter to one family, nobody learns its title', async () => {
    await promote(school)
    await school.advance(1_000)
    const audience = { to: 'child', classId: CLASS, childId: childId(CLASS, 0) } as const
    await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ title: '家访', audience }))
    const reply = await school.ask(PRINCIPAL, 'year.undo', { schoolId: SCHOOL, year: YEAR })
    expect(reply).toEqual({ ok: false, error: { code: 'YEAR_BEGUN', facts: {} } })
  })

  test('L13 a new first grade makes room when it is undone, and gets its name back with the next promotion', async () => {
    await promote(school)
    const [first] = await school.stored<ClassRow>('classes')
    const fresh = { ...first, _id: 'fresh', name: '一（1）班', order: 101, roster: [], archived: undefined }
    await school.cloud.control('data.import', { collection: 'classes', documents: [fresh] })
    await undo(school)
    expect(await names(school)).toEqual({ ...BEFORE, fresh: '新一（1）班' })
    const { plan } = await preview(school)
    expect(plan?.classes.find(({ classId }) => classId === 'fresh')?.to).toEqual({ as: 'back', name: '一（1）班' })
    await promote(school)
    expect(await names(school)).toEqual({ ...AFTER, fresh: '一（1）班' })
  })

  test('L13 every step is in the audit, the whole under the leader’s name', async () => {
    const { year, plan } = await preview(school)
    const requestId = newRequestId()
    const input = { schoolId: SCHOOL, year, digest: plan?.digest ?? '' }
    await school.get(OFFICE, 'year.run', input, requestId)
    await school.tick()
    const rows = await school.stored<{ action: string; by: string; role: string }>('audit')
    const count = (action: string) => rows.filter((row) => row.action === action).length
    expect([count('year.run'), count('year.promote'), count('year.archive'), count('year.done')]).toEqual([1, 6, 2, 1])
    expect(rows.find(({ action }) => action === 'year.run')).toMatchObject({ by: OFFICE, role: 'office' })
  })
})
