// Decides that a roll says one thing of every child, whoever marked first and whatever became of the leave.
import fc from 'fast-check'
import {
  countRoll,
  fillRoll,
  handOf,
  inRollOrder,
  laterMark,
  lineFor,
  showsAll,
  type CoveringLeave,
  type HandMark,
  type KeptLine,
  type RollChild,
} from '@class-pact/core/roll'
import { MARKS, SYMPTOMS } from '@class-pact/core/roll/contract'
import type { CheckedWords } from '@class-pact/core/contract'

const roster: RollChild[] = ['1', '2', '3', '4', '5', '6'].map((no) => ({ childId: `c${no}`, no, name: `孩子${no}` }))
const CHILD_IDS = roster.map(({ childId }) => childId)
const SICK: CoveringLeave = { leaveId: 'l1', kind: 'fever' }

const hand = fc.record(
  {
    mark: fc.constantFrom(...MARKS),
    // Few moments, so that two hands often meet at one.
    at: fc.integer({ min: 1, max: 4 }),
    symptoms: fc.uniqueArray(fc.constantFrom(...SYMPTOMS), { minLength: 1 }),
    remark: fc.constantFrom('脸红', '没精神').map((words) => words as CheckedWords),
    held: fc.record({
      words: fc.constantFrom('甲', '乙').map((words) => words as CheckedWords),
      at: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { requiredKeys: ['mark', 'at'] },
)
const hands = fc
  .dictionary(fc.constantFrom(...CHILD_IDS), hand)
  .map((set) => new Map<string, HandMark>(Object.entries(set)))
const leaves = fc
  .dictionary(
    fc.constantFrom(...CHILD_IDS),
    fc.record<CoveringLeave>({ leaveId: fc.constant('l'), kind: fc.constantFrom('fever', 'personal') }),
  )
  .map((given) => new Map(Object.entries(given)))
const stillAway = fc.uniqueArray(fc.constantFrom(...CHILD_IDS)).map((ids) => new Set(ids))
const ground = fc.record({ roster: fc.constant(roster), leaves, stillAway })
const NONE = new Map<string, HandMark>()

describe('given what several hands have set', () => {
  test('L04 two marks end as one, in whichever order they come, and however often', () => {
    fc.assert(
      fc.property(hand, hand, hand, (a, b, c) => {
        expect(laterMark(a, b)).toEqual(laterMark(b, a))
        expect(laterMark(laterMark(a, b), c)).toEqual(laterMark(a, laterMark(b, c)))
        expect(laterMark(a, a)).toEqual(a)
      }),
    )
  })

  test('L04 two phones, in any order, end as one roll; a repeat changes nothing', () => {
    fc.assert(
      fc.property(ground, ground, hands, hands, hands, (before, now, kept, one, other) => {
        const lines = fillRoll(before, {}, kept)
        const oneFirst = fillRoll(now, fillRoll(now, lines, one), other)
        expect(fillRoll(now, fillRoll(now, lines, other), one)).toEqual(oneFirst)
        expect(fillRoll(now, oneFirst, one)).toEqual(oneFirst)
        expect(fillRoll(now, oneFirst, NONE)).toEqual(oneFirst)
      }),
    )
  })

  test('L04 present, leave and absent add up to the roster, whatever is marked and whoever has leave', () => {
    fc.assert(
      fc.property(ground, ground, hands, hands, (before, now, one, other) => {
        const lines = fillRoll(now, fillRoll(before, {}, one), other)
        const { total, present, late, early, leave, absent } = countRoll(lines)
        expect(present + late + early + leave + absent).toBe(total)
        expect(total).toBe(roster.length)
        expect(Object.keys(lines).sort()).toEqual([...CHILD_IDS].sort())
      }),
    )
  })

  test('L04 what no hand has set never overwrites what one has: a 未到 stays until a later hand says otherwise', () => {
    fc.assert(
      fc.property(ground, hands, hands, (now, kept, marks) => {
        const lines = fillRoll(now, fillRoll(now, {}, kept), marks)
        for (const [childId, line] of Object.entries(lines)) {
          const set = laterMark(kept.get(childId), marks.get(childId))
          expect(handOf(line)).toEqual(set)
          if (set?.mark === 'absent') expect(line.mark).toBe(now.leaves.has(childId) ? 'leave' : 'absent')
          else if (set) expect(line.mark).toBe(set.mark)
        }
      }),
    )
  })
})

describe('given leave that comes and goes', () => {
  const [child = { childId: '', no: '', name: '' }] = roster
  const absent: HandMark = { mark: 'absent', at: 10 }
  const fill = (kept: Record<string, KeptLine>, leave?: CoveringLeave, mark?: HandMark) =>
    fillRoll(
      { roster: [child], leaves: new Map(leave ? [[child.childId, leave]] : []) },
      kept,
      new Map(mark ? [[child.childId, mark]] : []),
    )
  const lineOf = (lines: Record<string, KeptLine>) => lines[child.childId]

  test('L02 a child without leave whom no hand has marked is here; with leave it is on leave, also while that waits', () => {
    expect(lineOf(fill({}))).toEqual({ no: '1', name: '孩子1', mark: 'present' })
    expect(lineOf(fill({}, { ...SICK, pending: true }))).toMatchObject({ mark: 'leave', leave: { pending: true } })
  })

  test('L02 leave that comes after 未到 makes it 假; a child that came all the same is here', () => {
    expect(lineOf(fill(fill({}, undefined, absent), SICK))).toMatchObject({ mark: 'leave', at: 10 })
    expect(lineOf(fill(fill({}, undefined, { mark: 'late', at: 10 }), SICK))).toMatchObject({ mark: 'late' })
    expect(lineFor(child, { mark: 'present', at: 10 }, SICK)).toMatchObject({ mark: 'present', leave: SICK })
  })

  test('L02 when leave is gone that the roll has counted, the child is not silently here: somebody looks', () => {
    const onLeave = fill({}, SICK)
    const asking = fill(onLeave)
    expect(lineOf(asking)).toMatchObject({ mark: 'absent', asks: true })
    expect(lineOf(asking)).not.toHaveProperty('at')
    expect(countRoll(asking)).toMatchObject({ total: 1, absent: 1, leave: 0, present: 0 })
    // Reading it again, or saving a roll that says nothing of the child, does not answer.
    expect(fill(asking)).toEqual(asking)
    for (const mark of ['present', 'absent'] as const) {
      const seen = lineOf(fill(asking, undefined, { mark, at: 20 }))
      expect(seen).toEqual({ no: '1', name: '孩子1', mark, at: 20 })
    }
    expect(lineOf(fill(asking, SICK))).toEqual({ no: '1', name: '孩子1', mark: 'leave', leave: SICK })
  })

  test('L02 a 未到 under leave that is gone stands again, and is asked about: the search had ended', () => {
    const covered = fill(fill({}, undefined, absent), SICK)
    expect(lineOf(fill(covered))).toEqual({ no: '1', name: '孩子1', mark: 'absent', at: 10, asks: true })
    // What another phone kept from before asks nobody less.
    expect(lineOf(fill(covered, undefined, { mark: 'present', at: 5 }))).toMatchObject({ mark: 'absent', asks: true })
    expect(lineOf(fill(covered, undefined, { mark: 'present', at: 15 }))).not.toHaveProperty('asks')
  })

  test('L05 whoever was away in the morning is away in the afternoon, until a hand says otherwise', () => {
    const away = { roster: [child], leaves: new Map<string, CoveringLeave>(), stillAway: new Set([child.childId]) }
    expect(lineOf(fillRoll(away, {}, NONE))).toEqual({ no: '1', name: '孩子1', mark: 'absent' })
    const seen = new Map<string, HandMark>([[child.childId, { mark: 'present', at: 30 }]])
    expect(lineOf(fillRoll(away, {}, seen))).toMatchObject({ mark: 'present' })
    expect(lineOf(fillRoll({ ...away, leaves: new Map([[child.childId, SICK]]) }, {}, NONE))).toMatchObject({
      mark: 'leave',
    })
  })

  test('L12 a child that is not on the roster any more stands on no roll', () => {
    const kept = fillRoll({ roster, leaves: new Map() }, {}, new Map([['c2', absent]]))
    const lines = fillRoll({ roster: roster.filter(({ childId }) => childId !== 'c2'), leaves: new Map() }, kept, NONE)
    expect(countRoll(lines)).toMatchObject({ total: 5, present: 5, absent: 0 })
  })
})

test('L04 a roll shows everybody of the roster once, in roll order; children without a number come last', () => {
  expect(showsAll(roster, [...CHILD_IDS].reverse())).toBe(true)
  expect(showsAll(roster, CHILD_IDS.slice(1))).toBe(false)
  expect(showsAll(roster, [...CHILD_IDS, 'c9'])).toBe(false)
  expect(showsAll(roster, [...CHILD_IDS.slice(1), 'c2'])).toBe(false)
  const lines = { a: { no: '' }, b: { no: '10' }, c: { no: '9' } }
  expect(inRollOrder(lines).map(({ childId }) => childId)).toEqual(['c', 'b', 'a'])
})
