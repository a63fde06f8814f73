// Decides that a muted or removed guardian is heard by the principal, and that lifting ends everything at once (G04, G05).
import type { CaseStep, Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  anOuting,
  childId,
  childName,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const FATHER = fatherOf(CHILD)
const SECOND_PRINCIPAL = 'o-second-principal'
const DAY_MS = 86_400_000
const guardian = { childId: CHILD, card: `${childName(0)}爸爸`, since: Date.parse(MORNING) }
const MUTED = ['guide', 'remind', 'mute_1', 'mute_7'] as const
const REMOVED = ['guide', 'remind', 'mute_1', 'mute_7', 'mute_30', 'remove'] as const
const WORDS = '当天没有发过广告，请校长再看一次'
const FORBIDDEN = { error: { code: 'FORBIDDEN' } }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const climb = async (steps: readonly CaseStep[], who = HEAD_TEACHER) => {
  const { caseId } = await school.get(HEAD_TEACHER, 'case.open', { guardian, rule: 'C10', evidence: '多次发广告' })
  for (const step of steps) await school.get(who, 'case.step', { caseId, step, words: '已电话说明' })
  return caseId
}
const file = (caseId: string, who = FATHER, requestId = newRequestId()) =>
  school.ask(who, 'appeal.file', { caseId, words: WORDS }, requestId)
const answer = (
  caseId: string,
  decision: Input<'appeal.answer'>['decision'],
  who = PRINCIPAL,
  requestId = newRequestId(),
) => school.ask(who, 'appeal.answer', { caseId, decision, words: '已核对当天记录' }, requestId)
const mutedUntil = async (openid = FATHER) => {
  const { identities } = await school.get(openid, 'session.read', {})
  return identities.find(({ key }) => key === keyOf('guardian', CHILD))?.mutedUntil
}
const waiting = async (who: string, role: string) => {
  const today = await school.get(who, 'today.read', { identity: keyOf(role, SCHOOL) })
  return 'appeals' in today ? today.appeals : undefined
}
const comeBack = async () => {
  const asked = { purpose: 'child', classId: CLASS, childId: CHILD } as const
  const { token } = await school.get(HEAD_TEACHER, 'invitation.create', asked)
  return school.get(FATHER, 'join.guardian', { token, consent: true, relation: 'father', guardianName: '王刚' })
}
const ownCase = async (openid = FATHER) => (await school.get(openid, 'case.own', {})).cases[0]

test('G04 G10 a muted guardian reads the own case, appeals once, and is counted on the leaders’ 今天 until answered', async () => {
  const caseId = await climb(MUTED)
  expect(await ownCase()).toMatchObject({ caseId, rule: 'C10', mayAppeal: true, steps: { length: 4 } })
  expect(JSON.stringify(await ownCase())).not.toContain('已电话说明')
  expect(await file(caseId)).toMatchObject({ data: { mayAppeal: false, appeals: [{ words: WORDS }] } })
  expect(await file(caseId)).toMatchObject({ error: { code: 'APPEAL_OPEN', rule: 'G04' } })
  expect([await waiting(PRINCIPAL, 'principal'), await waiting(OFFICE, 'office')]).toEqual([1, 1])
  expect(await school.get(OFFICE, 'appeal.list', { schoolId: SCHOOL })).toMatchObject({
    appeals: [{ caseId, mayAnswer: false }],
  })
  expect(await answer(caseId, 'uphold', OFFICE)).toMatchObject(FORBIDDEN)
  expect(await school.get(PRINCIPAL, 'appeal.list', { schoolId: SCHOOL })).toMatchObject({
    appeals: [{ caseId, mayAnswer: true, appeals: [{ words: WORDS }] }],
  })
  expect(await answer(caseId, 'uphold')).toMatchObject({ ok: true })
  expect(await waiting(PRINCIPAL, 'principal')).toBe(0)
  expect(await ownCase()).toMatchObject({
    mayAppeal: true,
    appeals: [{ answered: { by: '李校长', decision: 'uphold', words: '已核对当天记录' } }],
  })
  expect(await mutedUntil()).toBeGreaterThan(Date.parse(MORNING) + 6 * DAY_MS)
  const { cases } = await school.get(HEAD_TEACHER, 'case.list', { of: 'class', classId: CLASS })
  expect(cases).toMatchObject([{ state: 'open', appeals: [{ answered: { decision: 'uphold' } }] }])
})

test('G04 lifting ends the mute at once, also for who comes back, and settles the case; log and audit keep it', async () => {
  const caseId = await climb(MUTED)
  await file(caseId)
  expect(await answer(caseId, 'lift')).toMatchObject({ data: { state: 'closed', mine: false } })
  expect(await mutedUntil()).toBeUndefined()
  expect(await ownCase()).toMatchObject({ state: 'closed', mayAppeal: false })
  await school.get(FATHER, 'person.delete', {})
  await comeBack()
  expect(await mutedUntil()).toBeUndefined()
  const { rows } = await school.get(HEAD_TEACHER, 'log.read', { classId: CLASS })
  expect(rows[0]).toMatchObject({ act: 'case', role: 'principal', rules: ['C10'] })
  expect(rows.map(({ result }) => result)).toContain('lift')
  await school.tick()
  const audit = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  expect(audit.rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['appeal.file', 'appeal.answer']))
  // A new breach begins at the first step.
  const seated = (await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })).members[0]?.guardians ?? []
  const back = seated.find(({ relation }) => relation === 'father')
  const again = { guardian: { ...guardian, since: back?.since ?? 0 }, rule: 'C10', evidence: '又发广告' }
  expect(await school.ask(HEAD_TEACHER, 'case.open', again)).toMatchObject({ data: { next: 'guide' } })
})

test('G04 a mute of another case goes on when one is lifted', async () => {
  const first = await climb(MUTED)
  await school.get(HEAD_TEACHER, 'case.close', { caseId: first, words: '已谈妥' })
  const stays = await mutedUntil()
  await school.advance(DAY_MS)
  const second = await climb([...MUTED, 'mute_30'])
  expect(await mutedUntil()).toBeGreaterThan(stays ?? 0)
  await file(second)
  await answer(second, 'lift')
  expect(await mutedUntil()).toBe(stays)
  // The settled one still mutes: it can be appealed against, too.
  expect(await file(first)).toMatchObject({ ok: true })
  await answer(first, 'lift')
  expect(await mutedUntil()).toBeUndefined()
})

test('G05 whoever was asked to leave belongs nowhere, appeals all the same, and may be asked in again when it is lifted', async () => {
  const caseId = await climb(REMOVED)
  expect((await school.get(FATHER, 'session.read', {})).identities).toEqual([])
  expect(await ownCase()).toMatchObject({ caseId, className: '三（2）班', mayAppeal: true })
  expect(await file(caseId)).toMatchObject({ ok: true })
  expect(await answer(caseId, 'lift')).toMatchObject({ ok: true })
  // Nobody sits down by an appeal: they are asked in as everybody is.
  expect((await school.get(FATHER, 'session.read', {})).identities).toEqual([])
  expect(await comeBack()).toMatchObject({ outcome: 'seated' })
  expect(await mutedUntil()).toBeUndefined()
})

test('G05 an appeal that is not lifted leaves the door shut', async () => {
  const caseId = await climb(REMOVED)
  await file(caseId)
  await answer(caseId, 'uphold')
  expect(await comeBack()).toMatchObject({ outcome: 'applied' })
})

test('M14 a stranger, the other guardian, staff and nobody else find or appeal against this case', async () => {
  const caseId = await climb(MUTED)
  for (const who of ['o-nobody', MOTHER, HEAD_TEACHER, TEACHER, PRINCIPAL]) {
    expect(await school.get(who, 'case.own', {})).toEqual({ cases: [] })
    expect(await file(caseId, who)).toMatchObject(FORBIDDEN)
  }
  expect(await file('guessed')).toMatchObject(FORBIDDEN)
  for (const who of ['o-nobody', MOTHER, FATHER, HEAD_TEACHER, TEACHER, OFFICE]) {
    expect(await answer(caseId, 'lift', who)).toMatchObject(FORBIDDEN)
  }
})

test('G04 being spoken to is nothing to appeal against, nor is a mute that is over', async () => {
  const caseId = await climb(['guide', 'remind'])
  expect(await ownCase()).toMatchObject({ mayAppeal: false })
  expect(await file(caseId)).toMatchObject({ error: { code: 'CASE_STATE' } })
  await school.get(HEAD_TEACHER, 'case.step', { caseId, step: 'mute_1', words: '已电话说明' })
  await school.advance(DAY_MS + 60_000)
  expect(await file(caseId)).toMatchObject({ error: { code: 'CASE_STATE' } })
})

test('G04 G06 the principal who took the step does not answer; another one does', async () => {
  const [found] = await school.stored<object & { _id: string; principals: object[] }>('schools')
  const [person] = await school.stored<object & { _id: string }>('people')
  await school.cloud.control('data.put', {
    documents: {
      schools: [{ ...found, principals: [...(found?.principals ?? []), { openid: SECOND_PRINCIPAL, name: '周强' }] }],
      people: [{ ...person, _id: SECOND_PRINCIPAL }],
    },
  })
  const caseId = await climb(['guide', 'remind'])
  await school.advance(8 * DAY_MS)
  await school.get(PRINCIPAL, 'case.step', { caseId, step: 'mute_1', words: '已谈话' })
  await file(caseId)
  expect(await answer(caseId, 'lift')).toMatchObject({ error: { code: 'REVIEWER_IS_AUTHOR', rule: 'G04' } })
  expect(await school.get(PRINCIPAL, 'appeal.list', { schoolId: SCHOOL })).toMatchObject({
    appeals: [{ mayAnswer: false }],
  })
  expect(await answer(caseId, 'lift', SECOND_PRINCIPAL)).toMatchObject({ ok: true })
  expect(await mutedUntil()).toBeUndefined()
})

test('G04 the same call twice at once is one appeal and one answer; of two answers at once one counts', async () => {
  const caseId = await climb(MUTED)
  const requestId = newRequestId()
  const filed = await Promise.all([file(caseId, FATHER, requestId), file(caseId, FATHER, requestId)])
  expect(filed.map(({ ok }) => ok)).toEqual([true, true])
  expect((await ownCase())?.appeals).toHaveLength(1)
  const same = newRequestId()
  const answers = await Promise.all([
    answer(caseId, 'lift', PRINCIPAL, same),
    answer(caseId, 'lift', PRINCIPAL, same),
    answer(caseId, 'uphold'),
  ])
  const kept = (await ownCase())?.appeals[0]?.answered?.decision
  const [one, two, other] = answers.map(({ ok }) => ok)
  expect([one, two, other]).toEqual(kept === 'lift' ? [true, true, false] : [false, false, true])
  expect(await mutedUntil()).toEqual(kept === 'lift' ? undefined : expect.any(Number))
  expect(answers.filter(({ ok }) => !ok).every((reply) => !reply.ok && reply.error.code === 'APPEAL_ANSWERED')).toBe(
    true,
  )
})

test.each([
  ['mute', MUTED],
  ['removal', REMOVED],
] as const)('G04 G05 a %s whose lifting broke half-way is lifted by the timer, once', async (_, steps) => {
  const caseId = await climb(steps)
  await file(caseId)
  await school.cloud.control('faults.set', { target: 'database:modifyDocument', mode: 'fail', after: 1 })
  expect(await answer(caseId, 'lift')).toMatchObject({ error: { code: 'TRY_AGAIN' } })
  await school.cloud.control('faults.clear')
  await school.advance(61_000)
  await school.tick(2)
  expect(await mutedUntil()).toBeUndefined()
  const [stored] = await school.stored<{ duty?: object }>('cases')
  expect(stored?.duty).toBeUndefined()
  const children = await school.stored<{ _id: string; removed?: string[] }>('children')
  const shut = children.find(({ _id }) => _id === CHILD)?.removed ?? []
  expect(shut).toEqual([])
})

test('C04 G04 doubtful words of an appeal reach the principal as such, and the head teacher not at all; risky ones are refused', async () => {
  const caseId = await climb(MUTED)
  await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20003, times: 1 })
  expect(await file(caseId)).toMatchObject({ error: { code: 'POST_REFUSED', rule: 'C08', field: 'words' } })
  await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001, times: 1 })
  expect(await file(caseId)).toMatchObject({ ok: true })
  const { appeals } = await school.get(PRINCIPAL, 'appeal.list', { schoolId: SCHOOL })
  expect(appeals[0]?.appeals).toMatchObject([{ words: WORDS, doubted: true }])
  const { cases } = await school.get(HEAD_TEACHER, 'case.list', { of: 'class', classId: CLASS })
  expect(cases[0]?.appeals).toMatchObject([{ doubted: true }])
  expect(cases[0]?.appeals[0]?.words).toBeUndefined()
})

test('G04 G10 while muted, reading, signing, answering a form, leave and phone numbers go on', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await climb(MUTED)
  const at = { noticeId, classId: CLASS }
  expect(await school.get(FATHER, 'notice.read', at)).toMatchObject({ state: 'published' })
  await school.get(FATHER, 'slip.markRead', { ...at, childId: CHILD })
  expect(await school.get(FATHER, 'slip.sign', { ...at, childId: CHILD, version: 1, typedName: '王刚' })).toMatchObject(
    { first: true },
  )
  const leave = await school.get(FATHER, 'leave.submit', {
    ...{ childId: CHILD, kind: 'fever', reason: '发烧', proof: [] },
    span: { from: '2026-09-03', fromHalf: 'am', to: '2026-09-03', toHalf: 'pm' },
  })
  expect(leave.state).toBe('pending')
  const today = await school.get(FATHER, 'today.read', { identity: keyOf('guardian', CHILD) })
  expect('children' in today && today.children).toMatchObject([{ childId: CHILD }])
})

test('M12 what somebody has appealed with is in the copy of their data', async () => {
  const caseId = await climb(MUTED)
  await file(caseId)
  const { cases } = await school.get(FATHER, 'person.export', {})
  expect(cases).toMatchObject([{ appeals: [{ words: WORDS }] }])
})
