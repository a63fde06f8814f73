// Decides who reads what happened: the supervisor without a word or a name (M06, G11, G12).
import { createHash } from 'node:crypto'
import type { AuditRow } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
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
const FATHER = fatherOf(CHILD)
const guardian = (card: string) => ({ childId: CHILD, card: `${childName(0)}${card}`, since: Date.parse(MORNING) })
const FORBIDDEN = { error: { code: 'FORBIDDEN' } }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const mark = (card: string, member = true) =>
  school.get(HEAD_TEACHER, 'committee.mark', { guardian: guardian(card), member })
const name = (card: string) => school.ask(HEAD_TEACHER, 'supervisor.name', { guardian: guardian(card) })
const readLog = (who: string) => school.ask(who, 'log.read', { classId: CLASS })

describe('given a class without a supervisor', () => {
  test('M06 who is not on the committee can not be named', async () => {
    expect(await name('妈妈')).toMatchObject({ error: { code: 'NOT_COMMITTEE', rule: 'M06' } })
    await mark('妈妈')
    await mark('妈妈', false)
    expect(await name('妈妈')).toMatchObject({ error: { code: 'NOT_COMMITTEE' } })
    expect(await readLog(MOTHER)).toMatchObject(FORBIDDEN)
  })

  test('M06 the one who is named reads the log of this class and can not post; the one before no longer reads it', async () => {
    await mark('妈妈')
    await mark('爸爸')
    expect(await name('妈妈')).toEqual({ ok: true, data: {} })
    expect(await name('妈妈')).toEqual({ ok: true, data: {} })
    const { identities } = await school.get(MOTHER, 'session.read', {})
    expect(identities.map(({ key }) => key)).toEqual([keyOf('guardian', CHILD), keyOf('supervisor', CLASS)])
    expect(await readLog(MOTHER)).toMatchObject({ ok: true, data: { className: '三（2）班' } })
    expect(await school.ask(MOTHER, 'log.read', { classId: OTHER_CLASS })).toMatchObject(FORBIDDEN)
    expect(await school.ask(MOTHER, 'notice.publish', aNotice())).toMatchObject(FORBIDDEN)
    const identity = keyOf('supervisor', CLASS)
    expect(await school.get(MOTHER, 'today.read', { identity })).toMatchObject({ role: 'guardian' })
    expect(await school.get(MOTHER, 'notice.list', { identity })).toEqual({ rows: [], total: 0 })
    expect(await school.ask(MOTHER, 'review.list', { schoolId: SCHOOL })).toMatchObject(FORBIDDEN)

    await name('爸爸')
    expect(await readLog(FATHER)).toMatchObject({ ok: true })
    expect(await readLog(MOTHER)).toMatchObject(FORBIDDEN)
  })

  test('M06 two namings at once leave one supervisor, and a late repeat of an old naming changes nothing', async () => {
    await mark('妈妈')
    await mark('爸爸')
    await Promise.all([name('妈妈'), name('爸爸')])
    const readers = async () => {
      const replies = await Promise.all([readLog(MOTHER), readLog(FATHER)])
      return replies.filter(({ ok }) => ok).length
    }
    expect(await readers()).toBe(1)

    const old = 'naming-request-1'
    await school.ask(HEAD_TEACHER, 'supervisor.name', { guardian: guardian('妈妈') }, old)
    await name('爸爸')
    await school.ask(HEAD_TEACHER, 'supervisor.name', { guardian: guardian('妈妈') }, old)
    expect(await readers()).toBe(1)
    expect(await readLog(FATHER)).toMatchObject({ ok: true })
  })

  test('M06 G05 a supervisor who is removed from the class is no supervisor any more', async () => {
    await mark('爸爸')
    await name('爸爸')
    const { caseId } = await school.get(HEAD_TEACHER, 'case.open', {
      ...{ guardian: guardian('爸爸'), rule: 'C10', evidence: '多次发广告' },
    })
    for (const step of ['guide', 'remind', 'mute_1', 'mute_7', 'mute_30', 'remove'] as const) {
      await school.get(HEAD_TEACHER, 'case.step', { caseId, step, words: '已说明' })
    }
    expect(await readLog(FATHER)).toMatchObject(FORBIDDEN)
    const stored = await school.stored<{ _id: string; supervisor?: object }>('classes')
    expect(stored.find(({ _id }) => _id === CLASS)?.supervisor).toBeUndefined()
  })
})

test('M06 G12 the log says when, in which role, under which rule, with what result; no word of a post, no child, no person', async () => {
  const refused = aNotice({ body: `${childName(0)}又没交作业，太笨了。` })
  expect(await school.ask(TEACHER, 'notice.publish', refused)).toMatchObject({ error: { code: 'POST_REFUSED' } })
  await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001 })
  const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice())
  await school.cloud.control('verdicts.clear')
  await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'return', words: '请写明来源' })
  const { caseId } = await school.get(HEAD_TEACHER, 'case.open', {
    ...{ guardian: guardian('爸爸'), rule: 'C10', evidence: '多次发广告' },
  })
  await school.get(HEAD_TEACHER, 'case.step', { caseId, step: 'guide', words: '已当面说明' })
  await mark('妈妈')
  await name('妈妈')

  const log = await school.get(MOTHER, 'log.read', { classId: CLASS })
  expect(log.rows.map(({ role, act, result }) => `${role} ${act} ${result}`)).toEqual([
    'head_teacher case guide',
    'head_teacher case open',
    'principal review return',
    'teacher post hold',
    'teacher post refuse',
  ])
  expect(log.rows.every(({ rules }) => rules.length > 0)).toBe(true)
  const told = JSON.stringify(log)
  const secrets = ['太笨', '来源', '广告', '说明', childName(0), '李老师', 'o-', '李校长']
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
})

describe('given the audit of a school', () => {
  const fill = async () => {
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
    await school.tick()
    const sign = { noticeId, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' }
    await school.get(MOTHER, 'slip.sign', sign)
    await school.get(HEAD_TEACHER, 'case.open', {
      ...{ guardian: guardian('爸爸'), rule: 'C10', evidence: '多次发广告' },
    })
    await school.tick()
  }
  const exported = (after?: number) =>
    school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL, ...(after !== undefined && { after }) })

  test('G11 G12 the principal takes every row along: who, role, action, target, time; the chain holds', async () => {
    await fill()
    const { rows, intact, next } = await exported()
    expect({ intact, next }).toEqual({ intact: true })
    expect(rows.map(({ action }) => action).sort()).toEqual(['case.open', 'notice.publish', 'slip.open', 'slip.sign'])
    for (const { by, role, target, at } of rows) {
      expect([by, role, target].every(Boolean)).toBe(true)
      expect(at).toBeGreaterThanOrEqual(Date.parse(MORNING))
    }
    const rest = await exported(2)
    expect(rest).toMatchObject({ intact: true, rows: [{ seq: 3 }, { seq: 4 }] })
    for (const who of [OFFICE, HEAD_TEACHER, MOTHER]) {
      expect(await school.ask(who, 'audit.export', { schoolId: SCHOOL })).toMatchObject(FORBIDDEN)
    }
  })

  test('G12 C28 no openid leaves the school: one mark a person, the card beside it, and the chain can be checked from the rows alone', async () => {
    await fill()
    const { rows } = await exported()
    const told = JSON.stringify(rows)
    for (const openid of [HEAD_TEACHER, MOTHER, FATHER]) expect(told).not.toContain(openid)
    const marks = (action: string) => rows.filter((row) => row.action === action).map(({ by, who }) => [by, who])
    expect(marks('case.open')).toEqual(marks('notice.publish'))
    expect(marks('notice.publish')).toEqual([[expect.stringMatching(/^[\w-]{24}$/), '语文王老师']])
    expect(marks('slip.sign')[0]?.[1]).toBe(`${childName(0)}妈妈`)
    const seal = ({ seq, at, by, role, action, target, detail, previous }: AuditRow) =>
      createHash('sha256')
        .update(JSON.stringify([previous, SCHOOL, seq, at, by, role, action, target, detail ?? null]))
        .digest('hex')
    expect(rows.map(seal)).toEqual(rows.map(({ hash }) => hash))
    expect(rows.slice(1).map(({ previous }) => previous)).toEqual(rows.slice(0, -1).map(({ hash }) => hash))
  })

  test('G12 who has left keeps the mark and loses the name', async () => {
    await fill()
    const before = (await exported()).rows.find(({ action }) => action === 'slip.sign')
    await school.get(MOTHER, 'person.delete', {})
    const after = (await exported()).rows.find(({ action }) => action === 'slip.sign')
    expect(after?.by).toBe(before?.by)
    expect(after?.who).toBeUndefined()
  })

  test.each<[string, (rows: (AuditRow & { _id: string })[]) => object[], number]>([
    ['changed', (rows) => rows.map((row) => (row.seq === 2 ? { ...row, by: 'o-somebody' } : row)), 2],
    ['taken out', (rows) => rows.filter(({ seq }) => seq !== 2), 3],
    ['taken off the start', (rows) => rows.filter(({ seq }) => seq !== 1), 2],
  ])('G12 a row that was %s behind the functions’ back shows', async (_, tamper, brokenAt) => {
    await fill()
    const rows = (await school.stored<AuditRow & { _id: string }>('audit')).sort((a, b) => a.seq - b.seq)
    const forged = await givenSchool()
    try {
      await forged.cloud.control('data.import', { collection: 'audit', documents: tamper(rows) })
      const reply = await forged.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
      expect(reply).toMatchObject({ intact: false, brokenAt })
    } finally {
      await forged.stop()
    }
  })

  test('G12 no call of anybody, nor the timer, changes or removes a row', async () => {
    await fill()
    const before = await school.stored<AuditRow>('audit')
    const [first] = before
    const target = { noticeId: first?.target.split('/')[1] ?? '', classId: CLASS }
    for (const who of [PRINCIPAL, OFFICE, HEAD_TEACHER, TEACHER, MOTHER]) {
      await school.ask(who, 'notice.withdraw', { noticeId: target.noticeId, reason: '日期写错了' })
      await school.ask(who, 'slip.close', target)
      await school.ask(who, 'audit.export', { schoolId: SCHOOL })
    }
    await school.tick(3)
    const after = await school.stored<AuditRow & { _id: string }>('audit')
    expect(after.length).toBeGreaterThan(before.length)
    for (const row of before) expect(after).toContainEqual(row)
    expect(await exported()).toMatchObject({ intact: true })
  })
})
