// Proves that a promotion meets what happens at the same moment, and power cuts, and ends complete (L13).
import type { Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  anOuting,
  childId,
  motherOf,
  type GivenSchool,
} from '../given-school'
import {
  AFTER,
  AUGUST,
  BEFORE,
  CLASS_IDS,
  SIXTH,
  SIXTH_HEAD,
  YEAR,
  givenGrades,
  names,
  preview,
  promote,
  standing,
  undo,
  type ChildRow,
} from './given-grades'

/** Beside other work a cloud starts slowly. */
const LONG_MS = 240_000
const UPDATE = 'database:modifyDocument:classes'
const DEADLINE = Date.parse('2026-08-28T18:00:00+08:00')
const outingOf = (classId: string) =>
  anOuting({
    audience: { to: 'classes', classIds: [classId] },
    deadline: DEADLINE,
    event: { day: '2026-08-30', place: '植物园' },
  })

let school: GivenSchool
beforeEach(async () => {
  school = await givenGrades()
})
afterEach(() => school.stop())

const planned = async (): Promise<Input<'year.run'>> => {
  const { year, plan } = await preview(school)
  return { schoolId: SCHOOL, year, digest: plan?.digest ?? '' }
}
const takeBack = { schoolId: SCHOOL, year: YEAR }
/** Holds the next call of this kind back until it is let go. */
const holdBack = (target: string, after = 0) =>
  school.cloud.control('faults.set', { target, mode: 'wait', times: 1, ...(after && { after }) })
const letGo = () => school.cloud.control('faults.clear')
const runOf = async () => (await school.stored<{ state: string; done: number; duty?: object }>('years'))[0]

describe('given a promotion that has begun', () => {
  test('L13 a family that joins at that moment sits beside its child in the class as it is called now', async () => {
    const child = childId(CLASS, 2)
    const invitation = { purpose: 'child', classId: CLASS, childId: child } as const
    const { token } = await school.get(HEAD_TEACHER, 'invitation.create', invitation)
    const input = await planned()
    await holdBack(UPDATE, 3)
    const running = school.ask(PRINCIPAL, 'year.run', input)
    await school.untilHit()
    const joined = await school.ask('o-late', 'join.guardian', { token, consent: true, relation: 'mother' })
    await letGo()
    expect([joined.ok, (await running).ok]).toEqual([true, true])
    const { identities } = await school.get('o-late', 'session.read', {})
    expect(identities).toMatchObject([{ role: 'guardian', className: '四（2）班', childId: child }])
    const rows = await school.stored<ChildRow>('children')
    expect(rows.find(({ _id }) => _id === child)?.guardians.map(({ openid }) => openid)).toEqual(['o-late'])
  })

  test('L13 a leave and a sign-off of that moment stay, and stay with the child', async () => {
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', outingOf(CLASS))
    const child = childId(CLASS, 0)
    const span = { from: '2026-08-27', fromHalf: 'am', to: '2026-08-27', toHalf: 'pm' } as const
    const sign = { noticeId, classId: CLASS, childId: child, version: 1, typedName: '王芳' }
    const input = await planned()
    const replies = await Promise.all([
      school.ask(PRINCIPAL, 'year.run', input),
      school.ask(motherOf(child), 'slip.sign', sign),
      school.ask(motherOf(child), 'leave.submit', { childId: child, kind: 'fever', span, proof: [] }),
    ])
    // Whoever is asked to confirm their card first has been told so, and has lost nothing (M10).
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))
    expect(codes.every((code) => code === 'ok' || code === 'CARD_NEEDED')).toBe(true)
    expect(await names(school)).toEqual(AFTER)
    const signed = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
    expect(signed.counts.signed).toBe(codes[1] === 'ok' ? 1 : 0)
    const { leaves } = await school.get(HEAD_TEACHER, 'leave.list', { of: 'class', classId: CLASS })
    expect(leaves.length).toBe(codes[2] === 'ok' ? 1 : 0)
  })

  test('L13 a notice that reaches a class at the moment it graduates waits for nobody afterwards', async () => {
    const input = await planned()
    await holdBack('database:insertDocument:slips')
    const publishing = school.ask(SIXTH_HEAD, 'notice.publish', outingOf(SIXTH))
    await school.untilHit()
    await school.get(PRINCIPAL, 'year.run', input)
    await letGo()
    expect((await publishing).ok).toBe(true)
    expect(await school.stored('slips')).toMatchObject([{ classId: SIXTH, state: 'running' }])
    await school.advance(120_000)
    await school.tick()
    expect(await school.stored('slips')).toMatchObject([{ classId: SIXTH, state: 'closed', graduated: YEAR }])
    expect((await runOf())?.duty).toBeUndefined()
  })

  test('L13 one worker that was held back for long changes nothing that has been undone meanwhile', async () => {
    const input = await planned()
    await holdBack(UPDATE, 5)
    const late = school.ask(OFFICE, 'year.run', input)
    await school.untilHit()
    await school.get(PRINCIPAL, 'year.run', input)
    await undo(school)
    expect(await names(school)).toEqual(BEFORE)
    await letGo()
    await late
    expect(await names(school)).toEqual(BEFORE)
    expect((await runOf())?.state).toBe('undone')
  })
})

describe('given a promotion that is done', () => {
  test('L13 a notice that was under way when it was undone counts: everything goes up again', async () => {
    await promote(school)
    await school.advance(1_000)
    await holdBack('database:insertDocument:notices')
    const publishing = school.ask(HEAD_TEACHER, 'notice.publish', aNotice())
    await school.untilHit()
    await school.advance(1_000)
    await undo(school)
    expect(await names(school)).toEqual(BEFORE)
    await letGo()
    expect((await publishing).ok).toBe(true)
    await school.advance(120_000)
    await school.tick()
    await school.advance(120_000)
    await school.tick()
    expect(await names(school)).toEqual(AFTER)
    expect(await runOf()).toMatchObject({ state: 'done' })
    expect(await school.ask(PRINCIPAL, 'year.undo', takeBack)).toMatchObject({ error: { code: 'YEAR_BEGUN' } })
  })

  test('L13 a notice published after it was undone is one of the old year, and changes nothing', async () => {
    await promote(school)
    await undo(school)
    await school.advance(1_000)
    await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    await school.advance(120_000)
    await school.tick()
    expect(await names(school)).toEqual(BEFORE)
    expect(await runOf()).toMatchObject({ state: 'undone' })
  })

  test('L13 two offices that undo at once, and one that publishes: one of the two holds, whole', async () => {
    await promote(school)
    await school.advance(1_000)
    const [one, other, published] = await Promise.all([
      school.ask(PRINCIPAL, 'year.undo', takeBack),
      school.ask(OFFICE, 'year.undo', takeBack),
      school.ask(HEAD_TEACHER, 'notice.publish', aNotice()),
    ])
    expect(published.ok).toBe(true)
    await school.advance(120_000)
    await school.tick()
    await school.advance(120_000)
    await school.tick()
    const run = await runOf()
    expect(await names(school)).toEqual(run?.state === 'done' ? AFTER : BEFORE)
    expect(['done', 'undone']).toContain(run?.state)
    // Whoever was told that it is undone was told the truth, unless the notice had gone out before.
    expect(one.ok || other.ok || run?.state === 'done').toBe(true)
  })
})

describe('given a power cut', () => {
  const reopen = async (dataDir: string) => {
    const now = new Date(Date.parse(AUGUST) + 600_000).toISOString()
    return givenGrades({ dataDir, now })
  }
  /** The clock alone, as long as something is due. */
  const settle = async () => {
    for (let round = 0; round < 4; round++) {
      await school.tick()
      await school.advance(120_000)
    }
  }

  test.each([
    ['before the first class', UPDATE, 0],
    ['between a class and its children', 'database:modifyDocument:children', 1],
    ['in the middle', UPDATE, 4],
    ['after a class, before it is counted', 'database:modifyDocument:years', 3],
    ['at the very end', 'database:modifyDocument:years', CLASS_IDS.length],
  ])(
    'L13 a promotion that dies %s is completed by the clock alone',
    async (_when, target, after) => {
      const { noticeId } = await school.get(SIXTH_HEAD, 'notice.publish', outingOf(SIXTH))
      const input = await planned()
      await holdBack(target, after)
      const running = school.ask(PRINCIPAL, 'year.run', input).catch(() => undefined)
      await school.untilHit()
      const { dataDir } = school.cloud
      await school.cloud.kill9()
      await running
      school = await reopen(dataDir)
      await settle()
      expect(await names(school)).toEqual(AFTER)
      expect(await runOf()).toMatchObject({ state: 'done', done: CLASS_IDS.length })
      expect((await runOf())?.duty).toBeUndefined()
      const children = await school.stored<ChildRow>('children')
      const told = children.map(({ classId, cardsFrom, graduated }) =>
        AFTER[classId]?.startsWith('2026届') ? graduated === YEAR : (cardsFrom ?? 0) > 0,
      )
      expect(told).not.toContain(false)
      const slips = await school.stored<{ noticeId: string; state: string }>('slips')
      expect(slips).toMatchObject([{ noticeId, state: 'closed' }])
    },
    LONG_MS,
  )

  test.each([
    ['in the middle', UPDATE, 3],
    ['at the very end', 'database:modifyDocument:years', CLASS_IDS.length + 1],
  ])(
    'L13 an undoing that dies %s is completed by the clock alone',
    async (_when, target, after) => {
      const before = await standing(school)
      await promote(school)
      await holdBack(target, after)
      const undoing = school.ask(PRINCIPAL, 'year.undo', takeBack).catch(() => undefined)
      await school.untilHit()
      const { dataDir } = school.cloud
      await school.cloud.kill9()
      await undoing
      school = await reopen(dataDir)
      await settle()
      expect(await standing(school)).toEqual(before)
      expect(await runOf()).toMatchObject({ state: 'undone' })
    },
    LONG_MS,
  )
})
