// Proves who gets through the doors of a class, and who sits down when many come at once.
import type { ClassMembers, Invitation } from '@class-pact/core/contract'
import {
  confirmStaff,
  HEAD_TEACHER,
  inviteFamily,
  openHouse,
  openSchool,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
  newRequestId,
  type House,
  type OpenSchool,
} from './house'

let house: House
let school: OpenSchool
let classId: string
let members: ClassMembers['members']

beforeAll(async () => {
  house = await openHouse()
  school = await openSchool(house)
  classId = school.classes['一（1）班'] ?? ''
  members = (await house.get(HEAD_TEACHER, 'class.members', { classId })).members
})
afterAll(() => house?.cloud.stop())

const childNamed = (name: string) => {
  const found = members.find((member) => member.name === name)
  if (!found) throw new Error(`${name} is not in the class`)
  return found.childId
}
const mother = { consent: true, relation: 'mother' } as const

describe('a child’s invitation', () => {
  test('M01 of twenty guardians who come at once exactly two sit down', async () => {
    const childId = childNamed('贺知远')
    const token = await inviteFamily(house, classId, childId)
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) => house.ask(`o-crowd-${at}`, 'join.guardian', { token, ...mother })),
    )
    const seated = replies.filter((reply) => reply.ok)
    const codes = replies.flatMap((reply) => (reply.ok ? [] : [reply.error]))
    expect(seated).toHaveLength(2)
    expect(codes).toHaveLength(18)
    for (const error of codes) {
      expect(error).toMatchObject({ code: 'SEATS_FULL', rule: 'M01', cite: { rule: 'M01', pactVersion: 1 } })
    }
    const child = (await house.stored<{ _id: string; guardians: unknown[] }>('children')).find(
      ({ _id }) => _id === childId,
    )
    expect(child?.guardians).toHaveLength(2)
    const people = await house.stored<{ _id: string }>('people')
    expect(people.filter(({ _id }) => _id.startsWith('o-crowd-'))).toHaveLength(2)
  })

  test('M01 a third guardian is refused and nothing of them is kept', async () => {
    const childId = childNamed('宋若曦')
    const token = await inviteFamily(house, classId, childId)
    await house.get('o-song-1', 'join.guardian', { token, ...mother })
    await house.get('o-song-2', 'join.guardian', { token, consent: true, relation: 'father' })
    const third = await house.ask('o-song-3', 'join.guardian', { token, consent: true, relation: 'grandma' })
    expect(third).toMatchObject({ ok: false, error: { code: 'SEATS_FULL', wayOut: ['apply_third_seat'] } })
    expect((await house.stored<{ _id: string }>('people')).some(({ _id }) => _id === 'o-song-3')).toBe(false)
    const invitation = await house.ask(HEAD_TEACHER, 'invitation.create', { purpose: 'child', classId, childId })
    expect(invitation).toMatchObject({ ok: false, error: { code: 'SEATS_FULL' } })
  })

  test('M01 the parents of two siblings take one seat beside each', async () => {
    const [one, other] = [childNamed('田思源'), childNamed('张明')]
    for (const childId of [one, other]) {
      const token = await inviteFamily(house, classId, childId)
      await house.get('o-tian-mother', 'join.guardian', { token, ...mother })
      await house.get('o-tian-father', 'join.guardian', { token, consent: true, relation: 'father' })
    }
    const { identities } = await house.get('o-tian-mother', 'session.read', {})
    expect(identities.map(({ key }) => key).sort()).toEqual([`guardian:${one}`, `guardian:${other}`].sort())
    const present = (await house.get(HEAD_TEACHER, 'class.members', { classId })).members
    for (const childId of [one, other]) {
      expect(present.find((member) => member.childId === childId)?.guardians).toHaveLength(2)
    }
  })

  test('M01 the same request twice, or the same person again, takes one seat', async () => {
    const childId = childNamed('李想')
    const token = await inviteFamily(house, classId, childId)
    const requestId = newRequestId()
    const first = await house.get('o-twice', 'join.guardian', { token, ...mother }, requestId)
    const again = await house.get('o-twice', 'join.guardian', { token, ...mother }, requestId)
    const asFather = await house.get('o-twice', 'join.guardian', { token, consent: true, relation: 'father' })
    expect(again).toEqual(first)
    expect(asFather).toEqual(first)
    const child = (
      await house.stored<{ _id: string; guardians: unknown[]; trail: { action: string }[] }>('children')
    ).find(({ _id }) => _id === childId)
    expect(child?.guardians).toHaveLength(1)
    expect(child?.trail.filter(({ action }) => action === 'join.guardian')).toHaveLength(1)
  })

  test('M09 M10 the card is composed by the server from child and relation', async () => {
    const token = await inviteFamily(house, classId, childNamed('龚佳宁'))
    const joined = await house.get('o-gong', 'join.guardian', { token, consent: true, relation: 'maternal_grandma' })
    expect(joined).toMatchObject({
      outcome: 'seated',
      identity: { card: '龚佳宁外婆', childName: '龚佳宁', role: 'guardian' },
    })
  })

  test('M12 without consent nothing is stored', async () => {
    const token = await inviteFamily(house, classId, childNamed('薛若曦'))
    const input = { token, relation: 'mother' } as never
    const reply = await house.ask('o-silent', 'join.guardian', input)
    expect(reply).toMatchObject({ ok: false, error: { code: 'CONSENT_NEEDED', field: 'consent' } })
    expect((await house.stored<{ _id: string }>('people')).some(({ _id }) => _id === 'o-silent')).toBe(false)
    expect(await house.get('o-silent', 'session.read', {})).toMatchObject({ consented: false, identities: [] })
  })

  test('M03 somebody who says they are the pupil is not seated', async () => {
    const token = await inviteFamily(house, classId, childNamed('薛若曦'))
    const reply = await house.ask('o-pupil', 'join.guardian', { token, ...mother, isPupil: true })
    expect(reply).toMatchObject({ ok: false, error: { code: 'PUPIL_REFUSED', rule: 'M03' } })
    expect((await house.stored<{ _id: string }>('people')).some(({ _id }) => _id === 'o-pupil')).toBe(false)
  })

  test('C28 the door shows a masked name and the seats that are left', async () => {
    const token = await inviteFamily(house, classId, childNamed('欧阳雨桐'))
    const view = await house.get('o-passer-by', 'invitation.read', { token })
    expect(view).toMatchObject({
      purpose: 'child',
      className: '一（1）班',
      inviter: '语文王老师',
      childMasked: '欧**桐',
      seatsLeft: 2,
      consented: false,
      pactVersion: 1,
    })
    expect(view.pactLines).toHaveLength(5)
    expect(view.pactLines).toContainEqual({ rule: 'T01', params: { from: '20:00', to: '07:00' } })
    expect(JSON.stringify(view)).not.toContain('欧阳雨桐')
  })

  test('an invitation is good for seven days and no longer', async () => {
    const token = await inviteFamily(house, classId, childNamed('廖雨桐'))
    const { now } = await house.cloud.control<{ now: string }>('clock.read')
    await house.cloud.control('clock.advance', { ms: 7 * 86_400_000 })
    const late = await house.ask('o-late', 'join.guardian', { token, ...mother })
    const view = await house.ask('o-late', 'invitation.read', { token })
    await house.cloud.control('clock.set', { now })
    expect(late).toMatchObject({ ok: false, error: { code: 'INVITATION_INVALID' } })
    expect(view).toMatchObject({ ok: false, error: { code: 'INVITATION_INVALID' } })
  })

  test('a guardian invites the co-guardian of the own child, and of no other', async () => {
    const childId = childNamed('廖雨桐')
    const token = await inviteFamily(house, classId, childId)
    await house.get('o-liao', 'join.guardian', { token, ...mother })
    const own = await house.ask('o-liao', 'invitation.create', { purpose: 'child', classId, childId })
    const other = await house.ask('o-liao', 'invitation.create', {
      purpose: 'child',
      classId,
      childId: childNamed('谢乐天'),
    })
    const all = await house.ask('o-liao', 'invitation.create', { purpose: 'class', classId })
    expect(own.ok).toBe(true)
    expect([other, all]).toEqual([
      { ok: false, error: { code: 'FORBIDDEN' } },
      { ok: false, error: { code: 'FORBIDDEN' } },
    ])
  })

  test('the same request gives the same invitation', async () => {
    const requestId = newRequestId()
    const input = { purpose: 'class', classId } as const
    const one = await house.get(HEAD_TEACHER, 'invitation.create', input, requestId)
    const other = await house.get(HEAD_TEACHER, 'invitation.create', input, requestId)
    expect(other).toEqual(one)
    expect(one.token.length).toBeLessThanOrEqual(32)
    expect(one.path).toBe(`packages/join/invite/invite?token=${one.token}`)
  })
})

describe('a class invitation', () => {
  let invitation: Invitation
  beforeAll(async () => {
    invitation = await house.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId })
  })
  const join = (openid: string, childName: string, guardianName: string, more: object = {}) =>
    house.ask(openid, 'join.guardian', { token: invitation.token, ...mother, childName, guardianName, ...more })

  test('M02 who names a child and themselves as the roster has them is seated', async () => {
    const reply = await join('o-matched', '夏 诗涵', '尹若曦')
    expect(reply).toMatchObject({ ok: true, data: { outcome: 'seated', identity: { card: '夏诗涵妈妈' } } })
  })

  test('M02 a stranger reaches an application and learns no name of the roster', async () => {
    const known = await join('o-outsider', '谢乐天', '陌生人')
    const unknown = await join('o-outsider', '不在册', '陌生人')
    expect(known).toMatchObject({ ok: true, data: { outcome: 'applied', teacher: '语文王老师' } })
    expect(unknown).toMatchObject({ ok: true, data: { outcome: 'applied', teacher: '语文王老师' } })
    expect(Object.keys(known.ok ? known.data : {}).sort()).toEqual(Object.keys(unknown.ok ? unknown.data : {}).sort())
    expect(await house.get('o-outsider', 'session.read', {})).toMatchObject({ consented: true, identities: [] })
  })

  test('M02 a second guess at one child is not compared with the roster, but reaches the teacher', async () => {
    await join('o-guesser', '梁一诺', '猜错的人')
    expect(await join('o-guesser', '严书瑶', '猜错的人')).toMatchObject({ ok: true, data: { outcome: 'applied' } })
    const second = await join('o-guesser', '严书瑶', '王佳宁')
    expect(second).toMatchObject({ ok: true, data: { outcome: 'applied' } })
    const { applications } = await house.get(HEAD_TEACHER, 'application.list', { classId })
    const guesses = applications.filter(({ childName }) => childName === '严书瑶')
    expect(guesses.map(({ guardianName }) => guardianName)).toEqual(['王佳宁'])
  })

  test('M02 a phone or a relation that contradicts the roster leads to an application', async () => {
    const phone = await join('o-wrong-phone', '陶可馨', '梁宇航', { phone: '13800000000' })
    const relation = await join('o-wrong-relation', '陶可馨', '梁宇航', { relation: 'father' })
    expect([phone, relation]).toMatchObject([{ data: { outcome: 'applied' } }, { data: { outcome: 'applied' } }])
  })

  test('M02 the head teacher seats an applicant, and nobody else can', async () => {
    const applied = await join('o-uncle', '郭沐辰', '方叔叔', { relation: 'other' })
    const applicationId = applied.ok && applied.data.outcome === 'applied' ? applied.data.applicationId : ''
    const decision = { applicationId, approve: true, childId: childNamed('郭沐辰') }
    for (const openid of [OTHER_HEAD_TEACHER, TEACHER, PRINCIPAL, 'o-uncle', 'o-nobody']) {
      expect(await house.ask(openid, 'application.decide', decision)).toEqual({
        ok: false,
        error: { code: 'FORBIDDEN' },
      })
    }
    expect(await house.get('o-uncle', 'application.read', { applicationId })).toMatchObject({ state: 'pending' })
    const requestId = newRequestId()
    const approved = await house.get(HEAD_TEACHER, 'application.decide', decision, requestId)
    expect(approved.state).toBe('approved')
    expect(await house.get(HEAD_TEACHER, 'application.decide', decision, requestId)).toEqual(approved)
    const { identities } = await house.get('o-uncle', 'session.read', {})
    expect(identities).toMatchObject([{ card: '郭沐辰监护人', childId: decision.childId }])
    const again = await house.ask(HEAD_TEACHER, 'application.decide', decision)
    expect(again).toMatchObject({ ok: false, error: { code: 'APPLICATION_DECIDED' } })
  })

  test('M02 a rejected applicant reads the reason and may apply again', async () => {
    const applied = await join('o-aunt', '袁晨曦', '远房亲戚')
    const applicationId = applied.ok && applied.data.outcome === 'applied' ? applied.data.applicationId : ''
    await house.get(HEAD_TEACHER, 'application.decide', { applicationId, approve: false, words: '请先打电话给我' })
    expect(await house.get('o-aunt', 'application.read', { applicationId })).toMatchObject({
      state: 'rejected',
      words: '请先打电话给我',
    })
    expect(await join('o-aunt', '袁晨曦', '远房亲戚')).toMatchObject({ ok: true })
    const reopened = await house.get('o-aunt', 'application.read', { applicationId })
    expect(reopened.state).toBe('pending')
    expect(reopened.words).toBeUndefined()
    const listed = (await house.get(HEAD_TEACHER, 'application.list', { classId })).applications
    expect(listed.map((each) => each.applicationId)).toContain(applicationId)
    expect(await house.ask('o-outsider', 'application.read', { applicationId })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  })

  test('M02 given somebody who tries one name after another, then the door stays shut, for the right name too', async () => {
    const replies = []
    for (let at = 0; at < 5; at++) replies.push(await join('o-flood', `孩子${'甲乙丙丁戊'[at]}`, '某人'))
    expect(replies.map((reply) => (reply.ok ? reply.data.outcome : reply.error.code))).toEqual([
      ...Array.from({ length: 3 }, () => 'applied'),
      'TOO_MANY',
      'TOO_MANY',
    ])
    const rightGuess = await join('o-flood', '孟清扬', '贺书')
    expect(rightGuess).toMatchObject({ ok: false, error: { code: 'TOO_MANY', rule: 'M02' } })
  })
})

describe('staff', () => {
  const card = { consent: true, name: '钱进' } as const
  const offer = (
    role: 'head_teacher' | 'teacher',
    to = school.classes['一(3)班'] ?? school.classes['一（3）班'] ?? '',
  ) => house.get(PRINCIPAL, 'invitation.create', { purpose: 'staff', classId: to, role })

  test('M07 M08 a teacher’s card needs a subject, and reads subject and surname', async () => {
    const { token } = await offer('teacher')
    const without = await house.ask('o-qian', 'join.staff', { token, ...card })
    expect(without).toMatchObject({ ok: false, error: { code: 'SUBJECT_NEEDED', rule: 'M07' } })
    const identity = await confirmStaff(house, 'o-qian', { token, name: card.name, subject: '体育' })
    expect(identity).toMatchObject({ role: 'teacher', card: '体育钱老师', className: '一（3）班' })
    const used = await house.ask('o-sun', 'join.staff', { token, consent: true, name: '孙二', subject: '音乐' })
    expect(used).toMatchObject({ ok: false, error: { code: 'INVITATION_INVALID' } })
  })

  test('M04 of two head teachers who are confirmed at once one is seated, and the taking is on the trail', async () => {
    const tokens = await Promise.all([offer('head_teacher'), offer('head_teacher')])
    const answers = await Promise.all(
      tokens.map(({ token }, at) =>
        house.get(`o-head-${at}`, 'join.staff', { token, consent: true, name: `周${'甲乙'[at]}`, subject: '语文' }),
      ),
    )
    const replies = await Promise.all(
      answers.flatMap((answer) =>
        answer.outcome === 'applied'
          ? [house.ask(PRINCIPAL, 'application.decide', { applicationId: answer.applicationId, approve: true })]
          : [],
      ),
    )
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ error: { code: 'CLASS_TAKEN', rule: 'M04' } })
    const found = (await house.stored<{ name: string; trail: { action: string; role: string }[] }>('classes')).find(
      ({ name }) => name === '一（3）班',
    )
    // The gym teacher of the test before, and one head teacher.
    expect(found?.trail.filter(({ action }) => action === 'application.approve')).toHaveLength(2)
    const full = await house.ask(PRINCIPAL, 'invitation.create', {
      purpose: 'staff',
      classId: school.classes['一（3）班'] ?? '',
      role: 'head_teacher',
    })
    // Whoever is asked in now takes over from that one, who confirms it.
    const view = full.ok && (await house.get('o-next', 'invitation.read', { token: full.data.token }))
    expect(view).toMatchObject({ purpose: 'staff', role: 'head_teacher', takesOverFrom: '语文周老师' })
  })

  test('M04 a head teacher asks in teachers and the own successor, and nobody for another class', async () => {
    const teacher = await house.ask(HEAD_TEACHER, 'invitation.create', { purpose: 'staff', classId, role: 'teacher' })
    const head = await house.ask(HEAD_TEACHER, 'invitation.create', { purpose: 'staff', classId, role: 'head_teacher' })
    expect(teacher.ok).toBe(true)
    expect(head.ok).toBe(true)
    const other = { purpose: 'staff', classId: school.classes['一（3）班'] ?? '', role: 'head_teacher' } as const
    const elsewhere = await house.ask(HEAD_TEACHER, 'invitation.create', other)
    expect(elsewhere).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
  })
})

describe('a school', () => {
  test('an activation code opens one school, for one person', async () => {
    const code = 'TEST-CODE-0002'
    await house.issueCode(code)
    const input = {
      code,
      consent: true,
      schoolName: '阳光幼儿园',
      kind: 'kindergarten',
      principalName: '陈静',
    } as const
    const first = await house.get('o-chen', 'school.activate', input)
    expect(first.identity).toMatchObject({ role: 'principal', card: '陈园长', schoolName: '阳光幼儿园' })
    expect(await house.get('o-chen', 'school.activate', input)).toEqual(first)
    expect(await house.ask('o-thief', 'school.activate', input)).toMatchObject({
      error: { code: 'ACTIVATION_INVALID' },
    })
    expect(await house.ask('o-thief', 'school.activate', { ...input, code: 'GUESSED' })).toMatchObject({
      error: { code: 'ACTIVATION_INVALID' },
    })
    const pact = await house.get('o-chen', 'pact.read', { schoolId: first.schoolId })
    expect(pact).toMatchObject({ version: 1, preset: 'kindergarten' })
  })

  test('X05 its leaders see how many children have whom beside them, class by class', async () => {
    const read = await house.get(PRINCIPAL, 'school.read', { schoolId: school.schoolId })
    expect(read.classes.map(({ name, children }) => [name, children])).toEqual([
      ['一（1）班', 38],
      ['一（2）班', 41],
      ['一（3）班', 40],
    ])
    const { seats, children } = read.classes[0] ?? { seats: [0, 0, 0], children: 0 }
    expect(seats[0] + seats[1] + seats[2]).toBe(children)
    expect(read.classes[1]?.seats).toEqual([41, 0, 0])
  })

  test('M16 C28 phones are for the head teacher and leaders, and every look is on the trail', async () => {
    const childId = childNamed('贺知远')
    const { phones } = await house.get(HEAD_TEACHER, 'child.phones', { childId })
    expect(phones).toEqual([{ relation: '妈妈', name: '严依依', phone: '13831936028' }])
    for (const openid of [TEACHER, OTHER_HEAD_TEACHER, 'o-crowd-0', 'o-tian-mother']) {
      expect(await house.ask(openid, 'child.phones', { childId })).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
    }
    const child = (await house.stored<{ _id: string; trail: { action: string; by: string }[] }>('children')).find(
      ({ _id }) => _id === childId,
    )
    expect(child?.trail.filter(({ action }) => action === 'child.phones')).toMatchObject([{ by: HEAD_TEACHER }])
  })
})

describe('the database', () => {
  test('binding a guardian takes at most three calls, and a session one', async () => {
    const token = await inviteFamily(house, classId, childNamed('杜思源'))
    await house.cloud.control('counters.reset')
    await house.get('o-counted', 'join.guardian', { token, ...mother })
    await house.get('o-counted', 'session.read', {})
    const counters = await house.cloud.control<{ actions: Record<string, { database: Record<string, number> }> }>(
      'counters.read',
    )
    const calls = (action: string) =>
      Object.values(
        Object.entries(counters.actions).find(([name]) => name.includes(action))?.[1].database ?? {},
      ).reduce((sum, count) => sum + count, 0)
    expect(calls('join.guardian')).toBe(3)
    expect(calls('session.read')).toBe(1)
  })

  test('G18 a database that fails gives TRY_AGAIN and leaves no half of a seat', async () => {
    const childId = childNamed('肖书')
    const token = await inviteFamily(house, classId, childId)
    await house.cloud.control('faults.set', { target: 'database:insertDocument:people', mode: 'fail' })
    const broken = await house.ask('o-broken', 'join.guardian', { token, ...mother })
    await house.cloud.control('faults.clear')
    expect(broken).toMatchObject({ ok: false, error: { code: 'TRY_AGAIN' } })
    const repaired = await house.get('o-broken', 'join.guardian', { token, ...mother })
    expect(repaired).toMatchObject({ outcome: 'seated' })
    const { identities } = await house.get('o-broken', 'session.read', {})
    expect(identities).toHaveLength(1)
  })

  test('G18 M01 an answer that gets lost after the seat was taken takes no second one', async () => {
    const childId = childNamed('陶雨桐')
    const token = await inviteFamily(house, classId, childId)
    const requestId = newRequestId()
    await house.cloud.control('faults.set', { target: 'database:modifyDocument:children', mode: 'lost', times: 1 })
    await house.ask('o-lost', 'join.guardian', { token, ...mother }, requestId)
    await house.cloud.control('faults.clear')
    expect(await house.get('o-lost', 'join.guardian', { token, ...mother }, requestId)).toMatchObject({
      outcome: 'seated',
    })
    const child = (await house.stored<{ _id: string; guardians: unknown[] }>('children')).find(
      ({ _id }) => _id === childId,
    )
    expect(child?.guardians).toHaveLength(1)
    expect((await house.get('o-lost', 'session.read', {})).identities).toHaveLength(1)
  })

  test('reminders that are accepted twice by one request count once', async () => {
    const requestId = newRequestId()
    const first = await house.get('o-lost', 'reminders.accept', { templates: ['notice', 'notice', 'todo'] }, requestId)
    const again = await house.get('o-lost', 'reminders.accept', { templates: ['notice', 'notice', 'todo'] }, requestId)
    const next = await house.get('o-lost', 'reminders.accept', { templates: ['notice'] })
    expect([first, again, next]).toEqual([
      { credits: { notice: 1, todo: 1 } },
      { credits: { notice: 1, todo: 1 } },
      { credits: { notice: 2, todo: 1 } },
    ])
  })
})
