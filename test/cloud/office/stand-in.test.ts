// Proves that a stand-in decides the class's leave on the given days, nothing else, and not a minute longer.
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
  aNotice,
  childId,
  childName,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const LONG_MS = 180_000
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }
const [FIRST, LAST] = ['2026-09-03', '2026-09-05']
const CHILD = childId(CLASS, 0)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
}, LONG_MS)
afterEach(() => school?.stop())

const choose = async (card: string, by = HEAD_TEACHER) => {
  const { staff } = await school.get(by, 'standin.read', { classId: CLASS })
  return staff.find((each) => each.card === card)?.ref ?? ''
}
const setFor = async (card: string, by = HEAD_TEACHER, days = { from: FIRST, to: LAST }) =>
  school.ask(by, 'standin.set', { classId: CLASS, ref: await choose(card, by), ...days })
let asked = 8
const leaveOf = async (child = CHILD, by = motherOf(child)) => {
  const day = `2026-09-${String(asked++).padStart(2, '0')}`
  const span = { from: day, fromHalf: 'am', to: day, toHalf: 'pm' } as const
  return (await school.get(by, 'leave.submit', { childId: child, kind: 'fever', span, proof: [] })).leaveId
}
beforeEach(() => {
  asked = 8
})
const decide = (openid: string, leaveId: string) => school.ask(openid, 'leave.decide', { leaveId, approve: true })

test('L03 given a teacher who stands in from the 3rd to the 5th, then they decide leave from the first minute to the last, and not before or after', async () => {
  expect(await setFor('数学李老师')).toEqual({ ok: true, data: { card: '数学李老师', from: FIRST, to: LAST } })
  const [before, first, last, late] = [await leaveOf(), await leaveOf(), await leaveOf(), await leaveOf()]
  // A slow machine must not carry the test over midnight.
  await school.cloud.control('clock.hold')
  await school.at('2026-09-02T23:59:59.999+08:00')
  expect(await decide(TEACHER, before)).toEqual(FORBIDDEN)
  await school.at('2026-09-03T00:00:00+08:00')
  expect(await decide(TEACHER, first)).toMatchObject({ ok: true, data: { state: 'approved', decidedBy: '数学李老师' } })
  await school.at('2026-09-05T23:59:59.999+08:00')
  expect(await decide(TEACHER, last)).toMatchObject({ ok: true })
  await school.at('2026-09-06T00:00:00+08:00')
  expect(await decide(TEACHER, late)).toEqual(FORBIDDEN)
  expect(await school.ask(TEACHER, 'leave.undo', { leaveId: last })).toEqual(FORBIDDEN)
  await school.cloud.control('clock.hold', { held: false })
  expect(await decide(HEAD_TEACHER, late)).toMatchObject({ ok: true })
})

test('L03 given two who decide in the same moment, the head teacher and the stand-in, then one decision stands', async () => {
  await setFor('语文赵老师')
  await school.at('2026-09-03T10:00:00+08:00')
  const leaveId = await leaveOf()
  const replies = await Promise.all([
    decide(OTHER_HEAD_TEACHER, leaveId),
    school.ask(HEAD_TEACHER, 'leave.decide', { leaveId, approve: false }),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
})

test('L03 given somebody of the school’s staff who stands in, then 今天 shows the class’s leave, and nothing else of the head teacher’s opens', async () => {
  await setFor('语文赵老师')
  await school.at('2026-09-03T10:00:00+08:00')
  const leaveId = await leaveOf()
  const identity = keyOf('stand_in', CLASS)
  const { identities } = await school.get(OTHER_HEAD_TEACHER, 'session.read', {})
  expect(identities.map(({ key }) => key)).toContain(identity)
  expect(await school.get(OTHER_HEAD_TEACHER, 'today.read', { identity })).toMatchObject({
    ...{ role: 'stand_in', classId: CLASS, className: '三（2）班', until: LAST, pendingLeaves: 1 },
  })
  const [own] = identities.filter(({ role }) => role === 'head_teacher')
  expect(await school.get(OTHER_HEAD_TEACHER, 'today.read', { identity: own?.key ?? '' })).toMatchObject({
    others: [{ key: identity, card: '三（2）班', standsIn: true, count: 1 }],
  })
  expect(await school.get(OTHER_HEAD_TEACHER, 'leave.list', { of: 'class', classId: CLASS })).toMatchObject({
    waiting: 1,
  })
  expect(await school.get(OTHER_HEAD_TEACHER, 'leave.read', { leaveId })).toMatchObject({ childName: childName(0) })
  const closed = await Promise.all([
    school.ask(OTHER_HEAD_TEACHER, 'class.members', { classId: CLASS }),
    school.ask(OTHER_HEAD_TEACHER, 'child.phones', { childId: CHILD }),
    school.ask(OTHER_HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId: CLASS }),
    school.ask(OTHER_HEAD_TEACHER, 'application.list', { classId: CLASS }),
    school.ask(OTHER_HEAD_TEACHER, 'notice.publish', aNotice()),
    school.ask(OTHER_HEAD_TEACHER, 'log.read', { classId: CLASS }),
    school.ask(OTHER_HEAD_TEACHER, 'standin.set', { classId: CLASS, ref: 'x', from: FIRST, to: LAST }),
  ])
  expect(closed.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual(closed.map(() => 'FORBIDDEN'))
})

test('L03 given a stand-in whose own child is in the class, then they never approve the own leave; the head teacher does', async () => {
  const mother = motherOf(CHILD)
  const found = (await school.stored<{ _id: string; teachers: object[] }>('classes')).find(({ _id }) => _id === CLASS)
  const teachers = [{ openid: mother, name: '吴敏', subject: '英语', since: 0 }]
  await school.cloud.control('data.put', { documents: { classes: [{ ...found, teachers }] } })
  expect(await setFor('英语吴老师')).toMatchObject({ ok: true })
  await school.at('2026-09-03T10:00:00+08:00')
  const leaveId = await leaveOf()
  expect(await decide(mother, leaveId)).toMatchObject({ error: { code: 'APPLICANT_CANNOT_APPROVE' } })
  const other = await leaveOf(childId(CLASS, 1))
  expect(await decide(mother, other)).toMatchObject({ ok: true })
  expect(await decide(HEAD_TEACHER, leaveId)).toMatchObject({ ok: true })
})

test('L03 given days that are over, the wrong way round or longer than a term, or nobody of the staff, then it is refused', async () => {
  const days = [
    { from: '2026-08-31', to: LAST },
    { from: LAST, to: FIRST },
    { from: FIRST, to: '2027-06-30' },
  ]
  for (const each of days)
    expect(await setFor('数学李老师', HEAD_TEACHER, each)).toMatchObject({ error: { code: 'STAND_IN_DAYS' } })
  const guessed = { classId: CLASS, ref: 'guessed', from: FIRST, to: LAST }
  expect(await school.ask(HEAD_TEACHER, 'standin.set', guessed)).toEqual(FORBIDDEN)
  expect(await school.ask(OTHER_HEAD_TEACHER, 'standin.set', guessed)).toEqual(FORBIDDEN)
  expect(await school.ask(TEACHER, 'standin.read', { classId: CLASS })).toEqual(FORBIDDEN)
})

test('L03 M13 given a leader who sets it, then it ends by a word, and with the teacher’s own place in the class', async () => {
  await setFor('数学李老师', PRINCIPAL, { from: '2026-09-01', to: LAST })
  const isIn = async () =>
    (await school.get(TEACHER, 'session.read', {})).identities.some(({ role }) => role === 'stand_in')
  expect(await isIn()).toBe(true)
  await school.get(HEAD_TEACHER, 'standin.end', { classId: CLASS })
  expect(await isIn()).toBe(false)
  await setFor('数学李老师', PRINCIPAL, { from: '2026-09-01', to: LAST })
  const { teachers } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  const [{ card = '', since = 0 } = {}] = teachers
  await school.get(HEAD_TEACHER, 'teacher.remove', { classId: CLASS, teacher: { card, since } })
  expect((await school.get(TEACHER, 'session.read', {})).identities).toEqual([])
})

test('M18 given a subject teacher of the class, then they open a case and take its first step, and no other; the rest is the head teacher’s', async () => {
  const { members } = await school.get(TEACHER, 'class.members', { classId: CLASS })
  expect(JSON.stringify(members)).not.toContain('phone')
  const [mother] = members[0]?.guardians ?? []
  const guardian = { childId: CHILD, card: mother?.card ?? '', since: mother?.since ?? 0 }
  const opened = await school.get(TEACHER, 'case.open', { guardian, rule: 'C10', evidence: '多次发广告' })
  expect(opened).toMatchObject({ openedBy: '数学李老师', next: 'guide', mine: true })
  const { caseId } = opened
  expect(await school.get(TEACHER, 'case.list', { of: 'class', classId: CLASS })).toMatchObject({ total: 1 })
  expect(await school.ask(TEACHER, 'case.step', { caseId, step: 'remind', words: '请注意' })).toEqual(FORBIDDEN)
  const guided = await school.get(TEACHER, 'case.step', { caseId, step: 'guide', words: '已电话说明' })
  expect(guided).toMatchObject({ mine: false, steps: [{ step: 'guide', by: '数学李老师' }] })
  for (const step of ['remind', 'mute_1', 'remove'] as const) {
    expect(await school.ask(TEACHER, 'case.step', { caseId, step, words: '请注意' })).toEqual(FORBIDDEN)
  }
  expect(await school.ask(TEACHER, 'case.close', { caseId, words: '已解决' })).toEqual(FORBIDDEN)
  expect(await school.ask(TEACHER, 'member.remove', { guardian, cause: 'other' })).toEqual(FORBIDDEN)
  expect(await school.ask(HEAD_TEACHER, 'case.step', { caseId, step: 'remind', words: '请注意' })).toMatchObject({
    ok: true,
  })
  // What the head teacher opens is theirs alone to find.
  const [father] = members[0]?.guardians.slice(1) ?? []
  const another = { childId: CHILD, card: father?.card ?? '', since: father?.since ?? 0 }
  await school.get(HEAD_TEACHER, 'case.open', { guardian: another, rule: 'C10', evidence: '多次发广告' })
  expect(await school.get(TEACHER, 'case.list', { of: 'class', classId: CLASS })).toMatchObject({ total: 1 })
  expect(await school.get(HEAD_TEACHER, 'case.list', { of: 'class', classId: CLASS })).toMatchObject({ total: 2 })
})
