// Decides nothing: proves every operator of `db.command.aggregate`, and that the tables leave none out.
import type { CloudProcess } from '../cloud-process'
import { errorOf } from '../local-cloud/sdks'
import { startDatabase, type Database } from './connect'
import { ARRAYS_AND_OBJECTS, LOGIC, NUMBERS, ROW, type Case } from './expression-cases'
import { DATES, TEXTS } from './text-and-date-cases'

let process: CloudProcess
let db: Database
beforeAll(async () => {
  ;({ process, db } = await startDatabase())
  await db.collection('t').add(ROW)
  await db.collection('people').add(PEOPLE)
})
afterAll(() => process.stop())

const TABLES: Record<string, Case[]> = {
  numbers: NUMBERS,
  'arrays, objects and sets': ARRAYS_AND_OBJECTS,
  logic: LOGIC,
  texts: TEXTS,
  dates: DATES,
}
/** Carried out only with a text index, which CloudBase does not document. */
const REFUSED = ['meta']

describe.each(Object.entries(TABLES))('given an expression on %s', (_name, cases) => {
  const titled = cases.map(
    ([operator, operand, value, note]) =>
      [[operator, note].filter(Boolean).join(' '), operator, operand, value] as const,
  )

  test.each(titled)('%s', async (_title, operator, operand, value) => {
    const make = db.command.aggregate[operator]
    const { data } = await db
      .collection('t')
      .aggregate()
      .project({ _id: 0, value: make?.(operand) })
      .end()
    expect(data).toEqual([{ value }])
  })
})

const PEOPLE = [
  { _id: 1, group: 'a', score: 80, tags: { x: 1 } },
  { _id: 2, group: 'a', score: 100, tags: { y: 2 } },
  { _id: 3, group: 'b', score: 60, tags: { z: 3 } },
  { _id: 4, group: 'b', score: 60 },
]

const ACCUMULATORS: [string, unknown, unknown][] = [
  ['addToSet', '$score', [80, 100]],
  ['avg', '$score', 90],
  ['first', '$score', 80],
  ['last', '$score', 100],
  ['max', '$score', 100],
  ['min', '$score', 80],
  ['push', '$score', [80, 100]],
  ['stdDevPop', '$score', 10],
  ['stdDevSamp', '$score', Math.sqrt(200)],
  ['sum', '$score', 180],
  ['mergeObjects', '$tags', { x: 1, y: 2 }],
]

describe('given documents in groups', () => {
  test.each(ACCUMULATORS)('%s', async (operator, operand, value) => {
    const make = db.command.aggregate[operator]
    const { data } = await db
      .collection('people')
      .aggregate()
      .sort({ _id: 1 })
      .group({ _id: '$group', value: make?.(operand) })
      .match({ _id: 'a' })
      .end()
    expect(data).toEqual([{ _id: 'a', value }])
  })
})

describe('given an operand that does not fit', () => {
  test.each<[string, unknown]>([
    ['size', '$missing'],
    ['in', [1, '$missing']],
    ['divide', ['$n', 0]],
    ['substrBytes', ['$text', 2, 1]],
  ])('%s fails instead of answering something', async (operator, operand) => {
    const value = db.command.aggregate[operator]?.(operand)
    const refusal = await errorOf(db.collection('t').aggregate().project({ value }).end())
    expect(refusal.code).toBe('DATABASE_INVALID_OPERRATOR')
  })
})

describe('given all operators of the SDK', () => {
  test('each one stands in a table or is refused by name', async () => {
    const proven = [...Object.values(TABLES).flat(), ...ACCUMULATORS].map(([operator]) => operator)
    const offered = Object.keys(db.command.aggregate).filter((name) => name !== 'pipeline')
    expect(offered.filter((operator) => !proven.includes(operator))).toEqual(REFUSED)
    for (const operator of REFUSED) {
      const value = db.command.aggregate[operator]?.('textScore')
      const refusal = await errorOf(db.collection('t').aggregate().project({ value }).end())
      expect(refusal.message).toContain(`$${operator}`)
    }
  })
})
