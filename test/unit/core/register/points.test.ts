// Proves how entries become points, with the papers' own numbers: means, sums, deductions, retention, totals, shares.
import fc from 'fast-check'
import { instantOf } from '@class-pact/core/calendar'
import {
  fullMarks,
  isVetoed,
  missingIn,
  scoreOf,
  shareOf,
  totalPoints,
  type Points,
  type Register,
} from '@class-pact/core/register'

const entry = (...answers: { question: string; choices?: string[]; number?: number }[]) => ({
  slot: 'm2026-11',
  answers,
})
const chose = (question: string, ...choices: string[]) => entry({ question, choices })
const gave = (number: number) => entry({ question: 'points', number })
const MEAN: Points = { kind: 'mean', field: 'points', most: 10 }

describe('given points', () => {
  test('Q01 given ten scores, then the total lies between 0 and 100, and no item is above 10', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 15, noNaN: true }), { minLength: 10, maxLength: 10 }),
        (scores) => {
          const items = scores.map((score) => scoreOf(MEAN, { entries: [gave(score)] }, {}) ?? NaN)
          for (const item of items) expect(item >= 0 && item <= 10).toBe(true)
          const total = totalPoints(items.map((points) => ({ points, of: 10 })))
          expect(total.of).toBe(100)
          expect(total.points >= 0 && total.points <= 100).toBe(true)
        },
      ),
    )
  })

  test('Q08 given a score each day, then their mean counts, to a tenth; without any there is none', () => {
    expect(scoreOf(MEAN, { entries: [gave(9), gave(9.5), gave(10)] }, {})).toBe(9.5)
    expect(scoreOf(MEAN, { entries: [gave(10), gave(9), gave(9)] }, {})).toBe(9.3)
    expect(scoreOf(MEAN, { entries: [gave(0.1), gave(0.2)] }, {})).toBe(0.2)
    expect(scoreOf(MEAN, { entries: [entry()] }, {})).toBeUndefined()
    expect(scoreOf({ ...MEAN, most: 'most' }, { entries: [gave(9)] }, { most: 5 })).toBe(5)
  })
})

describe('prizes and criticism', () => {
  const prizes: Points = { kind: 'sum', field: 'prize', choices: { first: 7, second: 5, third: 'third' } }
  const awards: Points = { kind: 'sum', field: 'level', choices: { county: 3, city: 4, province: 5, nation: 7 } }
  const criticism: Points = { kind: 'sum', field: 'whom', choices: {}, each: -4 }

  test('Q12 given one first and one third prize, then +11', () => {
    expect(scoreOf(prizes, { entries: [chose('prize', 'first'), chose('prize', 'third')] }, { third: 4 })).toBe(11)
  })
  test('Q13 given one city award, then +4', () => {
    expect(scoreOf(awards, { entries: [chose('level', 'city')] }, {})).toBe(4)
  })
  test('Q14 given two, then −8; given none, then 0', () => {
    expect(scoreOf(criticism, { entries: [entry(), entry()] }, {})).toBe(-8)
    expect(Object.is(scoreOf(criticism, { entries: [] }, {}), 0)).toBe(true)
  })
  test('Q14 given points of all kinds, then full marks are those of the items, and criticism is taken from the total', () => {
    expect(totalPoints([{ points: 9.5, of: 10 }, { of: 10 }, { points: 11 }, { points: -8 }])).toEqual({
      ...{ points: 12.5, of: 10, bonus: 11, deducted: 8, isVetoed: false },
    })
    expect(totalPoints([{ points: 3, of: 10 }, { points: -8 }])).toMatchObject({ points: 0, deducted: 8 })
    expect(totalPoints([{ points: 3, of: 10, isVetoed: true }]).isVetoed).toBe(true)
    expect(totalPoints([0.1, 0.2].map((points) => ({ points, of: 1 }))).points).toBe(0.3)
  })
})

describe('full marks, less what lacked', () => {
  const use: Points = { kind: 'less', start: 20, each: 2, of: 'missing' }
  const keep: Points = { kind: 'less', start: 20, each: 2, of: 'entries' }
  const care: Points = {
    ...{ kind: 'less', start: 'start', each: 0, of: 'entries' },
    choices: { field: 'lacking', points: { dust: 1, damp: 1, week: 5, never: 'start', lost: 'start' } },
  }
  const values = { start: 30 }

  test('E08 given at least four uses every week, then full marks; two each that lacks, and never below 0', () => {
    expect(scoreOf(use, { entries: [], missing: 0 }, {})).toBe(20)
    expect(scoreOf(use, { entries: [], missing: 3 }, {})).toBe(14)
    expect(scoreOf(use, { entries: [], missing: 40 }, {})).toBe(0)
  })
  test('E08 given weeks with 4, 3, 9 and no uses, then 5 lack; the week that is not over is not asked yet', () => {
    const uses = new Map([
      ['w2026-11-02', 4],
      ['w2026-11-09', 3],
      ['w2026-11-16', 9],
    ])
    const log = {
      ...({ title: '', area: 'own', keeps: [], sources: [], about: 'device', period: { kind: 'week' } } as const),
      ...({
        parts: [{ id: 'fill', title: '', by: [], fields: [] }],
        quota: { per: 'filler', least: 'times' },
      } as const),
    } satisfies Register
    const times = {
      span: { from: '2026-11-01', to: '2027-01-22' },
      ...{ now: instantOf('2026-12-04', '12:00'), calendar: { rest: [], school: [] } },
    }
    const missing = missingIn(log, { times: 4 }, times, (slot) => uses.get(slot) ?? 0)
    expect(missing).toBe(5)
    expect(scoreOf(use, { entries: [], missing }, {})).toBe(10)
    expect(missingIn({ ...log, period: { kind: 'event' } }, { times: 4 }, times, () => 0)).toBe(0)
  })
  test('E13 given repairs, then two less for each', () => {
    expect(scoreOf(keep, { entries: [entry(), entry()] }, {})).toBe(16)
  })
  test('E14 given an item undone, a week unmended, still unmended or lost, then 29, 24, 0, 0', () => {
    const score = (...choices: string[][]) =>
      scoreOf(care, { entries: choices.map((each) => chose('lacking', ...each)) }, values)
    expect(score([])).toBe(30)
    expect(score(['dust'])).toBe(29)
    expect(score(['dust'], ['week'])).toBe(24)
    expect(score(['dust'], ['week'], ['never'])).toBe(0)
    expect(score(['lost'])).toBe(0)
  })
  test('E12 given 30 pieces, then 24 of 30; entering a contest 3 more, a first 6, and no more than that', () => {
    const pieces: Points = { kind: 'sum', field: 'kind', choices: { slides: 0.8 }, most: 24 }
    const made = (count: number) =>
      scoreOf(pieces, { entries: Array.from({ length: count }, () => chose('kind', 'slides')) }, {})
    expect([made(0), made(3), made(29), made(30), made(50)]).toEqual([0, 2.4, 23.2, 24, 24])
    const contest: Points = { kind: 'sum', field: 'rank', each: 3, choices: { first: 3, second: 2, merit: 1 }, most: 6 }
    const ranked = (...ranks: string[]) => scoreOf(contest, { entries: ranks.map((rank) => chose('rank', rank)) }, {})
    expect([ranked('entered'), ranked('first'), ranked('second'), ranked('merit')]).toEqual([3, 6, 5, 4])
    expect(ranked('first', 'first')).toBe(6)
    expect(
      totalPoints([
        { points: made(30), of: 24 },
        { points: ranked('first'), of: 6 },
      ]),
    ).toMatchObject({ points: 30, of: 30 })
  })
})

describe('retention, vetoes and shares', () => {
  test('Q16 given 40 children and 38 at the end, then not nought; 37 are nought, and nobody knows without a start', () => {
    const score = (start: number, end: number) =>
      scoreOf({ kind: 'retention' }, { entries: [], retention: { start, end } }, {})
    expect(score(40, 38)).toBe(9.7)
    expect(score(40, 37)).toBe(0)
    expect(score(100, 97)).toBe(10)
    expect(score(0, 0)).toBeUndefined()
    expect(scoreOf({ kind: 'retention' }, { entries: [] }, {})).toBeUndefined()
  })
  test('Q01 given kinds of points, then full marks are known of all but those without a cap', () => {
    expect(fullMarks(MEAN, {})).toBe(10)
    expect(fullMarks({ kind: 'retention' }, {})).toBe(10)
    expect(fullMarks({ kind: 'less', start: 'start', each: 1, of: 'entries' }, { start: 20 })).toBe(20)
    expect(fullMarks({ kind: 'sum', field: 'f', choices: {} }, {})).toBeUndefined()
    expect(fullMarks({ kind: 'sum', field: 'f', choices: {}, most: 6 }, {})).toBe(6)
  })
  test('D11 given one of the five vetoes, then there is no good mark', () => {
    const veto = { field: 'veto', choices: ['accident', 'quarrel', 'cheating', 'families', 'cleaning'] }
    expect(isVetoed({ veto }, [chose('veto'), chose('veto', 'cheating')])).toBe(true)
    expect(isVetoed({ veto }, [chose('veto'), chose('other', 'cheating')])).toBe(false)
    expect(isVetoed({}, [chose('veto', 'cheating')])).toBe(false)
  })
  test('E06 given 10 new lessons with 5 uses, then 50 %, less than 60 %; reviews do not count', () => {
    const rate = {
      ...({ per: 'rate', percent: 60 } as const),
      ...{ among: { field: 'kind', choice: 'new' }, having: { field: 'used', choice: 'yes' } },
    }
    const lesson = (kind: string, used: string) =>
      entry({ question: 'kind', choices: [kind] }, { question: 'used', choices: [used] })
    const lessons = Array.from({ length: 10 }, (_, n) => lesson('new', n < 5 ? 'yes' : 'no'))
    const { part, whole } = shareOf(rate, [...lessons, lesson('review', 'yes')])
    expect([part, whole]).toEqual([5, 10])
    expect(part * 100 < rate.percent * whole).toBe(true)
  })
})
