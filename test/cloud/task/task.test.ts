// Proves that a notice to the staff is answered by each of the addressed, shown by person, and seen by no family (N19).
import type { NoticeDraft } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const LONG_MS = 180_000
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }
const MOTHER = motherOf(childId(CLASS, 0))
const HEAD_OF_FOUR = 'o-head-0'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ moreClasses: 1 })
}, LONG_MS)
afterEach(() => school?.stop())

type Whom = Extract<NoticeDraft['audience'], { to: 'staff' }>['whom']
const ask = (whom: Whom, more: Partial<NoticeDraft> = {}) =>
  aNotice({ replyMode: 'report', audience: { to: 'staff', schoolId: SCHOOL, whom }, ...more })
const give = async (whom: Whom, more: Partial<NoticeDraft> = {}, by = PRINCIPAL) => {
  const { noticeId } = await school.get(by, 'notice.publish', ask(whom, more))
  return { schoolId: SCHOOL, noticeId }
}
type Task = Awaited<ReturnType<typeof give>>
const board = (task: Task, by = PRINCIPAL) => school.get(by, 'task.board', task)
const cardsOf = async (task: Task) => (await board(task)).rows.map(({ card }) => card).sort()
const report = (task: Task, by: string, words = '', requestId = newRequestId()) =>
  school.ask(by, 'task.answer', { ...task, version: 1, report: words }, requestId)

describe('N19 whom the leaders ask', () => {
  test('N19 given all of the staff, a grade’s, or the head teachers, then exactly those, each once, and not the author', async () => {
    expect(await cardsOf(await give('heads'))).toEqual(['语文孙老师', '语文王老师', '语文赵老师'])
    expect(await cardsOf(await give({ grade: '三' }))).toEqual(['数学李老师', '语文王老师', '语文赵老师'])
    const all = await cardsOf(await give('all'))
    expect(all).toHaveLength(5)
    expect(all).toContain('教导处赵老师')
  })

  test('N19 given chosen colleagues, then those; a mark of nobody is refused, and no openid is told', async () => {
    const prepared = await school.get(PRINCIPAL, 'notice.prepare', { schoolId: SCHOOL })
    const li = prepared.staff?.find(({ card }) => card === '数学李老师')?.mark ?? ''
    expect(await cardsOf(await give({ chosen: [li] }))).toEqual(['数学李老师'])
    expect(await school.ask(PRINCIPAL, 'notice.publish', ask({ chosen: [li, 'nobody'] }))).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'audience.whom' },
    })
    const told = JSON.stringify([prepared.staff, await board(await give('all'))])
    for (const openid of [HEAD_TEACHER, TEACHER, OFFICE]) expect(told).not.toContain(openid)
    const teachers = await school.get(HEAD_TEACHER, 'notice.prepare', { schoolId: SCHOOL, classId: CLASS })
    expect(teachers.staff).toBeUndefined()
  })

  test('N19 given a teacher, a family, or a leader of another school, then nobody is asked', async () => {
    for (const who of [HEAD_TEACHER, TEACHER, MOTHER]) {
      expect(await school.ask(who, 'notice.publish', ask('all'))).toMatchObject(FORBIDDEN)
    }
    const other = { ...ask('all'), audience: { to: 'staff', schoolId: 'another', whom: 'all' } as const }
    expect(await school.ask(PRINCIPAL, 'notice.publish', other)).toMatchObject(FORBIDDEN)
    for (const odd of [{ kind: 'fee' }, { replyMode: 'none' }] as const) {
      expect(await school.ask(PRINCIPAL, 'notice.publish', ask('all', odd))).toMatchObject({
        error: { code: 'INPUT_INVALID' },
      })
    }
    const families = aNotice({ replyMode: 'report' })
    expect(await school.ask(HEAD_TEACHER, 'notice.publish', families)).toMatchObject({ error: { field: 'replyMode' } })
  })
})

describe('N19 answers and the board', () => {
  test('N19 given the head teachers are asked, when one reports done, then the board shows the words and who has not', async () => {
    const task = await give('heads')
    await school.get(HEAD_TEACHER, 'task.markRead', task)
    await report(task, OTHER_HEAD_TEACHER, '教案已交到教导处')
    const seen = await board(task, OFFICE)
    expect(seen.counts).toEqual({ total: 3, answered: 1, read: 1, missing: 2 })
    expect(seen.rows).toMatchObject([
      { card: '语文孙老师', state: 'unread' },
      { card: '语文王老师', state: 'read' },
      { card: '语文赵老师', state: 'answered', report: '教案已交到教导处' },
    ])
    const read = await school.get(OTHER_HEAD_TEACHER, 'task.read', task)
    expect(read).toMatchObject({ salutation: '各位老师：', mine: { report: '教案已交到教导处' } })
    expect(read.hasBoard).toBeUndefined()
  })

  test('N19 G18 given the same answer twice, or another after it, then the first stands', async () => {
    const task = await give('heads')
    const requestId = newRequestId()
    const first = await report(task, HEAD_TEACHER, '已完成', requestId)
    expect(await report(task, HEAD_TEACHER, '已完成', requestId)).toEqual(first)
    expect(await report(task, HEAD_TEACHER, '还没有')).toMatchObject({ ok: true, data: { first: false } })
    const { rows } = await board(task)
    expect(rows.find(({ state }) => state === 'answered')).toMatchObject({ report: '已完成' })
  })

  test('N19 N08 given it is to be signed, then only the own name signs it, and a report or a confirmation does not', async () => {
    const task = await give('heads', { replyMode: 'sign' })
    const sign = (typedName: string) => school.ask(HEAD_TEACHER, 'task.answer', { ...task, version: 1, typedName })
    expect(await report(task, HEAD_TEACHER)).toMatchObject({ error: { code: 'SIGNATURE_NEEDED' } })
    expect(await sign('李强')).toMatchObject({ error: { code: 'SIGNATURE_NAME', field: 'typedName' } })
    expect(await sign('王芳')).toMatchObject({ ok: true, data: { first: true } })
  })

  test('N19 given everybody answers in the same moment, then every answer counts', async () => {
    const task = await give('all')
    const all = [OFFICE, HEAD_TEACHER, OTHER_HEAD_TEACHER, HEAD_OF_FOUR, TEACHER]
    await Promise.all(all.map((who) => report(task, who, '已完成')))
    expect((await board(task)).counts).toEqual({ total: 5, answered: 5, read: 0, missing: 0 })
    expect(await school.get(PRINCIPAL, 'task.close', task)).toMatchObject({ state: 'closed' })
    expect(await report(task, TEACHER)).toMatchObject({ ok: true, data: { first: false } })
  })

  test('N19 given some are missing, then it closes only by naming exactly them, and the board keeps their names', async () => {
    const task = await give('heads')
    await report(task, HEAD_TEACHER)
    expect(await school.ask(PRINCIPAL, 'task.close', task)).toMatchObject({ error: { code: 'NOT_ALL_REACHED' } })
    const missing = (await board(task)).rows.flatMap(({ state, mark }) => (state === 'unread' ? [mark] : []))
    expect(await school.ask(PRINCIPAL, 'task.close', { ...task, missing: missing.slice(1) })).toMatchObject({
      ok: false,
    })
    const closed = await school.get(PRINCIPAL, 'task.close', { ...task, missing })
    expect(closed).toMatchObject({ state: 'closed', without: ['语文赵老师', '语文孙老师'] })
    expect(await report(task, HEAD_OF_FOUR)).toMatchObject({ error: { code: 'NOTICE_STATE' } })
  })

  test('N19 L12 given somebody leaves the staff, then the board says so and asks them no more; who comes later is not added', async () => {
    const task = await give('all')
    expect((await board(task)).rows).toHaveLength(5)
    const [found] = (await school.stored<{ _id: string }>('classes')).filter(({ _id }) => _id === CLASS)
    const newcomer = { openid: 'o-new', name: '钱多', subject: '科学', since: 1 }
    await school.cloud.control('data.put', { documents: { classes: [{ ...found, teachers: [newcomer] }] } })
    const after = await board(task)
    expect(after.counts).toMatchObject({ total: 4, missing: 4 })
    expect(after.rows.find(({ card }) => card === '数学李老师')).toMatchObject({ state: 'left' })
    expect(after.rows.some(({ card }) => card === '科学钱老师')).toBe(false)
    expect(await report(task, TEACHER)).toMatchObject(FORBIDDEN)
  })

  test('N19 N10 given who is missing, then one reminder goes out, in opening hours, to them alone', async () => {
    await school.accept(HEAD_TEACHER, 'notice')
    await school.accept(HEAD_TEACHER, 'notice')
    const task = await give('heads', { deadline: Date.parse('2026-09-03T18:00:00+08:00') })
    await school.tick()
    await report(task, OTHER_HEAD_TEACHER)
    await school.at('2026-09-01T21:00:00+08:00')
    expect(await school.ask(PRINCIPAL, 'task.remind', task)).toMatchObject({ error: { code: 'OUT_OF_HOURS' } })
    await school.at('2026-09-02T08:00:00+08:00')
    expect(await school.get(PRINCIPAL, 'task.remind', task)).toMatchObject({ reminded: 1, notReminded: 1 })
    await school.tick()
    expect(await school.ask(PRINCIPAL, 'task.remind', task)).toMatchObject({ error: { code: 'REMINDED_ALREADY' } })
    const sent = await school.stored<{ about: string; openid: string; state: string }>('deliveries')
    expect(sent.filter(({ about }) => about === task.noticeId).map(({ openid }) => openid)).toEqual([
      HEAD_TEACHER,
      HEAD_TEACHER,
    ])
  })
})

describe('N19 what families and the clock know of it', () => {
  test('N19 T01 given it is written at night, then it waits for the morning like everything of the staff, and the task opens then', async () => {
    await school.at('2026-09-01T20:30:00+08:00')
    const task = await give('heads')
    expect(await school.ask(HEAD_TEACHER, 'task.read', task)).toMatchObject(FORBIDDEN)
    expect(await school.get(PRINCIPAL, 'task.read', task)).toMatchObject({ state: 'queued' })
    await school.at('2026-09-02T07:00:30+08:00')
    await school.tick()
    await school.tick()
    expect((await board(task)).counts).toMatchObject({ total: 3 })
  })

  test('N19 N16 given a task, then no family finds it: not in lists, not on today, not by its id, not in figures', async () => {
    const task = await give('all', { title: '教研组会议记录' })
    const before = await school.get(PRINCIPAL, 'statistics.class', { classId: CLASS, range: 'week' })
    expect(before.notices).toEqual([])
    const identity = keyOf('guardian', childId(CLASS, 0))
    const seen = [
      await school.get(MOTHER, 'notice.list', { identity }),
      await school.get(MOTHER, 'today.read', { identity }),
    ]
    expect(JSON.stringify(seen)).not.toContain('教研组')
    for (const action of ['task.read', 'task.board'] as const)
      expect(await school.ask(MOTHER, action, task)).toMatchObject(FORBIDDEN)
    expect(await report(task, MOTHER)).toMatchObject(FORBIDDEN)
    for (const classId of [CLASS, OTHER_CLASS])
      expect(await school.ask(MOTHER, 'notice.read', { noticeId: task.noticeId, classId })).toMatchObject(FORBIDDEN)
    const { weekCount } = await school.get(HEAD_TEACHER, 'notice.prepare', { schoolId: SCHOOL, classId: CLASS })
    expect(weekCount).toBe(0)
  })

  test('N19 given a task waits, then 今天 and the list of the addressed have it, and afterwards the list alone', async () => {
    const task = await give('heads', { title: '交教案' })
    const identity = keyOf('head_teacher', CLASS)
    const today = () => school.get(HEAD_TEACHER, 'today.read', { identity })
    const list = async (filter: 'all' | 'todo' | 'staff') =>
      (await school.get(HEAD_TEACHER, 'notice.list', { identity, filter })).rows
    expect(await today()).toMatchObject({ tasks: [{ noticeId: task.noticeId, title: '交教案' }], tasksTotal: 1 })
    expect(await list('todo')).toMatchObject([
      { noticeId: task.noticeId, source: 'school', toStaff: { answered: false } },
    ])
    await report(task, HEAD_TEACHER)
    expect(await today()).toMatchObject({ tasks: [], tasksTotal: 0 })
    expect(await list('todo')).toEqual([])
    for (const filter of ['all', 'staff'] as const)
      expect(await list(filter)).toMatchObject([{ noticeId: task.noticeId, toStaff: { answered: true } }])
    const rows = (await school.get(PRINCIPAL, 'notice.list', { identity: keyOf('principal', SCHOOL) })).rows
    expect(rows).toMatchObject([{ noticeId: task.noticeId, toStaff: {}, counts: { signed: 1, total: 3 } }])
    expect((await school.get(TEACHER, 'notice.list', { identity: keyOf('teacher', CLASS) })).rows).toEqual([])
  })

  test('N19 given it is taken back, then nobody answers it any more', async () => {
    const task = await give('heads')
    await school.get(PRINCIPAL, 'notice.withdraw', { noticeId: task.noticeId, reason: '日期写错了' })
    expect(await report(task, HEAD_TEACHER)).toMatchObject({ error: { code: 'NOTICE_STATE' } })
    expect(await school.get(HEAD_TEACHER, 'task.read', task)).toMatchObject({ state: 'withdrawn', body: '' })
  })

  test('N19 G01 given the pact looks at the office’s notices, then a task waits for another leader, and nobody is asked before', async () => {
    const pact = { ...school.pact, version: 2, rules: { ...school.pact.rules, G01: { office: 'review' } } }
    await school.cloud.control('data.import', { collection: 'pacts', documents: [{ _id: `${SCHOOL}:2`, ...pact }] })
    const task = await give('heads', {}, OFFICE)
    expect(await school.ask(HEAD_TEACHER, 'task.read', task)).toMatchObject(FORBIDDEN)
    await school.get(PRINCIPAL, 'review.decide', { noticeId: task.noticeId, decision: 'approve' })
    await school.tick()
    expect(await school.get(HEAD_TEACHER, 'task.read', task)).toMatchObject({ state: 'published' })
  })
})
