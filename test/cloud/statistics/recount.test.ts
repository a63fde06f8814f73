// Proves that figures of random schools are those of a naive recount from their raw documents (X01–X06).
import type { Figures, Range } from '@class-pact/core/contract'
import { openHouse, type House } from '../people/house'
import { FIRST, LAST, makeSchool, type RandomSchool } from './random-school'

const SEEDS = [11, 23, 37, 58, 71]
const DAY_MS = 86_400_000
const BEIJING_MS = 8 * 3_600_000
const dayOf = (at: number) => new Date(at + BEIJING_MS).toISOString().slice(0, 10)
const TODAY = dayOf(LAST)

let house: House
const schools = SEEDS.map(makeSchool)
beforeAll(async () => {
  house = await openHouse()
  await house.cloud.control('clock.set', { now: new Date(LAST).toISOString() })
  for (const { collections } of schools) {
    for (const [collection, documents] of Object.entries(collections)) {
      if (documents.length > 0) await house.cloud.control('data.import', { collection, documents })
    }
  }
  await house.cloud.control('timers.run', { name: 'scheduler', times: 4 })
}, 120_000)
afterAll(() => house.cloud.stop())

type Counted = Pick<
  Figures,
  'notices' | 'entries' | 'signed' | 'followed' | 'signRate' | 'reachedRate' | 'followUps' | 'seats' | 'openLeaves'
> &
  Pick<Figures, 'medianMinutes' | 'p90Minutes' | 'overrides' | 'refusals' | 'held' | 'children'> & {
    attendance: Pick<Figures['attendance'], 'total' | 'present' | 'late' | 'early' | 'absent' | 'rate'>
  }

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const distinct = (all: readonly string[]) => new Set(all).size
const rate = (part: number, whole: number) => (whole === 0 ? undefined : part / whole)

/** As somebody would count who has all documents on a table and no idea of months or sums. */
function recount(raw: RandomSchool, classIds: readonly string[], from: string, to: string): Counted {
  const within = (at: number) => dayOf(at) >= from && dayOf(at) <= to
  const here = <Each extends { classId: string }>(all: readonly Each[]) =>
    all.filter((each) => classIds.includes(each.classId))
  const children = here(raw.children)
  const ofClass = here(raw.slips).filter(({ toChild }) => toChild === undefined)
  const slips = ofClass.filter(({ state, publishedAt }) => state !== 'withdrawn' && within(publishedAt))
  const asked = slips.filter(({ replyMode }) => replyMode !== 'read')
  const lines = asked.flatMap((slip) => Object.values(slip.entries).map((entry) => ({ slip, entry })))
  const signed = lines.filter(({ entry }) => entry.signedAt !== undefined)
  const followed = lines.filter(({ entry }) => entry.signedAt === undefined && entry.followed)
  const missing = lines.filter(({ entry }) => entry.signedAt === undefined && !entry.followed && !entry.closed)
  const total = signed.length + followed.length + missing.length
  const minutes = signed
    .map(({ slip, entry }) => Math.floor(((entry.signedAt ?? 0) - slip.publishedAt) / 60_000))
    .sort((a, b) => a - b)
  const middle = [minutes[Math.ceil(minutes.length / 2) - 1], minutes[Math.floor(minutes.length / 2)]]
  const told = here(raw.slips).flatMap(({ reachedBy }) => reachedBy.filter(({ at }) => within(at)))
  const by = (way: string) => told.filter((each) => each.way === way).length
  const posts = raw.verdicts.filter(({ classIds: to, at }) => within(at) && to.some((each) => classIds.includes(each)))
  const marks = here(raw.rolls)
    .filter(({ takenAt, day }) => takenAt !== undefined && day >= from && day <= to)
    .flatMap(({ lines: kept }) => Object.values(kept).map(({ mark }) => mark))
  const marked = (mark: string) => marks.filter((each) => each === mark).length
  const attended = marked('present') + marked('late') + marked('early')
  const seated = (fits: (count: number) => boolean) => children.filter(({ guardians }) => fits(guardians.length)).length
  return {
    children: children.length,
    notices: distinct(slips.map(({ noticeId }) => noticeId)),
    ...{ entries: total, signed: signed.length, followed: followed.length },
    signRate: rate(signed.length, total),
    reachedRate: rate(signed.length + followed.length, total),
    medianMinutes: minutes.length > 0 ? sum(middle.map((each) => each ?? 0)) / 2 : undefined,
    p90Minutes: minutes[Math.max(0, Math.ceil(minutes.length * 0.9) - 1)],
    followUps: {
      done: told.length,
      ways: { phone: by('phone'), paper: by('paper'), face: by('face'), visit: by('visit') },
      owed: missing.filter(({ slip }) => slip.state === 'running' && (slip.deadline ?? Infinity) < LAST).length,
    },
    seats: [seated((n) => n === 0), seated((n) => n === 1), seated((n) => n >= 2)],
    openLeaves: here(raw.leaves).filter(({ state }) => state === 'pending').length,
    overrides: distinct(slips.filter(({ urgentCause }) => urgentCause).map(({ noticeId }) => noticeId)),
    refusals: posts.filter(({ verdict }) => verdict === 'refuse').length,
    held: posts.filter(({ verdict }) => verdict === 'hold').length,
    attendance: {
      ...{ total: marks.length, present: marked('present'), late: marked('late'), early: marked('early') },
      ...{ absent: marked('absent'), rate: rate(attended, marks.length) },
    },
  }
}

/** Only what was recounted, with what is absent said. */
function counted(figures: Figures): Counted {
  const { children, notices, entries, signed, followed, followUps, seats, openLeaves, attendance } = figures
  const { signRate, reachedRate, medianMinutes, p90Minutes, overrides, refusals, held } = figures
  const { total, present, late, early, absent } = attendance
  return {
    ...{ children, notices, entries, signed, followed, signRate, reachedRate, medianMinutes, p90Minutes, followUps },
    ...{ seats, openLeaves, overrides, refusals, held },
    attendance: { total, present, late, early, absent, rate: attendance.rate },
  }
}

const SPANS: [Range, string][] = [
  ...(['week', 'month', 'year'] as const).map((range): [Range, string] => [range, TODAY]),
  ...['2026-08-15', '2026-09-10', '2026-10-14'].map((of): [Range, string] => ['month', of]),
  ...['2026-09-09', '2026-10-02'].map((of): [Range, string] => ['week', of]),
]

describe.each(schools.map((school) => [school.schoolId, school] as const))('given the school %s', (schoolId, raw) => {
  test.each(SPANS)(
    'X01 X02 X03 X04 X05 X06 its %s about %s is the recount, for each class, grade and the school',
    async (range, of) => {
      const found = await house.get(raw.principal, 'statistics.read', { schoolId, range, of })
      const { from, to } = found
      expect(counted(found.school)).toEqual(recount(raw, raw.classIds, from, to))
      expect(found.classes.map(({ classId }) => classId).sort()).toEqual([...raw.classIds].sort())
      for (const figures of found.classes) expect(counted(figures)).toEqual(recount(raw, [figures.classId], from, to))
      for (const figures of found.grades) {
        const own = found.classes.filter(({ grade }) => grade === figures.grade).map(({ classId }) => classId)
        expect(counted(figures)).toEqual(recount(raw, own, from, to))
      }
      const rules = found.rules.map(({ rule, refused, held }) => [rule, refused, held])
      const expected = ['C18', 'C20', 'C38', 'T01'].flatMap((rule) => {
        const posts = raw.verdicts.filter(
          ({ rules, at }) => rules.includes(rule) && dayOf(at) >= from && dayOf(at) <= to,
        )
        const refused = posts.filter(({ verdict }) => verdict === 'refuse').length
        return posts.length > 0 ? [[rule, refused, posts.length - refused]] : []
      })
      expect(rules.sort()).toEqual(expected)
    },
  )
})

test('the random schools have something of everything, over more than three months', () => {
  const all = schools.flatMap(({ slips, verdicts, rolls }) => [slips.length, verdicts.length, rolls.length])
  expect(sum(all)).toBeGreaterThan(100)
  expect(LAST - FIRST).toBeGreaterThan(90 * DAY_MS)
  for (const state of ['running', 'closed', 'withdrawn']) {
    expect(schools.some(({ slips }) => slips.some((slip) => slip.state === state))).toBe(true)
  }
})
