// Proves that the roster follows one child: corrected, moved, gone from a day on, back again, whatever comes between.
import type { ChildDoc, ClassDoc } from '../../../cloudfunctions/domains/class/documents'
import type { LeaveDoc } from '../../../cloudfunctions/domains/leave/documents'
import type { SlipDoc } from '../../../cloudfunctions/domains/slip/documents'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  OFFICE,
  SCHOOL,
  aNotice,
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

const TODAY = '2026-09-01'
const MINUTE = 61_000
const LEFT = { cause: 'left', from: TODAY } as const

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ children: 6 })
})
afterEach(() => school.stop())

const C0 = childId(CLASS, 0)
const C1 = childId(CLASS, 1)
const child = async (id: string) => (await school.stored<ChildDoc>('children')).find(({ _id }) => _id === id)
const roll = async (classId = CLASS) =>
  (await school.stored<ClassDoc>('classes')).find(({ _id }) => _id === classId)?.roster.map((line) => line.childId) ??
  []
const outing = async () => (await school.get(HEAD_TEACHER, 'notice.publish', anOuting())).noticeId
const slip = async (noticeId: string, classId = CLASS) =>
  (await school.stored<SlipDoc>('slips')).find((each) => each.noticeId === noticeId && each.classId === classId)
const line = async (noticeId: string, id: string) => (await slip(noticeId))?.entries[id]
const board = (noticeId: string) => school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
const signing = (noticeId: string, id: string) => ({
  noticeId,
  classId: CLASS,
  childId: id,
  version: 1,
  typedName: '王芳',
})
const sign = (openid: string, noticeId: string, id: string) => school.ask(openid, 'slip.sign', signing(noticeId, id))
const ill = (id: string, from: string, to = from) => ({
  childId: id,
  kind: 'fever' as const,
  span: { from, fromHalf: 'am' as const, to, toHalf: 'pm' as const },
  proof: [],
})
const identities = async (openid: string) => school.get(openid, 'session.read', {})

describe('M19 a child is corrected', () => {
  test('M19 M10 given a corrected name and number, then roll, cards, running slips and leaves follow, and the card is confirmed once more', async () => {
    const noticeId = await outing()
    const { leaveId } = await school.get(motherOf(C0), 'leave.submit', ill(C0, '2026-09-03'))
    await school.get(HEAD_TEACHER, 'child.rename', { childId: C0, name: '王子涵', no: '041', nickname: '豆豆' })
    const page = await school.get(HEAD_TEACHER, 'child.read', { childId: C0 })
    expect(page).toMatchObject({ name: '王子涵', no: '41', nickname: '豆豆', openLines: 1, openLeaves: 1 })
    expect(page.guardians.map(({ card }) => card)).toEqual(['王子涵妈妈', '王子涵爸爸'])
    const row = (await board(noticeId)).rows.find((each) => each.childId === C0)
    expect(row).toMatchObject({ name: '王子涵', no: '41' })
    expect((await school.stored<LeaveDoc>('leaves')).find(({ _id }) => _id === leaveId)).toMatchObject({
      childName: '王子涵',
      no: '41',
    })
    const [seat] = (await identities(motherOf(C0))).identities
    expect(seat).toMatchObject({ card: '王子涵妈妈', unconfirmed: true })
    const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
    expect(members.find((each) => each.childId === C0)).toMatchObject({ name: '王子涵', no: '41' })
  })

  test('M19 given a number that somebody else of the class has, then it is refused and nothing changes', async () => {
    const { no = '' } = (await child(C1)) ?? {}
    const reply = await school.ask(HEAD_TEACHER, 'child.rename', { childId: C0, name: childName(0), no })
    expect(reply).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID', field: 'no' } })
  })

  test('M19 M14 given the head teacher of another class, then no child of this class is read or changed', async () => {
    for (const [action, input] of [
      ['child.read', { childId: C0 }],
      ['child.rename', { childId: C0, name: '改名', no: '' }],
      ['child.move', { childId: C0, toClassId: OTHER_CLASS }],
      ['child.leave', { childId: C0, ...LEFT }],
    ] as const) {
      expect(await school.ask(OTHER_HEAD_TEACHER, action, input)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    }
    expect(await school.ask(HEAD_TEACHER, 'child.confirm', { childId: C0, confirm: true })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  })
})

describe('M19 a child comes', () => {
  test('M19 given a new child, then it stands on the roll once, also when two add it at the same moment', async () => {
    const input = {
      ...{ classId: CLASS, name: '林新来', no: '90' },
      contact: { relation: 'father', phone: '13900001234' } as const,
    }
    const replies = await Promise.all([
      school.ask(HEAD_TEACHER, 'child.add', input),
      school.ask(PRINCIPAL, 'child.add', input),
      school.ask(OFFICE, 'child.add', input),
    ])
    expect(replies.filter((reply) => reply.ok).length).toBeGreaterThan(0)
    await school.advance(MINUTE)
    await school.tick()
    const added = (await school.stored<ChildDoc>('children')).filter(({ name }) => name === '林新来')
    expect(added).toHaveLength(1)
    expect((await roll()).filter((id) => id === added[0]?._id)).toHaveLength(1)
    const { phones } = await school.get(HEAD_TEACHER, 'child.phones', { childId: added[0]?._id ?? '' })
    expect(phones).toEqual([{ relation: '爸爸', name: '', phone: '13900001234' }])
  })

  test('M19 given a child that had left, when it is added again, then it is the same child with its family and papers', async () => {
    const noticeId = await outing()
    await sign(motherOf(C0), noticeId, C0)
    const { no = '', name = '' } = (await child(C0)) ?? {}
    await school.get(PRINCIPAL, 'child.leave', { childId: C0, ...LEFT })
    const added = await school.get(OTHER_HEAD_TEACHER, 'child.add', { classId: OTHER_CLASS, name, no: `${no}7` })
    expect(added.again).toBe(false)
    const again = await school.get(PRINCIPAL, 'child.add', { classId: CLASS, name, no })
    expect(again).toEqual({ childId: C0, again: true })
    expect(await roll()).toContain(C0)
    expect((await identities(motherOf(C0))).identities).toMatchObject([{ key: keyOf('guardian', C0) }])
  })
})

describe('M19 L12 a child moves', () => {
  test('L12 given a move, then the seats go along, the old class closes its open line and the new one has the leave', async () => {
    const noticeId = await outing()
    const signed = await outing()
    await sign(motherOf(C0), signed, C0)
    const { leaveId } = await school.get(motherOf(C0), 'leave.submit', ill(C0, '2026-09-03'))
    await school.get(PRINCIPAL, 'child.move', { childId: C0, toClassId: OTHER_CLASS })

    expect(await roll()).not.toContain(C0)
    expect(await roll(OTHER_CLASS)).toContain(C0)
    expect(await line(noticeId, C0)).toMatchObject({ closed: { why: 'moved' } })
    expect(await line(signed, C0)).toMatchObject({ signer: `${childName(0)}妈妈` })
    expect((await line(signed, C0))?.closed).toBeUndefined()
    const [seat] = (await identities(motherOf(C0))).identities
    expect(seat).toMatchObject({ classId: OTHER_CLASS, unconfirmed: true })
    const { leaves } = await school.get(OTHER_HEAD_TEACHER, 'leave.list', { of: 'class', classId: OTHER_CLASS })
    expect(leaves).toMatchObject([{ leaveId, childId: C0, state: 'pending' }])
    const after = await board(noticeId)
    expect(after.counts.total).toBe(5)
    expect(after.rows.find((each) => each.childId === C0)).toMatchObject({ state: 'closed', closed: 'moved' })
    // What was not signed in the old class is no business of the family any more; what was signed is.
    const read = { noticeId, classId: CLASS }
    expect(await school.ask(motherOf(C0), 'notice.read', read)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    const paper = await school.get(motherOf(C0), 'notice.read', { noticeId: signed, classId: CLASS })
    expect(paper.mine).toMatchObject([{ childId: C0, state: 'signed', signedByMe: true }])
    expect(await school.ask(fatherOf(C0), 'notice.read', { noticeId: signed, classId: CLASS })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  })

  test('L12 given a move and back, then the line asks again', async () => {
    const noticeId = await outing()
    await school.get(PRINCIPAL, 'child.move', { childId: C0, toClassId: OTHER_CLASS })
    await school.get(PRINCIPAL, 'child.move', { childId: C0, toClassId: CLASS })
    expect((await line(noticeId, C0))?.closed).toBeUndefined()
    await school.get(motherOf(C0), 'card.confirm', { childId: C0, relation: 'mother' })
    expect(await sign(motherOf(C0), noticeId, C0)).toMatchObject({ ok: true, data: { first: true } })
  })

  test('L12 M06 given the supervisor’s child moves, then the supervision of the old class ends', async () => {
    const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
    const mother = members.find((each) => each.childId === C0)?.guardians[0]
    const guardian = { childId: C0, card: mother?.card ?? '', since: mother?.since ?? 0 }
    await school.get(HEAD_TEACHER, 'committee.mark', { guardian, member: true })
    await school.get(HEAD_TEACHER, 'supervisor.name', { guardian })
    await school.get(PRINCIPAL, 'child.move', { childId: C0, toClassId: OTHER_CLASS })
    const old = (await school.stored<ClassDoc>('classes')).find(({ _id }) => _id === CLASS)
    expect(old?.supervisor).toBeUndefined()
  })

  test('L12 given a move and a sign-off at the same moment, then the line is signed or closed, never both and never neither', async () => {
    for (let round = 0; round < 4; round++) {
      await school.advance(MINUTE)
      const noticeId = await outing()
      const [moved, signed] = await Promise.all([
        school.ask(PRINCIPAL, 'child.move', { childId: C0, toClassId: OTHER_CLASS }),
        sign(motherOf(C0), noticeId, C0),
      ])
      expect(moved.ok).toBe(true)
      const entry = await line(noticeId, C0)
      expect(entry?.signedAt !== undefined).toBe(signed.ok)
      expect(entry?.closed === undefined).toBe(signed.ok)
      expect((await roll()).includes(C0)).toBe(false)
      await school.get(PRINCIPAL, 'child.move', { childId: C0, toClassId: CLASS })
    }
  })

  test('L12 given two leaders who move one child to two classes at once, then it is in one of them', async () => {
    const [one, other] = await Promise.all([
      school.ask(PRINCIPAL, 'child.move', { childId: C0, toClassId: OTHER_CLASS }),
      school.ask(OFFICE, 'child.move', { childId: C0, toClassId: OTHER_CLASS }),
    ])
    expect([one.ok, other.ok].filter(Boolean).length).toBeGreaterThanOrEqual(1)
    expect([await roll(), await roll(OTHER_CLASS)].flat().filter((id) => id === C0)).toHaveLength(1)
  })
})

describe('L12 a child leaves', () => {
  test('L12 given the head teacher records a leaving, then nothing ends until a leader confirms it, who finds it on 今天', async () => {
    const noticeId = await outing()
    await school.get(HEAD_TEACHER, 'child.leave', { childId: C0, cause: 'transferred', from: TODAY })
    expect((await identities(motherOf(C0))).identities).toHaveLength(1)
    const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect(today).toMatchObject({
      leavings: [{ childId: C0, name: childName(0), cause: 'transferred', from: TODAY }],
      leavingsTotal: 1,
    })
    const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
    expect(members.find((each) => each.childId === C0)?.leaving).toMatchObject({ waits: true, from: TODAY })

    await school.get(OFFICE, 'child.confirm', { childId: C0, confirm: true })
    expect((await identities(motherOf(C0))).identities).toHaveLength(0)
    expect(await line(noticeId, C0)).toMatchObject({ closed: { why: 'left' } })
    const after = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
    expect(after.away).toMatchObject([{ childId: C0, cause: 'transferred', from: TODAY }])
    expect(after.members.map((each) => each.childId)).not.toContain(C0)
    const calm = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect(calm).toMatchObject({ leavings: [], leavingsTotal: 0 })
  })

  test('L12 given a leader declines, or the head teacher takes it back, then the child is here as before', async () => {
    await school.get(HEAD_TEACHER, 'child.leave', { childId: C0, ...LEFT })
    await school.get(PRINCIPAL, 'child.confirm', { childId: C0, confirm: false })
    await school.get(HEAD_TEACHER, 'child.leave', { childId: C0, ...LEFT })
    await school.get(HEAD_TEACHER, 'child.return', { childId: C0 })
    expect(await school.ask(PRINCIPAL, 'child.confirm', { childId: C0, confirm: true })).toMatchObject({
      error: { code: 'CHILD_STATE' },
    })
    expect(await child(C0)).not.toHaveProperty('leaving')
    expect(await roll()).toContain(C0)
  })

  test('L12 N06 given a child that leaves, then it stands on no slip, roll or count, 办结 is possible, leaves end and papers stay', async () => {
    const noticeId = await outing()
    const signed = await outing()
    await sign(motherOf(C0), signed, C0)
    const { leaveId } = await school.get(motherOf(C0), 'leave.submit', ill(C0, '2026-09-03'))
    await school.get(PRINCIPAL, 'child.leave', { childId: C0, ...LEFT })

    expect(await roll()).not.toContain(C0)
    const { counts, rows } = await board(noticeId)
    expect(counts).toMatchObject({ total: 5, missing: 5 })
    expect(rows.find((each) => each.childId === C0)).toMatchObject({ state: 'closed', closed: 'left' })
    expect((await board(signed)).counts).toMatchObject({ total: 6, signed: 1 })
    expect((await school.stored<LeaveDoc>('leaves')).find(({ _id }) => _id === leaveId)?.state).toBe('withdrawn')
    const { classes } = await school.get(PRINCIPAL, 'school.read', { schoolId: SCHOOL })
    const own = classes.find((each) => each.classId === CLASS)
    expect(own).toMatchObject({ children: 5 })
    expect(own?.seats.reduce((sum, each) => sum + each, 0)).toBe(5)
    const staff = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
    expect(staff).toMatchObject({ children: 5, pendingLeaves: 0 })
    const list = await school.get(HEAD_TEACHER, 'notice.list', { identity: keyOf('head_teacher', CLASS) })
    expect(list.rows.find((row) => row.noticeId === noticeId)?.counts).toEqual(counts)

    for (const row of rows.filter((each) => each.childId !== C0)) {
      await school.get(HEAD_TEACHER, 'slip.followUp', {
        ...{
          noticeId,
          classId: CLASS,
          childId: row.childId,
          way: 'phone',
          told: '家长',
          at: Date.parse(`${TODAY}T10:00:00+08:00`),
        },
      } as const)
    }
    expect(await school.get(HEAD_TEACHER, 'slip.close', { noticeId, classId: CLASS })).toMatchObject({
      state: 'closed',
    })

    const session = await identities(motherOf(C0))
    expect(session).toMatchObject({ identities: [], former: [{ childId: C0, closed: 'left' }] })
    const papers = await school.get(motherOf(C0), 'slip.signed', { identity: keyOf('guardian', C0) })
    expect(papers).toMatchObject({ total: 1, papers: [{ noticeId: signed, signer: `${childName(0)}妈妈` }] })
    const paper = await school.get(motherOf(C0), 'notice.read', { noticeId: signed, classId: CLASS })
    expect(paper.mine).toMatchObject([{ childId: C0, signedByMe: true }])
    for (const [action, input] of [
      ['notice.read', { noticeId, classId: CLASS }],
      ['slip.sign', signing(noticeId, C0)],
      ['slip.markRead', { noticeId, classId: CLASS, childId: C0 }],
      ['leave.submit', ill(C0, '2026-09-04')],
      ['notice.list', { identity: keyOf('guardian', C0) }],
    ] as const) {
      expect(await school.ask(motherOf(C0), action, input)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    }
    expect(await school.ask(fatherOf(C0), 'notice.read', { noticeId: signed, classId: CLASS })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    const copy = await school.get(motherOf(C0), 'person.export', {})
    expect(copy).toMatchObject({ signed: [{ noticeId: signed }], leaves: [{ leaveId }] })
    const news = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(await line(news.noticeId, C0)).toBeUndefined()
  })

  test('L12 given a day to come, then the child is here the evening before and gone from midnight in Beijing', async () => {
    const noticeId = await outing()
    await school.get(PRINCIPAL, 'child.leave', { childId: C0, cause: 'left', from: '2026-09-03' })
    await school.at('2026-09-02T16:00:00+08:00')
    await school.tick()
    expect(await roll()).toContain(C0)
    expect(await sign(fatherOf(C1), noticeId, C0)).toMatchObject({ ok: false })
    expect((await identities(motherOf(C0))).identities).toHaveLength(1)
    await school.at('2026-09-02T23:59:59+08:00')
    expect((await identities(motherOf(C0))).identities).toHaveLength(1)
    await school.at('2026-09-03T00:00:00+08:00')
    expect((await identities(motherOf(C0))).identities).toHaveLength(0)
    await school.tick()
    expect(await roll()).not.toContain(C0)
    expect(await line(noticeId, C0)).toMatchObject({ closed: { why: 'left' } })
  })

  test('L12 given an approved leave that reaches beyond the day, then only the days before it are left', async () => {
    const { leaveId } = await school.get(motherOf(C0), 'leave.submit', ill(C0, '2026-09-02', '2026-09-04'))
    await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })
    await school.at('2026-09-03T09:00:00+08:00')
    await school.get(PRINCIPAL, 'child.leave', { childId: C0, cause: 'left', from: '2026-09-03' })
    const leave = (await school.stored<LeaveDoc>('leaves')).find(({ _id }) => _id === leaveId)
    expect(leave).toMatchObject({ state: 'approved', dates: ['2026-09-02'] })
  })

  test('L12 given a suspended child, when it comes back with one tap, then line, seats and access are there again', async () => {
    const noticeId = await outing()
    await school.get(PRINCIPAL, 'child.leave', { childId: C0, cause: 'suspended', from: TODAY })
    expect(await line(noticeId, C0)).toMatchObject({ closed: { why: 'suspended' } })
    expect(await identities(motherOf(C0))).toMatchObject({ identities: [], former: [{ closed: 'suspended' }] })
    await school.get(HEAD_TEACHER, 'child.return', { childId: C0 })
    expect(await roll()).toContain(C0)
    expect((await identities(motherOf(C0))).identities).toHaveLength(1)
    expect((await identities(fatherOf(C0))).identities).toHaveLength(1)
    expect(await sign(motherOf(C0), noticeId, C0)).toMatchObject({ ok: true })
  })

  test('L12 given two leaders who take off the same child at once, then it has left once and both are answered', async () => {
    const replies = await Promise.all(
      [PRINCIPAL, OFFICE].map((who) => school.ask(who, 'child.leave', { childId: C0, ...LEFT })),
    )
    expect(replies.map(({ ok }) => ok)).toEqual([true, true])
    expect((await child(C0))?.trail.filter(({ action }) => action === 'child.leave')).toHaveLength(1)
  })

  test('L12 given a leaving and a sign-off at the same moment, then the line is signed or closed', async () => {
    for (let round = 0; round < 4; round++) {
      await school.advance(MINUTE)
      const noticeId = await outing()
      const [left, signed] = await Promise.all([
        school.ask(PRINCIPAL, 'child.leave', { childId: C0, ...LEFT }),
        sign(motherOf(C0), noticeId, C0),
      ])
      expect(left.ok).toBe(true)
      const entry = await line(noticeId, C0)
      expect([entry?.signedAt !== undefined, entry?.closed === undefined]).toEqual([signed.ok, signed.ok])
      await school.get(PRINCIPAL, 'child.return', { childId: C0 })
    }
  })

  test('L12 given a leaving and a join at the same moment, then nobody who joined sees the class', async () => {
    const { token } = await school.get(HEAD_TEACHER, 'invitation.create', {
      purpose: 'child',
      classId: CLASS,
      childId: C1,
    })
    const [left] = await Promise.all([
      school.ask(PRINCIPAL, 'child.leave', { childId: C1, ...LEFT }),
      school.ask('o-late', 'join.guardian', { token, consent: true, relation: 'father' }),
    ])
    expect(left.ok).toBe(true)
    expect((await identities('o-late')).identities).toEqual([])
    const { token: second = '' } = await school
      .get(HEAD_TEACHER, 'invitation.create', { purpose: 'child', classId: CLASS, childId: C1 })
      .catch(() => ({ token: '' }))
    expect(second).toBe('')
  })

  test('L12 given a call that breaks between the steps, then the clock finishes it', async () => {
    const noticeId = await outing()
    await school.cloud.control('faults.set', { target: 'database:modifyDocument:classes', mode: 'fail' })
    expect(await school.ask(PRINCIPAL, 'child.leave', { childId: C0, ...LEFT })).toMatchObject({ ok: false })
    await school.cloud.control('faults.clear')
    expect(await roll()).toContain(C0)
    await school.advance(MINUTE)
    await school.tick()
    expect(await roll()).not.toContain(C0)
    expect(await line(noticeId, C0)).toMatchObject({ closed: { why: 'left' } })
    expect(await child(C0)).not.toHaveProperty('changed')
  })

  test('L12 G18 given a call that breaks and is repeated, then it is finished and happened once', async () => {
    const noticeId = await outing()
    const requestId = newRequestId()
    await school.cloud.control('faults.set', { target: 'database:modifyDocument:slips', mode: 'fail' })
    const move = { childId: C0, toClassId: OTHER_CLASS }
    expect(await school.ask(PRINCIPAL, 'child.move', move, requestId)).toMatchObject({ ok: false })
    await school.cloud.control('faults.clear')
    expect(await school.ask(PRINCIPAL, 'child.move', move, requestId)).toMatchObject({ ok: true })
    expect(await line(noticeId, C0)).toMatchObject({ closed: { why: 'moved' } })
    expect((await child(C0))?.trail.filter(({ action }) => action === 'child.move')).toHaveLength(1)
  })

  test('L12 given a power cut in the middle of it, then the next minute finishes it', async () => {
    const noticeId = await outing()
    const { dataDir } = school.cloud
    await school.cloud.control('faults.set', { target: 'database:modifyDocument:slips', mode: 'hang' })
    const call = school.ask(PRINCIPAL, 'child.leave', { childId: C0, ...LEFT }).catch(() => undefined)
    await school.untilHit()
    await school.cloud.kill9()
    await call
    school = await givenSchool({ dataDir, now: '2026-09-01T10:05:00+08:00' })
    await school.tick()
    expect(await roll()).not.toContain(C0)
    expect(await line(noticeId, C0)).toMatchObject({ closed: { why: 'left' } })
  })
})
