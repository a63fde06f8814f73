// Proves that a card is confirmed before anything is signed, and how a seat goes to another WeChat account.
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  childName,
  fatherOf,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const NAME = childName(0)
const NEW = 'o-new-phone'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

interface StoredChild {
  _id: string
  guardians: { openid: string; card: string; relation: string }[]
}
const childDoc = async () => {
  const found = (await school.stored<StoredChild>('children')).find(({ _id }) => _id === CHILD)
  if (!found) throw new Error('no child')
  return found
}
const outing = async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  return { noticeId, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' }
}
/** The name changed, or the class went up: every card of before is looked at once more. */
const askForCards = async () => {
  const child = { ...(await childDoc()), cardsFrom: Date.parse('2026-09-01T09:59:00+08:00') }
  const guardians = child.guardians.map((each) => ({ ...each, since: Date.parse('2026-08-01T10:00:00+08:00') }))
  await school.cloud.control('data.put', { documents: { children: [{ ...child, guardians }] } })
}
const invite = async () =>
  (await school.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId: CLASS })).token
const request = async (openid = NEW) => {
  const asked = {
    token: await invite(),
    consent: true,
    childName: NAME,
    guardianName: '王芳',
    relation: 'mother',
  } as const
  return school.get(openid, 'move.request', asked)
}
const seatsOf = async (openid: string) => {
  const { identities } = await school.get(openid, 'session.read', {})
  return identities.filter(({ role }) => role === 'guardian').map(({ childId: id }) => id)
}

describe('cards', () => {
  test('M10 given a card that waits, when its owner signs, then it is refused until they confirm; leave goes on', async () => {
    const slip = await outing()
    await askForCards()
    const mother = motherOf(CHILD)
    const refused = { ok: false, error: { code: 'CARD_NEEDED', rule: 'M10' } }
    expect(await school.ask(mother, 'slip.sign', slip)).toEqual(refused)
    const today = await school.get(mother, 'today.read', { identity: `guardian:${CHILD}` })
    expect(today).toMatchObject({ children: [{ childId: CHILD, card: `${NAME}妈妈` }] })
    const leave = { childId: CHILD, kind: 'fever' as const, proof: [] }
    const span = { from: '2026-09-02', fromHalf: 'am', to: '2026-09-02', toHalf: 'pm' } as const
    expect((await school.ask(mother, 'leave.submit', { ...leave, span })).ok).toBe(true)

    await school.get(mother, 'card.confirm', { childId: CHILD, relation: 'mother' })
    expect(await school.get(mother, 'slip.sign', slip)).toMatchObject({ first: true, signer: `${NAME}妈妈` })
    const { identities } = await school.get(mother, 'session.read', {})
    expect(identities.map(({ unconfirmed }) => unconfirmed)).toEqual([undefined])
  })

  test('M09 M10 given another relation, then the card is composed by the server; the other guardian still waits', async () => {
    await askForCards()
    await school.get(motherOf(CHILD), 'card.confirm', { childId: CHILD, relation: 'maternal_grandma' })
    expect((await childDoc()).guardians.map(({ card }) => card)).toContain(`${NAME}外婆`)
    expect(await school.ask(fatherOf(CHILD), 'slip.sign', await outing())).toMatchObject({
      error: { code: 'CARD_NEEDED' },
    })
  })
})

describe('another WeChat account', () => {
  test('M13 given both agree, when the head teacher approves, then the seat moves, and nothing is signed twice', async () => {
    const slip = await outing()
    const mother = motherOf(CHILD)
    await school.get(mother, 'slip.sign', slip)
    const { moveId } = await request()
    const today = await school.get(mother, 'today.read', { identity: `guardian:${CHILD}` })
    expect(today).toMatchObject({ moves: [{ moveId, card: `${NAME}妈妈` }] })
    expect(await school.get(HEAD_TEACHER, 'today.read', { identity: `head_teacher:${CLASS}` })).toMatchObject({
      moves: 1,
    })
    const early = await school.ask(HEAD_TEACHER, 'move.decide', { moveId, approve: true })
    expect(early).toEqual({ ok: false, error: { code: 'MOVE_UNANSWERED', rule: 'M13' } })

    await school.get(mother, 'move.answer', { moveId, mine: true })
    expect(await seatsOf(NEW)).toEqual([])
    await school.get(HEAD_TEACHER, 'move.decide', { moveId, approve: true })
    expect([await seatsOf(NEW), await seatsOf(mother)]).toEqual([[CHILD], []])
    expect((await childDoc()).guardians).toHaveLength(2)
    const again = await school.get(NEW, 'slip.sign', slip)
    expect(again).toMatchObject({ first: false, signer: `${NAME}妈妈` })
    expect(await school.ask(mother, 'slip.sign', slip)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
  })

  test('M13 given the old account says it is somebody else, then nobody can let the new one in', async () => {
    const { moveId } = await request()
    await school.get(motherOf(CHILD), 'move.answer', { moveId, mine: false })
    for (const gone of [false, true]) {
      const denied = await school.ask(HEAD_TEACHER, 'move.decide', { moveId, approve: true, gone })
      expect(denied).toEqual({ ok: false, error: { code: 'MOVE_DENIED', rule: 'M13' } })
    }
    expect(await seatsOf(NEW)).toEqual([])
    await school.get(HEAD_TEACHER, 'move.decide', { moveId, approve: false, words: '请先来电话' })
    expect(await school.get(NEW, 'move.read', { moveId })).toMatchObject({ state: 'rejected', words: '请先来电话' })
  })

  test('M13 given the old account is gone, when the head teacher has made sure by a call, then the seat moves', async () => {
    const { moveId } = await request()
    await school.get(HEAD_TEACHER, 'move.decide', { moveId, approve: true, gone: true })
    expect([await seatsOf(NEW), await seatsOf(motherOf(CHILD))]).toEqual([[CHILD], []])
  })

  test('M13 M02 given a name of no child, then the answer is the same, and only the head teacher sees that nothing fits', async () => {
    const { token } = await school.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId: CLASS })
    const asked = { token, consent: true, guardianName: '王芳', relation: 'mother' } as const
    const there = await school.get(NEW, 'move.request', { ...asked, childName: NAME })
    const not = await school.get(NEW, 'move.request', { ...asked, childName: '查无此人' })
    const { moveId: _one, childName: _name, createdAt: _then, ...known } = there
    const { moveId: _other, childName: _no, createdAt: _now, ...unknown } = not
    expect(unknown).toEqual(known)
    const { moves } = await school.get(HEAD_TEACHER, 'move.list', { classId: CLASS })
    expect(moves.map(({ childName: name, seat }) => [name, seat?.card])).toEqual([
      [NAME, `${NAME}妈妈`],
      ['查无此人', undefined],
    ])
    const decision = { moveId: not.moveId, approve: true, gone: true } as const
    expect(await school.ask(HEAD_TEACHER, 'move.decide', decision)).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'childId' },
    })
  })

  test('M13 neither a subject teacher nor the asker decides, and a stranger reads nothing', async () => {
    const { moveId } = await request()
    const decision = { moveId, approve: true, gone: true } as const
    for (const openid of [TEACHER, NEW, motherOf(CHILD), 'o-stranger']) {
      expect(await school.ask(openid, 'move.decide', decision)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
    }
    expect(await school.ask(fatherOf(CHILD), 'move.read', { moveId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await school.ask(fatherOf(CHILD), 'move.answer', { moveId, mine: true })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  })

  test('M13 given head teacher and principal decide at once, then the seat moves once', async () => {
    const { moveId } = await request()
    const decision = { moveId, approve: true, gone: true } as const
    const replies = await Promise.all(
      [HEAD_TEACHER, PRINCIPAL, HEAD_TEACHER].map((by) => school.ask(by, 'move.decide', decision)),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await childDoc()).guardians.map(({ openid }) => openid).sort()).toEqual([NEW, fatherOf(CHILD)].sort())
  })

  test('M13 given the seat is left in the same moment, then nobody sits there, and the request waits', async () => {
    const { moveId } = await request()
    await school.get(motherOf(CHILD), 'seat.leave', { childId: CHILD })
    const late = await school.ask(HEAD_TEACHER, 'move.decide', { moveId, approve: true, gone: true })
    expect(late).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'seat' } })
    expect((await childDoc()).guardians.map(({ openid }) => openid)).toEqual([fatherOf(CHILD)])
  })

  test('M13 G04 given a mute, when the account changes, then the new one is muted as long', async () => {
    const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
    const mother = members
      .find(({ childId: id }) => id === CHILD)
      ?.guardians.find(({ relation }) => relation === 'mother')
    const guardian = { childId: CHILD, card: mother?.card ?? '', since: mother?.since ?? 0 }
    const { caseId } = await school.get(HEAD_TEACHER, 'case.open', { guardian, rule: 'C10', evidence: '多次发广告' })
    for (const step of ['guide', 'remind', 'mute_1'] as const) {
      await school.get(HEAD_TEACHER, 'case.step', { caseId, step, words: '请看班级公约' })
    }
    const muted = async (openid: string) => {
      await school.tick()
      return (await school.get(openid, 'session.read', {})).identities[0]?.mutedUntil
    }
    const until = await muted(motherOf(CHILD))
    expect(until).toBeGreaterThan(0)
    const { moveId } = await request()
    await school.get(HEAD_TEACHER, 'move.decide', { moveId, approve: true, gone: true })
    expect(await muted(NEW)).toBe(until)
  })
})

test('M13 given the database breaks after the decision, then the clock moves the seat', async () => {
  const { moveId } = await request()
  await school.cloud.control('faults.set', { target: 'database:modifyDocument:children', mode: 'fail', times: 3 })
  const requestId = newRequestId()
  const broken = await school.ask(HEAD_TEACHER, 'move.decide', { moveId, approve: true, gone: true }, requestId)
  expect(broken.ok).toBe(false)
  await school.cloud.control('faults.clear')
  await school.advance(120_000)
  await school.tick()
  expect([await seatsOf(NEW), await seatsOf(motherOf(CHILD))]).toEqual([[CHILD], []])
})

describe('a call that is one tap away', () => {
  const mother = motherOf(CHILD)
  const phones = async () => {
    await school.get(HEAD_TEACHER, 'class.update', { classId: CLASS, phone: '13800001111' })
    await school.get(PRINCIPAL, 'school.update', { schoolId: SCHOOL, phone: '010-87654321' })
  }
  const today = async () => {
    const read = await school.get(mother, 'today.read', { identity: `guardian:${CHILD}` })
    return read.role === 'guardian' ? read.children[0] : undefined
  }

  test('M16 given an urgent notice, then its page has the numbers that are allowed, and an ordinary one has none', async () => {
    const ordinary = await outing()
    await school.at('2026-09-01T20:30:00+08:00')
    const urgent = { cause: 'safety', reason: '暴雨，明天停课' } as const
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ urgent }))
    const read = (id: string) => school.get(mother, 'notice.read', { noticeId: id, classId: CLASS })
    expect((await read(noticeId)).calls).toEqual({})
    await phones()
    expect((await read(noticeId)).calls).toEqual({ teacher: '13800001111', school: '010-87654321' })
    expect(await read(ordinary.noticeId)).not.toHaveProperty('calls')
    const own = await school.get(HEAD_TEACHER, 'notice.read', { noticeId, classId: CLASS })
    expect(own).not.toHaveProperty('calls')
  })

  test('M16 given a teacher in class, then 今天 says so beside the numbers; at noon and after school it does not', async () => {
    await phones()
    expect(await today()).toMatchObject({ inLesson: true, teacherPhone: '13800001111', schoolPhone: '010-87654321' })
    for (const free of ['2026-09-01T12:30:00+08:00', '2026-09-01T16:30:00+08:00', '2026-09-05T10:00:00+08:00']) {
      await school.at(free)
      expect(await today()).not.toHaveProperty('inLesson')
    }
  })
})
