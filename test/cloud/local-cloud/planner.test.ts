// Decides nothing: proves that an index never changes what a query finds, and that updates keep every index right.
import { removeFolder } from '../cloud-process'
import fc from 'fast-check'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudDatabase, type ModifyRequest } from '../../../local/cloud/database/database'
import type { Document, Fields } from '../../../local/cloud/database/ejson'
import { encodeValue, keysOf, type IndexSpec } from '../../../local/cloud/database/index-keys'
import type { Sort } from '../../../local/cloud/database/planner'
import { Store } from '../../../local/cloud/database/store'

const INDEXES: IndexSpec[] = [
  { name: 'a', fields: [['a', 1]], unique: false },
  {
    name: 'b_desc_a',
    fields: [
      ['b', -1],
      ['a', 1],
    ],
    unique: false,
  },
  {
    name: 'tags',
    fields: [
      ['tags', 1],
      ['a', -1],
    ],
    unique: false,
  },
  {
    name: 'list',
    fields: [
      ['list.x', 1],
      ['list.y', 1],
    ],
    unique: false,
  },
  {
    name: 'a_b_c',
    fields: [
      ['a', 1],
      ['b', 1],
      ['c', -1],
    ],
    unique: false,
  },
]
const UNCOUNTED = { read: () => undefined, written: () => undefined }

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'x', 'xy', '家', 'x\0', null, true, 1.5, -0.5),
  fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)),
)
const small = fc.integer({ min: 0, max: 3 })
const document = fc.record(
  {
    a: fc.oneof({ weight: 8, arbitrary: scalar }, { weight: 1, arbitrary: fc.record({ deep: small }) }),
    b: scalar,
    c: small,
    tags: fc.array(small, { maxLength: 3 }),
    list: fc.array(fc.record({ x: small, y: small }, { requiredKeys: [] }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
)
const comparison = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $gt: small, $lte: small }, { requiredKeys: ['$gt'] }),
  fc.record({ $gte: fc.constantFrom('x', new Date(1), -1), $ne: small }, { requiredKeys: ['$gte'] }),
  fc.record({ $lt: small }),
  fc.record({ $exists: fc.boolean() }),
)
const PARTS: Record<string, fc.Arbitrary<unknown>> = {
  a: comparison,
  b: comparison,
  c: comparison,
  tags: fc.oneof(
    small,
    fc.record({ $gt: small, $lt: small }),
    fc.record({ $in: fc.array(small, { maxLength: 2 }) }),
    fc.record({ $elemMatch: fc.record({ $gte: small, $lte: small }) }),
  ),
  'list.x': fc.oneof(small, comparison),
  'list.y': small,
  list: fc.record({ $elemMatch: fc.record({ x: small, y: small }, { requiredKeys: ['x'] }) }),
}
/** Few fields at a time, so that every index is the best one now and then. */
const condition: fc.Arbitrary<Fields> = fc
  .subarray(Object.keys(PARTS), { minLength: 1, maxLength: 3 })
  .chain((paths) => fc.record(Object.fromEntries(paths.map((path) => [path, PARTS[path] ?? small]))))
  .map((fields) => ({ ...fields }))
const filter: fc.Arbitrary<Fields> = fc.oneof(
  condition,
  fc.tuple(condition, condition).map(([left, right]) => ({ $and: [left, right] })),
  fc.tuple(condition, condition, condition).map(([rest, ...branches]) => ({ ...rest, $or: branches })),
)
const sort: fc.Arbitrary<Sort> = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1 as const, -1 as const)),
  { selector: ([path]) => path, maxLength: 3 },
)

let directory: string
let files = 0
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'class-pact-planner-'))
})
afterAll(() => removeFolder(directory))

function openDatabase(indexes: IndexSpec[]): CloudDatabase {
  const store = new Store(join(directory, `${files++}.sqlite`))
  store.declareIndexes(store.catalog.addCollection('t'), indexes)
  return new CloudDatabase(store)
}

const ids = (documents: Document[]) => documents.map(({ _id }) => _id)

describe('given the same documents with and without indexes', () => {
  test('every query finds the same, in the same order of its sort fields, also after updates', async () => {
    const update = fc.record({
      filter: condition,
      data: fc.record({ $set: fc.record({ a: scalar, tags: fc.array(small) }, { requiredKeys: ['a'] }) }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 5, maxLength: 60 }),
        fc.array(update, { maxLength: 2 }),
        fc.array(fc.tuple(filter, sort, small, fc.integer({ min: 1, max: 9 })), { minLength: 6, maxLength: 12 }),
        async (documents, updates, queries) => {
          const [indexed, plain] = [openDatabase(INDEXES), openDatabase([])]
          const numbered = documents.map((fields, n) => ({ _id: `d${n}`, ...fields }))
          try {
            for (const database of [indexed, plain]) {
              await database.insert(UNCOUNTED, 't', numbered)
              for (const { filter: which, data } of updates) {
                const request: ModifyRequest = { filter: which, data, multi: true, merge: true, upsert: false }
                await database.modify(UNCOUNTED, 't', request)
              }
            }
            for (const [which, order, skip, limit] of queries) {
              const all = { filter: which, sort: order }
              const [left, right] = [indexed, plain].map((database) => database.find(UNCOUNTED, 't', all).documents)
              expect(ids(left ?? []).sort()).toEqual(ids(right ?? []).sort())
              const sortKeys = (found: Document[] = []) =>
                found.map((one) =>
                  order.map(([path]) =>
                    typeof one[path] === 'object' && !(one[path] instanceof Date) ? null : (one[path] ?? null),
                  ),
                )
              expect(sortKeys(left)).toEqual(sortKeys(right))
              const page = indexed.find(UNCOUNTED, 't', { ...all, skip, limit }).documents
              expect(sortKeys(page)).toEqual(sortKeys(right?.slice(skip, skip + limit)))
            }
          } finally {
            indexed.store.close()
            plain.store.close()
          }
        },
      ),
      { numRuns: 80, interruptAfterTimeLimit: 15_000 },
    )
  })
})

describe('given more documents than one look into an index brings', () => {
  test.each([[31], [32], [33], [160], [161], [3_000]])(
    '%i of them come, each once, forwards and backwards',
    async (count) => {
      const database = openDatabase([
        {
          name: 'a_b',
          fields: [
            ['a', 1],
            ['b', -1],
          ],
          unique: false,
        },
      ])
      await database.insert(
        UNCOUNTED,
        't',
        Array.from({ length: count }, (_, n) => ({ _id: n, a: 1, b: Math.floor(n / 3) })),
      )
      for (const direction of [1, -1] as const) {
        const sorted = database.find(UNCOUNTED, 't', { filter: { a: 1 }, sort: [['b', direction]] })
        expect(sorted.plan).toBe('a_b')
        const values = sorted.documents.map(({ b }) => Number(b))
        expect(values).toEqual([...values].sort((left, right) => (left - right) * direction))
        expect(new Set(ids(sorted.documents)).size).toBe(count)
        const byId = database.find(UNCOUNTED, 't', { filter: {}, sort: [['_id', direction]] })
        expect(ids(byId.documents)).toEqual(
          ids(byId.documents).sort((left, right) => (Number(left) - Number(right)) * direction),
        )
        expect(byId.documents).toHaveLength(count)
      }
      expect(database.find(UNCOUNTED, 't', { filter: {} }).documents).toHaveLength(count)
      database.store.close()
    },
  )
})

describe('given an index over lists', () => {
  test('a write that was rolled back leaves no wrong belief about it, also after a restart', async () => {
    const indexes: IndexSpec[] = [
      { name: 'tags', fields: [['tags', 1]], unique: false },
      { name: 'slug', fields: [['slug', 1]], unique: true },
    ]
    const first = openDatabase(indexes)
    await first.insert(UNCOUNTED, 't', [{ _id: 1, slug: 'a' }])
    await expect(first.insert(UNCOUNTED, 't', [{ _id: 2, slug: 'a', tags: [0, 3] }])).rejects.toThrow(/E11000/)
    await first.insert(UNCOUNTED, 't', [{ _id: 2, slug: 'b', tags: [0, 3] }])
    first.store.close()
    const again = new CloudDatabase(new Store(join(directory, `${files - 1}.sqlite`)))
    const { documents, plan } = again.find(UNCOUNTED, 't', { filter: { tags: { $gt: 2, $lt: 1 } } })
    expect({ plan, ids: ids(documents) }).toEqual({ plan: 'tags', ids: [2] })
    again.store.close()
  })
})

describe('given values and their index keys', () => {
  test('keys sort as MongoDB sorts values, within a type and across types', () => {
    const inOrder = [
      null,
      -Infinity,
      -2,
      -0.5,
      0,
      1e-9,
      1,
      2 ** 53,
      Infinity,
      '',
      'a',
      'a\0',
      'aa',
      'b',
      '家',
      false,
      true,
      new Date(0),
      new Date(1),
    ]
    const keys = inOrder.map(encodeValue)
    expect([...keys].reverse().sort(Buffer.compare)).toEqual(keys)
  })

  test('two lists in one index are refused, two fields of one list belong together', () => {
    const spec: IndexSpec = {
      name: 'i',
      fields: [
        ['a', 1],
        ['b', 1],
      ],
      unique: false,
    }
    expect(() => keysOf({ _id: 1, a: [1], b: [2] }, spec)).toThrow(/parallel arrays/)
    const paired: IndexSpec = {
      name: 'i',
      fields: [
        ['l.x', 1],
        ['l.y', 1],
      ],
      unique: false,
    }
    expect(
      keysOf(
        {
          _id: 1,
          l: [
            { x: 1, y: 2 },
            { x: 3, y: 4 },
          ],
        },
        paired,
      ).keys,
    ).toHaveLength(2)
  })
})
