// Proves that no token outlives what it stood for, and that names are not tried out at a door (docs/adr/0008).
import type { Role } from '@class-pact/core/contract'
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
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

const FULL = childId(CLASS, 0)
const HALF = childId(CLASS, 1)
const EMPTY = childId(CLASS, 2)
const MOTHER = motherOf(HALF)
const DAY_MS = 86_400_000
const INVALID = { ok: false, error: { code: 'INVITATION_INVALID' } }
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const join = (openid: string, token: string, more = {}) =>
  school.ask(openid, 'join.guardian', { token, consent: true, relation: 'other', guardianName: '某某', ...more })
const inviteChild = async (openid: string, child: string) =>
  (await school.get(openid, 'invitation.create', { purpose: 'child', classId: CLASS, childId: child })).token
const inviteClass = async (openid: string) =>
  (await school.get(openid, 'invitation.create', { purpose: 'class', classId: CLASS })).token
const inviteStaff = async (openid: string, role: 'head_teacher' | 'teacher', classId = CLASS) =>
  (await school.get(openid, 'invitation.create', { purpose: 'staff', classId, role })).token
const rolesOf = async (openid: string): Promise<Role[]> =>
  (await school.get(openid, 'session.read', {})).identities.map(({ role }) => role)
const guardianOf = async (child: string, at = 0) => {
  const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  const found = members.find((each) => each.childId === child)?.guardians[at]
  return { childId: child, card: found?.card ?? '', since: found?.since ?? 0 }
}
/** Answers an invitation of staff, and is confirmed. */
const takePost = async (openid: string, token: string, confirmer: string, name = '钱进') => {
  const answered = await school.get(openid, 'join.staff', { token, consent: true, name, subject: '体育' })
  if (answered.outcome !== 'applied') throw new Error('no confirmation was asked for')
  await school.get(confirmer, 'application.decide', { applicationId: answered.applicationId, approve: true })
}

describe('an invitation of staff', () => {
  test('M04 given it is forwarded, then whoever answers teaches nothing before the inviter says that it is them', async () => {
    const token = await inviteStaff(HEAD_TEACHER, 'teacher')
    const answered = await school.get('o-forwarded', 'join.staff', {
      ...{ token, consent: true, name: '冒充者', subject: '数学' },
    })
    expect(answered).toMatchObject({ outcome: 'applied', inviter: '语文王老师' })
    expect(await rolesOf('o-forwarded')).toEqual([])
    expect(await school.ask('o-forwarded', 'notice.prepare', { schoolId: SCHOOL, classId: CLASS })).toEqual(FORBIDDEN)
    const { applications } = await school.get(HEAD_TEACHER, 'application.list', { classId: CLASS })
    expect(applications).toMatchObject([{ purpose: 'staff', guardianName: '冒充者', subject: '数学', role: 'teacher' }])
    const applicationId = applications[0]?.applicationId ?? ''
    await school.get(HEAD_TEACHER, 'application.decide', { applicationId, approve: false, words: '不认识' })
    expect(await rolesOf('o-forwarded')).toEqual([])
    const again = await school.ask('o-forwarded', 'join.staff', { token, consent: true, name: '某某', subject: '数学' })
    expect(again).toEqual(INVALID)
  })

  test('M04 given it is answered, then nobody else answers it, also at the same moment', async () => {
    const token = await inviteStaff(HEAD_TEACHER, 'teacher')
    const replies = await Promise.all(
      ['o-one', 'o-two', 'o-three'].map((openid) =>
        school.ask(openid, 'join.staff', { token, consent: true, name: '某某', subject: '数学' }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('M04 M13 given a head teacher is released, then the used invitation gives the class back neither now nor in a month', async () => {
    await school.get(PRINCIPAL, 'class.release', { classId: CLASS })
    const token = await inviteStaff(PRINCIPAL, 'head_teacher')
    await takePost('o-new-head', token, PRINCIPAL)
    expect(await rolesOf('o-new-head')).toEqual(['head_teacher'])
    await school.get(OFFICE, 'class.release', { classId: CLASS })
    for (const wait of [0, 30 * DAY_MS]) {
      await school.advance(wait)
      const again = { token, consent: true, name: '钱进', subject: '体育' } as const
      expect(await school.ask('o-new-head', 'join.staff', again)).toEqual(INVALID)
      expect(await rolesOf('o-new-head')).toEqual([])
    }
  })

  test('M12 M13 given a teacher deletes everything, then the used invitation does not bring the post back', async () => {
    const token = await inviteStaff(HEAD_TEACHER, 'teacher')
    await takePost('o-gym', token, HEAD_TEACHER)
    await school.get('o-gym', 'person.delete', {})
    const again = await school.ask('o-gym', 'join.staff', { token, consent: true, name: '钱进', subject: '体育' })
    expect(again).toEqual(INVALID)
    expect((await school.get('o-gym', 'session.read', {})).identities).toEqual([])
  })

  test('M04 given its maker is released before it is answered, then it is worth nothing', async () => {
    const token = await inviteStaff(HEAD_TEACHER, 'teacher')
    await school.get(PRINCIPAL, 'class.release', { classId: CLASS })
    const late = await school.ask('o-late', 'join.staff', { token, consent: true, name: '某某', subject: '数学' })
    expect(late).toEqual(INVALID)
  })

  test('M04 given ten approvals against ten rejections, then one decides and the place follows it', async () => {
    const token = await inviteStaff(HEAD_TEACHER, 'teacher')
    const answered = await school.get('o-both-ways', 'join.staff', {
      token,
      consent: true,
      name: '某',
      subject: '美术',
    })
    const applicationId = answered.outcome === 'applied' ? answered.applicationId : ''
    const decide = (approve: boolean) => school.ask(HEAD_TEACHER, 'application.decide', { applicationId, approve })
    await Promise.all(Array.from({ length: 20 }, (_, at) => decide(at % 2 === 0)))
    const { state } = await school.get('o-both-ways', 'application.read', { applicationId })
    expect(await rolesOf('o-both-ways')).toEqual(state === 'approved' ? ['teacher'] : [])
  })
})

test('M10 given a card that nobody has confirmed, then one neither posts nor signs, and with it one does', async () => {
  const post = await inviteStaff(HEAD_TEACHER, 'teacher')
  const asked = await school.get('o-gym', 'join.staff', { token: post, consent: true, name: '钱进', subject: '体育' })
  const seat = await join('o-uncle', await inviteClass(HEAD_TEACHER), { childName: '查无此人' })
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  const publish = () => school.ask('o-gym', 'notice.publish', aNotice())
  const sign = () => school.ask('o-uncle', 'slip.sign', { noticeId, classId: CLASS, childId: EMPTY, version: 1 })
  expect([await publish(), await sign()]).toEqual([FORBIDDEN, FORBIDDEN])
  for (const applied of [asked, seat.ok ? seat.data : undefined]) {
    const applicationId = applied?.outcome === 'applied' ? applied.applicationId : ''
    await school.get(HEAD_TEACHER, 'application.decide', { applicationId, approve: true, childId: EMPTY })
  }
  expect([await publish(), await sign()]).toMatchObject([{ ok: true }, { ok: true }])
})

describe('an application for a seat', () => {
  test('M02 given ten approvals against ten rejections, then nobody is rejected and seated', async () => {
    const token = await inviteClass(HEAD_TEACHER)
    const applied = await join('o-uncle', token, { childName: '查无此人' })
    const applicationId = applied.ok && applied.data.outcome === 'applied' ? applied.data.applicationId : ''
    const decide = (approve: boolean) =>
      school.ask(HEAD_TEACHER, 'application.decide', { applicationId, approve, childId: EMPTY })
    await Promise.all(Array.from({ length: 20 }, (_, at) => decide(at % 2 === 1)))
    const { state } = await school.get('o-uncle', 'application.read', { applicationId })
    expect(await rolesOf('o-uncle')).toEqual(state === 'approved' ? ['guardian'] : [])
  })

  test('G18 given a seat is full when the approval comes to it, then the application waits on', async () => {
    const token = await inviteClass(HEAD_TEACHER)
    const applied = await join('o-uncle', token, { childName: '查无此人' })
    const applicationId = applied.ok && applied.data.outcome === 'applied' ? applied.data.applicationId : ''
    const full = await school.ask(HEAD_TEACHER, 'application.decide', { applicationId, approve: true, childId: FULL })
    expect(full).toMatchObject({ error: { code: 'SEATS_FULL', rule: 'M01' } })
    expect(await school.get('o-uncle', 'application.read', { applicationId })).toMatchObject({ state: 'pending' })
  })
})

describe('a guardian’s invitation', () => {
  test('M02 G05 given the guardian is removed, then a second account does not come in by it', async () => {
    const token = await inviteChild(MOTHER, HALF)
    const guardian = await guardianOf(HALF)
    await school.get(HEAD_TEACHER, 'member.remove', { guardian, cause: 'not_guardian' })
    expect(await join('o-second-account', token)).toEqual(INVALID)
    expect(await school.ask('o-second-account', 'invitation.read', { token })).toEqual(INVALID)
  })

  test('M02 given the guardian leaves and is seated again, then an invitation of before stays dead', async () => {
    const token = await inviteChild(MOTHER, HALF)
    await school.get(MOTHER, 'seat.leave', { childId: HALF })
    await school.advance(1_000)
    await join(MOTHER, await inviteChild(HEAD_TEACHER, HALF), { relation: 'mother' })
    expect(await rolesOf(MOTHER)).toEqual(['guardian'])
    expect(await join('o-second-account', token)).toEqual(INVALID)
  })

  test('M01 given the guardian sits there, then it still lets one more in', async () => {
    const token = await inviteChild(MOTHER, HALF)
    expect(await join(fatherOf(HALF), token, { relation: 'father' })).toMatchObject({ data: { outcome: 'seated' } })
  })

  test('M02 given removal and use at the same moment, again and again, then nobody stays whom the removal should have stopped', async () => {
    for (let round = 0; round < 12; round++) {
      const token = await inviteChild(HEAD_TEACHER, EMPTY)
      const openid = `o-repeating-${round}`
      await join(openid, token)
      const guardian = await guardianOf(EMPTY)
      const removal = school.ask(HEAD_TEACHER, 'member.remove', { guardian, cause: 'not_guardian' })
      await Promise.all([removal, ...Array.from({ length: 4 }, () => join(openid, token))])
      expect(await removal).toMatchObject({ ok: true })
      expect(await rolesOf(openid)).toEqual([])
      expect(await school.ask(openid, 'leave.list', { of: 'child', childId: EMPTY })).toEqual(FORBIDDEN)
    }
  })
})

test('M02 given somebody leaves and comes again while they are removed, then nobody stays whom the removal should have stopped', async () => {
  for (let round = 0; round < 8; round++) {
    const token = await inviteChild(HEAD_TEACHER, EMPTY)
    const openid = `o-restless-${round}`
    await join(openid, token)
    const guardian = await guardianOf(EMPTY)
    const restless = async () => {
      await school.ask(openid, 'seat.leave', { childId: EMPTY })
      await join(openid, token)
    }
    const removal = school.ask(HEAD_TEACHER, 'member.remove', { guardian, cause: 'not_guardian' })
    const [removed] = await Promise.all([removal, restless(), restless()])
    if (removed.ok) expect(await rolesOf(openid)).toEqual([])
    await school.ask(openid, 'seat.leave', { childId: EMPTY })
  }
})

test('M01 given one person comes in by many calls of one instant, then they keep their seat', async () => {
  for (let round = 0; round < 8; round++) {
    const token = await inviteChild(HEAD_TEACHER, EMPTY)
    const openid = `o-impatient-${round}`
    await join(openid, token)
    await school.get(openid, 'seat.leave', { childId: EMPTY })
    const replies = await Promise.all(Array.from({ length: 8 }, () => join(openid, token)))
    expect(replies.filter(({ ok }) => !ok)).toEqual([])
    expect(await rolesOf(openid)).toEqual(['guardian'])
    await school.get(openid, 'seat.leave', { childId: EMPTY })
  }
})

describe('a teacher’s invitation', () => {
  test('M02 M13 given the head teacher is released, then class and child invitations are closed', async () => {
    const tokens = [await inviteClass(HEAD_TEACHER), await inviteChild(HEAD_TEACHER, EMPTY)]
    await school.get(PRINCIPAL, 'class.release', { classId: CLASS })
    for (const token of tokens) expect(await join('o-late', token, { childName: '某' })).toEqual(INVALID)
    expect(
      await school.ask('o-late', 'seat.request', {
        ...{
          from: 'door',
          token: tokens[0] ?? '',
          consent: true,
          childName: '某',
          guardianName: '某',
          relation: 'other',
        },
        reason: '接送',
      }),
    ).toEqual(INVALID)
  })

  test('M04 given the leaders invited, then their invitations stay when a head teacher goes', async () => {
    const token = await inviteClass(PRINCIPAL)
    await school.get(PRINCIPAL, 'class.release', { classId: CLASS })
    expect(await join('o-late', token, { childName: '某' })).toMatchObject({ data: { outcome: 'applied' } })
  })
})

describe('who serves the class', () => {
  test('M02 given a head teacher sits down beside a child of the class, then the leaders say so, and not herself', async () => {
    const token = await inviteChild(HEAD_TEACHER, EMPTY)
    const applied = await join(HEAD_TEACHER, token)
    const applicationId = applied.ok && applied.data.outcome === 'applied' ? applied.data.applicationId : ''
    expect(applicationId).not.toBe('')
    const decision = { applicationId, approve: true, childId: EMPTY }
    expect(await school.ask(HEAD_TEACHER, 'application.decide', decision)).toEqual(FORBIDDEN)
    expect((await school.get(HEAD_TEACHER, 'application.list', { classId: CLASS })).applications).toEqual([])
    const today = await school.get(PRINCIPAL, 'today.read', { identity: `principal:${SCHOOL}` })
    expect(today).toMatchObject({ applications: 1 })
    const { applications } = await school.get(OFFICE, 'application.list', { schoolId: SCHOOL })
    expect(applications.map((each) => each.applicationId)).toEqual([applicationId])
    await school.get(PRINCIPAL, 'application.decide', decision)
    expect(await rolesOf(HEAD_TEACHER)).toEqual(['head_teacher', 'guardian'])
  })

  test('M02 given another class, then a teacher is a parent like any other', async () => {
    const { token } = await school.get(OTHER_HEAD_TEACHER, 'invitation.create', {
      ...{ purpose: 'child', classId: OTHER_CLASS, childId: childId(OTHER_CLASS, 2) },
    })
    expect(await join(HEAD_TEACHER, token)).toMatchObject({ data: { outcome: 'seated' } })
  })

  test('M13 given a subject teacher, then the head teacher and the leaders end the access, at once and for good', async () => {
    const { teachers } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
    const [{ card = '', since = 0 } = {}] = teachers
    const removal = { classId: CLASS, teacher: { card, since } }
    for (const openid of [TEACHER, MOTHER, OTHER_HEAD_TEACHER]) {
      expect(await school.ask(openid, 'teacher.remove', removal)).toEqual(FORBIDDEN)
    }
    await school.get(HEAD_TEACHER, 'teacher.remove', removal)
    await school.get(OFFICE, 'teacher.remove', removal)
    expect(await rolesOf(TEACHER)).toEqual([])
    expect((await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })).teachers).toEqual([])
  })
})

test('M13 given two principals delete themselves at the same moment, then the school keeps one', async () => {
  const [found] = (await school.stored<{ _id: string; principals: object[] }>('schools')).filter(
    ({ _id }) => _id === SCHOOL,
  )
  const two = 'school-of-two'
  const principals = ['o-first', 'o-second'].map((openid) => ({ openid, name: '李明' }))
  await school.cloud.control('data.import', { collection: 'schools', documents: [{ ...found, _id: two, principals }] })
  const people = principals.map(({ openid }) => ({
    _id: openid,
    consentAt: 0,
    consentVersion: 1,
    credits: {},
  }))
  await school.cloud.control('data.import', { collection: 'people', documents: people })
  const replies = await Promise.all(principals.map(({ openid }) => school.ask(openid, 'person.delete', {})))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'LAST_IN_POST' } })
  const roles = await Promise.all(principals.map(({ openid }) => rolesOf(openid)))
  expect(roles.flat()).toEqual(['principal'])
})

describe('names of a roster', () => {
  test('M02 C28 given an applicant who takes back each guess, then the guesses are counted and the head teacher is told', async () => {
    const token = await inviteClass(HEAD_TEACHER)
    const guesses = ['甲', '乙', '丙'].map((name) => `孩子${name}`)
    for (const childName of guesses) {
      const applied = await join('o-guesser', token, { childName })
      const applicationId = applied.ok && applied.data.outcome === 'applied' ? applied.data.applicationId : ''
      await school.get('o-guesser', 'application.withdraw', { applicationId })
    }
    const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
    const shut = { ok: false, error: { code: 'TOO_MANY', rule: 'M02' } }
    const right = await join('o-guesser', token, { childName: members[0]?.name })
    const wrong = await join('o-guesser', token, { childName: '孩子丁' })
    expect([right, wrong]).toMatchObject([shut, shut])
    expect(right).toEqual(wrong)
    const { applications } = await school.get(HEAD_TEACHER, 'application.list', { classId: CLASS })
    expect(applications).toMatchObject([{ state: 'withdrawn', tried: 3, guardianName: '某某' }])
    const applicationId = applications[0]?.applicationId ?? ''
    const letIn = { applicationId, approve: true, childId: EMPTY }
    expect(await school.ask(HEAD_TEACHER, 'application.decide', letIn)).toMatchObject({
      error: { code: 'APPLICATION_DECIDED' },
    })
    await school.get(HEAD_TEACHER, 'application.decide', { applicationId, approve: false })
    expect((await school.get(HEAD_TEACHER, 'application.list', { classId: CLASS })).applications).toEqual([])
  })
})
