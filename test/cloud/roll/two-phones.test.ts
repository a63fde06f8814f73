// Decides that two phones at once, a repeat and a late roll end as one in which nobody is lost (L04, L05).
import type { Mark } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, PRINCIPAL, childId, givenSchool, newRequestId, type GivenSchool } from '../given-school'
import { codeOf, countHere, fromRoll, takeRoll } from './given-roll'

const CHILDREN = 80
const ROUNDS = 20
const MARKS: Mark[] = ['absent', 'late', 'early', 'present']
const DAY = '2026-09-01'
const at = (clock: string) => Date.parse(`${DAY}T${clock}+08:00`)
const C = (index: number) => childId(CLASS, index)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ now: `${DAY}T08:00:00+08:00`, children: CHILDREN })
})
afterEach(() => school.stop())

const read = () => school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS })

test('L04 given two phones that save at once, twenty times, with different marks, then it is one roll that adds up to the eighty of the roster, and no 未到 is lost', async () => {
  const roll = await read()
  const said = new Map<string, Mark>()
  for (let round = 0; round < ROUNDS; round++) {
    const mine = { [C(round * 4)]: 'absent', [C(round * 4 + 1)]: MARKS[round % 4] ?? 'late' } as const
    const theirs = { [C(round * 4 + 2)]: 'absent', [C(round * 4 + 3)]: MARKS[(round + 1) % 4] ?? 'late' } as const
    for (const [child, mark] of Object.entries({ ...mine, ...theirs })) said.set(child, mark)
    const replies = await Promise.all([
      school.ask(HEAD_TEACHER, 'roll.save', fromRoll(roll, mine)),
      school.ask(PRINCIPAL, 'roll.save', fromRoll(roll, theirs)),
    ])
    expect(replies.map(codeOf)).toEqual(['ok', 'ok'])
  }
  const { lines, counts, contacts } = await read()
  expect(new Map(lines.map(({ childId: child, mark }) => [child, mark]))).toEqual(said)
  expect(countHere(counts) + counts.leave + counts.absent).toBe(CHILDREN)
  const absent = [...said].filter(([, mark]) => mark === 'absent').map(([child]) => child)
  expect(
    contacts
      .filter(({ closed }) => !closed)
      .map(({ childId: child }) => child)
      .sort(),
  ).toEqual(absent.sort())
  expect(await school.stored('rolls')).toMatchObject([{ version: 2 * ROUNDS, counts, open: absent.length }])
})

test('L04 given the same call twice, also at once, then it happened once', async () => {
  const roll = fromRoll(await read(), { [C(0)]: 'absent' })
  const requestId = newRequestId()
  const replies = await Promise.all([1, 2, 3].map(() => school.ask(HEAD_TEACHER, 'roll.save', roll, requestId)))
  expect(replies.map(codeOf)).toEqual(['ok', 'ok', 'ok'])
  expect(await school.stored('rolls')).toMatchObject([{ version: 1, open: 1 }])
  // The same intent with other words is no repeat.
  const other = { ...roll, marks: [] }
  expect(codeOf(await school.ask(HEAD_TEACHER, 'roll.save', other, requestId))).toBe('REQUEST_REUSED')
})

describe('given a roll that was taken without a network', () => {
  test('L05 when it arrives after a newer one, then the later hand stands, and what only the older one saw is not lost', async () => {
    const roll = await read()
    // At 8:01 a phone without a network saw two missing; at 8:05 another saw that one of them had come.
    const older = fromRoll(roll, { [C(1)]: 'absent', [C(2)]: 'absent' }, at('08:01:00'))
    await school.at(`${DAY}T08:05:00+08:00`)
    const newer = await takeRoll(school, { [C(1)]: 'late', [C(3)]: 'absent' })
    await school.at(`${DAY}T08:20:00+08:00`)
    const both = await school.get(PRINCIPAL, 'roll.save', older)
    const marks = Object.fromEntries(both.lines.map(({ childId: child, mark }) => [child, mark]))
    expect(marks).toMatchObject({ [C(1)]: 'late', [C(2)]: 'absent', [C(3)]: 'absent' })
    expect(both.counts).toMatchObject({ total: CHILDREN, late: 1, absent: 2 })
    // Who took it last, truly.
    expect(both).toMatchObject({ takenAt: newer.takenAt, takenBy: newer.takenBy })
    // The search for the child runs from the true time, not from when the network came back.
    expect(both.contacts.map(({ childId: child, since }) => [child, since])).toEqual([
      [C(2), at('08:01:00')],
      [C(3), newer.takenAt],
    ])
  })

  test('L04 when it arrives before the newer one, then the end is the same', async () => {
    const roll = await read()
    await school.at(`${DAY}T08:05:00+08:00`)
    await school.get(HEAD_TEACHER, 'roll.save', fromRoll(roll, { [C(1)]: 'absent', [C(2)]: 'absent' }, at('08:01:00')))
    const both = await takeRoll(school, { [C(1)]: 'late', [C(3)]: 'absent' })
    expect(both.counts).toMatchObject({ total: CHILDREN, late: 1, absent: 2 })
  })

  test('L05 when it arrives on another day, then the day is as it was seen, and nobody is looked for any more', async () => {
    const kept = fromRoll(await read(), { [C(1)]: 'absent' })
    await school.at('2026-09-03T09:00:00+08:00')
    const saved = await school.get(HEAD_TEACHER, 'roll.save', kept)
    expect(saved).toMatchObject({ day: DAY, counts: { total: CHILDREN, absent: 1 }, contacts: [] })
    await school.at('2026-09-09T09:00:00+08:00')
    expect(codeOf(await school.ask(HEAD_TEACHER, 'roll.save', { ...kept, takenAt: kept.takenAt + 1 }))).toBe('ROLL_DAY')
  })

  test('L05 given a phone whose clock is ahead, then nothing of it is later than now', async () => {
    const ahead = fromRoll(await read(), { [C(1)]: 'absent' }, at('09:00:00'))
    const saved = await school.get(HEAD_TEACHER, 'roll.save', ahead)
    expect(saved.takenAt).toBe(saved.now)
    expect(saved.contacts[0]?.since).toBe(saved.now)
  })
})
