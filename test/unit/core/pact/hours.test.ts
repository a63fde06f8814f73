// Proves that what waits is never released in quiet hours, whatever the hours, holidays and the machine's zone.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import esbuild from 'esbuild'
import fc from 'fast-check'
import { addDays, beijingClock, beijingDay, dayKind, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { Pact, Role, SchoolCalendar } from '@class-pact/core/contract'
import { PRESETS, boundsOf, nextOpening, quietRules, type Bound, type Params, type RuleId } from '@class-pact/core/pact'
import { judge } from '@class-pact/core/judge'
import { at, judgeText, pactOf } from '../judge/judging'

const MINUTE_MS = 60_000
const TIME_RULES: RuleId[] = ['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07']
const none: SchoolCalendar = { rest: [], school: [] }

/** Any clock between two, to the minute. */
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const clockIn = (bound: Bound | undefined) =>
  bound?.kind === 'clock'
    ? fc
        .integer({ min: minutesOf(bound.earliest), max: minutesOf(bound.latest) })
        .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
    : fc.constant('00:00')
const hoursOf = (rule: RuleId): fc.Arbitrary<Params> => {
  const { from, to, noonFrom, noonTo } = boundsOf(rule)
  const night = { from: clockIn(from), to: clockIn(to) }
  return fc.oneof(fc.record(night), fc.record({ ...night, noonFrom: clockIn(noonFrom), noonTo: clockIn(noonTo) }))
}
/** A pact with any of the rules on time, each with any hours a school may choose. */
const pact: fc.Arbitrary<Pact> = fc
  .record(Object.fromEntries(TIME_RULES.map((rule) => [rule, hoursOf(rule)])), { requiredKeys: [] })
  .map((rules) => ({ ...pactOf('primary'), rules: rules as Pact['rules'] }))
const role = fc.constantFrom<Role>('guardian', 'head_teacher', 'teacher', 'office', 'principal', 'supervisor')

/** Days around 春节 and 国庆 with their make-up days, a year's turn, and years nobody knows. */
const EDGES = [
  '2025-09-25',
  '2025-12-29',
  '2026-02-10',
  '2026-04-01',
  '2026-04-28',
  '2026-09-15',
  '2026-12-25',
  '2027-09-28',
  '2031-01-20',
]
const day = fc
  .tuple(fc.constantFrom(...EDGES), fc.integer({ min: 0, max: 30 }))
  .map(([first, count]) => addDays(first, count))
const moment = fc.tuple(day, fc.integer({ min: 0, max: 24 * 3_600_000 - 1 })).map(([on, ms]) => at(on, '00:00') + ms)
const calendar: fc.Arbitrary<SchoolCalendar> = fc
  .tuple(
    fc.uniqueArray(day, { maxLength: 12 }),
    fc.uniqueArray(day, { maxLength: 6 }),
    day,
    fc.integer({ min: 0, max: 60 }),
  )
  .map(([rest, school, first, length]) => ({
    // A winter or a summer holiday of the school's own beside single days.
    rest: [...rest, ...Array.from({ length }, (_, ahead) => addDays(first, ahead))],
    school,
  }))

describe('the release of what waits', () => {
  it('T01 T02 T03 T04 T05 T06 T07 given any hours, holidays and days of the school’s own, then it is never in quiet hours, and not a minute late', () => {
    fc.assert(
      fc.property(moment, role, pact, calendar, (now, who, hours, own) => {
        const opening = nextOpening(now, who, hours, own)
        expect(opening).toBeGreaterThanOrEqual(now)
        expect(quietRules(opening, who, 'notice', hours, own)).toEqual([])
        if (hours.rules['T06']) expect(mayBeSchoolDay(beijingDay(opening), own)).toBe(true)
        if (opening === now) return
        expect(quietRules(now, who, 'notice', hours, own)).not.toEqual([])
        expect(quietRules(opening - 1, who, 'notice', hours, own)).not.toEqual([])
        for (let early = now; early < opening; early += Math.max(MINUTE_MS, Math.floor((opening - now) / 40)))
          expect(quietRules(early, who, 'notice', hours, own)).not.toEqual([])
      }),
      { numRuns: 400 },
    )
  })
  it('T01 T06 given a judged post, when it is queued, then its release is that opening; a leave never waits', () => {
    fc.assert(
      fc.property(moment, role, pact, calendar, (now, who, hours, own) => {
        const post = { role: who, kind: 'notice', audience: 'class', body: '明天带水杯' } as const
        const judged = judge(post, { roster: [], calendar: own }, hours, now)
        const quiet = quietRules(now, who, 'notice', hours, own).length > 0
        expect(judged.verdict === 'queue').toBe(quiet)
        expect(judged.releaseAt).toBe(quiet ? nextOpening(now, who, hours, own) : undefined)
        expect(judge({ ...post, kind: 'leave' }, { roster: [], calendar: own }, hours, now).verdict).toBe('allow')
      }),
    )
  })
  it.each([
    ['the eve of 国庆', '2026-09-30', '18:00', '2026-10-08'],
    ['国庆 itself', '2026-10-03', '10:00', '2026-10-08'],
    ['the Friday before a make-up Saturday after 国庆', '2026-10-09', '18:00', '2026-10-10'],
    ['the make-up Saturday, in the evening', '2026-10-10', '18:30', '2026-10-12'],
    ['the make-up Sunday before 国庆', '2026-09-20', '07:00', '2026-09-20'],
    ['the make-up Saturday before 春节, in the evening', '2026-02-14', '18:00', '2026-02-24'],
    ['除夕', '2026-02-16', '12:00', '2026-02-24'],
    ['the make-up Saturday after 春节', '2026-02-28', '07:59', '2026-02-28'],
    ['元旦 of the next year, which is law though the year is not known', '2026-12-31', '20:00', '2027-01-04'],
  ])('T06 given %s, when something waits, then it goes out at eight on the right day', (_what, on, clock, opens) => {
    expect(nextOpening(at(on, clock), 'teacher', pactOf('S1a'), none)).toBe(at(opens, '08:00'))
  })
  it('T06 given a winter holiday of the school’s own, then it waits for the first day after it', () => {
    const rest = Array.from({ length: 35 }, (_, ahead) => addDays('2026-01-24', ahead))
    expect(nextOpening(at('2026-01-23', '19:00'), 'principal', pactOf('S1a'), { rest, school: ['2026-03-01'] })).toBe(
      at('2026-02-28', '08:00'),
    )
  })
  it('T06 given a year nobody knows, then the sender is told that nobody knows, whatever the day of the week', () => {
    for (const on of ['2027-09-28', '2031-03-04']) {
      expect(dayKind(on, none)).toBe('unknown')
      expect(judgeText('你好', {}, {}, pactOf('S1a'), at(on, '10:00')).reasons).toMatchObject([
        { rule: 'T06', verdict: 'warn' },
      ])
      const told = judgeText('你好', {}, { calendar: { rest: [], school: [on] } }, pactOf('S1a'), at(on, '10:00'))
      expect(told.reasons).toEqual([])
    }
    expect(nextOpening(at('2031-03-01', '10:00'), 'teacher', pactOf('S1a'), none)).toBe(at('2031-03-03', '08:00'))
  })
})

const PROBE = `
  import { createPact, nextOpening, PRESETS, quietRules } from './core/pact'
  const none = { rest: [], school: [] }
  const first = Date.UTC(2026, 8, 18)
  const lines = PRESETS.flatMap(({ id }) => {
    const pact = createPact('s', 1, id, '2026-09-01')
    return Array.from({ length: 60 }, (_, step) => {
      const now = first + step * 11 * 3_600_000 + step * 61_000
      return [id, nextOpening(now, 'teacher', pact, none), quietRules(now, 'guardian', 'comment', pact, none).join()]
    })
  })
  console.log(JSON.stringify(lines))
`
describe('the machine’s zone', () => {
  it('T06 given machines around the world, also with summer time, when asked, then all open at the same instant', () => {
    const root = join(__dirname, '../../../..')
    const { outputFiles } = esbuild.buildSync({
      stdin: { contents: PROBE, resolveDir: root, loader: 'ts' },
      bundle: true,
      platform: 'node',
      write: false,
    })
    const answer = (zone: string) =>
      execFileSync(process.execPath, ['-'], {
        input: outputFiles[0]?.text,
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      })
    const here = answer('Asia/Shanghai')
    expect(JSON.parse(here)).toHaveLength(PRESETS.length * 60)
    for (const zone of [
      'UTC',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Europe/Berlin',
      'Asia/Kathmandu',
    ])
      expect([zone, answer(zone) === here]).toEqual([zone, true])
    expect(beijingClock(at('2026-09-09', '20:00'))).toBe('20:00')
  })
})
