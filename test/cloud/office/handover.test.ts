// Proves that a class goes from one head teacher to the next with both sides' word, and is never without one.
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  anOuting,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const LONG_MS = 180_000
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }
const SUCCESSOR = 'o-successor'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
}, LONG_MS)
afterEach(() => school?.stop())

const invite = async (by = HEAD_TEACHER, classId = CLASS) =>
  (await school.get(by, 'invitation.create', { purpose: 'staff', classId, role: 'head_teacher' })).token
const answer = async (openid: string, token: string, name = '周强') => {
  const answered = await school.get(openid, 'join.staff', { token, consent: true, name, subject: '语文' })
  return answered.outcome === 'applied' ? answered.applicationId : ''
}
const confirm = (by: string, applicationId: string, more: { holderGone?: true } = {}) =>
  school.ask(by, 'application.decide', { applicationId, approve: true, ...more })
const headOf = async (classId = CLASS) => {
  const found = await school.stored<{ _id: string; headTeacher?: { openid: string } }>('classes')
  return found.find(({ _id }) => _id === classId)?.headTeacher?.openid
}
const rolesOf = async (openid: string) =>
  (await school.get(openid, 'session.read', {})).identities.map(({ key }) => key)

test('M04 given a successor who has answered, when the head teacher confirms, then the class has the new one and no other, logged', async () => {
  const token = await invite()
  expect(await school.get(SUCCESSOR, 'invitation.read', { token })).toMatchObject({ takesOverFrom: '语文王老师' })
  const applicationId = await answer(SUCCESSOR, token)
  // The first side alone changes nothing.
  expect(await headOf()).toBe(HEAD_TEACHER)
  const { applications } = await school.get(HEAD_TEACHER, 'application.list', { classId: CLASS })
  expect(applications).toMatchObject([{ applicationId, guardianName: '周强', takesOverFrom: '语文王老师' }])
  expect(await confirm(SUCCESSOR, applicationId)).toEqual(FORBIDDEN)

  expect(await confirm(HEAD_TEACHER, applicationId)).toMatchObject({ ok: true })
  expect(await headOf()).toBe(SUCCESSOR)
  expect(await rolesOf(SUCCESSOR)).toEqual([keyOf('head_teacher', CLASS)])
  expect(await rolesOf(HEAD_TEACHER)).toEqual([])
  expect(await school.ask(HEAD_TEACHER, 'class.members', { classId: CLASS })).toEqual(FORBIDDEN)
  await school.tick()
  const { rows } = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  expect(rows).toContainEqual(expect.objectContaining({ action: 'class.handover', said: '移交班主任' }))
})

test('M04 given a leader who invites, then the head teacher confirms; the leader does only where that one is gone, and it is logged as such', async () => {
  const applicationId = await answer(SUCCESSOR, await invite(PRINCIPAL))
  const { applications } = await school.get(PRINCIPAL, 'application.list', { schoolId: SCHOOL })
  expect(applications).toMatchObject([{ applicationId, takesOverFrom: '语文王老师' }])
  expect(await confirm(PRINCIPAL, applicationId)).toMatchObject({
    error: { code: 'HANDOVER_WAITS', rule: 'M04', facts: { what: '语文王老师' } },
  })
  expect(await headOf()).toBe(HEAD_TEACHER)
  expect(await confirm(PRINCIPAL, applicationId, { holderGone: true })).toMatchObject({ ok: true })
  expect(await headOf()).toBe(SUCCESSOR)
  const [application] = await school.stored<{ trail: { action: string; detail?: object }[] }>('applications')
  expect(application?.trail.find(({ action }) => action === 'application.decide')?.detail).toEqual({
    ...{ approve: true, holderGone: true },
  })
})

test('M04 given two successors, when the head teacher confirms both at once, then one wins, and the class is never without a head teacher', async () => {
  const [one, another] = [await answer(SUCCESSOR, await invite()), await answer('o-second', await invite(), '吴敏')]
  const replies = await Promise.all([confirm(HEAD_TEACHER, one), confirm(HEAD_TEACHER, another)])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  const winner = replies[0]?.ok ? SUCCESSOR : 'o-second'
  expect(await headOf()).toBe(winner)
  await school.advance(120_000)
  await school.tick()
  expect(await headOf()).toBe(winner)
  // Whoever lost is told, and the new head teacher finds the answer to be put aside.
  const { applications } = await school.get(winner, 'application.list', { classId: CLASS })
  expect(applications).toHaveLength(1)
  const left = applications[0]?.applicationId ?? ''
  expect(await confirm(winner, left)).toMatchObject({ error: { code: 'CLASS_TAKEN' } })
  expect(await school.ask(winner, 'application.decide', { applicationId: left, approve: false })).toMatchObject({
    ok: true,
  })
})

test('M04 given a hand-over that waits, when the class was given to somebody else meanwhile, then nobody takes it from them', async () => {
  const applicationId = await answer(SUCCESSOR, await invite(PRINCIPAL))
  const other = await answer('o-second', await invite(PRINCIPAL), '吴敏')
  expect(await confirm(PRINCIPAL, other, { holderGone: true })).toMatchObject({ ok: true })
  expect(await confirm(PRINCIPAL, applicationId, { holderGone: true })).toMatchObject({
    error: { code: 'CLASS_TAKEN' },
  })
  expect(await headOf()).toBe('o-second')
})

test('M04 given a class released without a successor, then the leaders’ 今天 counts it, and an answered hand-over still fills it', async () => {
  const applicationId = await answer(SUCCESSOR, await invite(PRINCIPAL))
  await school.get(PRINCIPAL, 'class.release', { classId: CLASS })
  const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  expect(today).toMatchObject({ classesWithoutHeadTeacher: 1 })
  const { withoutHeadTeacher } = await school.get(PRINCIPAL, 'staff.read', { schoolId: SCHOOL })
  expect(withoutHeadTeacher).toEqual([{ classId: CLASS, className: '三（2）班' }])
  expect(await confirm(PRINCIPAL, applicationId, { holderGone: true })).toMatchObject({ ok: true })
  expect(await headOf()).toBe(SUCCESSOR)
})

test('E02 given a class that nobody had led for a while, then whoever comes next goes through what is open too', async () => {
  await school.get(PRINCIPAL, 'class.release', { classId: CLASS })
  const applicationId = await answer(SUCCESSOR, await invite(PRINCIPAL))
  expect(await confirm(PRINCIPAL, applicationId, {})).toMatchObject({ ok: true })
  const identity = keyOf('head_teacher', CLASS)
  expect(await school.get(SUCCESSOR, 'today.read', { identity })).toMatchObject({ handover: { from: '' } })
  await school.get(SUCCESSOR, 'handover.accept', { classId: CLASS })
  expect(await school.get(SUCCESSOR, 'today.read', { identity })).not.toHaveProperty('handover')
})

test('E02 M04 given open notices and leave, then they are said before, and the new head teacher sees the list until it is taken over', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  const span = { from: '2026-09-02', fromHalf: 'am', to: '2026-09-02', toHalf: 'pm' } as const
  const mother = motherOf(childId(CLASS, 0))
  await school.get(mother, 'leave.submit', { childId: childId(CLASS, 0), kind: 'fever', span, proof: [] })
  const open = { running: [{ noticeId, title: '秋游通知', missing: 4 }], runningTotal: 1, leaves: 1, cases: 0 }
  expect(await school.get(HEAD_TEACHER, 'handover.read', { classId: CLASS })).toMatchObject({
    ...{ headTeacher: '语文王老师', ...open },
  })
  const applicationId = await answer(SUCCESSOR, await invite())
  expect(await school.get(HEAD_TEACHER, 'handover.read', { classId: CLASS })).toMatchObject({
    successor: { applicationId, name: '周强' },
  })
  await confirm(HEAD_TEACHER, applicationId)

  const identity = keyOf('head_teacher', CLASS)
  expect(await school.get(SUCCESSOR, 'today.read', { identity })).toMatchObject({ handover: { from: '语文王老师' } })
  expect(await school.get(SUCCESSOR, 'handover.read', { classId: CLASS })).toMatchObject({
    ...{ from: { card: '语文王老师' }, headTeacher: '语文周老师', ...open },
  })
  // What was the other's is theirs to act on.
  expect(await school.ask(SUCCESSOR, 'board.read', { noticeId, classId: CLASS })).toMatchObject({ ok: true })
  expect(await school.ask(HEAD_TEACHER, 'handover.read', { classId: CLASS })).toEqual(FORBIDDEN)
  await school.get(SUCCESSOR, 'handover.accept', { classId: CLASS })
  expect(await school.get(SUCCESSOR, 'today.read', { identity })).not.toHaveProperty('handover')
})

test('D12 given a head teacher of one class who is named for another, then it is a warning and no refusal', async () => {
  const applicationId = await answer(OTHER_HEAD_TEACHER, await invite(PRINCIPAL), '赵敏')
  const { applications } = await school.get(PRINCIPAL, 'application.list', { schoolId: SCHOOL })
  expect(applications).toMatchObject([{ applicationId, alsoHeads: ['三（1）班'] }])
  expect(await confirm(HEAD_TEACHER, applicationId)).toMatchObject({ ok: true })
  expect([await headOf(CLASS), await headOf(OTHER_CLASS)]).toEqual([OTHER_HEAD_TEACHER, OTHER_HEAD_TEACHER])
  const { posts } = await school.get(PRINCIPAL, 'staff.read', { schoolId: SCHOOL })
  const heads = posts.filter(({ post }) => post === 'head_teacher')
  expect(heads.map(({ className, alsoHeads }) => [className, alsoHeads])).toEqual([
    ['三（2）班', ['三（1）班']],
    ['三（1）班', ['三（2）班']],
  ])
})

test('M12 given whoever handed over deletes their data, then nothing of them stays in the class', async () => {
  await confirm(HEAD_TEACHER, await answer(SUCCESSOR, await invite()))
  await school.get(HEAD_TEACHER, 'person.delete', {})
  const found = (await school.stored<{ _id: string; handover?: object }>('classes')).find(({ _id }) => _id === CLASS)
  expect(found?.handover).toMatchObject({ openid: '', card: '' })
  const [application] = await school.stored<{ before?: object }>('applications')
  expect(application?.before).toMatchObject({ openid: '', card: '' })
})
