// Decides how expressions compare: any two values have an order, across types too.
import { ObjectId, serialize } from 'bson'
import { isFields } from '../ejson'
import { evaluate, type Expression } from './expression'

type Rank = [isOfType: (value: unknown) => boolean, compare: (a: never, b: never) => number]

const byOrder = (a: number | string | boolean | Date, b: typeof a): number => (a < b ? -1 : Number(a > b))
const asEqual = () => 0

/** https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
const RANKS: Rank[] = [
  [(value) => value === undefined, asEqual],
  [(value) => value === null, asEqual],
  [(value) => typeof value === 'number', byOrder],
  [(value) => typeof value === 'string', compareTexts],
  [isFields, compareFields],
  [Array.isArray, compareLists],
  [(value) => value instanceof ObjectId, (a: ObjectId, b: ObjectId) => Buffer.compare(a.id, b.id)],
  [(value) => typeof value === 'boolean', byOrder],
  [(value) => value instanceof Date, (a: Date, b: Date) => byOrder(a.getTime(), b.getTime())],
  [(value) => value instanceof RegExp, (a: RegExp, b: RegExp) => compareTexts(String(a), String(b))],
]

/** Negative, zero or positive, by type first and then by value. */
export function compareValues(a: unknown, b: unknown): number {
  const [rankOfA, rankOfB] = [rankOf(a), rankOf(b)]
  if (rankOfA !== rankOfB) return rankOfA - rankOfB
  const compare = RANKS[rankOfA]?.[1]
  return compare ? compare(a as never, b as never) : Buffer.compare(serialize({ a }), serialize({ a: b }))
}

function rankOf(value: unknown): number {
  const rank = RANKS.findIndex(([isOfType]) => isOfType(value))
  return rank === -1 ? RANKS.length : rank
}

function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))
}

function compareLists(a: unknown[], b: unknown[]): number {
  const differences = a.slice(0, b.length).map((item, i) => compareValues(item, b[i]))
  return differences.find((difference) => difference !== 0) ?? a.length - b.length
}

/** Field by field: type of the value, then the name, then the value. */
function compareFields(a: object, b: object): number {
  const flatten = (fields: object) => Object.entries(fields).map(([name, value]) => [rankOf(value), name, value])
  return compareLists(flatten(a), flatten(b))
}

const comparison =
  (read: (order: number) => unknown): Expression =>
  (row, operands, options) => {
    const sides = evaluate(row, operands, options)
    if (!Array.isArray(sides) || sides.length !== 2) throw new Error('a comparison takes exactly 2 arguments')
    return read(compareValues(sides[0], sides[1]))
  }

export const comparisonExpressions: Record<string, Expression> = {
  $cmp: comparison(Math.sign),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
}
