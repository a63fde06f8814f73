// Decides nothing: proves the aggregation stages and expressions of CloudBase's documents through the real SDK.
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { connectWx, errorOf, FIXTURES, type WxDatabase } from './sdks'

let process: CloudProcess
let db: WxDatabase
let $: Record<
  'avg' | 'dateToString' | 'filter' | 'min' | 'multiply' | 'objectToArray' | 'push' | 'size' | 'sum',
  (...operands: unknown[]) => object
>
const t = () => db.collection('t').aggregate()

beforeAll(async () => {
  process = await startCloudProcess({ ...FIXTURES, now: '2026-09-01T08:00:00+08:00' })
  db = connectWx(process.url).db
  $ = db.command.aggregate as unknown as typeof $
  const slips = Array.from({ length: 6 }, (_, n) => ({
    _id: `s${n}`,
    classId: `c${n % 2}`,
    n,
    entries: { [`k${n}`]: { signed: n % 3 === 0 }, shared: { signed: true } },
    at: { $date: new Date(Date.UTC(2026, 8, 1, 15, n)).toISOString() },
    tags: n === 0 ? [] : ['a', `b${n}`],
  }))
  await process.control('data.import', { collection: 't', documents: slips })
  const seats = Array.from({ length: 6 }, (_, n) => ({
    _id: `x${n}`,
    childId: `c${n % 2}`,
    openids: [`o${n}`],
    grade: n % 3,
    no: n,
  }))
  await process.control('data.import', { collection: 'seats', documents: seats })
})
afterAll(() => process.stop())

describe('given aggregation stages', () => {
  test('project, addFields, replaceRoot and count shape rows', async () => {
    const { list } = await t()
      .match({ n: 1 })
      .addFields({ twice: $.multiply(['$n', 2]) })
      .project({ _id: 0, twice: 1 })
      .end()
    expect(list).toEqual([{ twice: 2 }])
    expect(
      (
        await t()
          .replaceRoot({ newRoot: { of: '$classId' } })
          .limit(1)
          .end()
      ).list,
    ).toEqual([{ of: 'c0' }])
    expect((await t().match({ classId: 'c1' }).count('rows').end()).list).toEqual([{ rows: 3 }])
  })

  test('unwind, group, sortByCount and bucket gather rows', async () => {
    expect((await t().unwind('$tags').sortByCount('$tags').limit(1).end()).list).toEqual([{ _id: 'a', count: 5 }])
    const buckets = await t()
      .bucket({ groupBy: '$n', boundaries: [0, 2, 6], output: { rows: $.sum(1), names: $.push('$_id') } })
      .end()
    expect(buckets.list.map(({ rows }) => rows)).toEqual([2, 4])
    const grouped = await t()
      .group({ _id: '$classId', sum: $.sum('$n'), least: $.min('$n'), avg: $.avg('$n') })
      .sort({ _id: -1 })
      .end()
    expect(grouped.list).toEqual([
      { _id: 'c1', sum: 9, least: 1, avg: 3 },
      { _id: 'c0', sum: 6, least: 0, avg: 2 },
    ])
  })

  test('a map of entries is counted with objectToArray, filter and size', async () => {
    const signed = $.filter({ input: $.objectToArray('$entries'), as: 'e', cond: '$$e.v.signed' })
    const { list } = await t()
      .sort({ n: 1 })
      .project({ _id: 0, signed: $.size(signed) })
      .end()
    expect(list.map((row) => row['signed'])).toEqual([2, 1, 1, 2, 1, 1])
  })

  test('dates are written in Beijing time, and NOW is the time of the cloud', async () => {
    const day = $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' })
    expect((await t().match({ n: 5 }).project({ _id: 0, day }).end()).list).toEqual([{ day: '2026-09-01 23:05' }])
    const { list } = await t().limit(1).project({ now: '$$NOW' }).end()
    expect((list[0]?.['now'] as Date).toISOString()).toMatch(/^2026-09-01T00:0/)
  })

  test('skip and limit page, and a limit before a later stage counts as one', async () => {
    expect((await t().sort({ n: 1 }).skip(1).limit(2).project({ n: 1, _id: 0 }).end()).list).toEqual([
      { n: 1 },
      { n: 2 },
    ])
  })
})

describe('given a lookup', () => {
  test('by equal fields it joins arrays element by element, and finds nothing for nothing', async () => {
    const { list } = await t()
      .match({ n: 0 })
      .lookup({ from: 'seats', localField: 'classId', foreignField: 'childId', as: 'seats' })
      .end()
    expect((list[0]?.['seats'] as { _id: string }[]).map(({ _id }) => _id)).toEqual(['x0', 'x2', 'x4'])
    const none = await t()
      .match({ n: 0 })
      .lookup({ from: 'seats', localField: 'tags', foreignField: 'openids', as: 's' })
      .end()
    expect(none.list[0]?.['s']).toEqual([])
  })

  const pipelineOf = (...stages: object[]) => stages
  test('with variables and a pipeline it reads by an index, also one inside another', async () => {
    await process.control('counters.reset')
    const inner = {
      from: 'seats',
      let: { grade: '$grade' },
      pipeline: pipelineOf({ $match: { $expr: { $eq: ['$grade', '$$grade'] } } }, { $project: { no: 1, _id: 0 } }),
      as: 'sameGrade',
    }
    const { list } = await t()
      .match({ _id: 's1' })
      .lookup({
        from: 'seats',
        let: { child: '$classId' },
        pipeline: pipelineOf(
          { $match: { $expr: { $eq: ['$childId', '$$child'] } } },
          { $sort: { no: -1 } },
          { $limit: 1 },
          { $lookup: inner },
        ),
        as: 'seats',
      })
      .end()
    expect(list[0]?.['seats']).toEqual([expect.objectContaining({ _id: 'x5', sameGrade: [{ no: 5 }, { no: 2 }] })])
    const { actions } = await process.control<{ actions: { admin: { rowsRead: number } } }>('counters.read')
    expect(actions.admin.rowsRead).toBeLessThanOrEqual(6)
  })

  test('fields and a pipeline together narrow each other', async () => {
    const { list } = await t()
      .match({ n: 0 })
      .lookup({
        from: 'seats',
        localField: 'classId',
        foreignField: 'childId',
        pipeline: [{ $match: { no: { $gt: 1 } } }],
        as: 's',
      })
      .end()
    expect((list[0]?.['s'] as { _id: string }[]).map(({ _id }) => _id)).toEqual(['x2', 'x4'])
  })
})

describe('given something that is not supported', () => {
  test.each([
    ['a stage', [{ $out: 'u' }], /\$out/],
    ['an expression', [{ $project: { x: { $nonsense: 1 } } }], /nonsense/],
    [
      'an option of lookup',
      [{ $lookup: { from: 'u', as: 'x', localField: 'a', foreignField: 'b', strange: 1 } }],
      /strange/,
    ],
  ])('%s is refused by name', async (_what, stages, words) => {
    const error = await errorOf(t().lookup({ from: 'u', let: {}, pipeline: stages, as: 'x' }).end())
    expect(error.errMsg).toMatch(words)
  })
})
