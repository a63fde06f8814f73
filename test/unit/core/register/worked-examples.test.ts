// Proves the arithmetic of the papers with their own examples, from the entries of the catalogue to the points.
import { retain } from '@class-pact/core/attendance'
import {
  CLASS_POINT_ITEMS,
  REGISTERS,
  classPointsOf,
  equipmentScoreOf,
  findRegister,
  scoreOf,
  shareOf,
  valuesOf,
  type CatalogueId,
  type PointsByRegister,
  type Scored,
} from '@class-pact/core/register'

const chose = (question: string, ...choices: string[]) => ({ slot: '-', answers: [{ question, choices }] })
const gave = (number: number) => ({ slot: '-', answers: [{ question: 'points', number }] })
const times = <T>(count: number, entry: T) => Array.from({ length: count }, () => entry)

/** As a school has them that changed no number. */
function pointsOf(id: CatalogueId, { entries = [], ...scored }: Partial<Scored>) {
  const register = findRegister(id)
  return register?.points && scoreOf(register.points, { entries, ...scored }, valuesOf(register))
}
const items = CLASS_POINT_ITEMS.filter(({ part }) => part === '常规管理').map(({ register }) => register as CatalogueId)
const routineOf = (score: (at: number) => number): PointsByRegister =>
  Object.fromEntries(items.map((id, at) => [id, { points: pointsOf(id, { entries: [gave(score(at))] }), entries: 1 }]))

test('Q01 given ten scores, then a total of 0 to 100 and no item above ten', () => {
  expect(items).toHaveLength(10)
  expect(classPointsOf(routineOf(() => 10)).total).toBe(100)
  expect(classPointsOf(routineOf(() => 0)).total).toBe(0)
  expect(classPointsOf(routineOf((at) => at + 1)).total).toBe(55)
  expect(classPointsOf(routineOf(() => 25)).total).toBe(100)
})
test('Q08 given an item that is given every day, then it is the mean of the days', () => {
  expect(pointsOf('points-hygiene', { entries: [gave(10), gave(9), gave(8)] })).toBe(9)
  expect(pointsOf('points-hygiene', {})).toBeUndefined()
})
test('Q12 given one first and one third prize, then +11', () => {
  expect(pointsOf('class-prizes', { entries: [chose('prize', 'first'), chose('prize', 'third')] })).toBe(11)
  expect(pointsOf('class-prizes', { entries: [chose('prize', 'second')] })).toBe(5)
})
test('Q13 given one city award, then +4; county, province and nation are 3, 5 and 7', () => {
  const levels = ['county', 'city', 'province', 'nation']
  expect(levels.map((level) => pointsOf('class-awards', { entries: [chose('level', level)] }))).toEqual([3, 4, 5, 7])
})
test('Q14 given two criticisms by the school, then −8, taken off the total', () => {
  const points = pointsOf('class-criticism', { entries: [chose('whom', 'class'), chose('whom', 'pupil')] })
  expect(points).toBe(-8)
  expect(classPointsOf({ ...routineOf(() => 10), 'class-criticism': { points, entries: 2 } }).total).toBe(92)
})
test('Q15 given the eight items of safety, then each is worth ten', () => {
  const safety = CLASS_POINT_ITEMS.filter(({ part }) => part === '班级安全').map(({ register }) => register)
  expect(safety).toHaveLength(8)
  expect(safety.map((id) => pointsOf(id as CatalogueId, { entries: [gave(12)] }))).toEqual(times(8, 10))
})
test('Q16 given 40 pupils and 38 at the end, then not zero; 37 are zero, 39 are ten', () => {
  const left = (end: number) => pointsOf('points-retention', { retention: { start: 40, end } })
  expect(retain(40, 38).rate).toBe(0.95)
  expect(left(38)).toBeGreaterThan(0)
  expect(left(37)).toBe(0)
  expect(left(39)).toBe(10)
})
test('Q19 given the monthly check of the equipment, then it is one of the class’s points', () => {
  const points = pointsOf('equipment-check', { entries: [gave(9), gave(10)] })
  expect(points).toBe(9.5)
  expect(classPointsOf({ 'equipment-check': { points, entries: 2 } }).total).toBe(9.5)
})
test('E06 given ten new lessons with five uses, then 50 %, below 60 %; of reviews 80 % are asked for', () => {
  const { shares = [] } = findRegister('lesson-log-share') ?? {}
  const lesson = (kind: string, used: string) => ({
    ...{ slot: 'w2026-11-30' },
    answers: [
      { question: 'kind', choices: [kind] },
      { question: 'used', choices: [used] },
    ],
  })
  const entries = [
    ...[...times(5, lesson('new', 'yes')), ...times(5, lesson('new', 'no'))],
    ...[...times(4, lesson('review', 'yes')), lesson('review', 'no'), lesson('other', 'no')],
  ]
  expect(shares.map((share) => shareOf(share, entries))).toEqual([
    { part: 5, whole: 10 },
    { part: 4, whole: 5 },
  ])
  const values = valuesOf(REGISTERS['lesson-log-share'])
  expect(shares.map(({ percent }) => values[percent])).toEqual([60, 80])
})
test('E07 E08 given six or four lessons a week, then each is asked of whoever fills the log', () => {
  expect(valuesOf(REGISTERS['lesson-log'])).toMatchObject({ times: 6 })
  expect(valuesOf(REGISTERS['lesson-log-points'])).toMatchObject({ times: 4 })
  for (const id of ['lesson-log', 'lesson-log-points'])
    expect(findRegister(id)?.quota).toEqual({ per: 'filler', least: 'times' })
})
test('E08 given four uses each week, then 20; each one that lacks takes 2, and not more than all', () => {
  expect([0, 1, 3, 11].map((missing) => pointsOf('lesson-log-points', { missing }))).toEqual([20, 18, 14, 0])
})
test('E12 given 30 pieces, then 24; a contest is 3, ranks add 3, 2 and 1, and 30 is the most', () => {
  const pieces = (count: number) => pointsOf('courseware', { entries: times(count, chose('kind', 'slides')) })
  expect([0, 15, 30, 45].map(pieces)).toEqual([0, 12, 24, 24])
  const ranks = ['entered', 'first', 'second', 'merit']
  const contest = (rank: string) => pointsOf('courseware-contest', { entries: [chose('rank', rank)] })
  expect(ranks.map(contest)).toEqual([3, 6, 5, 4])
  expect(pointsOf('courseware-contest', { entries: ranks.map((rank) => chose('rank', rank)) })).toBe(6)
  const points = {
    courseware: { points: pieces(40), entries: 40 },
    'courseware-contest': { points: contest('first'), entries: 1 },
  }
  expect(equipmentScoreOf({ points, isToBlame: false }).rows[0]).toMatchObject({ value: 30, of: 30 })
})
test('E13 given repairs, then 20 less 2 for each', () => {
  const repaired = (count: number) => pointsOf('device-repair', { entries: times(count, chose('kind', 'screen')) })
  expect([0, 1, 3, 12].map(repaired)).toEqual([20, 18, 14, 0])
})
test('E14 given an item undone, then 30 less 1; a week unmended less 5; still unmended or lost, then nothing', () => {
  const cared = (...lacking: string[]) => pointsOf('device-care', { entries: [chose('lacking', ...lacking)] })
  expect(cared()).toBe(30)
  expect(cared('dust')).toBe(29)
  expect(cared('dust', 'light', 'theft', 'damp', 'fire', 'knock', 'shock')).toBe(23)
  expect(cared('week')).toBe(25)
  expect(cared('never')).toBe(0)
  expect(cared('lost')).toBe(0)
  expect(pointsOf('device-care', { entries: [chose('lacking', 'dust'), chose('lacking', 'week')] })).toBe(24)
})
