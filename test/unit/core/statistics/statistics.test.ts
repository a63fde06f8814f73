// Decides that every figure can be counted again from the facts, and adds up.
import fc from 'fast-check'
import {
  FEW,
  addMonths,
  countLeaves,
  countOverrides,
  countRules,
  countSeats,
  figuresOf,
  gatherSlip,
  hideFew,
  histogramOf,
  keepSums,
  listUnreached,
  absentOn,
  median,
  monthsOf,
  packMinutes,
  pastOf,
  quantile,
  rangeOf,
  ratesOf,
  readSums,
  splitMonths,
  sumsOf,
  addSums,
  unpackMinutes,
  withinRange,
  type ClassBook,
  type MonthFacts,
  type SlipFacts,
} from '@class-pact/core/statistics'
import type { LeaveKind } from '@class-pact/core/contract'

const TODAY = '2026-09-02'
const at = (clock: string) => Date.parse(`${clock}+08:00`)
const NOW = at(`${TODAY}T12:00:00`)

const aSlip = (changes: Partial<SlipFacts> = {}): SlipFacts => ({
  ...{ noticeId: 'n', title: '秋游', kind: 'outing', replyMode: 'sign', important: true, state: 'running' },
  ...{ publishedAt: at('2026-09-01T10:00:00'), counts: { total: 40, signed: 38, followed: 1, read: 0, missing: 1 } },
  ...{ minutes: Array.from({ length: 38 }, (_, index) => index * 10) },
  ...changes,
})
const facts = (changes: Partial<MonthFacts> = {}): MonthFacts => ({
  ...{ slips: [], leaves: [], attendance: [], verdicts: [], followUps: [] },
  ...changes,
})
const nobody = sumsOf(facts())
const aBook = (own: Partial<MonthFacts> = {}): ClassBook => ({
  ...{ children: 40, seats: [1, 9, 30], openLeaves: 0, absentToday: 0, sums: sumsOf(facts(own)), past: nobody },
})
const READING = { now: NOW, before: { from: '2026-08-24', to: '2026-08-26' }, seesStaff: true }
const figures = (...books: ClassBook[]) => figuresOf(books, READING)

test('X01 of 40 children 38 signed and one by phone: 95 % signed, 97.5 % reached', () => {
  expect(ratesOf({ total: 40, signed: 38, followed: 1 })).toEqual({ signRate: 0.95, reachedRate: 0.975 })
  expect(ratesOf({ total: 0, signed: 0, followed: 0 })).toEqual({})
  expect(figures(aBook({ slips: [aSlip()] }))).toMatchObject({ signRate: 0.95, reachedRate: 0.975 })
})

test('X01 notices that want no reply, and withdrawn ones, are in no rate', () => {
  const slips = [aSlip(), aSlip({ noticeId: 'm', replyMode: 'read' }), aSlip({ noticeId: 'w', state: 'withdrawn' })]
  expect(figures(aBook({ slips }))).toMatchObject({ notices: 2, entries: 40, signed: 38 })
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
  const own = { slips: [aSlip({ urgentCause: 'closure' })], verdicts: [verdict] }
  const books = [aBook(own), aBook(own)]
  expect(figures(...books)).toMatchObject({
    ...{ children: 80, notices: 1, entries: 80, signed: 76, followed: 2 },
    ...{ overrides: 1, refusals: 1, seats: [2, 18, 60] },
  })
  const sums = addSums(books.map((book) => book.sums))
  expect(countRules(sums.verdicts)).toEqual([
    { rule: 'C18', refused: 1, held: 0 },
    { rule: 'C22', refused: 1, held: 0 },
  ])
  expect(countOverrides(sums.overrides)).toEqual([{ week: '2026-08-31', cause: 'closure', count: 1 }])
  const named = books.map((book, index) => ({ classId: 'ab'.charAt(index), className: '', sums: book.sums }))
  expect(listUnreached(named).map(({ classId }) => classId)).toEqual(['a', 'b'])
})

test('X04 a child is owed a call once the deadline has passed, and never of a notice that is closed', () => {
  const owed = (slip: Partial<SlipFacts>) => figures(aBook({ slips: [aSlip(slip)] })).followUps.owed
  expect(owed({ deadline: NOW - 1 })).toBe(1)
  expect(owed({ deadline: NOW })).toBe(0)
  expect(owed({})).toBe(0)
  expect(owed({ deadline: NOW - 1, state: 'closed' })).toBe(0)
})

test('X02 X03 given posts of fewer people than tell nothing, then whoever is no leader is not told the number', () => {
  const by = (count: number) => Array.from({ length: count }, (_, index) => ({ by: String(index) }))
  expect(hideFew(by(FEW - 1), false)).toBeUndefined()
  expect(hideFew(by(FEW), false)).toHaveLength(FEW)
  expect(hideFew(by(1), true)).toHaveLength(1)
  expect(hideFew([], false)).toEqual([])
})

const someSlips = fc.array(
  fc.record({
    noticeId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    replyMode: fc.constantFrom<SlipFacts['replyMode']>('sign', 'confirm', 'read'),
    state: fc.constantFrom<SlipFacts['state']>('running', 'closed', 'withdrawn'),
    day: fc.integer({ min: 0, max: 200 }),
    deadline: fc.option(fc.integer({ min: -5, max: 5 })),
    minutes: fc.array(fc.nat(50_000), { maxLength: 30 }),
    missing: fc.nat(5),
    followed: fc.nat(5),
  }),
  { maxLength: 12 },
)

test('X01 X04 given random schools, then figures kept by the month are those of a naive recount, and sums add up', () => {
  const from = at('2026-02-10T08:00:00')
  fc.assert(
    fc.property(fc.array(someSlips, { minLength: 1, maxLength: 4 }), (school) => {
      const classes = school.map((slips) =>
        slips.map((raw) => {
          const publishedAt = from + raw.day * 86_400_000
          const minutes = [...raw.minutes].sort((a, b) => a - b)
          const { followed, missing } = raw
          const signed = minutes.length
          return aSlip({
            ...{ noticeId: raw.noticeId, replyMode: raw.replyMode, state: raw.state, publishedAt, minutes },
            counts: { total: signed + followed + missing, signed, followed, read: 0, missing },
            ...(raw.deadline !== null && { deadline: NOW + raw.deadline * 86_400_000 }),
          })
        }),
      )
      const year = { from: '2026-02-10', to: '2026-08-31' }
      const books = classes.map((slips) => {
        const { whole, cut } = splitMonths(year)
        const own = (month: string) =>
          sumsOf(withinRange(facts({ slips: slips.filter(({ publishedAt }) => monthOf(publishedAt) === month) }), year))
        // Whole months come as they are kept, cut ones from their facts.
        const kept = whole.map((month) => readSums(keepSums(own(month), from)))
        return { ...aBook(), sums: addMonths([...kept, ...cut.map(own)]) }
      })
      const counted = classes
        .flat()
        .filter(({ state, publishedAt }) => state !== 'withdrawn' && monthOf(publishedAt) <= '2026-08')
      const asked = counted.filter(({ replyMode }) => replyMode !== 'read')
      const all = asked.flatMap(({ minutes }) => minutes).sort((a, b) => a - b)
      const total = (of: (slip: SlipFacts) => number) => asked.reduce((sum, slip) => sum + of(slip), 0)
      const said = figures(...books)
      expect(said).toMatchObject({
        notices: new Set(counted.map(({ noticeId }) => noticeId)).size,
        entries: total(({ counts }) => counts.total),
        signed: all.length,
        histogram: histogramOf(all),
      })
      expect(said.medianMinutes).toBe(median(all))
      expect(said.p90Minutes).toBe(quantile(all, 0.9))
      expect(said.followUps.owed).toBe(
        total(({ deadline, state, counts }) => (state === 'running' && (deadline ?? NOW) < NOW ? counts.missing : 0)),
      )
      const each = books.map((book) => figures(book))
      for (const field of ['entries', 'signed', 'followed', 'children'] as const)
        expect(said[field]).toBe(each.reduce((sum, own) => sum + own[field], 0))
    }),
  )
})

const monthOf = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 7)

test('X01 minutes are kept without an error', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000)), (minutes) => {
      const rising = [...minutes].sort((a, b) => a - b)
      expect(unpackMinutes(packMinutes(rising))).toEqual(rising)
    }),
  )
})

describe('given leaves', () => {
  const leave = (childId: string, day: string, kind: LeaveKind = 'fever') => ({ childId, day, kind })

  test('X06 a child counts once a day, and today’s absences are those of the last column', () => {
    const own = facts({ leaves: [leave('x', TODAY), leave('x', TODAY, 'cough'), leave('y', TODAY, 'personal')] })
    const series = countLeaves([own], TODAY, { rest: [], school: [] })
    expect(series).toHaveLength(30)
    expect(series[29]).toEqual({ day: TODAY, sick: 1, personal: 1 })
    expect(series.some(({ day }) => day === '2026-08-30')).toBe(false)
    expect(absentOn(TODAY, own)).toBe(2)
  })
})

describe('given a range', () => {
  const TERMS = {
    rest: [],
    school: [],
    terms: [
      { from: '2026-09-01', to: '2027-01-20' },
      { from: '2027-02-22', to: '2027-07-08' },
    ],
  }
  const asked = (range: 'week' | 'month' | 'term' | 'year', today: string, of?: string) => ({
    ...{ range, today, calendar: TERMS, ...(of && { of }) },
  })

  test('X01 a week begins on Monday, a month on the first, a term as entered, a school year in August', () => {
    expect(rangeOf(asked('week', '2026-09-06'))).toMatchObject({ from: '2026-08-31', to: '2026-09-06' })
    expect(rangeOf(asked('month', '2026-09-06')).from).toBe('2026-09-01')
    expect(rangeOf(asked('term', '2026-09-06'))).toMatchObject({ from: '2026-09-01', to: '2026-09-06' })
    // In the holidays the term that has ended.
    expect(rangeOf(asked('term', '2027-02-01'))).toMatchObject({ from: '2026-09-01', to: '2027-01-20' })
    expect(rangeOf(asked('year', '2027-07-31')).from).toBe('2026-08-01')
    expect(rangeOf(asked('year', '2027-08-01')).from).toBe('2027-08-01')
    expect(monthsOf({ from: '2026-11-30', to: '2027-01-01' })).toEqual(['2026-11', '2026-12', '2027-01'])
  })

  test('X01 a past term is read whole, and leads to the one after it', () => {
    const past = rangeOf(asked('term', '2027-03-01', '2026-10-01'))
    expect(past).toMatchObject({ from: '2026-09-01', to: '2027-01-20', later: '2027-02-22' })
    expect(rangeOf(asked('term', '2027-03-01')).later).toBeUndefined()
  })

  test('X01 it is compared with as many days of the one before', () => {
    expect(pastOf(asked('week', '2026-09-09'))).toEqual({ from: '2026-08-31', to: '2026-09-02' })
    expect(pastOf(asked('month', '2026-10-31'))).toEqual({ from: '2026-09-01', to: '2026-09-30' })
    expect(pastOf(asked('term', '2027-03-01'))).toEqual({ from: '2026-09-01', to: '2026-09-08' })
  })

  test('what happened at Beijing’s midnight belongs to the day that begins', () => {
    const own = facts({
      slips: [aSlip({ publishedAt: at('2026-08-31T00:00:00') }), aSlip({ publishedAt: at('2026-08-30T23:59:59') })],
    })
    expect(withinRange(own, { from: '2026-08-31', to: TODAY }).slips).toHaveLength(1)
  })
})
