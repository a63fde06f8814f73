// Decides that a saved roll adds up to the roster, that a child without leave is 未到, and who may take it (L02, L04).
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  childName,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { codeOf, countHere, fromRoll, takeRoll } from './given-roll'

const CHILDREN = 8
const C = Array.from({ length: CHILDREN }, (_, index) => childId(CLASS, index)) as [string, ...string[]]
const [C0, C1 = '', , C3 = '', , , C6 = ''] = C
const DAY = '2026-09-01'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ now: `${DAY}T07:30:00+08:00`, children: CHILDREN })
})
afterEach(() => school.stop())

const read = (by = HEAD_TEACHER, classId = CLASS) => school.get(by, 'roll.read', { classId })
const askLeave = async (child: string, approve: boolean, kind: 'fever' | 'personal' = 'fever') => {
  const span = { from: DAY, fromHalf: 'am', to: DAY, toHalf: 'pm' } as const
  const reason = kind === 'personal' ? { reason: '家里有事' } : {}
  const { leaveId } = await school.get(motherOf(child), 'leave.submit', {
    ...{ childId: child, kind, span, proof: [], ...reason },
  })
  if (approve) await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve })
  return leaveId
}
const lineOf = ({ lines }: { lines: { childId: string }[] }, child: string) =>
  lines.find((line) => line.childId === child)

describe('given a school morning', () => {
  test('L04 given 08:00 and leave that waits, is approved, and one child missing, when the check is saved, then present, leave and absent are the roster', async () => {
    await askLeave(C0, true)
    await askLeave(C3, false, 'personal')
    await school.at(`${DAY}T08:00:00+08:00`)
    const before = await read()
    expect(before).toMatchObject({ half: 'am', dueAt: '08:00', counts: { total: 8, present: 6, leave: 2, absent: 0 } })
    expect(before).not.toHaveProperty('takenAt')
    expect(before.lines.map(({ no }) => no)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(lineOf(before, C3)).toMatchObject({ mark: 'leave', leave: { kind: 'personal', pending: true } })

    const saved = await takeRoll(school, { [C1]: 'late', [C6]: 'absent' })
    expect(saved).toMatchObject({ takenBy: '语文王老师' })
    expect(saved.takenAt).toBeGreaterThanOrEqual(before.now)
    const { counts } = saved
    expect(counts).toEqual({ total: 8, present: 4, late: 1, early: 0, leave: 2, absent: 1 })
    expect(countHere(counts) + counts.leave + counts.absent).toBe(CHILDREN)
    expect(await read()).toMatchObject({ counts, lines: saved.lines })
    expect(await school.stored('rolls')).toMatchObject([
      { _id: `${CLASS}:${DAY}:am`, counts, open: 1, version: 1, duty: { kind: 'tell' } },
    ])
  })

  test('L02 given a child absent without leave, then the day says 未到 of it; with leave that comes afterwards it is on leave', async () => {
    await school.at(`${DAY}T08:00:00+08:00`)
    const saved = await takeRoll(school, { [C3]: 'absent' })
    expect(lineOf(saved, C3)).toMatchObject({ mark: 'absent', at: saved.takenAt })
    expect(saved.contacts).toMatchObject([{ childId: C3, why: 'absent', since: saved.takenAt }])
    const leaveId = await askLeave(C3, false)
    expect(lineOf(await read(), C3)).toMatchObject({ mark: 'leave', leave: { leaveId, pending: true } })
    const again = await takeRoll(school)
    expect(again.counts).toMatchObject({ leave: 1, absent: 0, total: 8 })
  })

  test('L02 given leave that the roll has counted is rejected, then the child is not silently here: the line asks, and adds up', async () => {
    const leaveId = await askLeave(C0, false)
    await school.at(`${DAY}T08:00:00+08:00`)
    await takeRoll(school)
    await school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: false, words: '请电话说明' })
    const asking = await read()
    expect(lineOf(asking, C0)).toMatchObject({ mark: 'absent', asks: true })
    expect(asking.counts).toEqual({ total: 8, present: 7, late: 0, early: 0, leave: 0, absent: 1 })
    expect(asking.contacts).toEqual([])
    // A save that says nothing of the child leaves the question open, and 今天 asks it.
    await takeRoll(school)
    const identity = keyOf('head_teacher', CLASS)
    expect(await school.get(HEAD_TEACHER, 'today.read', { identity })).toMatchObject({
      check: { half: 'am', asks: 1, counts: { absent: 1 } },
    })
    const seen = await takeRoll(school, { [C0]: 'absent' })
    expect(lineOf(seen, C0)).not.toHaveProperty('asks')
    expect(seen.contacts).toMatchObject([{ childId: C0, why: 'absent' }])
  })

  test('L04 what was seen of a child stands in its line; a remark is one of fifty characters', async () => {
    const roll = await read()
    const seen = { childId: C0, mark: 'present' as const, at: roll.now, symptoms: ['fever' as const], remark: '没精神' }
    const saved = await school.get(HEAD_TEACHER, 'roll.save', { ...fromRoll(roll), marks: [seen] })
    expect(lineOf(saved, C0)).toMatchObject({ mark: 'present', symptoms: ['fever'], remark: '没精神' })
    const long = { ...seen, remark: '长'.repeat(51) }
    expect(await school.ask(HEAD_TEACHER, 'roll.save', { ...fromRoll(roll), marks: [long] })).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'marks.0.remark' },
    })
  })

  test('L04 given a roster that has changed since the page was read, then nothing is saved, and the page reads again', async () => {
    const roll = await read()
    await school.get(HEAD_TEACHER, 'child.add', { classId: CLASS, name: '新来的', no: '9' })
    expect(await school.ask(HEAD_TEACHER, 'roll.save', fromRoll(roll))).toMatchObject({
      error: { code: 'ROLL_CHANGED', field: 'children' },
    })
    expect(await school.stored('rolls')).toEqual([])
    expect((await takeRoll(school)).counts).toMatchObject({ total: 9, present: 9 })
  })

  test('L04 given a mark for a child that the page did not show, then the field is named', async () => {
    const roll = fromRoll(await read(), { [childId(OTHER_CLASS, 0)]: 'absent' })
    expect(await school.ask(HEAD_TEACHER, 'roll.save', roll)).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'marks.0.childId' },
    })
  })

  test('L04 L10 a saved roll is corrected the same day: who came late, who left early', async () => {
    await takeRoll(school, { [C6]: 'absent' })
    await school.at(`${DAY}T08:20:00+08:00`)
    const came = await takeRoll(school, { [C6]: 'late' })
    expect(came.counts).toMatchObject({ late: 1, absent: 0, total: 8 })
    expect(came.contacts[0]?.closed).toMatchObject({ how: 'arrived' })
    await school.at(`${DAY}T11:00:00+08:00`)
    const left = await takeRoll(school, { [C1]: 'early' })
    expect(left.counts).toMatchObject({ late: 1, early: 1, present: 6 })
  })

  test('L05 午检 is not taken before noon; whoever was away in the morning is away until a hand says otherwise', async () => {
    await takeRoll(school, { [C6]: 'absent' })
    const afternoon = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS, half: 'pm' })
    expect(afternoon).toMatchObject({ half: 'pm', dueAt: '14:00', counts: { absent: 1, present: 7 } })
    expect(codeOf(await school.ask(HEAD_TEACHER, 'roll.save', fromRoll(afternoon)))).toBe('ROLL_DAY')
    await school.at(`${DAY}T14:00:00+08:00`)
    const saved = await takeRoll(school)
    expect(saved).toMatchObject({ half: 'pm', counts: { absent: 1 }, contacts: [] })
    expect((await takeRoll(school, { [C6]: 'present' })).counts).toMatchObject({ absent: 0, present: 8 })
  })

  test('L04 given a rest day, then the page says so and nothing is saved', async () => {
    await school.at('2026-09-05T08:00:00+08:00')
    const roll = await read()
    expect(roll.rest).toBe(true)
    expect(await school.ask(HEAD_TEACHER, 'roll.save', fromRoll(roll))).toMatchObject({ error: { code: 'ROLL_REST' } })
    expect(await school.stored('rolls')).toEqual([])
    const identity = keyOf('head_teacher', CLASS)
    expect(await school.get(HEAD_TEACHER, 'today.read', { identity })).not.toHaveProperty('check')
  })

  test('L04 only who leads the class or the school, or stands in, takes and reads it; the others learn nothing', async () => {
    const { staff } = await school.get(HEAD_TEACHER, 'standin.read', { classId: CLASS })
    const ref = staff.find(({ card }) => card.includes('李'))?.ref ?? ''
    const roll = fromRoll(await read())
    const nobody = { error: { code: 'FORBIDDEN' } }
    for (const by of [TEACHER, OTHER_HEAD_TEACHER, motherOf(C0), 'o-stranger']) {
      const code = by === 'o-stranger' ? { ok: false } : nobody
      expect(await school.ask(by, 'roll.read', { classId: CLASS })).toMatchObject(code)
      expect(await school.ask(by, 'roll.save', roll)).toMatchObject(code)
    }
    expect(await school.stored('rolls')).toEqual([])
    await school.get(HEAD_TEACHER, 'standin.set', { classId: CLASS, ref, from: DAY, to: DAY })
    for (const by of [TEACHER, PRINCIPAL, OFFICE]) expect(codeOf(await school.ask(by, 'roll.save', roll))).toBe('ok')
    await school.at('2026-09-02T08:00:00+08:00')
    expect(await school.ask(TEACHER, 'roll.read', { classId: CLASS })).toMatchObject(nobody)
  })
})

test('L04 a school whose pact does not hold yet takes its rolls, and looks for the missing by our own half hour', async () => {
  const early = await givenSchool({ now: '2026-06-30T08:00:00+08:00', children: CHILDREN })
  const [contact] = (await takeRoll(early, { [C6]: 'absent' })).contacts
  expect((contact?.dueAt ?? 0) - (contact?.since ?? 0)).toBe(30 * 60_000)
  await early.stop()
})

describe('given 今天 of whoever takes the roll', () => {
  const identity = keyOf('head_teacher', CLASS)
  const check = async (by = HEAD_TEACHER, key = identity) => {
    const today = await school.get(by, 'today.read', { identity: key })
    return 'check' in today ? today.check : undefined
  }

  test('L04 the check stands there from an hour before it is due, prefilled, then saved; the afternoon’s likewise', async () => {
    await askLeave(C0, true)
    await school.at(`${DAY}T07:00:00+08:00`).catch(() => undefined)
    expect(await check()).toEqual({ half: 'am', dueAt: '08:00', onLeave: 1 })
    await takeRoll(school, { [C6]: 'absent' })
    expect(await check()).toMatchObject({ half: 'am', counts: { total: 8, present: 6, leave: 1, absent: 1 } })
    await school.at(`${DAY}T12:59:00+08:00`)
    expect(await check()).toMatchObject({ half: 'am' })
    await school.at(`${DAY}T13:00:00+08:00`)
    expect(await check()).toEqual({ half: 'pm', dueAt: '14:00', onLeave: 1 })
    await school.at('2026-09-02T06:59:00+08:00')
    expect(await check()).toBeUndefined()
  })

  test('L04 a stand-in sees it too, a subject teacher does not', async () => {
    expect(await check(TEACHER, keyOf('teacher', CLASS))).toBeUndefined()
    const { staff } = await school.get(HEAD_TEACHER, 'standin.read', { classId: CLASS })
    const ref = staff.find(({ card }) => card.includes('李'))?.ref ?? ''
    await school.get(HEAD_TEACHER, 'standin.set', { classId: CLASS, ref, from: DAY, to: DAY })
    expect(await check(TEACHER, keyOf('stand_in', CLASS))).toMatchObject({ half: 'am', onLeave: 0 })
  })
})

describe('given children who come and go', () => {
  test('L12 given a child who leaves from today after the roll was saved, then it stands on no roll and in no sum, and nobody looks for it', async () => {
    await takeRoll(school, { [C6]: 'absent' })
    await school.get(PRINCIPAL, 'child.leave', { childId: C6, cause: 'transferred', from: DAY })
    await school.tick()
    expect(await school.stored('rolls')).toMatchObject([
      { counts: { total: 7, present: 7, absent: 0 }, open: 0, contacts: { [C6]: { closed: { how: 'corrected' } } } },
    ])
    const [stored] = await school.stored<{ lines: object }>('rolls')
    expect(Object.keys(stored?.lines ?? {})).not.toContain(C6)
    expect((await takeRoll(school)).counts).toMatchObject({ total: 7, absent: 0 })
  })

  test('L12 given a child who leaves from tomorrow, then today’s roll keeps it', async () => {
    await takeRoll(school, { [C6]: 'absent' })
    await school.get(PRINCIPAL, 'child.leave', { childId: C6, cause: 'transferred', from: '2026-09-02' })
    await school.tick()
    expect(await school.stored('rolls')).toMatchObject([{ counts: { total: 8, absent: 1 }, open: 1 }])
    await school.at('2026-09-02T08:00:00+08:00')
    await school.tick()
    expect((await read()).counts).toMatchObject({ total: 7 })
    expect((await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS, day: DAY })).counts).toMatchObject({
      total: 8,
    })
  })

  test('M19 given a child who moves at noon, then the morning stays as it was, and the afternoon counts it where it is', async () => {
    await takeRoll(school)
    await school.get(PRINCIPAL, 'child.move', { childId: C6, toClassId: OTHER_CLASS })
    await school.at(`${DAY}T14:00:00+08:00`)
    const old = await takeRoll(school)
    const now = await takeRoll(school, {}, { by: OTHER_HEAD_TEACHER, classId: OTHER_CLASS })
    expect([old.counts.total, now.counts.total]).toEqual([7, 9])
    const morning = (await school.stored<{ _id: string; counts: object }>('rolls')).find(({ _id }) =>
      _id.endsWith(':am'),
    )
    expect(morning?.counts).toMatchObject({ total: 8 })
  })
})

test('L04 names of children are those of the roster', async () => {
  expect((await read()).lines[0]).toMatchObject({ no: '1', name: childName(0) })
  expect((await read()).schoolId).toBe(SCHOOL)
})
