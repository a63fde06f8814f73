// Decides that a breach is answered step by step, and that no step cuts a family off (G04–G06).
import type { Case, CaseStep } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
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
const SINCE = Date.parse(MORNING)
const DAY_MS = 86_400_000
const father = { childId: CHILD, card: `${childName(0)}爸爸`, since: SINCE }
const opening = { guardian: father, rule: 'C10', evidence: '多次发广告，劝过一次' }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const open = () => school.get(HEAD_TEACHER, 'case.open', opening)
const take = (caseId: string, step: CaseStep, who = HEAD_TEACHER) =>
  school.ask(who, 'case.step', { caseId, step, words: '已电话说明' })
const climb = async (steps: readonly CaseStep[]): Promise<Case> => {
  let latest = await open()
  for (const step of steps) {
    const reply = await take(latest.caseId, step)
    if (!reply.ok) throw new Error(reply.error.code)
    latest = reply.data
  }
  return latest
}
const mutedUntil = async (openid: string) => {
  const { identities } = await school.get(openid, 'session.read', {})
  return identities.find(({ key }) => key === keyOf('guardian', CHILD))?.mutedUntil
}

test('G04 a case begins with guiding, and only the next step opens', async () => {
  const { caseId, next } = await open()
  expect(next).toBe('guide')
  for (const early of ['remind', 'mute_1', 'remove'] as const) {
    expect(await take(caseId, early)).toMatchObject({ error: { code: 'CASE_STEP', facts: { next: 'guide' } } })
  }
  expect(await take(caseId, 'guide')).toMatchObject({ data: { next: 'remind', steps: [{ step: 'guide' }] } })
  expect(await take(caseId, 'guide')).toMatchObject({ error: { code: 'CASE_STEP', facts: { next: 'remind' } } })
})

test('G04 the same call twice, also at once, is one step; a second case about the same guardian waits', async () => {
  const requestId = newRequestId()
  const [one, two] = await Promise.all([
    school.get(HEAD_TEACHER, 'case.open', opening, requestId),
    school.get(HEAD_TEACHER, 'case.open', opening, requestId),
  ])
  expect(one.caseId).toBe(two.caseId)
  expect(await school.ask(HEAD_TEACHER, 'case.open', opening)).toMatchObject({ error: { code: 'CASE_OPEN' } })
  const step = { caseId: one.caseId, step: 'guide', words: '已当面说明' } as const
  const again = newRequestId()
  await school.get(HEAD_TEACHER, 'case.step', step, again)
  expect(await school.get(HEAD_TEACHER, 'case.step', step, again)).toMatchObject({ steps: [{ step: 'guide' }] })
})

test('G04 G10 a mute is in the session for its days, and reading, signing and leave go on all the while', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  const { steps } = await climb(['guide', 'remind', 'mute_1'])
  expect(steps[2]?.until).toBe(await mutedUntil(FATHER))
  expect(((await mutedUntil(FATHER)) ?? 0) - SINCE).toBeGreaterThanOrEqual(DAY_MS)
  expect(await mutedUntil(MOTHER)).toBeUndefined()

  const at = { noticeId, classId: CLASS }
  expect(await school.get(FATHER, 'notice.read', at)).toMatchObject({ state: 'published' })
  await school.get(FATHER, 'slip.markRead', { ...at, childId: CHILD })
  const signed = await school.get(FATHER, 'slip.sign', { ...at, childId: CHILD, version: 1, typedName: '王刚' })
  expect(signed.first).toBe(true)
  const leave = await school.get(FATHER, 'leave.submit', {
    childId: CHILD,
    kind: 'fever',
    span: { from: '2026-09-03', fromHalf: 'am', to: '2026-09-03', toHalf: 'pm' },
    reason: '发烧',
    proof: [],
  })
  expect(leave.state).toBe('pending')

  await school.advance(DAY_MS + 60_000)
  expect(await mutedUntil(FATHER)).toBeUndefined()
})

test('G05 a removal ends reading at once; the other guardian stays and goes on signing', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  const before = await climb(['guide', 'remind', 'mute_1', 'mute_7', 'mute_30'])
  expect(before).toMatchObject({ next: 'remove', others: ['mother'] })
  const { caseId } = before
  expect(await school.ask(HEAD_TEACHER, 'case.step', { caseId, step: 'remove', words: '' })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'words' },
  })

  const removed = await take(caseId, 'remove')
  expect(removed).toMatchObject({ ok: true, data: { rule: 'C10' } })
  expect(removed.ok && removed.data.next).toBeUndefined()
  const at = { noticeId, classId: CLASS }
  expect(await school.ask(FATHER, 'notice.read', at)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  const sign = { ...at, childId: CHILD, version: 1, typedName: '王芳' }
  expect(await school.ask(FATHER, 'slip.sign', sign)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await school.get(MOTHER, 'slip.sign', sign)).toMatchObject({ first: true })
  const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  expect(members[0]?.guardians.map(({ relation }) => relation)).toEqual(['mother'])
})

test('G05 M11 who was removed does not walk in again by an invitation, but may apply', async () => {
  const { caseId } = await climb(['guide', 'remind', 'mute_1', 'mute_7', 'mute_30'])
  await take(caseId, 'remove')
  const { token } = await school.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId: CLASS })
  const claim = { token, consent: true, childName: childName(0), guardianName: '王刚', relation: 'father' } as const
  const joined = await school.get(FATHER, 'join.guardian', claim)
  expect(joined).toMatchObject({ outcome: 'applied' })
  expect((await school.get(FATHER, 'session.read', {})).identities).toEqual([])
  const applicationId = joined.outcome === 'applied' ? joined.applicationId : ''
  await school.get(HEAD_TEACHER, 'application.decide', { applicationId, approve: true, childId: CHILD })
  expect((await school.get(FATHER, 'session.read', {})).identities).toMatchObject([{ childId: CHILD }])
})

/** The case itself is written first; then a call of the database fails. */
const breakAfterDecision = () =>
  school.cloud.control('faults.set', { target: 'database:modifyDocument', mode: 'fail', after: 1 })

test('G05 M11 a removal that breaks after its decision is finished by the same call, once', async () => {
  const { caseId } = await climb(['guide', 'remind', 'mute_1', 'mute_7', 'mute_30'])
  await breakAfterDecision()
  const step = { caseId, step: 'remove', words: '屡次广告' } as const
  const requestId = newRequestId()
  expect(await school.ask(HEAD_TEACHER, 'case.step', step, requestId)).toMatchObject({ error: { code: 'TRY_AGAIN' } })
  await school.cloud.control('faults.clear')
  expect(await school.get(HEAD_TEACHER, 'case.step', step, requestId)).toMatchObject({ steps: { length: 6 } })
  expect((await school.get(FATHER, 'session.read', {})).identities).toEqual([])
  const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  expect(members[0]?.guardians).toHaveLength(1)
})

test.each([
  ['mute', ['guide', 'remind'], 'mute_1'],
  ['removal', ['guide', 'remind', 'mute_1', 'mute_7', 'mute_30'], 'remove'],
] as const)(
  'G04 G05 a %s that breaks after its decision and is not repeated is finished by the timer',
  async (_, before, step) => {
    const { caseId } = await climb(before)
    await breakAfterDecision()
    expect(await take(caseId, step)).toMatchObject({ error: { code: 'TRY_AGAIN' } })
    await school.cloud.control('faults.clear')
    await school.advance(61_000)
    await school.tick(2)
    if (step === 'mute_1') expect(await mutedUntil(FATHER)).toBeGreaterThan(SINCE)
    else expect((await school.get(FATHER, 'session.read', {})).identities).toEqual([])
    const [stored] = await school.stored<{ steps: unknown[]; duty?: object }>('cases')
    expect(stored?.steps).toHaveLength(before.length + 1)
    expect(stored?.duty).toBeUndefined()
  },
)

test('G04 of two different calls for the same step at once one is taken, and the guardian is muted once', async () => {
  const { caseId } = await climb(['guide', 'remind'])
  const replies = await Promise.all([take(caseId, 'mute_1'), take(caseId, 'mute_1')])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  const until = await mutedUntil(FATHER)
  const { cases } = await school.get(HEAD_TEACHER, 'case.list', { of: 'class', classId: CLASS })
  expect(cases[0]?.steps.map(({ step }) => step)).toEqual(['guide', 'remind', 'mute_1'])
  expect(cases[0]?.steps[2]?.until).toBe(until)
})

test('G04 a mute is not shaken off by deleting one’s data and joining again, and ends when it would have', async () => {
  const { steps } = await climb(['guide', 'remind', 'mute_1', 'mute_7'])
  const { cases } = await school.get(FATHER, 'person.export', {})
  expect(cases).toMatchObject([{ rule: 'C10', state: 'open', steps: { length: 4 } }])
  expect(JSON.stringify(cases)).not.toContain('已电话说明')
  await school.get(FATHER, 'person.delete', {})
  expect((await school.stored<{ _id: string }>('people')).map(({ _id }) => _id)).not.toContain(FATHER)
  const { token } = await school.get(HEAD_TEACHER, 'invitation.create', {
    ...{ purpose: 'child', classId: CLASS, childId: CHILD },
  })
  await school.get(FATHER, 'join.guardian', { token, consent: true, relation: 'father' })
  expect(await mutedUntil(FATHER)).toBe(steps[3]?.until)
  await school.advance(7 * DAY_MS + 60_000)
  expect(await mutedUntil(FATHER)).toBeUndefined()
})

test('G04 the mute also comes back with somebody who joined another class first, and never to that class', async () => {
  const { steps } = await climb(['guide', 'remind', 'mute_1', 'mute_7'])
  await school.get(FATHER, 'person.delete', {})
  const joinAs = async (teacher: string, classId: string, child: string) => {
    const { token } = await school.get(teacher, 'invitation.create', { purpose: 'child', classId, childId: child })
    await school.get(FATHER, 'join.guardian', { token, consent: true, relation: 'father' })
  }
  await joinAs(OTHER_HEAD_TEACHER, OTHER_CLASS, childId(OTHER_CLASS, 2))
  expect((await school.get(FATHER, 'session.read', {})).identities).toMatchObject([{ classId: OTHER_CLASS }])
  await joinAs(HEAD_TEACHER, CLASS, CHILD)
  const { identities } = await school.get(FATHER, 'session.read', {})
  const muted = new Map(identities.map(({ classId, mutedUntil }) => [classId, mutedUntil]))
  expect(muted).toEqual(
    new Map([
      [OTHER_CLASS, undefined],
      [CLASS, steps[3]?.until],
    ]),
  )
})

test('G04 G15 the pact sets the days; an open case keeps those it was opened under', async () => {
  const rules = { G04: { firstDays: 3, secondDays: 14, thirdDays: 60, leadersAfterDays: 2 } }
  const { caseId } = await climb(['guide', 'remind'])
  const adopt = { schoolId: SCHOOL, changes: { rules }, version: 2, effectiveFrom: '2026-09-02' }
  await school.get(PRINCIPAL, 'pact.adopt', adopt)
  await school.advance(DAY_MS)
  expect(await take(caseId, 'mute_1')).toMatchObject({ data: { steps: [{}, {}, { days: 1 }], nextDays: 7 } })
  await school.get(HEAD_TEACHER, 'case.close', { caseId, words: '已说清楚' })

  const later = await climb(['guide', 'remind', 'mute_1'])
  expect(later).toMatchObject({ steps: [{}, {}, { days: 3 }], nextDays: 14, leadersAfterDays: 2 })
  await school.advance(2 * DAY_MS + 60_000)
  expect(await take(later.caseId, 'mute_7')).toMatchObject({ error: { code: 'CASE_STATE', rule: 'G06' } })
  const wrong = { schoolId: SCHOOL, changes: { rules: { G04: { firstDays: 400 } } }, version: 3 }
  expect(await school.ask(PRINCIPAL, 'pact.adopt', { ...wrong, effectiveFrom: '2026-10-02' })).toMatchObject({
    error: { code: 'INPUT_INVALID' },
  })
})

test('G05 a child’s only guardian removed leaves it to the phone list', async () => {
  const alone = childId(CLASS, 1)
  const guardian = { childId: alone, card: `${childName(1)}妈妈`, since: SINCE }
  expect(await school.get(HEAD_TEACHER, 'case.open', { ...opening, guardian })).toMatchObject({ others: [] })
})

test('G06 after seven days an open case is the leaders’, and the head teacher can neither step, close nor delete it', async () => {
  const { caseId } = await climb(['guide'])
  const ofSchool = { of: 'school', schoolId: SCHOOL } as const
  expect(await school.get(PRINCIPAL, 'case.list', ofSchool)).toEqual({ cases: [], total: 0 })
  expect(await take(caseId, 'remind', PRINCIPAL)).toMatchObject({ error: { code: 'CASE_STATE' } })
  await school.advance(7 * DAY_MS + 60_000)

  expect(await take(caseId, 'remind')).toMatchObject({ error: { code: 'CASE_STATE', rule: 'G06' } })
  const close = { caseId, words: '已解决' }
  expect(await school.ask(HEAD_TEACHER, 'case.close', close)).toMatchObject({ error: { code: 'CASE_STATE' } })
  expect(await school.get(PRINCIPAL, 'case.list', ofSchool)).toMatchObject({ cases: [{ caseId, mine: true }] })
  await school.get(OFFICE, 'case.close', close)
  expect(await school.get(PRINCIPAL, 'case.list', ofSchool)).toEqual({ cases: [], total: 0 })
  const { cases } = await school.get(HEAD_TEACHER, 'case.list', { of: 'class', classId: CLASS })
  expect(cases).toMatchObject([{ caseId, state: 'closed', closed: { by: '教导处赵老师' } }])
})

test('M14 M18 nobody but the class’s own teachers opens a case, a teacher finds none of the head teacher’s, and families see none', async () => {
  for (const who of [OTHER_HEAD_TEACHER, PRINCIPAL, MOTHER, FATHER]) {
    expect(await school.ask(who, 'case.open', opening)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  const { caseId } = await open()
  for (const who of [TEACHER, OTHER_HEAD_TEACHER, MOTHER, FATHER]) {
    expect(await take(caseId, 'guide', who)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  const list = { of: 'class', classId: CLASS } as const
  for (const who of [OTHER_HEAD_TEACHER, MOTHER, FATHER]) {
    expect(await school.ask(who, 'case.list', list)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  expect(await school.get(TEACHER, 'case.list', list)).toMatchObject({ total: 0 })
})
