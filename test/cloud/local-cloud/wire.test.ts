// Decides nothing: proves that the unmodified SDKs find CloudBase's database behind the local cloud's wire.
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { connectNode, connectWx, errorOf, FIXTURES, type WxDatabase } from './sdks'

let process: CloudProcess
let db: WxDatabase
let _: WxDatabase['command']

beforeAll(async () => {
  process = await startCloudProcess({ ...FIXTURES, now: '2026-09-01T09:00:00+08:00' })
  db = connectWx(process.url).db
  _ = db.command
})
afterAll(() => process.stop())

const t = () => db.collection('t')
const read = async (id: string) => (await t().doc(id).get()).data
const clear = () =>
  t()
    .where({ _id: _.exists(true) })
    .remove()

describe('given the wire of CloudBase, when wx-server-sdk writes and reads', () => {
  beforeEach(clear)

  test('every type of value comes back as it was', async () => {
    const value = {
      _id: 'types',
      n: 1,
      f: 1.5,
      big: 2 ** 40,
      s: '家校约 🌱',
      d: new Date(0),
      nul: null,
      arr: [1, [2], { x: new Date(5) }],
      o: { a: { b: [] } },
    }
    await t().add({ data: { ...value, re: /ab/i } })
    expect(await read('types')).toEqual({ ...value, re: { pattern: 'ab', options: 'i' } })
  })

  test('the server date is the time of the cloud, not of the machine', async () => {
    await t().add({ data: { _id: 'date', at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) } })
    const { at, later } = (await read('date')) as Record<'at' | 'later', Date>
    expect(at.toISOString()).toMatch(/^2026-09-01T01:0/)
    expect(later.getTime() - at.getTime()).toBeGreaterThanOrEqual(60_000)
  })

  test('an id of 32 characters is made where none is given, and a second document of an id is refused', async () => {
    const { _id } = await t().add({ data: { n: 1 } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
    const error = await errorOf(t().add({ data: { _id, n: 2 } }))
    expect(error.errCode).toBe(-502001)
    expect(error.errMsg).toMatch(/E11000 duplicate key error collection: tnt-local\.t index: _id_/)
  })

  test('a missing document and a missing collection are the errors the SDK knows', async () => {
    expect((await errorOf(t().doc('none').get())).errMsg).toMatch(/document with _id none does not exist/)
    expect((await errorOf(db.collection('nowhere').get())).errCode).toBe(-502005)
  })

  test('where, orderBy, skip, limit and field work together', async () => {
    for (let n = 0; n < 6; n++) await t().add({ data: { _id: `k${n}`, g: n % 2, n, name: `nm${n}` } })
    const { data } = await t()
      .where({ g: _.in([0, 1]), n: _.gte(1).and(_.lt(5)) })
      .orderBy('n', 'desc')
      .skip(1)
      .limit(2)
      .field({ n: true })
      .get()
    expect(data).toEqual([
      { _id: 'k3', n: 3 },
      { _id: 'k2', n: 2 },
    ])
    expect((await t().where({ g: 1 }).count()).total).toBe(3)
    expect(
      (
        await t()
          .where(_.or([{ n: 0 }, { name: db.RegExp({ regexp: '^NM3', options: 'i' }) }]))
          .get()
      ).data,
    ).toHaveLength(2)
  })

  test('get returns 100 documents without a limit and 1000 at most', async () => {
    await process.control('data.import', {
      collection: 't',
      documents: Array.from({ length: 1200 }, (_x, n) => ({ n })),
    })
    expect((await t().get()).data).toHaveLength(100)
    expect((await t().limit(5000).get()).data).toHaveLength(1000)
    expect((await t().count()).total).toBe(1200)
  })

  test('update operators change what they name and nothing else', async () => {
    await t().add({ data: { _id: 'u', n: 1, tags: ['a', 'b'], o: { x: 1, y: 2 }, gone: 1 } })
    const change = { n: _.inc(10), tags: _.push(['c']), 'o.x': 5, q: { r: 5 }, gone: _.remove(), at: db.serverDate() }
    expect((await t().doc('u').update({ data: change })).stats).toEqual({ updated: 1 })
    const updated = await read('u')
    expect(updated).toMatchObject({ n: 11, tags: ['a', 'b', 'c'], o: { x: 5, y: 2 }, q: { r: 5 } })
    expect(updated).not.toHaveProperty('gone')
    await t()
      .doc('u')
      .update({ data: { tags: _.unshift(['z']), o: _.set({ only: 1 }) } })
    await t()
      .doc('u')
      .update({ data: { tags: _.pull('b'), n: _.mul(2) } })
    await t()
      .doc('u')
      .update({ data: { tags: _.addToSet('z') } })
    expect(await read('u')).toMatchObject({ tags: ['z', 'a', 'c'], o: { only: 1 }, n: 22 })
  })

  test('an update that changes nothing, or finds nothing, counts nothing', async () => {
    await t().add({ data: { _id: 'same', n: 1 } })
    expect(
      (
        await t()
          .doc('same')
          .update({ data: { n: 1 } })
      ).stats,
    ).toEqual({ updated: 0 })
    expect(
      (
        await t()
          .doc('none')
          .update({ data: { n: 1 } })
      ).stats,
    ).toEqual({ updated: 0 })
  })

  test('set replaces a document or creates it', async () => {
    await t()
      .doc('s')
      .set({ data: { a: 1 } })
    await t()
      .doc('s')
      .set({ data: { b: 2 } })
    expect(await read('s')).toEqual({ _id: 's', b: 2 })
  })

  test('operators that do not fit a value fail as in MongoDB, and nothing is written', async () => {
    await t().add({ data: { _id: 'x', word: 'w', nothing: null } })
    const refused: [object, RegExp][] = [
      [{ word: _.inc(1), other: 1 }, /Cannot apply \$inc to a value of non-numeric type/],
      [{ word: _.push(['a']) }, /must be an array but is of type string/],
      [{ 'nothing.deep': 1 }, /Cannot create field 'deep' in element {nothing: null}/],
    ]
    for (const [data, words] of refused) expect((await errorOf(t().doc('x').update({ data }))).errMsg).toMatch(words)
    expect(await read('x')).toEqual({ _id: 'x', word: 'w', nothing: null })
  })

  test('a conditional update is won by exactly one of many at once', async () => {
    await t().add({ data: { _id: 'seat', taken: 0 } })
    const tries = Array.from({ length: 20 }, (_x, n) =>
      t()
        .where({ _id: 'seat', taken: _.lt(2) })
        .update({ data: { taken: _.inc(1), by: _.push([n]) } }),
    )
    const wins = (await Promise.all(tries)).filter(({ stats }) => stats.updated === 1)
    expect(wins).toHaveLength(2)
    expect(((await read('seat')) as { by: number[] }).by).toHaveLength(2)
  })

  test('remove takes one or many', async () => {
    for (let n = 0; n < 4; n++) await t().add({ data: { _id: `r${n}`, g: n % 2 } })
    expect((await t().doc('r0').remove()).stats).toEqual({ removed: 1 })
    expect((await t().where({ g: 1 }).remove()).stats).toEqual({ removed: 2 })
    expect((await t().count()).total).toBe(1)
  })
})

describe('given the wire of CloudBase, when wx-server-sdk aggregates', () => {
  beforeAll(async () => {
    await clear()
    const documents = Array.from({ length: 30 }, (_x, n) => ({ _id: `a${n}`, g: n % 2, n }))
    await process.control('data.import', { collection: 't', documents })
    await process.control('data.import', { collection: 'u', documents: [{ _id: 'u0', g: 0, title: 'even' }] })
  })

  test('match, lookup, group and sort work, and 20 rows come without a limit', async () => {
    const $ = _.aggregate
    const grouped = await t()
      .aggregate()
      .match({ n: _.lt(10) })
      .lookup({ from: 'u', localField: 'g', foreignField: 'g', as: 'us' })
      .group({ _id: '$g', total: $.sum('$n'), titles: $.first('$us.title') })
      .sort({ _id: 1 })
      .end()
    expect(grouped.list).toEqual([
      { _id: 0, total: 20, titles: ['even'] },
      { _id: 1, total: 25, titles: [] },
    ])
    expect((await t().aggregate().match({}).end()).list).toHaveLength(20)
    expect((await t().aggregate().match({}).limit(25).end()).list).toHaveLength(25)
  })

  test('a stage that is not supported is refused by name', async () => {
    const near = { longitude: 0, latitude: 0 }
    const error = await errorOf(t().aggregate().geoNear({ near, distanceField: 'd', spherical: true }).end())
    expect(error.errMsg).toMatch(/\$geoNear/)
  })
})

describe('given an index that is declared unique', () => {
  test('a second value is refused, and a second document without the field too', async () => {
    const slugs = db.collection('slugs')
    await slugs.add({ data: { _id: '1', slug: 'a' } })
    expect((await errorOf(slugs.add({ data: { _id: '2', slug: 'a' } }))).errMsg).toMatch(/E11000.*index: slug/)
    await slugs.add({ data: { _id: '3' } })
    expect((await errorOf(slugs.add({ data: { _id: '4' } }))).errMsg).toMatch(/E11000.*index: slug/)
    expect((await errorOf(slugs.doc('3').update({ data: { slug: 'a' } }))).errMsg).toMatch(/E11000/)
    await slugs.doc('1').remove()
    expect((await slugs.doc('3').update({ data: { slug: 'a' } })).stats.updated).toBe(1)
  })

  test('an array field is unique element by element, across documents and not within one', async () => {
    const seats = db.collection('seats')
    await seats.add({ data: { _id: 's1', childId: 'c1', openids: ['o1', 'o2', 'o1'] } })
    await seats.add({ data: { _id: 's2', childId: 'c2', openids: ['o1'] } })
    expect((await errorOf(seats.add({ data: { _id: 's3', childId: 'c1', openids: ['o9', 'o2'] } }))).errMsg).toMatch(
      /E11000/,
    )
    await seats.doc('s1').update({ data: { openids: _.pull('o2') } })
    await seats.add({ data: { _id: 's3', childId: 'c1', openids: ['o9', 'o2'] } })
  })
})

describe('given a write of several documents', () => {
  test('they are written one after the other as in MongoDB: one that fails ends it, and those before it stay', async () => {
    const slugs = db.collection('slugs')
    await slugs.where({ _id: _.exists(true) }).remove()
    const node = connectNode(process.url).collection('slugs')
    const many = ['a', 'b', 'a', 'c'].map((slug, n) => ({ _id: `m${n}`, slug }))
    expect((await errorOf(node.add(many as never))).message).toMatch(/E11000.*index: slug/)
    expect((await slugs.get()).data.map(({ _id }) => _id)).toEqual(['m0', 'm1'])
    const all = slugs.where({ _id: _.in(['m0', 'm1']) })
    expect((await errorOf(all.update({ data: { slug: 'same' } }))).errMsg).toMatch(/E11000/)
    expect((await slugs.get()).data).toEqual([
      { _id: 'm0', slug: 'same' },
      { _id: 'm1', slug: 'b' },
    ])
    expect((await errorOf(node.add([{ _id: 'm0' }, { _id: 'm9' }] as never))).message).toMatch(/E11000.*index: _id_/)
    expect((await slugs.get()).data).toHaveLength(2)
  })
})

describe('given node-sdk, as admin scripts use it', () => {
  test('it adds many at once, updates and returns, and gets null for a missing document in a transaction', async () => {
    const node = connectNode(process.url)
    const events = node.collection('events')
    await events.add({ _id: 'n1', n: 1 } as never)
    const returned = await (
      events.where({ _id: 'n1' }) as unknown as { updateAndReturn(data: object): Promise<unknown> }
    ).updateAndReturn({
      n: node.command.inc(1),
    })
    expect(returned).toMatchObject({ updated: 1, doc: { _id: 'n1', n: 2 } })
    const missing = await node.runTransaction(
      async (transaction: { collection(name: string): { doc(id: string): { get(): Promise<{ data: unknown }> } } }) =>
        (await transaction.collection('events').doc('none').get()).data,
    )
    expect(missing).toBeNull()
  })
})
