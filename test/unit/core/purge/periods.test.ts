// Proves when what a school year leaves behind is purged: by one list of periods (G23).
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import {
  PURGE_KINDS,
  endOfYear,
  keptUntil,
  lastYearOver,
  purgeAt,
  purgeDay,
  roundToTell,
  roundsAhead,
  roundsOf,
} from '@class-pact/core/purge'

const at = (iso: string) => Date.parse(`${iso}+08:00`)

test('G23 given a school year, then it ends with August, to the millisecond', () => {
  expect(endOfYear(2026)).toBe(at('2027-09-01T00:00:00'))
  expect(lastYearOver(at('2027-08-31T23:59:59.999'))).toBe(2025)
  expect(lastYearOver(at('2027-09-01T00:00:00'))).toBe(2026)
})

test('G23 given a kind, then it goes half a year or a year after the school year, at night', () => {
  expect([purgeDay('slips', 2026), purgeDay('cases', 2026)]).toEqual(['2028-03-01', '2028-09-01'])
  expect(PURGE_KINDS.map((kind) => beijingClock(purgeAt(kind, 2026)))).toEqual(PURGE_KINDS.map(() => '02:00'))
})

test('G23 given a school year, then every kind goes in one of its rounds, and in one alone', () => {
  const kinds = roundsOf(2026).flatMap((round) => round.kinds)
  expect([...kinds].sort()).toEqual([...PURGE_KINDS].sort())
})

test('G23 given any moment, then every kind has one next night, which is ahead and takes no year that still runs', () => {
  for (let month = 0; month < 36; month++) {
    const now = Date.UTC(2026, month, 15)
    const ahead = roundsAhead(now)
    expect(ahead.flatMap(({ kinds }) => kinds).sort()).toEqual([...PURGE_KINDS].sort())
    for (const round of ahead) {
      expect(round.at).toBeGreaterThan(now)
      expect(endOfYear(round.year)).toBeLessThan(round.at)
    }
  }
})

test('G23 given a round, then leaders are told of it from four weeks before until it comes', () => {
  expect(roundToTell(at('2028-02-01T10:00:00'))).toBeUndefined()
  expect(roundToTell(at('2028-02-02T00:00:00'))).toMatchObject({ year: 2026, at: at('2028-03-01T02:00:00') })
  expect(roundToTell(at('2028-03-01T01:59:59'))).toMatchObject({ year: 2026 })
  expect(roundToTell(at('2028-03-01T02:00:00'))).toBeUndefined()
})

test('M12 given somebody who goes today, then the last of their year goes on the day they are told', () => {
  const now = at('2026-09-02T10:00:00')
  expect(keptUntil(now)).toBe('2028-08-31')
  expect(beijingDay(purgeAt('cases', 2026))).toBe('2028-09-01')
})
