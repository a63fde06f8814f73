// Decides nothing: proves isolation as CloudBase's public test suite describes it, with the real SDKs.
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { connectWx, errorOf, FIXTURES, type WxDatabase } from './sdks'

let process: CloudProcess
let db: WxDatabase
let _: WxDatabase['command']

beforeAll(async () => {
  process = await startCloudProcess(FIXTURES)
  db = connectWx(process.url).db
  _ = db.command
})
afterAll(() => process.stop())

const t = () => db.collection('t')
const read = async (id: string) => (await t().where({ _id: id }).get()).data[0]
beforeEach(async () => {
  await t().where({}).remove()
  await t().add({ data: { _id: 'k', n: 0 } })
})

const CONFLICT = /TransactionConflict/
const GONE = /TransactionNotExist/

describe('given a transaction', () => {
  test('its writes are its own until it commits, and then all there', async () => {
    const tx = await db.startTransaction()
    await tx
      .collection('t')
      .doc('k')
      .update({ data: { n: _.inc(5) } })
    await tx.collection('t').add({ data: { _id: 'new', n: 1 } })
    expect((await tx.collection('t').doc('k').get()).data).toMatchObject({ n: 5 })
    expect(await read('k')).toMatchObject({ n: 0 })
    expect(await read('new')).toBeUndefined()
    await tx.commit()
    expect(await read('k')).toMatchObject({ n: 5 })
    expect(await read('new')).toMatchObject({ n: 1 })
  })

  test('nothing of it stays after a rollback, or after its callback failed', async () => {
    const tx = await db.startTransaction()
    await tx.collection('t').doc('k').remove()
    await tx.rollback()
    expect(await read('k')).toMatchObject({ n: 0 })
    const failed = db.runTransaction(async (transaction) => {
      await transaction
        .collection('t')
        .doc('k')
        .set({ data: { n: -1 } })
      throw new Error('mine')
    })
    expect((await errorOf(failed)).message).toMatch(/mine/)
    expect(await read('k')).toMatchObject({ n: 0 })
  })

  test('it sees the state at its first operation, whatever is committed later', async () => {
    await t().add({ data: { _id: 'other', n: 1 } })
    const tx = await db.startTransaction()
    await t()
      .doc('k')
      .update({ data: { n: 1 } })
    expect((await tx.collection('t').doc('k').get()).data).toMatchObject({ n: 1 })
    await t()
      .doc('k')
      .update({ data: { n: 2 } })
    await t().doc('other').remove()
    await t().add({ data: { _id: 'late', n: 1 } })
    expect((await tx.collection('t').doc('k').get()).data).toMatchObject({ n: 1 })
    const { data } = await tx.collection('t').where({ n: 1 }).get()
    expect(data.map(({ _id }) => _id).sort()).toEqual(['k', 'other'])
    await tx.rollback()
  })

  test('the first writer of a document wins, the second fails at once and is over', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await first
      .collection('t')
      .doc('k')
      .update({ data: { n: 1 } })
    expect(
      (
        await errorOf(
          second
            .collection('t')
            .doc('k')
            .update({ data: { n: 2 } }),
        )
      ).errMsg,
    ).toMatch(CONFLICT)
    expect((await errorOf(second.collection('t').doc('k').get())).errMsg).toMatch(GONE)
    await first.commit()
    expect(await read('k')).toMatchObject({ n: 1 })
  })

  test('a document that changed since its snapshot cannot be written any more', async () => {
    const tx = await db.startTransaction()
    await tx.collection('t').doc('k').get()
    await t()
      .doc('k')
      .update({ data: { n: 1 } })
    expect(
      (
        await errorOf(
          tx
            .collection('t')
            .doc('k')
            .update({ data: { n: 2 } }),
        )
      ).errMsg,
    ).toMatch(CONFLICT)
  })

  test('a write outside transactions waits for it, and then counts on top of it', async () => {
    const tx = await db.startTransaction()
    await tx
      .collection('t')
      .doc('k')
      .update({ data: { n: 10 } })
    let done = false
    const waiting = t()
      .doc('k')
      .update({ data: { n: _.inc(1) } })
      .then(() => (done = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(done).toBe(false)
    await tx.commit()
    await waiting
    expect(await read('k')).toMatchObject({ n: 11 })
  })

  test('two that write different documents both commit: write skew is possible here as in the cloud', async () => {
    await t().add({ data: { _id: 'l', n: 0 } })
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await first.collection('t').doc('k').get()
    await second.collection('t').doc('l').get()
    await first
      .collection('t')
      .doc('l')
      .update({ data: { n: 1 } })
    await second
      .collection('t')
      .doc('k')
      .update({ data: { n: 1 } })
    await first.commit()
    await second.commit()
    expect([await read('k'), await read('l')]).toMatchObject([{ n: 1 }, { n: 1 }])
  })

  test('a unique key is held from its first use: a second transaction fails, a plain write waits and then fails', async () => {
    const slugs = () => db.collection('slugs')
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await first.collection('slugs').add({ data: { _id: '1', slug: 'a' } })
    const rival = second.collection('slugs').add({ data: { _id: '2', slug: 'a' } })
    expect((await errorOf(rival)).errMsg).toMatch(CONFLICT)
    const plain = errorOf(slugs().add({ data: { _id: '3', slug: 'a' } }))
    await first.commit()
    expect((await plain).errMsg).toMatch(/E11000/)
    const third = await db.startTransaction()
    await third
      .collection('slugs')
      .doc('1')
      .update({ data: { slug: 'b' } })
    await third.collection('slugs').add({ data: { _id: '4', slug: 'a' } })
    await third.commit()
    expect((await slugs().where({ slug: 'a' }).get()).data).toEqual([{ _id: '4', slug: 'a' }])
  })

  test('where().update(), where().remove(), count() and aggregate() run outside it, as the SDK sends them, and survive its rollback', async () => {
    await t().add({ data: { _id: 'l', n: 5 } })
    await t().add({ data: { _id: 'm', n: 6 } })
    const tx = await db.startTransaction()
    const within = tx.collection('t')
    await within.doc('k').update({ data: { n: 100 } })
    expect((await within.where({ n: 5 }).update({ data: { n: 50 } })).stats.updated).toBe(1)
    expect((await within.where({ n: 6 }).remove()).stats.removed).toBe(1)
    expect((await within.where({ n: 100 }).count()).total).toBe(0)
    expect((await within.aggregate().match({ n: 100 }).end()).list).toEqual([])
    expect((await within.where({ n: 100 }).get()).data).toEqual([{ _id: 'k', n: 100 }])
    await tx.rollback()
    expect([await read('k'), await read('l')]).toMatchObject([{ n: 0 }, { n: 50 }])
    expect(await read('m')).toBeUndefined()
  })

  test('after its time limit it is over, and its locks with it', async () => {
    const tx = await db.startTransaction()
    await tx
      .collection('t')
      .doc('k')
      .update({ data: { n: 1 } })
    expect(await process.control('transactions.expire')).toEqual({ expired: 1 })
    expect(
      (
        await t()
          .doc('k')
          .update({ data: { n: 2 } })
      ).stats.updated,
    ).toBe(1)
    expect((await errorOf(tx.commit())).message).toMatch(GONE)
  })
})

describe('given twenty callers that count in transactions at once', () => {
  test('with the code of a conflict restored and enough attempts, no increment is lost', async () => {
    const increment = () =>
      db.runTransaction(async (transaction) => {
        try {
          const { data } = await transaction.collection('t').doc('k').get()
          await transaction
            .collection('t')
            .doc('k')
            .update({ data: { n: (data['n'] as number) + 1 } })
        } catch (error) {
          if (CONFLICT.test(String((error as Error).message)))
            (error as { code?: string }).code = 'DATABASE_TRANSACTION_CONFLICT'
          throw error
        }
      }, 200)
    await Promise.all(Array.from({ length: 20 }, increment))
    expect(await read('k')).toMatchObject({ n: 20 })
  })
})
