// Decides that every figure can be counted again from the facts, and adds up.
import fc from 'fast-check'
import {
  classFigures,
  countLeaves,
  countOverrides,
  countRules,
  countSeats,
  gatherSlip,
  histogramOf,
  listUnreached,
  median,
  monthsOf,
  quantile,
  rangeOf,
  ratesOf,
  schoolFigures,
  withinRange,
  type ClassFacts,
  type SlipFacts,
} from '@class-pact/core/statistics'
import type { LeaveKind } from '@class-pact/core/contract'

const TODAY = '2026-09-02'
const at = (clock: string) => Date.parse(`${clock}+08:00`)

const aSlip = (changes: Partial<SlipFacts> = {}): SlipFacts => ({
  ...{ noticeId: 'n', title: '秋游', kind: 'outing', replyMode: 'sign', important: true, state: 'running' },
  ...{ publishedAt: at('2026-09-01T10:00:00'), counts: { total: 40, signed: 38, followed: 1, read: 0, missing: 1 } },
  ...{ minutes: Array.from({ length: 38 }, (_, index) => index * 10) },
  ...changes,
})
const aClass = (changes: Partial<ClassFacts> = {}): ClassFacts => ({
  ...{ classId: 'c', className: '三（2）班', children: 40, seats: [1, 9, 30], openLeaves: 0 },
  ...{ slips: [], leaves: [], attendance: [], verdicts: [] },
  ...changes,
})

test('X01 of 40 children 38 signed and one by phone: 95 % signed, 97.5 % reached', () => {
  expect(ratesOf({ total: 40, signed: 38, followed: 1 })).toEqual({ signRate: 0.95, reachedRate: 0.975 })
  expect(ratesOf({ total: 0, signed: 0, followed: 0 })).toEqual({})
  expect(classFigures(aClass({ slips: [aSlip()] }), TODAY)).toMatchObject({ signRate: 0.95, reachedRate: 0.975 })
})

test('X01 notices that want no reply, and withdrawn ones, are in no rate', () => {
  const figures = classFigures(
    aClass({
      slips: [aSlip(), aSlip({ noticeId: 'm', replyMode: 'read' }), aSlip({ noticeId: 'w', state: 'withdrawn' })],
    }),
    TODAY,
  )
  expect(figures).toMatchObject({ notices: 2, entries: 40, signed: 38 })
})

describe('given minutes', () => {
  test('median and 90th percentile are values of the distribution', () => {
    expect(median([])).toBeUndefined()
    expect(median([1, 2, 3])).toBe(2)
    expect(median([1, 2, 3, 10])).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9)
    expect(quantile([7], 0.9)).toBe(7)
    expect(quantile([], 0.9)).toBeUndefined()
  })

  test('columns end at 1, 3, 6, 12, 24, 48 hours, the end included; the rest is later', () => {
    expect(histogramOf([0, 60, 61, 180, 360, 720, 1_440, 2_880, 2_881])).toEqual([2, 2, 1, 1, 1, 1, 1])
  })

  test('every signature is in one column', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000)), (minutes) => {
        expect(histogramOf(minutes).reduce((sum, column) => sum + column, 0)).toBe(minutes.length)
      }),
    )
  })
})

test('X05 children with nobody, one and two or more', () => {
  expect(countSeats([0, 1, 2, 3, 0])).toEqual([2, 1, 2])
})

test('X01 a slip’s minutes come from its signatures, rising', () => {
  const publishedAt = at('2026-09-01T10:00:00')
  const counts = { total: 3, signed: 2, followed: 0, read: 0, missing: 1 }
  const { minutes: _, counts: __, ...source } = aSlip({ publishedAt })
  const entries = { a: { signedAt: publishedAt + 150_000 }, b: {}, c: { signedAt: publishedAt + 60_000 } }
  expect(gatherSlip({ ...source, entries }, counts).minutes).toEqual([1, 2])
})

test('X01 X02 X03 the school counts a notice to many classes once, and children over all of them', () => {
  const verdict = { id: 'v', at: at('2026-09-01T10:00:00'), rules: ['C18', 'C22'], verdict: 'refuse' as const }
  const facts = ['a', 'b'].map((classId) =>
    aClass({ classId, slips: [aSlip({ urgentCause: 'closure' })], verdicts: [verdict] }),
  )
  expect(schoolFigures(facts, TODAY)).toMatchObject({
    ...{
      children: 80,
      notices: 1,
      entries: 80,
      signed: 76,
      followed: 2,
      overrides: 1,
      refusals: 1,
      seats: [2, 18, 60],
    },
  })
  expect(countRules(facts)).toEqual([
    { rule: 'C18', refused: 1, held: 0 },
    { rule: 'C22', refused: 1, held: 0 },
  ])
  expect(countOverrides(facts)).toEqual([{ week: '2026-08-31', cause: 'closure', count: 1 }])
  expect(listUnreached(facts).map(({ classId }) => classId)).toEqual(['a', 'b'])
})

describe('given leaves', () => {
  const leave = (childId: string, day: string, kind: LeaveKind = 'fever') => ({ childId, day, kind })

  test('X06 a child counts once a day, and today’s absences are those of the last column', () => {
    const facts = aClass({ leaves: [leave('x', TODAY), leave('x', TODAY, 'cough'), leave('y', TODAY, 'personal')] })
    const series = countLeaves([facts], TODAY, { rest: [], school: [] })
    expect(series).toHaveLength(30)
    expect(series[29]).toEqual({ day: TODAY, sick: 1, personal: 1 })
    expect(series.some(({ day }) => day === '2026-08-30')).toBe(false)
    expect(classFigures(facts, TODAY).absentToday).toBe(2)
  })
})

describe('given a range', () => {
  test('a week begins on Monday, a month on the first, a term in August or February', () => {
    expect(rangeOf('week', '2026-09-06')).toEqual({ from: '2026-08-31', to: '2026-09-06' })
    expect(rangeOf('month', '2026-09-06').from).toBe('2026-09-01')
    expect(rangeOf('term', '2026-09-06').from).toBe('2026-08-01')
    expect(rangeOf('term', '2027-01-31').from).toBe('2026-08-01')
    expect(rangeOf('term', '2027-02-01').from).toBe('2027-02-01')
    expect(monthsOf({ from: '2026-11-30', to: '2027-01-01' })).toEqual(['2026-11', '2026-12', '2027-01'])
  })

  test('what happened at Beijing’s midnight belongs to the day that begins', () => {
    const facts = aClass({
      slips: [aSlip({ publishedAt: at('2026-08-31T00:00:00') }), aSlip({ publishedAt: at('2026-08-30T23:59:59') })],
    })
    expect(withinRange(facts, { from: '2026-08-31', to: TODAY }).slips).toHaveLength(1)
  })
})
