// Decides that sums are a naive recount's, whatever rosters, rolls and leaves there are, and what retention earns.
import * as fc from 'fast-check'
import { addCounts, childMonth, daySums, retain, schoolDaysOf, type DayRoll } from '@class-pact/core/attendance'
import { LEAVE_KINDS, type Half } from '@class-pact/core/contract'
import { countRoll, fillRoll, type CoveringLeave, type HandMark } from '@class-pact/core/roll'
import { MARKS } from '@class-pact/core/roll/contract'

const NO_HANDS: ReadonlyMap<string, HandMark> = new Map<string, HandMark>()
const aChild = fc.record({
  hand: fc.option(fc.constantFrom(...MARKS), { nil: undefined }),
  kind: fc.option(fc.constantFrom(...LEAVE_KINDS), { nil: undefined }),
  late: fc.boolean(),
})

test('X06 given random rosters, rolls and leaves, then the sums are a naive recount’s and add up to the roster', () => {
  fc.assert(
    fc.property(fc.array(aChild, { maxLength: 60 }), fc.boolean(), (children, isToday) => {
      const roster = children.map((_, index) => ({ childId: `c${index}`, no: String(index + 1), name: `孩${index}` }))
      const leaves = new Map<string, CoveringLeave>()
      const before = new Map<string, CoveringLeave>()
      const hands = new Map<string, HandMark>()
      children.forEach(({ hand, kind, late }, index) => {
        const childId = `c${index}`
        if (hand) hands.set(childId, { mark: hand, at: index })
        if (!kind) return
        leaves.set(childId, { leaveId: `l${index}`, kind })
        // Leave that was there when the roll was taken; the other came later.
        if (!late) before.set(childId, { leaveId: `l${index}`, kind })
      })
      const lines = fillRoll({ roster, leaves: before }, {}, hands)
      const roll: DayRoll = { half: 'am', takenAt: 1, takenBy: { card: '王老师' }, lines }
      const sums = daySums([roll], {
        leaves: { am: leaves, pm: new Map() },
        kinds: true,
        ...(isToday && { roster }),
      })
      const counts = sums.am?.counts
      // By hand: a hand's mark stands, but for an absent child with leave; else leave, whenever it came, else here.
      const naive = { total: children.length, present: 0, late: 0, early: 0, leave: 0, absent: 0, sick: 0, personal: 0 }
      for (const { hand, kind } of children) {
        const mark = hand && !(hand === 'absent' && kind) ? hand : kind ? 'leave' : 'present'
        naive[mark]++
        if (mark === 'leave') naive[kind === 'personal' ? 'personal' : 'sick']++
      }
      expect(counts).toEqual(naive)
      expect(naive.present + naive.late + naive.early + naive.leave + naive.absent).toBe(children.length)
      expect(sums.named).toHaveLength(naive.late + naive.early + naive.absent)
      expect(addCounts([naive, naive], true).total).toBe(2 * children.length)
    }),
  )
})

test('X06 given no leave that came later, then a day’s sums are the counts the roll itself keeps', () => {
  const roster = [1, 2, 3].map((no) => ({ childId: `c${no}`, no: String(no), name: `孩${no}` }))
  const lines = fillRoll({ roster, leaves: new Map() }, {}, NO_HANDS)
  const roll: DayRoll = { half: 'pm', takenAt: 1, lines }
  const none = { am: new Map<string, CoveringLeave>(), pm: new Map<string, CoveringLeave>() }
  expect(daySums([roll], { leaves: none, kinds: false })).toEqual({
    pm: { takenAt: 1, takenBy: '', counts: countRoll(lines) },
    named: [],
  })
})

const CALENDAR = { rest: [], school: [] }

test('L11 given a month, then days are counted in halves, and nobody was here on a half day without a roll', () => {
  const days = schoolDaysOf('2026-09', '2026-09-07', CALENDAR, ['2026-09-01', '2026-09-03'])
  expect(days).toEqual(['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-07'])
  expect(schoolDaysOf('2026-08', '2026-09-07', CALENDAR, ['2026-09-01'])).toEqual([])
  const at = (day: string, half: Half, mark: 'present' | 'late' | 'absent') => ({ day, half, line: { mark } })
  const { sums, days: shown } = childMonth(
    days,
    [
      at('2026-09-01', 'am', 'present'),
      at('2026-09-01', 'pm', 'late'),
      at('2026-09-02', 'am', 'absent'),
      // The child was not in the class yet.
      { day: '2026-09-03', half: 'am' },
    ],
    new Map([['2026-09-02:am', { leaveId: 'l', kind: 'cough' }]]),
    (day, half) => day < '2026-09-07' || half === 'am',
  )
  expect(sums).toEqual({ present: 1, sick: 0.5, personal: 0, late: 1, early: 0, absent: 0, notTaken: 2.5 })
  expect(shown[0]).toEqual({ day: '2026-09-07', notTaken: ['am'] })
})

test.each([
  [40, 40, 10],
  [40, 39, 10],
  [100, 97, 10],
  [100, 96, 9.8],
  // 95.0 % is not below 95 %.
  [40, 38, 9.7],
  [40, 37, 0],
  [1_000, 949, 0],
])(
  'Q16 given %i children at the start and %i at the end, then the class has %d of ten points',
  (start, end, points) => {
    expect(retain(start, end)).toMatchObject({ start, end, points })
  },
)

test('Q16 given nobody at the start, then there is no rate and no point', () => {
  expect(retain(0, 0)).toEqual({ start: 0, end: 0 })
})
