// Proves how long families waited in opening minutes, for any letters at any time, against counting minute by minute.
import * as fc from 'fast-check'
import type { TalkEvent, TalkLetter } from '@class-pact/core/contract'
import { createPact, quietRules } from '@class-pact/core/pact'
import {
  afterOpenMinutes,
  countOpenMinutes,
  medianOf,
  replyFigures,
  replyLimit,
  replyTimes,
  waitsSince,
  type Rules,
  type Turn,
} from '@class-pact/core/talk'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (clock: string) => Date.parse(`2026-${clock}:00+08:00`)
/** Thursday before the week of the national day: rest days are near. */
const START = at('09-24T10:00')
const calendar = { rest: [], school: [] }

const base = createPact('school', 1, 'primary', '2026-08-01')
if (!base) throw new Error('no preset')
const rulesWith = (rules: Record<string, Record<string, unknown>>): Rules => ({ pact: { ...base, rules }, calendar })
const night = { from: '20:00', to: '07:00' }
const RULES = {
  night: rulesWith({ T01: night }),
  noon: rulesWith({ T01: { from: '21:30', to: '06:00', noonFrom: '12:00', noonTo: '14:00' } }),
  restDays: rulesWith({ T01: night, T06: { from: '17:30', to: '08:00' } }),
  always: rulesWith({}),
}
const ruleNames = Object.keys(RULES) as (keyof typeof RULES)[]
const anyRules = fc.constantFrom(...ruleNames).map((name) => RULES[name])

test('T10 given 19:50 and 7:30 the next morning, then 40 minutes were open: the night is not counted', () => {
  expect(countOpenMinutes(RULES.night)(at('09-01T19:50'), at('09-02T07:30'))).toBe(40)
  expect(countOpenMinutes(RULES.noon)(at('09-01T11:50'), at('09-01T14:10'))).toBe(20)
})

test('T10 T06 given a pact that counts rest days, then a weekend is not counted, and elsewhere it is', () => {
  const [friday, monday] = [at('09-11T17:00'), at('09-14T08:30')]
  expect(countOpenMinutes(RULES.restDays)(friday, monday)).toBe(60)
  expect(countOpenMinutes(RULES.night)(friday, monday)).toBe((3 + 13 + 13 + 1.5) * 60)
})

test('T10 given any two moments, then it is as many minutes as one counts one by one', () => {
  fc.assert(
    fc.property(anyRules, fc.nat(12 * 24 * 60), fc.nat(3 * 24 * 60), (rules, start, length) => {
      const since = START + start * MINUTE
      const open = Array.from({ length }, (_, minute) => since + minute * MINUTE).filter(
        (each) => quietRules(each, 'teacher', 'private', rules.pact, calendar).length === 0,
      )
      expect(countOpenMinutes(rules)(since, since + length * MINUTE)).toBe(open.length)
    }),
    { numRuns: 40 },
  )
})

test('T11 given any moment, then what rises after so many opening minutes has waited as long by the figures', () => {
  fc.assert(
    fc.property(anyRules, fc.nat(12 * 24 * 60), fc.nat(600), (rules, start, minutes) => {
      const since = START + start * MINUTE
      expect(countOpenMinutes(rules)(since, afterOpenMinutes(since, minutes, rules))).toBe(minutes)
    }),
    { numRuns: 60 },
  )
})

test('T10 given a year without an answer, then counting ends after a quarter', () => {
  expect(countOpenMinutes(RULES.always)(START, START + 365 * 24 * HOUR)).toBeLessThanOrEqual(92 * 24 * 60)
  expect(countOpenMinutes(RULES.always)(START, START - HOUR)).toBe(0)
})

const letter = (side: TalkLetter['side'], hour: number, changes: Partial<Turn> = {}): Turn => ({
  ...{ by: { side }, state: 'sent', at: START + hour * HOUR, arrivesAt: START + hour * HOUR },
  ...changes,
})
const event = (kind: TalkEvent['kind'], hour: number) => ({ kind, at: START + hour * HOUR })
const count = countOpenMinutes(RULES.always)
const minutesOf = (letters: Turn[], events: ReturnType<typeof event>[] = []) =>
  replyTimes({ letters, events }, count).map(({ by, minutes }) => [by, minutes / 60])

test('T10 given letters one after another, then they are one question, counted from the first that arrived', () => {
  expect(minutesOf([letter('family', 0), letter('family', 2), letter('staff', 3), letter('staff', 4)])).toEqual([
    ['staff', 3],
  ])
  const held = letter('family', 0, { state: 'held' })
  const arrived = letter('family', 1, { arrivesAt: START + 4 * HOUR })
  expect(minutesOf([held, arrived, letter('staff', 6)])).toEqual([['staff', 2]])
  expect(minutesOf([letter('staff', 0), letter('family', 1)])).toEqual([])
})

test('T10 G07 given a matter that was handed on, then only the leaders’ word answers; closed without a word is no answer', () => {
  const handed = [letter('family', 0), letter('staff', 2), letter('leader', 5)]
  expect(minutesOf(handed, [event('passed', 1)])).toEqual([['leader', 5]])
  expect(minutesOf(handed, [event('asked', 3)])).toEqual([
    ['staff', 2],
    ['leader', 2],
  ])
  expect(minutesOf([letter('family', 0), letter('staff', 3)], [event('closed', 1)])).toEqual([])
})

const anyLetters = fc.array(
  fc.record({ side: fc.constantFrom('family', 'staff', 'leader'), hour: fc.nat(200) } as const),
  { maxLength: 12 },
)

test('T10 N15 given any letters, then no question is counted twice, and what waits is not answered', () => {
  fc.assert(
    fc.property(anyLetters, (written) => {
      const letters = written.map(({ side, hour }) => letter(side, hour)).sort((a, b) => a.at - b.at)
      const thread = { letters, events: [] }
      const replies = replyTimes(thread, count)
      replies.forEach(({ askedAt, answeredAt, minutes }, index) => {
        expect(minutes).toBe((answeredAt - askedAt) / MINUTE)
        if (index > 0) expect(askedAt).toBeGreaterThanOrEqual(replies[index - 1]?.answeredAt ?? Infinity)
      })
      const since = waitsSince(thread)
      if (since !== undefined) expect(replies.every(({ askedAt }) => askedAt <= since)).toBe(true)
      if (since === undefined) {
        const asked = letters.filter(({ by }) => by.side === 'family')
        expect(replies.length > 0).toBe(asked.length > 0)
      }
    }),
  )
})

test('T10 the median is a time that somebody has waited, and half are not longer', () => {
  expect(medianOf([])).toBeUndefined()
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1 }), (values) => {
      const median = medianOf(values) ?? -1
      expect(values).toContain(median)
      expect(values.filter((value) => value <= median).length).toBeGreaterThanOrEqual(values.length / 2)
      expect(values.filter((value) => value < median).length).toBeLessThan(values.length / 2)
    }),
  )
})

test('T11 T09 X07 given threads, then answers and waits over the limit are counted, and what the school began', () => {
  expect(replyLimit(rulesWith({ T11: { minutes: 20 } }).pact)).toBe(20)
  expect(replyLimit(rulesWith({ T09: { hours: 4 } }).pact)).toBe(240)
  const threads = [
    { begun: true, minutes: [] },
    { begun: false, minutes: [20, 21], waited: 20 },
    { begun: false, minutes: [5], waited: 300 },
  ]
  expect(replyFigures(threads, 20)).toEqual({
    ...{ threads: 3, waiting: 2, answered: 3, medianMinutes: 20, over: 2, begun: 1 },
  })
  expect(replyFigures([], 20)).toEqual({ threads: 0, waiting: 0, answered: 0, over: 0, begun: 0 })
})
