// Decides that a sign-off happens once, counts right, and tells nobody about another family's child.
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
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
import { aPng, uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const FATHER = fatherOf(CHILD)

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())

/** At most five posts a minute are allowed (C03). */
const publish = async (draft = anOuting()) => {
  await school.advance(61_000)
  return (await school.get(HEAD_TEACHER, 'notice.publish', draft)).noticeId
}
const sign = (who = MOTHER) => uploadAs(school, who, 'signature', aPng())
const signing = async (noticeId: string, changes: object = {}, who = MOTHER) => ({
  ...{ noticeId, classId: CLASS, childId: CHILD, version: 1, signature: await sign(who) },
  ...changes,
})
const countsOf = async (noticeId: string) =>
  (await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })).counts

test('N08 a guardian signs, and the board shows who, with the figures adding up', async () => {
  const noticeId = await publish()
  const signed = await school.get(MOTHER, 'slip.sign', await signing(noticeId))
  expect(signed).toMatchObject({ signer: `${childName(0)}妈妈`, first: true, late: false })
  const board = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
  expect(board.counts).toEqual({ total: 4, signed: 1, followed: 0, read: 0, missing: 3 })
  expect(board.rows.map(({ no, state }) => [no, state])).toEqual([
    ['1', 'signed'],
    ['2', 'not_reminded'],
    ['3', 'unbound'],
    ['4', 'not_reminded'],
  ])
  expect(JSON.stringify(board)).not.toContain(MOTHER)
})

test('N05 of two guardians who sign at once one signs, and the other is told that it is done', async () => {
  const noticeId = await publish()
  const both = await Promise.all(
    [MOTHER, FATHER].map(async (who) => school.get(who, 'slip.sign', await signing(noticeId, {}, who), newRequestId())),
  )
  expect(both.map(({ first }) => first).sort()).toEqual([false, true])
  expect(new Set(both.map(({ signer }) => signer)).size).toBe(1)
  expect((await countsOf(noticeId)).signed).toBe(1)
})

test('G18 the same signature sent again, because the answer was lost, is the same signature', async () => {
  const noticeId = await publish()
  const requestId = newRequestId()
  await school.cloud.control('faults.set', { target: 'database:modifyDocument', mode: 'lost', times: 1 })
  const input = await signing(noticeId)
  const lost = await school.ask(MOTHER, 'slip.sign', input, requestId)
  await school.cloud.control('faults.clear')
  const again = await school.get(MOTHER, 'slip.sign', input, requestId)
  expect(again.first).toBe(true)
  if (lost.ok) expect(lost.data).toEqual(again)
  expect((await countsOf(noticeId)).signed).toBe(1)
})

test.each(['none', 'read'] as const)(
  'N05 with the reply %s, opening marks read and asks nothing else',
  async (replyMode) => {
    const noticeId = await publish(aNotice({ replyMode }))
    const at = { noticeId, classId: CLASS, childId: CHILD }
    await school.get(MOTHER, 'slip.markRead', at)
    await school.get(FATHER, 'slip.markRead', at)
    expect(await countsOf(noticeId)).toMatchObject({ read: 1, signed: 0, missing: 4 })
    expect(await school.ask(MOTHER, 'slip.sign', await signing(noticeId))).toMatchObject({
      error: { code: 'REPLY_NOT_WANTED' },
    })
  },
)

test('N08 a notice that wants a signature takes no bare confirmation', async () => {
  const noticeId = await publish()
  const bare = await signing(noticeId, { signature: undefined })
  expect(await school.ask(MOTHER, 'slip.sign', bare)).toMatchObject({ error: { code: 'SIGNATURE_NEEDED' } })
  expect((await countsOf(noticeId)).signed).toBe(0)
})

test('N10 a signature after the deadline counts and is marked late', async () => {
  const deadline = Date.parse('2026-09-01T18:00:00+08:00')
  const noticeId = await publish(anOuting({ deadline }))
  await school.at('2026-09-01T18:00:01+08:00')
  expect(await school.get(MOTHER, 'slip.sign', await signing(noticeId))).toMatchObject({ first: true, late: true })
  await school.at('2026-09-02T10:00:00+08:00')
})

test('N11 a version that is not on the slip is not signed', async () => {
  const noticeId = await publish()
  expect(await school.ask(MOTHER, 'slip.sign', await signing(noticeId, { version: 2 }))).toMatchObject({
    error: { code: 'NOTICE_CHANGED' },
  })
})

test('N16 nobody signs, reads or marks for another family’s child', async () => {
  const noticeId = await publish()
  const other = motherOf(childId(CLASS, 1))
  for (const reply of [
    await school.ask(other, 'slip.sign', await signing(noticeId)),
    await school.ask(other, 'slip.markRead', { noticeId, classId: CLASS, childId: CHILD }),
    await school.ask(motherOf(childId('class-3-1', 0)), 'notice.read', { noticeId, classId: CLASS }),
  ]) {
    expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  }
  await school.get(MOTHER, 'slip.sign', await signing(noticeId))
  const seen = await school.get(other, 'notice.read', { noticeId, classId: CLASS })
  expect(JSON.stringify(seen)).not.toContain(childName(0))
  expect(seen.mine).toMatchObject([{ childId: childId(CLASS, 1), state: 'not_reminded' }])
})

test('M14 the board is for the author, the head teacher and the leaders; leaders only read', async () => {
  const { noticeId } = await school.get(TEACHER, 'notice.publish', anOuting())
  const at = { noticeId, classId: CLASS }
  expect((await school.get(TEACHER, 'board.read', at)).canAct).toBe(true)
  expect((await school.get(HEAD_TEACHER, 'board.read', at)).canAct).toBe(true)
  expect((await school.get(PRINCIPAL, 'board.read', at)).canAct).toBe(false)
  for (const stranger of [OTHER_HEAD_TEACHER, MOTHER]) {
    expect(await school.ask(stranger, 'board.read', at)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  expect(await school.ask(PRINCIPAL, 'slip.close', at)).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

describe('given children who were not reached', () => {
  const call = (noticeId: string, child: string, changes: object = {}) => ({
    ...{ noticeId, classId: CLASS, childId: child, way: 'phone' as const, told: '奶奶' },
    ...{ at: Date.parse('2026-09-01T10:00:00+08:00'), result: '已告知' },
    ...changes,
  })

  test('N06 N07 an important notice closes only when every child is signed or followed up', async () => {
    const noticeId = await publish()
    const at = { noticeId, classId: CLASS }
    await school.get(MOTHER, 'slip.sign', await signing(noticeId))
    expect(await school.ask(HEAD_TEACHER, 'slip.close', at)).toMatchObject({
      error: { code: 'NOT_ALL_REACHED', facts: { left: 3 } },
    })
    for (const index of [1, 2, 3])
      await school.get(HEAD_TEACHER, 'slip.followUp', call(noticeId, childId(CLASS, index)))
    const closed = await school.get(HEAD_TEACHER, 'slip.close', at)
    expect(closed).toMatchObject({ state: 'closed', counts: { total: 4, signed: 1, followed: 3, missing: 0 } })
    expect(
      await school.ask(
        motherOf(childId(CLASS, 1)),
        'slip.sign',
        await signing(noticeId, { childId: childId(CLASS, 1) }, motherOf(childId(CLASS, 1))),
      ),
    ).toMatchObject({ error: { code: 'NOTICE_STATE' } })
  })

  test('X04 a counter-entry takes a follow-up back and erases nothing', async () => {
    const noticeId = await publish()
    const child = childId(CLASS, 2)
    await school.get(HEAD_TEACHER, 'slip.followUp', call(noticeId, child))
    const board = await school.get(HEAD_TEACHER, 'slip.followUp', call(noticeId, child, { takesBack: true }))
    const row = board.rows.find((each) => each.childId === child)
    expect(row?.state).toBe('unbound')
    expect(row?.followUps.map(({ takesBack = false, by }) => [takesBack, by])).toEqual([
      [false, '语文王老师'],
      [true, '语文王老师'],
    ])
  })

  test('G18 the same follow-up sent twice is one follow-up', async () => {
    const noticeId = await publish()
    const requestId = newRequestId()
    const entry = call(noticeId, childId(CLASS, 2))
    await Promise.all([1, 2].map(() => school.ask(HEAD_TEACHER, 'slip.followUp', entry, requestId)))
    const board = await school.get(HEAD_TEACHER, 'slip.followUp', entry, requestId)
    expect(board.rows.find(({ no }) => no === '3')?.followUps).toHaveLength(1)
  })

  test('N05 a family may still sign after a call, and then counts as signed, not twice', async () => {
    const noticeId = await publish()
    await school.get(HEAD_TEACHER, 'slip.followUp', call(noticeId, CHILD))
    await school.get(MOTHER, 'slip.sign', await signing(noticeId))
    expect(await countsOf(noticeId)).toEqual({ total: 4, signed: 1, followed: 0, read: 0, missing: 3 })
  })
})

describe('given a withdrawal', () => {
  test('G18 a withdrawn notice takes no signature and shows no text', async () => {
    const noticeId = await publish()
    await school.get(HEAD_TEACHER, 'notice.withdraw', { noticeId, reason: '内容有误' })
    expect(await school.ask(MOTHER, 'slip.sign', await signing(noticeId))).toMatchObject({
      error: { code: 'NOTICE_STATE', facts: { state: 'withdrawn' } },
    })
    const seen = await school.get(MOTHER, 'notice.read', { noticeId, classId: CLASS })
    expect(seen).toMatchObject({ state: 'withdrawn', body: '', photos: [] })
    const today = await school.get(MOTHER, 'today.read', { identity: keyOf('guardian', CHILD) })
    expect(today.role === 'guardian' && today.unsigned.some((duty) => duty.noticeId === noticeId)).toBe(false)
  })

  test('M14 only its author or a leader takes a notice back', async () => {
    const noticeId = await publish()
    expect(await school.ask(TEACHER, 'notice.withdraw', { noticeId, reason: '内容有误' })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    expect((await school.ask(PRINCIPAL, 'notice.withdraw', { noticeId, reason: '内容有误' })).ok).toBe(true)
  })
})

test.each(['constructor', '__proto__', 'toString', `${CHILD}.followUps`])(
  'N06 N16 no child is called %s: nobody signs, reads or is followed up under that name',
  async (name) => {
    const noticeId = await publish()
    const line = { noticeId, classId: CLASS, childId: name }
    const called = { ...line, way: 'phone', told: '奶奶', at: Date.parse('2026-09-01T09:00:00+08:00') } as const
    for (const reply of [
      await school.ask(HEAD_TEACHER, 'slip.followUp', called),
      await school.ask(MOTHER, 'slip.sign', { ...line, version: 1, signature: await sign() }),
      await school.ask(MOTHER, 'slip.markRead', line),
    ]) {
      expect(reply).toMatchObject({ error: { code: 'FORBIDDEN' } })
    }
    expect(await countsOf(noticeId)).toEqual({ total: 4, signed: 0, followed: 0, read: 0, missing: 4 })
  },
)
