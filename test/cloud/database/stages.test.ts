// Decides nothing: proves every stage the SDK has a method for, and those only a raw pipeline can name.
import type { CloudProcess } from '../cloud-process'
import { errorOf } from '../local-cloud/sdks'
import { runRaw, startDatabase, type Aggregation, type Database } from './connect'

let process: CloudProcess
let db: Database
const PEOPLE = [
  { _id: 'a', age: 10, boss: null, day: 1, tags: ['x', 'y'], o: { n: 1 } },
  { _id: 'b', age: 20, boss: 'a', day: 2, tags: ['x'], o: { n: 2 } },
  { _id: 'c', age: 30, boss: 'b', day: 5, tags: [] },
  { _id: 'd', age: 30, boss: 'b', day: 6 },
]
beforeAll(async () => {
  ;({ process, db } = await startDatabase())
  await db.collection('people').add(PEOPLE)
  await db.collection('t').add({ _id: 'only', age: 99 })
})
afterAll(() => process.stop())

const ids = (rows: Record<string, unknown>[]) => rows.map(({ _id }) => _id)

/** [stage, the call, the rows]. Those proven in geo.test.ts and lookup tests stand apart. */
const STAGES: [string, (people: Aggregation) => Aggregation, object[]][] = [
  [
    'addFields',
    (p) =>
      p
        .match({ _id: 'a' })
        .addFields({ 'o.m': { $add: ['$age', 1] } })
        .project({ o: 1 }),
    [{ _id: 'a', o: { n: 1, m: 11 } }],
  ],
  [
    'bucket',
    (p) => p.bucket({ groupBy: '$age', boundaries: [0, 20, 30], default: 'more' }),
    [
      { _id: 0, count: 1 },
      { _id: 20, count: 1 },
      { _id: 'more', count: 2 },
    ],
  ],
  [
    'bucketAuto',
    (p) => p.bucketAuto({ groupBy: '$age', buckets: 2 }),
    [
      { _id: { min: 10, max: 30 }, count: 2 },
      { _id: { min: 30, max: 30 }, count: 2 },
    ],
  ],
  ['count', (p) => p.count('total'), [{ total: 4 }]],
  [
    'group',
    (p) => p.group({ _id: '$age', n: { $sum: 1 } }).sort({ _id: 1 }),
    [
      { _id: 10, n: 1 },
      { _id: 20, n: 1 },
      { _id: 30, n: 2 },
    ],
  ],
  ['limit', (p) => p.sort({ _id: -1 }).limit(1).project({ age: 1 }), [{ _id: 'd', age: 30 }]],
  [
    'lookup',
    (p) =>
      p
        .match({ _id: 'b' })
        .lookup({ from: 'people', localField: 'boss', foreignField: '_id', as: 'chief' })
        .project({ 'chief.age': 1 }),
    [{ _id: 'b', chief: [{ age: 10 }] }],
  ],
  ['match', (p) => p.match({ tags: 'y' }).project({ age: 1 }), [{ _id: 'a', age: 10 }]],
  [
    'project',
    (p) => p.match({ _id: 'a' }).project({ _id: 0, first: { $arrayElemAt: ['$tags', 0] } }),
    [{ first: 'x' }],
  ],
  ['replaceRoot', (p) => p.match({ _id: 'a' }).replaceRoot({ newRoot: '$o' }), [{ n: 1 }]],
  ['sample', (p) => p.sample({ size: 3 }).count('n'), [{ n: 3 }]],
  ['skip', (p) => p.sort({ _id: 1 }).skip(3).project({ age: 1 }), [{ _id: 'd', age: 30 }]],
  [
    'sort',
    (p) => p.sort({ age: -1, _id: -1 }).limit(2).project({ age: 1 }),
    [
      { _id: 'd', age: 30 },
      { _id: 'c', age: 30 },
    ],
  ],
  [
    'sortByCount',
    (p) => p.match({ age: { $gt: 10 } }).sortByCount('$age'),
    [
      { _id: 30, count: 2 },
      { _id: 20, count: 1 },
    ],
  ],
  [
    'unwind',
    (p) => p.match({ _id: 'a' }).unwind({ path: '$tags', includeArrayIndex: 'i' }).project({ tags: 1, i: 1 }),
    [
      { _id: 'a', tags: 'x', i: 0 },
      { _id: 'a', tags: 'y', i: 1 },
    ],
  ],
]

describe('given a stage of the SDK', () => {
  test.each(STAGES)('%s', async (_name, call, rows) => {
    expect((await call(db.collection('people').aggregate()).end()).data).toEqual(rows)
  })

  test('the table and the tests of places leave none out', () => {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(db.collection('t').aggregate()))
    const own = ['constructor', 'end', 'unwrap', 'done', '_pipe']
    const proven = [...STAGES.map(([name]) => name), 'geoNear']
    expect(methods.filter((name) => !own.includes(name) && !proven.includes(name))).toEqual([])
  })
})

describe('given a raw pipeline', () => {
  const rows = (...pipeline: object[]) => runRaw(db.collection('people'), ...pipeline)

  test('facet runs pipelines side by side, unionWith adds another collection', async () => {
    const facets = { young: [{ $match: { age: { $lt: 20 } } }, { $count: 'n' }], all: [{ $count: 'n' }] }
    expect(await rows({ $facet: facets })).toEqual([{ young: [{ n: 1 }], all: [{ n: 4 }] }])
    expect(ids(await rows({ $unionWith: 't' }, { $sort: { age: -1 } }))[0]).toBe('only')
  })

  test('set, unset, replaceWith and redact change rows', async () => {
    const first = [{ $match: { _id: 'a' } }, { $set: { x: 1 } }, { $unset: ['tags', 'boss', 'day', 'age'] }]
    expect(await rows(...first)).toEqual([{ _id: 'a', o: { n: 1 }, x: 1 }])
    expect(await rows({ $match: { _id: 'b' } }, { $replaceWith: '$o' })).toEqual([{ n: 2 }])
    const old = { $cond: [{ $gte: ['$age', 30] }, '$$KEEP', '$$PRUNE'] }
    expect(ids(await rows({ $redact: old }, { $sort: { _id: 1 } }))).toEqual(['c', 'd'])
  })

  test('graphLookup follows a chain, with its depth and a restriction', async () => {
    const chain = { from: 'people', startWith: '$boss', connectFromField: 'boss', connectToField: '_id', as: 'chain' }
    const [up] = await rows({ $match: { _id: 'c' } }, { $graphLookup: { ...chain, depthField: 'depth' } })
    expect(up?.['chain']).toMatchObject([
      { _id: 'b', depth: 0 },
      { _id: 'a', depth: 1 },
    ])
    const [near] = await rows({ $match: { _id: 'c' } }, { $graphLookup: { ...chain, maxDepth: 0 } })
    expect(near?.['chain']).toMatchObject([{ _id: 'b' }])
    const restricted = { ...chain, restrictSearchWithMatch: { age: { $gt: 20 } } }
    expect(await rows({ $match: { _id: 'c' } }, { $graphLookup: restricted })).toMatchObject([{ chain: [] }])
    const down = { ...chain, startWith: '$_id', connectFromField: '_id', connectToField: 'boss' }
    const [below] = await rows({ $match: { _id: 'a' } }, { $graphLookup: down })
    expect(ids(below?.['chain'] as { _id: string }[]).sort()).toEqual(['b', 'c', 'd'])
  })

  test('densify adds the numbers between, fill gives missing fields a value', async () => {
    const densify = { $densify: { field: 'day', range: { step: 1, bounds: 'full' } } }
    const dense = await rows({ $project: { day: 1, age: 1, _id: 0 } }, densify, { $sort: { day: 1 } })
    expect(dense.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 6])
    const filled = await rows({ $project: { day: 1, age: 1, _id: 0 } }, densify, {
      $fill: { sortBy: { day: 1 }, output: { age: { method: 'locf' } } },
    })
    expect(filled.map(({ age }) => age)).toEqual([10, 20, 20, 20, 30, 30])
    expect(
      await rows({ $fill: { output: { o: { value: 'none' } } } }, { $match: { o: 'none' } }, { $count: 'n' }),
    ).toEqual([{ n: 2 }])
  })

  test('setWindowFields ranks and sums, median and percentile summarise', async () => {
    const window = {
      sortBy: { day: 1 },
      output: { sum: { $sum: '$age', window: { documents: ['unbounded', 'current'] } } },
    }
    expect((await rows({ $setWindowFields: window })).map(({ sum }) => sum)).toEqual([10, 30, 60, 90])
    const summary = {
      _id: null,
      median: { $median: { input: '$age', method: 'approximate' } },
      low: { $percentile: { input: '$age', p: [0.25], method: 'approximate' } },
    }
    expect(await rows({ $group: summary })).toEqual([{ _id: null, median: 20, low: [10] }])
  })

  test.each(['$out', '$merge', '$documents', '$collStats', '$indexStats', '$search', '$changeStream', '$strange'])(
    '%s is refused by name',
    async (stage) => {
      const refusal = await errorOf(rows({ [stage]: {} }))
      expect(refusal).toMatchObject({
        code: 'DATABASE_INVALID_OPERRATOR',
        message: expect.stringContaining(stage) as string,
      })
    },
  )

  test.each(['$function', '$accumulator'])('%s runs no code', async (operator) => {
    const refusal = await errorOf(rows({ $group: { _id: null, x: { [operator]: {} } } }))
    expect(refusal.message).toContain(operator)
  })
})
