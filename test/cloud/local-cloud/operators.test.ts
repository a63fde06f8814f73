// Decides nothing: proves every operator of `db.command` through the real SDK.
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { connectWx, errorOf, FIXTURES, type WxDatabase } from './sdks'

let process: CloudProcess
let db: WxDatabase

type Make = (...operands: unknown[]) => object
/** The SDK's commands, also those its types do not know. */
type Commands = Record<
  | 'eq'
  | 'neq'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'in'
  | 'nin'
  | 'all'
  | 'elemMatch'
  | 'exists'
  | 'size'
  | 'mod'
  | 'and'
  | 'or'
  | 'not'
  | 'nor'
  | 'expr'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects'
  | 'text'
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'bit'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet',
  Make
> & { aggregate: Record<'gt' | 'size', Make> }
let _: Commands

beforeAll(async () => {
  process = await startCloudProcess(FIXTURES)
  db = connectWx(process.url).db
  _ = db.command as unknown as Commands
})
afterAll(() => process.stop())
const t = () => db.collection('t')

describe('given query operators', () => {
  test('an object equals one with the same fields in the same order, alone, in lists and below a path', async () => {
    await process.control('data.import', {
      collection: 'u',
      documents: [
        { _id: 'ab', o: { a: 1, b: 2 }, list: [{ o: { a: 1, b: 2 } }, 5], pair: [{ a: 1, b: 2 }] },
        { _id: 'ba', o: { b: 2, a: 1 }, list: [{ o: { b: 2, a: 1 } }], pair: [{ b: 2, a: 1 }] },
        { _id: 'abc', o: { a: 1, b: 2, c: 3 }, list: [], pair: [] },
        { _id: 'text', o: 'text' },
      ],
    })
    const found = async (filter: object) =>
      (await db.collection('u').where(filter).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id)
    const ab = { a: 1, b: 2 }
    expect(await found({ o: _.eq(ab) })).toEqual(['ab'])
    expect(await found({ o: _.neq(ab) })).toEqual(['abc', 'ba', 'text'])
    expect(await found({ o: _.in([ab, 'text']) })).toEqual(['ab', 'text'])
    expect(await found({ o: _.nin([ab, 'text']) })).toEqual(['abc', 'ba'])
    expect(await found({ 'list.o': _.eq({ b: 2, a: 1 }) })).toEqual(['ba'])
    expect(await found({ 'list.0.o': _.eq(ab) })).toEqual(['ab'])
    expect(await found({ pair: _.all([ab]) })).toEqual(['ab'])
    expect(await found({ pair: _.eq([{ b: 2, a: 1 }]) })).toEqual(['ba'])
    expect(await found({ pair: _.elemMatch(_.eq({ b: 2, a: 1 })) })).toEqual(['ba'])
    expect(await found({ o: ab })).toEqual(['ab', 'abc', 'ba'])
    await db
      .collection('u')
      .where({ _id: _.exists(true) })
      .remove()
  })

  const DOCUMENTS = [
    {
      _id: '1',
      n: 1,
      s: 'Anna',
      tags: ['a', 'b'],
      list: [
        { x: 1, y: 5 },
        { x: 2, y: 6 },
      ],
      at: { $date: '2026-09-01T00:00:00Z' },
    },
    { _id: '2', n: 2, s: 'bert', tags: ['b'], list: [{ x: 1, y: 6 }], o: { a: { b: 1 } } },
    { _id: '3', n: 3, tags: [], o: { a: 5 } },
    { _id: '4', n: null, s: '家长' },
    { _id: '5', s: 'anton', n: '3' },
  ]
  beforeAll(() => process.control('data.import', { collection: 't', documents: DOCUMENTS }))
  afterAll(() => t().where({}).remove())

  test.each<[string, () => object, string[]]>([
    ['eq', () => ({ n: _.eq(2) }), ['2']],
    ['eq null finds what is missing too', () => ({ s: _.eq(null) }), ['3']],
    ['neq', () => ({ n: _.neq(2) }), ['1', '3', '4', '5']],
    ['comparisons stay within a type', () => ({ n: _.gt(1) }), ['2', '3']],
    ['lt and lte', () => ({ n: _.lte(2) }), ['1', '2']],
    ['dates', () => ({ at: _.lt(new Date('2026-09-02')) }), ['1']],
    ['in', () => ({ n: _.in([1, '3', null]) }), ['1', '4', '5']],
    ['nin', () => ({ n: _.nin([1, 2]) }), ['3', '4', '5']],
    ['a list contains', () => ({ tags: 'b' }), ['1', '2']],
    ['all', () => ({ tags: _.all(['b', 'a']) }), ['1']],
    ['size', () => ({ tags: _.size(0) }), ['3']],
    ['elemMatch holds for one element', () => ({ list: _.elemMatch({ x: 1, y: 6 }) }), ['2']],
    ['exists', () => ({ o: _.exists(false) }), ['1', '4', '5']],
    ['mod', () => ({ n: (_.mod(2, 1) as { and: Make }).and(_.lt(9)) }), ['1', '3']],
    ['a path into an object', () => ({ o: { a: { b: 1 } } }), ['2']],
    ['a path through a list', () => ({ 'list.y': 6 }), ['1', '2']],
    ['a position in a list', () => ({ 'tags.0': 'b' }), ['2']],
    ['and on one field', () => ({ n: (_.gt(1) as { and: Make }).and(_.lt(3)) }), ['2']],
    ['or on one field', () => ({ n: (_.eq(1) as { or: Make }).or(_.eq(3)) }), ['1', '3']],
    ['or over fields', () => _.or([{ n: 1 }, { s: '家长' }]), ['1', '4']],
    ['and over fields', () => _.and([{ tags: 'b' }, _.or({ n: 1 }, { n: 3 })]), ['1']],
    ['not', () => ({ n: _.not(_.gt(1)) }), ['1', '4', '5']],
    ['nor', () => ({ n: _.nor([_.gt(1), _.eq(null)]) }), ['1', '5']],
    ['a pattern', () => ({ s: /^an/i }), ['1', '5']],
    ['expr', () => _.expr(_.aggregate.gt([_.aggregate.size({ $ifNull: ['$tags', []] }), 0])), ['1', '2']],
  ])('%s', async (_name, filter, ids) => {
    const { data } = await t().where(filter()).orderBy('_id', 'asc').get()
    expect(data.map((document) => document['_id'])).toEqual(ids)
    expect((await t().where(filter()).count()).total).toBe(ids.length)
  })

  test.each<[string, () => object]>([['$search', () => _.text({ search: 'x' } as never)]])(
    '%s is refused by name',
    async (name, filter) => {
      expect((await errorOf(t().where(filter()).get())).errMsg).toContain(name)
    },
  )
})

describe('given update operators', () => {
  test.each<[string, object, () => object, object]>([
    [
      'set replaces an object, a plain object only its fields',
      { o: { a: 1 }, p: { a: 1 } },
      () => ({ o: _.set({ b: 2 }), p: { b: 2 } }),
      { o: { b: 2 }, p: { a: 1, b: 2 } },
    ],
    ['remove', { a: 1, o: { x: 1, y: 2 } }, () => ({ a: _.remove(), 'o.x': _.remove() }), { o: { y: 2 } }],
    [
      'inc and mul, also of what is missing',
      { n: 2 },
      () => ({ n: _.inc(-1), m: _.inc(3), k: _.mul(3) }),
      { n: 1, m: 3, k: 0 },
    ],
    ['min and max', { a: 5, b: 5 }, () => ({ a: _.min(3), b: _.max(4), c: _.max(1) }), { a: 3, b: 5, c: 1 }],
    ['rename', { a: 1 }, () => ({ a: _.rename('b') }), { b: 1 }],
    ['bit', { n: 13 }, () => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
    [
      'push one, many, and into what is missing',
      { a: [1] },
      () => ({ a: _.push(2), b: _.push([1, 2]) }),
      { a: [1, 2], b: [1, 2] },
    ],
    [
      'push at a place, sorted, cut',
      { a: [5], b: [3] },
      () => ({ a: _.push({ each: [1], position: 0 }), b: _.push({ each: [1, 2], sort: 1, slice: 2 }) }),
      { a: [1, 5], b: [1, 2] },
    ],
    [
      'pop, shift, unshift',
      { a: [1, 2], b: [1, 2], c: [2] },
      () => ({ a: _.pop(), b: _.shift(), c: _.unshift([0, 1]) }),
      { a: [1], b: [2], c: [0, 1, 2] },
    ],
    [
      'pull by value and by condition',
      { a: [1, 2, 1], b: [{ x: 1 }, { x: 5 }] },
      () => ({ a: _.pull(1), b: _.pull({ x: _.gt(2) }) }),
      { a: [2], b: [{ x: 1 }] },
    ],
    ['pullAll', { a: [1, 2, 3] }, () => ({ a: _.pullAll([1, 3]) }), { a: [2] }],
    [
      'addToSet, one and many',
      { a: [1], b: [1] },
      () => ({ a: _.addToSet(1), b: _.addToSet({ $each: [1, 2] }) }),
      { a: [1], b: [1, 2] },
    ],
    ['a path into a list', { a: [{ x: 1 }, { x: 2 }] }, () => ({ 'a.1.x': 9 }), { a: [{ x: 1 }, { x: 9 }] }],
    ['a path that is not there yet', {}, () => ({ 'a.b.c': 1 }), { a: { b: { c: 1 } } }],
    [
      'a map keyed by id',
      { entries: { k1: { n: 1 } } },
      () => ({ 'entries.k2': _.set({ n: 2 }), 'entries.k1.n': _.inc(1) }),
      { entries: { k1: { n: 2 }, k2: { n: 2 } } },
    ],
  ])('%s', async (_name, before, change, after) => {
    const { _id } = await t().add({ data: before })
    expect((await t().doc(_id).update({ data: change() })).stats).toEqual({ updated: 1 })
    expect((await t().doc(_id).get()).data).toEqual({ _id, ...after })
  })

  test('the position that a condition found is changed, and only it', async () => {
    await t().add({
      data: {
        _id: 'p',
        list: [
          { k: 1, v: 0 },
          { k: 2, v: 0 },
        ],
      },
    })
    expect(
      (
        await t()
          .where({ _id: 'p', 'list.k': 2 })
          .update({ data: { 'list.$.v': 7 } })
      ).stats.updated,
    ).toBe(1)
    expect((await t().doc('p').get()).data['list']).toEqual([
      { k: 1, v: 0 },
      { k: 2, v: 7 },
    ])
  })

  test('an update of the id, of one path twice, or of a path with an empty name is refused', async () => {
    await t().add({ data: { _id: 'r', a: { b: 1 } } })
    for (const data of [{ a: _.set({}), 'a.b': 2 }, { 'a..b': 1 }]) {
      expect((await errorOf(t().doc('r').update({ data }))).errCode).toBe(-502001)
    }
    expect((await t().doc('r').get()).data).toEqual({ _id: 'r', a: { b: 1 } })
  })

  test('an update of many changes each by its own value, and counts those that changed', async () => {
    for (let n = 0; n < 3; n++) await t().add({ data: { _id: `m${n}`, many: true, n } })
    expect(
      (
        await t()
          .where({ many: true })
          .update({ data: { n: _.max(1) } })
      ).stats.updated,
    ).toBe(1)
    expect(
      (
        await t()
          .where({ many: true })
          .update({ data: { n: _.inc(1) } })
      ).stats.updated,
    ).toBe(3)
  })
})

describe('given a projection', () => {
  test('it keeps or drops fields and paths, and cuts lists', async () => {
    await t().add({ data: { _id: 'f', a: 1, o: { x: 1, y: 2 }, list: [1, 2, 3] } })
    const only = async (projection: Record<string, boolean | object>) =>
      (await t().where({ _id: 'f' }).field(projection).get()).data[0]
    expect(await only({ 'o.x': true, _id: false })).toEqual({ o: { x: 1 } })
    expect(await only({ list: false, o: false })).toEqual({ _id: 'f', a: 1 })
    expect(await only({ list: { $slice: 2 }, a: true })).toEqual({ _id: 'f', a: 1, list: [1, 2] })
  })
})
