// Decides that a power cut while one leave takes another's place loses no half day and counts none twice (L03, X06).
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { fromRoll } from '../roll/given-roll'
import type { Input, LeaveState } from '@class-pact/core/contract'

const CHILD = childId(CLASS, 0)
const [MOTHER, FATHER] = [motherOf(CHILD), fatherOf(CHILD)]

let school: GivenSchool
let before: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
  before = school
})
afterEach(async () => {
  if (before !== school) await before.stop()
  await school.stop()
})

interface Stored {
  _id: string
  state: LeaveState
  slots: string[]
  days: number
  wants?: string[]
  replacedBy?: string
}
type Leave = Input<'leave.submit'>
const aLeave = (from: string, to: string, more: Partial<Leave> = {}): Leave => ({
  ...{ childId: CHILD, kind: 'sick', proof: [], span: { from, fromHalf: 'am', to, toHalf: 'pm' } },
  ...more,
})
const submit = async (...leave: Parameters<typeof aLeave>) =>
  (await school.get(MOTHER, 'leave.submit', aLeave(...leave))).leaveId
const decide = (leaveId: string, approve = true) => school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve })
const one = async (id: string) => (await school.stored<Stored>('leaves')).find(({ _id }) => _id === id)
/** Half days that count, of all leaves of the child. */
const counting = async () =>
  (await school.stored<Stored>('leaves'))
    .filter(({ state }) => ['pending', 'approved', 'returned'].includes(state))
    .flatMap(({ slots }) => slots.filter((slot) => slot.startsWith(`${CHILD}:`)))
    .map((slot) => slot.slice(CHILD.length + 1))
    .sort()
const wholeDays = (...days: string[]) => days.flatMap((day) => [`${day}:am`, `${day}:pm`])
/** The process ends as by a power cut, and another begins with what it has kept, when the lease of the first is over. */
const restart = async () => {
  await school.cloud.kill9()
  school = await givenSchool({ dataDir: before.cloud.dataDir, now: '2026-09-01T10:05:00+08:00' })
}
/** An approved leave of three days, and a change to the last of them and one more, approved as well. */
const approvedChange = async () => {
  const old = await submit('2026-09-02', '2026-09-04')
  await decide(old)
  await school.advance(11_000)
  await school.tick()
  const change = await submit('2026-09-04', '2026-09-07', { replaces: old })
  await decide(change)
  await school.advance(11_000)
  return { old, change }
}

test.each([
  ['before the old one ends', 1],
  ['between the two', 2],
  ['after both, before the duty is struck', 3],
] as const)(
  'L03 given the process dies %s, then the next run finishes it, and each half day counts once',
  async (_when, after) => {
    const { old, change } = await approvedChange()
    await school.cloud.control('faults.set', { target: 'database:modifyDocument:leaves', mode: 'hang', after })
    const lost = school.tick().catch(() => undefined)
    await school.untilHit()
    await restart()
    await lost
    const halves = await counting()
    expect(new Set(halves).size).toBe(halves.length)
    // Nobody slips in, also while a half day is held by neither.
    expect(await school.ask(FATHER, 'leave.submit', aLeave('2026-09-04', '2026-09-04'))).toMatchObject({
      error: { code: 'LEAVE_OVERLAP' },
    })
    await school.tick(2)
    expect(await one(old)).toMatchObject({ state: 'withdrawn', replacedBy: change, slots: [`free:${old}`] })
    expect(await one(change)).toMatchObject({ state: 'approved', days: 2 })
    expect(await one(change)).not.toHaveProperty('wants')
    expect(await counting()).toEqual(wholeDays('2026-09-04', '2026-09-07'))
  },
)

describe('given an approved leave and a change of it that still waits', () => {
  const pendingChange = async () => {
    const old = await submit('2026-09-02', '2026-09-03')
    await decide(old)
    await school.advance(11_000)
    await school.tick()
    return { old, change: await submit('2026-09-03', '2026-09-04', { replaces: old }) }
  }

  test('L03 when the family takes the old one back, then the change holds all it asks for, and the roll sees the child on leave', async () => {
    const { old, change } = await pendingChange()
    await school.get(MOTHER, 'leave.withdraw', { leaveId: old })
    expect(await school.ask(FATHER, 'leave.submit', aLeave('2026-09-03', '2026-09-03'))).toMatchObject({
      error: { code: 'LEAVE_OVERLAP', facts: { leaveId: change } },
    })
    await school.tick(2)
    expect(await counting()).toEqual(wholeDays('2026-09-03', '2026-09-04'))
    await school.at('2026-09-03T07:50:00+08:00')
    const roll = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS })
    expect(roll.lines.find((line) => line.childId === CHILD)).toMatchObject({ mark: 'leave', leave: { pending: true } })
    await decide(change)
    await school.advance(11_000)
    await school.tick(2)
    expect(await one(change)).toMatchObject({ state: 'approved', days: 2 })
    expect(await counting()).toEqual(wholeDays('2026-09-03', '2026-09-04'))
  })

  test('L03 when a roll has seen the child, then the old leave ends and the change keeps what it asks for', async () => {
    const { old, change } = await pendingChange()
    await school.at('2026-09-02T08:00:00+08:00')
    const roll = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS })
    await school.get(HEAD_TEACHER, 'roll.save', fromRoll(roll, { [CHILD]: 'present' }))
    await school.tick(2)
    await school.tick(2)
    expect(await one(old)).toMatchObject({ state: 'returned' })
    expect(await one(change)).toMatchObject({ state: 'pending' })
    expect(await counting()).toEqual(wholeDays('2026-09-03', '2026-09-04'))
  })

  test('L03 when it is withdrawn and the process dies before the change has what was freed, then the next run gives it', async () => {
    const { old } = await pendingChange()
    await school.get(MOTHER, 'leave.withdraw', { leaveId: old })
    await school.cloud.control('faults.set', { target: 'database:modifyDocument:leaves', mode: 'hang', after: 1 })
    const lost = school.tick().catch(() => undefined)
    await school.untilHit()
    await restart()
    await lost
    await school.tick(2)
    expect(await counting()).toEqual(wholeDays('2026-09-03', '2026-09-04'))
  })

  test('L03 when it is rejected, then the old one stands as it was', async () => {
    const { old, change } = await pendingChange()
    await decide(change, false)
    await school.advance(11_000)
    await school.tick(2)
    expect(await one(old)).toMatchObject({ state: 'approved' })
    expect(await counting()).toEqual(wholeDays('2026-09-02', '2026-09-03'))
  })
})

test('L03 given a leave that waits is rejected while its change waits, then the change has its half days when that is final', async () => {
  await school.at(MORNING)
  const old = await submit('2026-09-02', '2026-09-03')
  const change = await submit('2026-09-03', '2026-09-04', { replaces: old })
  await decide(old, false)
  await school.advance(11_000)
  await school.tick(2)
  expect(await counting()).toEqual(wholeDays('2026-09-03', '2026-09-04'))
  expect(await one(change)).toMatchObject({ state: 'pending', days: 2 })
})
