// Decides nothing: proves commands beyond local-cloud/operators.test.ts, and what the SDK's own tests say about counts.
import { ObjectId } from 'bson'
import type { CloudProcess } from '../cloud-process'
import { errorOf } from '../local-cloud/sdks'
import { runRaw, startDatabase, type Database } from './connect'

let process: CloudProcess
let db: Database
beforeAll(async () => {
  ;({ process, db } = await startDatabase())
})
afterAll(() => process.stop())
const t = () => db.collection('t')

describe('given lists that mix values and objects', () => {
  const ROWS = [
    { _id: 'values', list: ['Go', 5, true] },
    { _id: 'objects', list: [{ n: 5 }, { n: 1, deep: [{ m: 1 }, 7] }] },
  ]
  beforeAll(() => t().add(ROWS))
  afterAll(() => t().where({ _id: /./ }).remove())
  const found = async (filter: object) => (await t().where(filter).get()).data.map(({ _id }) => _id)

  test('a condition on fields meets only elements that have fields', async () => {
    const { elemMatch, gt, exists } = db.command
    expect(await found({ list: elemMatch({ n: gt(2) }) })).toEqual(['objects'])
    expect(await found({ list: elemMatch({ n: exists(true) }) })).toEqual(['objects'])
    expect(await found({ 'list.deep': elemMatch({ m: gt(0) }) })).toEqual(['objects'])
    expect(await found({ list: elemMatch(gt(2)) })).toEqual(['values'])
  })

  test('pull by fields leaves the other elements alone', async () => {
    await t().add({ _id: 'p', list: [5, { n: 5 }, 'x', { n: 1 }] })
    expect(
      await t()
        .where({ _id: 'p' })
        .update({ list: db.command.pull({ n: db.command.gt(2) }) }),
    ).toMatchObject({ updated: 1 })
    expect((await t().where({ _id: 'p' }).get()).data).toEqual([{ _id: 'p', list: [5, 'x', { n: 1 }] }])
  })
})

describe('given a JSON schema', () => {
  beforeAll(() =>
    t().add([
      { _id: 'full', name: 'Anna', age: 7, born: new Date(0), tags: ['x'] },
      { _id: 'half', name: 'Bo', age: 7.5 },
      { _id: 'odd', name: 5, extra: true },
    ]),
  )
  afterAll(() => t().where({ _id: /./ }).remove())

  test.each<[string, object, string[]]>([
    ['required', { required: ['age'] }, ['full', 'half']],
    ['bsonType of a number', { properties: { age: { bsonType: 'int' } }, required: ['age'] }, ['full']],
    ['bsonType of a date', { properties: { born: { bsonType: 'date' } }, required: ['born'] }, ['full']],
    ['one of several bsonTypes', { properties: { name: { bsonType: ['int', 'null'] } } }, ['odd']],
    ['a pattern, a length', { properties: { name: { type: 'string', pattern: '^A', maxLength: 4 } } }, ['full']],
    ['bounds of draft 4', { properties: { age: { maximum: 7.5, exclusiveMaximum: true } } }, ['full', 'odd']],
    ['no more fields', { properties: { _id: {}, name: {}, age: {} }, additionalProperties: false }, ['half']],
    ['anyOf, not', { anyOf: [{ required: ['tags'] }, { not: { required: ['age'] } }] }, ['full', 'odd']],
  ])('%s', async (_name, schema, ids) => {
    const { data } = await t().where(db.command.jsonSchema(schema)).get()
    expect(data.map(({ _id }) => _id)).toEqual(ids)
    const others = await t()
      .where(db.command.nor([db.command.jsonSchema(schema)]))
      .count()
    expect(others.total).toBe(3 - ids.length)
  })

  test.each([{ $ref: '#' }, { properties: { a: { format: 'email' } } }, { type: 'integer' }, { bsonType: 'strange' }])(
    '%j is refused, as MongoDB does',
    async (schema) => {
      const { code } = await errorOf(t().where(db.command.jsonSchema(schema)).get())
      expect(code).toBe('DATABASE_INVALID_OPERRATOR')
    },
  )
})

describe('given what the tests of the SDK expect of the backend', () => {
  test('a replacement and updateAndReturn count what they found, an update what it changed', async () => {
    await t().add({ _id: 's', n: 1 })
    expect(await t().doc('s').set({ n: 1 })).toMatchObject({ updated: 1 })
    expect(await t().where({ _id: 's' }).updateAndReturn({ n: 1 })).toMatchObject({ updated: 1, doc: { n: 1 } })
    expect(await t().where({ _id: 's' }).update({ n: 1 })).toMatchObject({ updated: 0 })
    expect(await t().where({ _id: 'none' }).updateAndReturn({ n: 1 })).toMatchObject({ updated: 0, doc: null })
  })

  test('a field that looks like an operator cannot be stored, at any depth', async () => {
    for (const document of [{ $key: 1 }, { a: [{ b: { $key: 1 } }] }]) {
      expect(await errorOf(t().add(document))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    }
  })

  test('an ObjectId is found by its value and answered as text', async () => {
    const [id, other] = [new ObjectId().toHexString(), new ObjectId().toHexString()]
    await t().add({ _id: 'oid', a: db.ObjectId({ id }) })
    expect(
      (
        await t()
          .where({ a: db.ObjectId({ id }) })
          .get()
      ).data,
    ).toEqual([{ _id: 'oid', a: id }])
    expect(
      (
        await t()
          .where({ a: db.ObjectId({ id: other }) })
          .count()
      ).total,
    ).toBe(0)
    expect(await runRaw(t(), { $match: { _id: 'oid' } })).toEqual([{ _id: 'oid', a: id }])
  })
})
