// Proves what becomes of classes in a new year: each goes up once, no two share a name, and the way back is exact.
import fc from 'fast-check'
import { climb, gradeOf, ladderOf, planYear, reverseMoves, type Standing, type YearClass } from '@class-pact/core/year'
import { parseClassName } from '@class-pact/core/roster'
import type { SchoolKind } from '@class-pact/core/contract'

const YEAR = 2027
const classes = (...names: string[]): YearClass[] =>
  names.map((name) => ({ classId: name, standing: { name, order: parseClassName(name)?.order ?? 9000 } }))
const becomes = (kind: SchoolKind, names: string[], answers = {}) =>
  Object.fromEntries(
    planYear(classes(...names), { kind, year: YEAR, answers }).classes.map(({ standing, to }) => [
      standing.name,
      'name' in to ? `${to.as} ${to.name}` : to.as,
    ]),
  )

describe('given a primary school', () => {
  test('L13 三（2）班 becomes 四（2）班, and the sixth grade graduates', () => {
    expect(becomes('primary', ['一（1）班', '三（2）班', '五（1）班', '六（2）班'])).toEqual({
      '一（1）班': 'promoted 二（1）班',
      '三（2）班': 'promoted 四（2）班',
      '五（1）班': 'promoted 六（1）班',
      '六（2）班': 'archived 2027届六（2）班',
    })
  })

  test('L13 where it has a fifth grade and no sixth, the fifth graduates, unless the leader says otherwise', () => {
    expect(becomes('primary', ['四（1）班', '五（1）班'])['五（1）班']).toBe('archived 2027届五（1）班')
    expect(becomes('primary', ['四（1）班', '五（1）班'], { top: 600 })['五（1）班']).toBe('promoted 六（1）班')
  })

  test('L13 a school that still grows archives nothing', () => {
    expect(becomes('primary', ['一（1）班', '三（1）班'])['三（1）班']).toBe('promoted 四（1）班')
  })

  test('L13 a nine-year school says 初一 or 七 as it always has', () => {
    expect(becomes('primary', ['六（1）班', '初二（1）班'])).toEqual({
      '六（1）班': 'promoted 初一（1）班',
      '初二（1）班': 'promoted 初三（1）班',
    })
    expect(becomes('primary', ['六（1）班', '九（1）班'])).toEqual({
      '六（1）班': 'promoted 七（1）班',
      '九（1）班': 'archived 2027届九（1）班',
    })
  })

  test('L13 a class that is called by the year it began keeps its name, and graduates in its time', () => {
    expect(becomes('primary', ['2023级（2）班', '2021级（1）班', '六（9）班'])).toMatchObject({
      '2023级（2）班': 'kept',
      '2021级（1）班': 'archived 2027届2021级（1）班',
    })
  })
})

describe('given a kindergarten', () => {
  test('L13 小班 becomes 中班, 托班 becomes 小班, and 大班 graduates', () => {
    expect(becomes('kindergarten', ['托一班', '小二班', '中班', '大二班'])).toEqual({
      托一班: 'promoted 小一班',
      小二班: 'promoted 中二班',
      中班: 'promoted 大班',
      大二班: 'archived 2027届大二班',
    })
  })

  test('L13 a class whose name says no grade is asked about, and nothing moves until it is answered', () => {
    const all = classes('小一班', '向日葵班')
    const asked = planYear(all, { kind: 'kindergarten', year: YEAR })
    expect(asked.classes[1]?.to).toEqual({ as: 'asked', why: 'unreadable' })
    expect(asked.moves).toEqual([])
    const kept = { classes: [{ classId: '向日葵班', keep: true as const }] }
    expect(planYear(all, { kind: 'kindergarten', year: YEAR, answers: kept }).moves).toHaveLength(1)
    const named = { classes: [{ classId: '向日葵班', name: '大三班' }] }
    expect(planYear(all, { kind: 'kindergarten', year: YEAR, answers: named }).classes[1]?.to).toEqual({
      ...{ as: 'named', name: '大三班' },
    })
  })
})

describe('given answers of the leader', () => {
  test('L13 a class made for the new year stays, and whoever would take its name is asked about', () => {
    const answers = { classes: [{ classId: '四（1）班', keep: true as const }] }
    expect(becomes('primary', ['三（1）班', '四（1）班', '六（1）班'], answers)).toMatchObject({
      '三（1）班': 'asked 四（1）班',
      '四（1）班': 'kept',
    })
  })

  test('L13 two that want one name are asked about, and so are names that go round in a ring', () => {
    const one = { classes: [{ classId: '向日葵班', name: '二（1）班' }] }
    const ring = {
      classes: [
        { classId: '向日葵班', name: '月亮班' },
        { classId: '月亮班', name: '向日葵班' },
      ],
    }
    const asked = (names: string[], answers: object) =>
      planYear(classes(...names), { kind: 'primary', year: YEAR, answers }).classes.filter(
        ({ to }) => to.as === 'asked',
      )
    expect(asked(['一（1）班', '向日葵班'], one)).toHaveLength(1)
    expect(asked(['向日葵班', '月亮班'], ring)).toHaveLength(2)
  })

  test('L13 a class that had to make room gets its name back once it is free', () => {
    const aside: YearClass = {
      classId: 'new',
      standing: { name: '新一（1）班', order: 101, parked: { name: '一（1）班', order: 101 } },
    }
    const { classes: planned, moves } = planYear([...classes('一（1）班'), aside], { kind: 'primary', year: YEAR })
    expect(planned.find(({ classId }) => classId === 'new')?.to).toEqual({ as: 'back', name: '一（1）班' })
    expect(moves.map(({ to }) => to.name)).toEqual(['二（1）班', '一（1）班'])
  })
})

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
const className = fc.oneof(
  fc.tuple(fc.constantFrom(...GRADES), fc.integer({ min: 1, max: 9 })).map(([grade, no]) => `${grade}（${no}）班`),
  fc
    .tuple(fc.constantFrom('托', '小', '中', '大'), fc.constantFrom('一', '二', '三', ''))
    .map(([grade, no]) => `${grade}${no}班`),
  fc.constantFrom('向日葵班', '月亮班', '星星班'),
)
const school = fc.record({
  names: fc.uniqueArray(className, { maxLength: 60 }),
  kind: fc.constantFrom<SchoolKind>('primary', 'kindergarten'),
  top: fc.option(fc.constantFrom(500, 600, 900, 2200, 2400), { nil: undefined }),
})
/** Named classes are kept: then nothing is asked. */
const planned = ({ names, kind, top }: { names: string[]; kind: SchoolKind; top?: number }) => {
  const all = classes(...names)
  const keep = names.filter((name) => gradeOf(name) === undefined)
  const answers = { ...(top && { top }), classes: keep.map((classId) => ({ classId, keep: true as const })) }
  return { all, plan: planYear(all, { kind, year: YEAR, answers }) }
}

/** Makes the moves as a database with a unique index would. */
function make(all: ReadonlyMap<string, Standing>, moves: ReturnType<typeof reverseMoves>): Map<string, Standing> {
  const after = new Map(all)
  for (const { classId, from, to } of moves) {
    expect(after.get(classId)).toEqual(from)
    after.set(classId, to)
    expect(new Set([...after.values()].map(({ name }) => name)).size).toBe(after.size)
  }
  return after
}
const asMap = (all: readonly YearClass[]) => new Map(all.map(({ classId, standing }) => [classId, standing]))

test('L13 whatever classes there are, at no moment do two have one name, and every class is dealt with once', () => {
  fc.assert(
    fc.property(school, (given) => {
      const { all, plan } = planned(given)
      expect(plan.classes.filter(({ to }) => to.as === 'asked')).toEqual([])
      make(asMap(all), plan.moves)
      expect(new Set(plan.moves.map(({ classId }) => classId)).size).toBe(plan.moves.length)
    }),
  )
})

test('L13 whatever classes there are, going up and going back leaves everything as it was', () => {
  fc.assert(
    fc.property(school, (given) => {
      const { all, plan } = planned(given)
      const up = make(asMap(all), plan.moves)
      expect(make(up, reverseMoves(plan.moves))).toEqual(asMap(all))
    }),
  )
})

test('L13 whatever classes there are, the top goes first: every class finds its name free when its turn comes', () => {
  fc.assert(
    fc.property(school, (given) => {
      const { plan } = planned(given)
      const orders = plan.moves.filter(({ to }) => to.archived === undefined).map(({ from }) => from.order)
      expect(orders).toEqual([...orders].sort((a, b) => b - a))
    }),
  )
})

test('L13 a class never loses its number on the way up', () => {
  const ladders = ladderOf(['一（1）班', '六（1）班'], 'primary')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }), (grade, no) => {
      const next = climb(`${GRADES[grade - 1]}（${no}）班`, ladders, YEAR)
      expect(next).toEqual({ name: `${GRADES[grade]}（${no}）班`, order: (grade + 1) * 100 + no })
    }),
  )
})
