// Decides that a class's members are looked through every thirty days (M11).
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
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
const [MOTHER, FATHER] = [motherOf(CHILD), fatherOf(CHILD)]
const DAY_MS = 86_400_000
const FORBIDDEN = { error: { code: 'FORBIDDEN' } }
const guardian = (card: string) => ({ childId: CHILD, card: `${childName(0)}${card}`, since: Date.parse(MORNING) })
const removal = { guardian: guardian('爸爸'), cause: 'not_guardian' } as const

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const isDue = async () => {
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  const { reviewFrom = Infinity } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  const { now } = await school.get(HEAD_TEACHER, 'session.read', {})
  expect('reviewDue' in today && today.reviewDue).toBe(reviewFrom <= now)
  return reviewFrom <= now
}
const seated = async () => {
  const { members } = await school.get(PRINCIPAL, 'class.members', { classId: CLASS })
  return members[0]?.guardians.map(({ relation }) => relation)
}

test('M11 the review is due after thirty days, done with one tap, and due again thirty days later', async () => {
  expect(await isDue()).toBe(false)
  await school.advance(30 * DAY_MS)
  expect(await isDue()).toBe(true)
  const requestId = newRequestId()
  await school.get(HEAD_TEACHER, 'class.review', { classId: CLASS }, requestId)
  expect(await isDue()).toBe(false)
  await school.advance(30 * DAY_MS)
  // An old call that comes again late is no new review.
  await school.get(HEAD_TEACHER, 'class.review', { classId: CLASS }, requestId)
  expect(await isDue()).toBe(true)
  await school.tick()
  const { rows } = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  expect(rows.filter(({ action }) => action === 'class.review')).toHaveLength(1)
})

test('M11 removing ends reading at once, leaves the other guardian, is logged, and they come back only by the head teacher', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.get(HEAD_TEACHER, 'member.remove', removal)
  const at = { noticeId, classId: CLASS }
  expect(await school.ask(FATHER, 'notice.read', at)).toMatchObject(FORBIDDEN)
  expect(await school.get(MOTHER, 'notice.read', at)).toMatchObject({ state: 'published' })
  expect(await seated()).toEqual(['mother'])

  const { token } = await school.get(MOTHER, 'invitation.create', { purpose: 'child', classId: CLASS, childId: CHILD })
  const claim = { token, consent: true, relation: 'father', guardianName: '王刚' } as const
  expect(await school.get(FATHER, 'join.guardian', claim)).toMatchObject({ outcome: 'applied' })
  await school.tick()
  const { rows } = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  expect(rows.find(({ action }) => action === 'member.remove')).toMatchObject({
    ...{ who: '语文王老师', role: 'head_teacher', detail: { childId: CHILD, cause: 'not_guardian' } },
  })
})

test.each(['fail', 'lost'] as const)(
  'M11 a removal whose database call ends with %s is finished by the same call, once',
  async (mode) => {
    for (const after of [0, 1]) {
      const requestId = newRequestId()
      const meant = { ...removal, guardian: guardian(after === 0 ? '爸爸' : '妈妈') }
      await school.cloud.control('faults.set', { target: 'database:modifyDocument', mode, after, times: 3 })
      await school.ask(HEAD_TEACHER, 'member.remove', meant, requestId)
      await school.cloud.control('faults.clear')
      expect(await school.ask(HEAD_TEACHER, 'member.remove', meant, requestId)).toMatchObject({ ok: true })
      expect(await school.ask(HEAD_TEACHER, 'member.remove', meant, requestId)).toMatchObject({ ok: true })
    }
    expect(await seated()).toEqual([])
    expect((await school.get(FATHER, 'session.read', {})).identities).toEqual([])
    await school.tick()
    const { rows } = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
    expect(rows.filter(({ action }) => action === 'member.remove')).toHaveLength(2)
  },
)

test('M06 M11 a supervisor who is removed from their only child is no supervisor any more', async () => {
  await school.get(HEAD_TEACHER, 'committee.mark', { guardian: guardian('爸爸'), member: true })
  await school.get(HEAD_TEACHER, 'supervisor.name', { guardian: guardian('爸爸') })
  await school.get(HEAD_TEACHER, 'member.remove', removal)
  expect(await school.ask(FATHER, 'log.read', { classId: CLASS })).toMatchObject(FORBIDDEN)
  const { supervisor } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  expect(supervisor).toBeUndefined()
})

test('M11 M14 only the class’s own head teacher reviews and removes; an unknown guardian is nobody', async () => {
  for (const who of [OTHER_HEAD_TEACHER, TEACHER, PRINCIPAL, MOTHER]) {
    expect(await school.ask(who, 'member.remove', removal)).toMatchObject(FORBIDDEN)
    expect(await school.ask(who, 'class.review', { classId: CLASS })).toMatchObject(FORBIDDEN)
  }
  const unknown = { ...removal, guardian: guardian('奶奶') }
  expect(await school.ask(HEAD_TEACHER, 'member.remove', unknown)).toMatchObject(FORBIDDEN)
  expect(await seated()).toEqual(['mother', 'father'])
})

test('M11 a review takes at most 2 calls of the database, a removal at most 5', async () => {
  const spent = async (action: string, call: () => Promise<unknown>) => {
    await school.cloud.control('counters.reset')
    await call()
    return school.databaseCalls(action)
  }
  const review = () => school.get(HEAD_TEACHER, 'class.review', { classId: CLASS })
  expect(await spent('class.review', review)).toBeLessThanOrEqual(2)
  const remove = () => school.get(HEAD_TEACHER, 'member.remove', removal)
  expect(await spent('member.remove', remove)).toBeLessThanOrEqual(5)
})
