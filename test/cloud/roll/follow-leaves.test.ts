// Decides that today's sums follow leave that is decided otherwise after a roll has counted it (L02, L04, L10).
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { countHere, takeRoll } from './given-roll'
import type { Input, Roll } from '@class-pact/core/contract'

const CHILDREN = 8
const DAY = '2026-09-01'
const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ now: `${DAY}T07:30:00+08:00`, children: CHILDREN })
})
afterEach(() => school.stop())

interface Stored {
  half: 'am' | 'pm'
  counts: Roll['counts']
  open: number
  version: number
  lines: Record<string, { mark: string; asks?: true }>
  trail: { action: string }[]
}
const stored = async (half = 'am') => (await school.stored<Stored>('rolls')).find((roll) => roll.half === half)
const ask = async (whole: Partial<Input<'leave.submit'>['span']> = {}) => {
  const span = { from: DAY, fromHalf: 'am', to: DAY, toHalf: 'pm', ...whole } as const
  return (await school.get(MOTHER, 'leave.submit', { childId: CHILD, kind: 'fever', span, proof: [] })).leaveId
}
const decide = (leaveId: string, approve: boolean) => school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve })
/** The next look of the clock. */
const look = async () => {
  await school.advance(60_000)
  await school.tick()
}
const sumsOnToday = async () =>
  (await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })) as {
    check?: { counts?: Roll['counts']; asks?: number }
  }
const sumsOfDay = async () => {
  const { classes, school: whole } = await school.get(PRINCIPAL, 'attendance.day', { schoolId: SCHOOL })
  return [classes.find(({ classId }) => classId === CLASS)?.am?.counts, whole.am.counts]
}
/** Wherever the sums are read, they are these, and they are the roster. */
const expectSums = async (expected: Partial<Roll['counts']>) => {
  const roll = await stored()
  expect(roll?.counts).toMatchObject(expected)
  expect(roll && countHere(roll.counts) + roll.counts.leave + roll.counts.absent).toBe(CHILDREN)
  expect((await sumsOnToday()).check?.counts).toMatchObject(expected)
  for (const counts of await sumsOfDay()) expect(counts).toMatchObject(expected)
}

test('L02 L04 given leave that waits when the roll is taken, when it is rejected, then the sums follow, and somebody is asked to look', async () => {
  const leaveId = await ask()
  await school.at(`${DAY}T08:00:00+08:00`)
  await takeRoll(school)
  await expectSums({ leave: 1, absent: 0 })
  await decide(leaveId, false)
  await look()
  await expectSums({ leave: 0, absent: 1, present: 7 })
  expect((await sumsOnToday()).check).toMatchObject({ asks: 1 })
  expect((await stored())?.lines[CHILD]).toMatchObject({ mark: 'absent', asks: true })
})

test('L03 given a rejection that is taken back, then the child is on leave again', async () => {
  const leaveId = await ask()
  await school.at(`${DAY}T08:00:00+08:00`)
  await takeRoll(school)
  await decide(leaveId, false)
  await school.tick()
  await expectSums({ leave: 0, absent: 1 })
  await school.get(HEAD_TEACHER, 'leave.undo', { leaveId })
  await look()
  await expectSums({ leave: 1, absent: 0 })
})

test('L03 given leave that waits, when the family takes it back, then the child is looked for by a hand', async () => {
  const leaveId = await ask()
  await school.at(`${DAY}T08:00:00+08:00`)
  await takeRoll(school)
  await school.get(MOTHER, 'leave.withdraw', { leaveId })
  await look()
  await expectSums({ leave: 0, absent: 1 })
})

test('L02 L05 given a child who is missing, when leave comes and is approved, then it is on leave, and the search is over', async () => {
  await school.at(`${DAY}T08:00:00+08:00`)
  await takeRoll(school, { [CHILD]: 'absent' })
  await expectSums({ leave: 0, absent: 1 })
  await decide(await ask(), true)
  await look()
  await expectSums({ leave: 1, absent: 0 })
  expect(await stored()).toMatchObject({ open: 0 })
})

test('L04 given a hand that has seen the child, then leave that goes changes no sum', async () => {
  const leaveId = await ask()
  await school.at(`${DAY}T08:00:00+08:00`)
  await takeRoll(school, { [CHILD]: 'late' })
  await school.get(MOTHER, 'leave.withdraw', { leaveId }).catch(() => undefined)
  await look()
  await expectSums({ late: 1, leave: 0, absent: 0 })
})

test('L03 given 销假 before noon, then the morning stays leave and the afternoon’s roll asks somebody to look', async () => {
  const leaveId = await ask()
  await decide(leaveId, true)
  await school.at(`${DAY}T08:00:00+08:00`)
  await takeRoll(school)
  await school.at(`${DAY}T13:50:00+08:00`)
  await takeRoll(school)
  expect((await stored('pm'))?.counts).toMatchObject({ leave: 1 })
  // As if the family had tapped it before noon and the network had kept it until now.
  await school.at(`${DAY}T11:50:00+08:00`)
  await school.get(MOTHER, 'leave.return', { leaveId })
  await school.at(`${DAY}T13:52:00+08:00`)
  await look()
  expect((await stored('am'))?.counts).toMatchObject({ leave: 1, absent: 0 })
  expect((await stored('pm'))?.counts).toMatchObject({ leave: 0, absent: 1 })
})

test('L04 given that nothing has changed, then looking again, also twice at once, writes nothing', async () => {
  const leaveId = await ask()
  await school.at(`${DAY}T08:00:00+08:00`)
  await takeRoll(school)
  await decide(leaveId, false)
  await school.advance(60_000)
  await school.tick(2)
  const after = await stored()
  expect(after?.trail.filter(({ action }) => action === 'roll.follow')).toHaveLength(1)
  await look()
  await look()
  expect(await stored()).toMatchObject({ version: after?.version })
})

test('L04 given a roll that hangs while it follows and a power cut, then the next look finishes it', async () => {
  const leaveId = await ask()
  await school.at(`${DAY}T08:00:00+08:00`)
  await takeRoll(school)
  await school.tick()
  await decide(leaveId, false)
  await school.advance(60_000)
  await school.cloud.control('faults.set', { target: 'database:modifyDocument:rolls', mode: 'hang' })
  const lost = school.tick().catch(() => undefined)
  await school.untilHit()
  await school.cloud.kill9()
  const again = await givenSchool({ dataDir: school.cloud.dataDir, now: `${DAY}T08:05:00+08:00` })
  await lost
  const before = school
  school = again
  await look()
  await expectSums({ leave: 0, absent: 1 })
  await before.stop()
})

test('L04 given a child who joins the class later, then it is not counted as seen in a roll it did not stand on', async () => {
  const leaveId = await ask()
  await school.at(`${DAY}T08:00:00+08:00`)
  await takeRoll(school)
  await school.get(HEAD_TEACHER, 'child.add', { classId: CLASS, name: '新同学', no: '41' })
  await decide(leaveId, false)
  await look()
  expect((await stored())?.counts).toMatchObject({ total: CHILDREN, absent: 1 })
})
