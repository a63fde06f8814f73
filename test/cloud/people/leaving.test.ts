// Proves that people get what is kept about them, and get out again: of a seat, of an application, of the whole house.
import type { ClassMembers, Input } from '@class-pact/core/contract'
import type { ApplicationDoc } from '../../../cloudfunctions/domains/join/documents'
import type { ChildDoc } from '../../../cloudfunctions/domains/class/documents'
import type { PersonDoc } from '../../../cloudfunctions/common/call/person'
import type { SlipDoc } from '../../../cloudfunctions/domains/slip/documents'
import {
  HEAD_TEACHER,
  inviteFamily,
  issueAndActivate,
  openHouse,
  openSchool,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  seatStaff,
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

let nextChild = 0
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }
const father = { consent: true, relation: 'father' } as const
const mother = { consent: true, relation: 'mother' } as const

/** A child of the class with these guardians; each test has its own. */
async function family(...openids: string[]): Promise<{ childId: string; name: string; token: string }> {
  const { childId = '', name = '' } = members[nextChild++] ?? {}
  const token = await inviteFamily(house, classId, childId)
  for (const openid of openids) await house.get(openid, 'join.guardian', { token, ...mother })
  return { childId, name, token }
}
const stored = async <Doc extends { _id: string }>(collection: string, id: string) =>
  (await house.stored<Doc>(collection)).find(({ _id }) => _id === id)
const guardiansOf = async (childId: string) =>
  (await stored<ChildDoc>('children', childId))?.guardians.map(({ openid }) => openid)

const outing: Omit<Input<'notice.publish'>, 'audience'> = {
  kind: 'outing',
  title: '秋游通知',
  body: '下周四上午八点在操场集合，下午三点半返校，请穿运动鞋。',
  replyMode: 'sign',
  deadline: Date.parse('2026-09-03T18:00:00+08:00'),
  event: { day: '2026-09-10', place: '植物园' },
  photos: [],
}

describe('giving back a seat', () => {
  test('G05 the other guardian stays, and the child is not on the phone list', async () => {
    const { childId } = await family('o-stay', 'o-go')
    expect(await house.get('o-go', 'seat.leave', { childId })).toEqual({ guardians: 1 })
    expect(await guardiansOf(childId)).toEqual(['o-stay'])
    expect((await house.get('o-go', 'session.read', {})).identities).toEqual([])
    expect((await house.get('o-stay', 'session.read', {})).identities).toHaveLength(1)
    expect(await house.ask('o-go', 'leave.list', { of: 'child', childId })).toEqual(FORBIDDEN)
  })

  test('G05 X05 a child whose last guardian goes is on the phone list, and the seat is free again', async () => {
    const { childId, token } = await family('o-alone')
    expect(await house.get('o-alone', 'seat.leave', { childId })).toEqual({ guardians: 0 })
    const { members: now } = await house.get(HEAD_TEACHER, 'class.members', { classId })
    expect(now.find((each) => each.childId === childId)?.guardians).toEqual([])
    const back = await house.get('o-alone', 'join.guardian', { token, ...mother })
    expect(back.outcome).toBe('seated')
  })

  test('G18 a call that broke half way is finished by repeating it, and twice is once', async () => {
    const { childId } = await family('o-half')
    const requestId = newRequestId()
    await house.cloud.control('faults.set', { target: 'database:modifyDocument:children', mode: 'fail' })
    const broken = await house.ask('o-half', 'seat.leave', { childId }, requestId)
    await house.cloud.control('faults.clear')
    expect(broken).toMatchObject({ ok: false, error: { code: 'TRY_AGAIN' } })
    expect((await house.get('o-half', 'session.read', {})).identities).toHaveLength(1)
    const finished = await house.get('o-half', 'seat.leave', { childId }, requestId)
    expect(finished).toEqual({ guardians: 0 })
    expect(await house.get('o-half', 'seat.leave', { childId }, requestId)).toEqual(finished)
    expect(await guardiansOf(childId)).toEqual([])
  })

  test('M06 a supervisor who gives back the last seat in the class supervises it no longer', async () => {
    const { childId } = await family('o-watch')
    const { members: now } = await house.get(HEAD_TEACHER, 'class.members', { classId })
    const { card = '', since = 0 } = now.find((each) => each.childId === childId)?.guardians[0] ?? {}
    const guardian = { childId, card, since }
    await house.get(HEAD_TEACHER, 'committee.mark', { guardian, member: true })
    await house.get(HEAD_TEACHER, 'supervisor.name', { guardian })
    await house.get('o-watch', 'log.read', { classId })
    await house.get('o-watch', 'seat.leave', { childId })
    expect(await house.ask('o-watch', 'log.read', { classId })).toEqual(FORBIDDEN)
    expect((await house.get(HEAD_TEACHER, 'class.members', { classId })).supervisor).toBeUndefined()
  })

  test('M14 nobody gives back the seat of another', async () => {
    const { childId } = await family('o-seated')
    for (const openid of ['o-passer-by', HEAD_TEACHER]) {
      expect(await house.ask(openid, 'seat.leave', { childId })).toEqual(FORBIDDEN)
    }
    expect(await guardiansOf(childId)).toEqual(['o-seated'])
  })
})

describe('a third seat', () => {
  const ask = {
    from: 'door',
    consent: true,
    guardianName: '田奶奶',
    relation: 'grandma',
    reason: '平时奶奶接送',
  } as const

  test('M01 is asked for at the door and granted by the head teacher, to one child and one person', async () => {
    const { childId, name, token } = await family('o-tm', 'o-tf')
    const full = await house.ask('o-grandma', 'join.guardian', { token, consent: true, relation: 'grandma' })
    expect(full).toMatchObject({ error: { code: 'SEATS_FULL', wayOut: ['apply_third_seat'], facts: { count: 2 } } })
    const asked = await house.get('o-grandma', 'seat.request', { ...ask, token })
    expect(asked.teacher).toBe('语文王老师')
    expect(await house.get('o-grandma', 'seat.request', { ...ask, token })).toEqual(asked)
    const { applicationId } = asked
    const own = await house.get('o-grandma', 'application.read', { applicationId })
    expect(own).toMatchObject({ state: 'pending', purpose: 'third_seat', reason: '平时奶奶接送' })
    expect(JSON.stringify(own)).not.toContain(name)
    const { applications } = await house.get(HEAD_TEACHER, 'application.list', { classId })
    expect(applications.filter((each) => each.applicationId === applicationId)).toMatchObject([
      { childId, childName: name, guardianName: '田奶奶' },
    ])
    const decision = { applicationId, approve: true }
    expect(await house.ask(TEACHER, 'application.decide', decision)).toEqual(FORBIDDEN)
    expect(await house.get(HEAD_TEACHER, 'application.decide', decision)).toMatchObject({ state: 'approved' })
    expect(await guardiansOf(childId)).toEqual(['o-tm', 'o-tf', 'o-grandma'])
    expect((await house.get('o-grandma', 'session.read', {})).identities).toMatchObject([{ childId }])
    const fourth = await house.ask('o-fourth', 'seat.request', { ...ask, token })
    expect(fourth).toMatchObject({ error: { code: 'SEATS_FULL', rule: 'M01', wayOut: [], facts: { count: 3 } } })
    const others = (await house.stored<ChildDoc>('children')).filter(({ _id }) => _id !== childId)
    expect(others.filter(({ extraSeat }) => extraSeat)).toEqual([])
  })

  test('M01 a guardian asks for somebody else, and invites them once it is granted', async () => {
    const { childId } = await family('o-am', 'o-af')
    const invite = { purpose: 'child', classId, childId } as const
    expect(await house.ask('o-am', 'invitation.create', invite)).toMatchObject({ error: { code: 'SEATS_FULL' } })
    const request = { from: 'family', childId, reason: '外婆常住' } as const
    expect(await house.ask('o-passer-by', 'seat.request', request)).toEqual(FORBIDDEN)
    const { applicationId } = await house.get('o-am', 'seat.request', request)
    await house.get(HEAD_TEACHER, 'application.decide', { applicationId, approve: true })
    expect(await guardiansOf(childId)).toEqual(['o-am', 'o-af'])
    const { token } = await house.get('o-am', 'invitation.create', invite)
    await house.get('o-ag', 'join.guardian', { token, consent: true, relation: 'maternal_grandma' })
    expect(await guardiansOf(childId)).toEqual(['o-am', 'o-af', 'o-ag'])
  })

  test('M02 with a class invitation it tells nothing of the roster, and the teacher says which child is meant', async () => {
    const { childId, name } = await family('o-cm', 'o-cf')
    const { token } = await house.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId })
    const known = await house.get('o-guess', 'seat.request', { ...ask, token, childName: name })
    const unknown = await house.get('o-guess', 'seat.request', { ...ask, token, childName: '不在册' })
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    const decision = { applicationId: known.applicationId, approve: true }
    expect(await house.ask(HEAD_TEACHER, 'application.decide', decision)).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'childId' },
    })
    await house.get(HEAD_TEACHER, 'application.decide', { ...decision, childId })
    expect(await guardiansOf(childId)).toEqual(['o-cm', 'o-cf', 'o-guess'])
  })

  test('M12 without consent nothing is asked for', async () => {
    const { token } = await family()
    const input = { ...ask, token, consent: false } as never
    expect(await house.ask('o-silent', 'seat.request', input)).toMatchObject({ error: { code: 'CONSENT_NEEDED' } })
  })
})

describe('taking an application back', () => {
  const apply = async (openid: string, childName: string) => {
    const { token } = await house.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId })
    const claim = { token, ...father, childName, guardianName: '某人' }
    const applied = await house.get(openid, 'join.guardian', claim)
    return { claim, applicationId: applied.outcome === 'applied' ? applied.applicationId : '' }
  }

  test('M02 the teacher no longer sees it, twice is once, and one may apply again', async () => {
    const { claim, applicationId } = await apply('o-back', '撤回的孩子')
    for (let times = 0; times < 2; times++) {
      const withdrawn = await house.get('o-back', 'application.withdraw', { applicationId })
      expect(withdrawn.state).toBe('withdrawn')
    }
    const listed = async () =>
      (await house.get(HEAD_TEACHER, 'application.list', { classId })).applications.map((each) => each.applicationId)
    expect(await listed()).not.toContain(applicationId)
    await house.get('o-back', 'join.guardian', claim)
    expect(await listed()).toContain(applicationId)
  })

  test('M14 only who wrote it takes it back, and only until it is decided', async () => {
    const { applicationId } = await apply('o-late', '已决定的孩子')
    for (const openid of ['o-passer-by', HEAD_TEACHER]) {
      expect(await house.ask(openid, 'application.withdraw', { applicationId })).toEqual(FORBIDDEN)
    }
    await house.get(HEAD_TEACHER, 'application.decide', { applicationId, approve: false, words: '不认识' })
    expect(await house.ask('o-late', 'application.withdraw', { applicationId })).toMatchObject({
      error: { code: 'APPLICATION_DECIDED' },
    })
  })
})

describe('what is kept about a person', () => {
  /** A guardian who has signed, asked for leave, applied elsewhere and accepted reminders. */
  async function livedIn(openid: string) {
    const { childId, name } = await family(openid, `${openid}-other`)
    const audience = { to: 'classes' as const, classIds: [classId] }
    const { noticeId } = await house.get(HEAD_TEACHER, 'notice.publish', {
      ...outing,
      title: `${name}秋游`.slice(0, 20),
      audience,
    })
    const slip = { noticeId, classId, childId }
    await house.get(openid, 'reminders.accept', { templates: ['notice'] })
    await house.get(openid, 'slip.sign', { ...slip, version: 1, typedName: '签名人' })
    const { leaveId } = await house.get(openid, 'leave.submit', {
      childId,
      kind: 'personal',
      span: { from: '2026-09-08', fromHalf: 'am', to: '2026-09-08', toHalf: 'pm' },
      reason: '回老家办事',
      proof: [],
    })
    const { token } = await house.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId })
    await house.get(openid, 'join.guardian', { token, ...mother, childName: `${name}二`, guardianName: '申请人' })
    return { childId, name, noticeId, leaveId }
  }

  test('M12 a copy holds all of it, and nothing of the other guardian or another child', async () => {
    const { childId, name, leaveId } = await livedIn('o-copy')
    const copy = await house.get('o-copy', 'person.export', {})
    expect(copy).toMatchObject({
      consent: { version: 1 },
      identities: [{ childId }],
      credits: { notice: 1 },
      applications: [{ childName: `${name}二`, guardianName: '申请人', state: 'pending' }],
      signed: [{ childName: name, typedName: '签名人', version: 1, card: `${name}妈妈` }],
      leaves: [{ leaveId, reason: '回老家办事' }],
      shortened: false,
    })
    const other = await house.get('o-copy-other', 'person.export', {})
    expect(other).toMatchObject({ identities: [{ childId }], applications: [], signed: [], leaves: [] })
    const text = JSON.stringify(copy)
    expect(members.filter((each) => each.childId !== childId && text.includes(each.name))).toEqual([])
    expect(text).not.toContain('o-copy')
  })

  test('M12 deleting leaves the signed slip and the days of leave, and nothing else; again it changes nothing', async () => {
    const { childId, noticeId, leaveId } = await livedIn('o-gone')
    const deleted = await house.get('o-gone', 'person.delete', {})
    // What the school answers for is kept a year longer than the school year (G23).
    expect(deleted).toEqual({ keptUntil: '2028-08-31' })
    expect(await stored<PersonDoc>('people', 'o-gone')).toBeUndefined()
    expect(await guardiansOf(childId)).toEqual(['o-gone-other'])
    const applied = (await house.stored<ApplicationDoc>('applications')).filter(({ openid }) => openid === 'o-gone')
    expect(applied).toEqual([])
    const deliveries = await house.stored<{ openid: string }>('deliveries')
    expect(deliveries.filter(({ openid }) => openid === 'o-gone')).toEqual([])
    const slip = await stored<SlipDoc>('slips', `${noticeId}.${classId}`)
    expect(slip?.entries[childId]).toMatchObject({ signerOpenid: 'o-gone', typedName: '签名人' })
    const leave = await stored<{ _id: string; reason?: string }>('leaves', leaveId)
    expect(leave).toMatchObject({ childId, days: 1 })
    expect(leave?.reason).toBeUndefined()
    expect(await house.get('o-gone', 'session.read', {})).toMatchObject({ consented: false, identities: [] })
    expect(await house.get('o-gone', 'person.delete', {})).toEqual(deleted)
    expect(await house.ask('o-gone', 'leave.list', { of: 'child', childId })).toEqual(FORBIDDEN)
  })

  test('G18 a deletion that broke half way has taken the access already, and is finished by repeating it', async () => {
    const { childId } = await family('o-broken')
    await house.cloud.control('faults.set', { target: 'database:modifyDocument:children', mode: 'fail' })
    const broken = await house.ask('o-broken', 'person.delete', {})
    await house.cloud.control('faults.clear')
    expect(broken).toMatchObject({ error: { code: 'TRY_AGAIN' } })
    expect(await house.ask('o-broken', 'leave.list', { of: 'child', childId })).toEqual(FORBIDDEN)
    await house.get('o-broken', 'person.delete', {})
    expect(await guardiansOf(childId)).toEqual([])
    expect(await stored<PersonDoc>('people', 'o-broken')).toBeUndefined()
  })

  test('M13 the only head teacher and the only principal hand over first, and nothing of them is touched', async () => {
    expect(await house.ask(HEAD_TEACHER, 'person.delete', {})).toEqual({
      ok: false,
      error: { code: 'LAST_IN_POST', facts: { role: 'head_teacher', what: '一（1）班' } },
    })
    expect(await house.ask(PRINCIPAL, 'person.delete', {})).toMatchObject({
      error: { code: 'LAST_IN_POST', facts: { role: 'principal', what: '向阳小学' } },
    })
    expect((await house.get(HEAD_TEACHER, 'session.read', {})).identities).toHaveLength(1)
    await issueAndActivate(house, 'TEST-CODE-0008', 'o-neighbour', '邻校')
    expect(await house.ask('o-neighbour', 'person.delete', {})).toMatchObject({ error: { code: 'LAST_IN_POST' } })
  })

  test('M13 M04 a head teacher whose post the principal has freed may go, and another comes', async () => {
    const { '一（2）班': otherClassId = '' } = school.classes
    const release = { classId: otherClassId }
    expect(await house.ask(HEAD_TEACHER, 'class.release', release)).toEqual(FORBIDDEN)
    for (let times = 0; times < 2; times++) await house.get(PRINCIPAL, 'class.release', release)
    expect((await house.get(OTHER_HEAD_TEACHER, 'session.read', {})).identities).toEqual([])
    await house.get(OTHER_HEAD_TEACHER, 'person.delete', {})
    const next = await seatStaff(house, otherClassId, 'o-next', 'head_teacher', '周敏', '语文')
    expect(next).toMatchObject({ role: 'head_teacher', card: '语文周老师' })
  })

  test('M12 a teacher of a subject goes, and the class no longer names them', async () => {
    await house.get(TEACHER, 'person.delete', {})
    const { teachers } = await house.get(HEAD_TEACHER, 'class.members', { classId })
    expect(teachers).toEqual([])
    expect(await house.ask(TEACHER, 'notice.prepare', { schoolId: school.schoolId, classId })).toEqual(FORBIDDEN)
  })
})

describe('numbers that families may call', () => {
  const todayOf = async (openid: string, childId: string) => {
    const today = await house.get(openid, 'today.read', { identity: `guardian:${childId}` })
    return today.role === 'guardian' ? today.children[0] : undefined
  }

  test('M16 a family gets the numbers that are allowed, and none that is not', async () => {
    const { childId } = await family('o-caller')
    expect(await todayOf('o-caller', childId)).not.toHaveProperty('teacherPhone')
    await house.get(PRINCIPAL, 'school.update', { schoolId: school.schoolId, phone: '010-87654321' })
    await house.get(HEAD_TEACHER, 'class.update', { classId, phone: '13800001111' })
    expect(await todayOf('o-caller', childId)).toMatchObject({
      teacherPhone: '13800001111',
      schoolPhone: '010-87654321',
    })
    expect((await house.get(PRINCIPAL, 'school.read', { schoolId: school.schoolId })).phone).toBe('010-87654321')
    await house.get(HEAD_TEACHER, 'class.update', { classId, phone: '' })
    const after = await todayOf('o-caller', childId)
    expect(after).not.toHaveProperty('teacherPhone')
    expect(after).toHaveProperty('schoolPhone')
  })

  test('M16 what is no telephone number is not taken', async () => {
    for (const phone of ['12', '1380000111', '打给我', '010-8765-43-21']) {
      const reply = await house.ask(HEAD_TEACHER, 'class.update', { classId, phone })
      expect(reply).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'phone' } })
    }
  })
})

test('nothing here looks through a collection without an index', async () => {
  const { scans } = await house.cloud.control<{ scans: unknown[] }>('counters.read')
  expect(scans).toEqual([])
})
