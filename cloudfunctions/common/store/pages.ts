// Decides how a list that can outgrow an answer is handed out: what waits first, a page at a time.
import { limits, type Paged } from '@class-pact/core/contract'
import { openCollection, type Stage, type Where } from './collection'

type Order = readonly (readonly [field: string, direction: 1 | -1])[]

/** Part of a list: rows of one collection in one order. Part follows part: what waits before what is done. */
export interface Part {
  from: string
  where: Where
  /** Fields to compute, and what else has to hold of them; before the rows are put in order. */
  by?: Stage[]
  /** By fields that every row has and no stage of `then` takes away; `_id` decides between equals. */
  order: Order
  /** What is brought along for the rows of the page. */
  then?: Stage[]
}

export interface List {
  parts: readonly [Part, ...Part[]]
  /** Rows of one page. */
  size?: number
  /** Counted for the first page alone, and handed on with the cursor: later pages read their own rows and no others. */
  countsOnce?: true
}

export interface Page<Row> extends Paged {
  rows: Row[]
  /** Of each part. */
  totals: number[]
}

/** Where a page ended: the part, and what its last row stands by in the part's order. */
interface Place {
  part: number
  values: unknown[]
  /** What the first page counted. */
  totals?: number[]
}

interface Found extends Record<string, unknown> {
  _id: string
}

const sizeOf = ({ size = limits.PAGE_SIZE }: List) => size
const ordered = ({ order }: Part): Order => [...order, ['_id', 1]]
const nameOf = (as: string, part: number) => `${as}${part}`
const totalOf = (as: string, part: number) => `${as}${part}Total`

/**
 * Brings one page of a list along with another question: lookups that `readList` reads back. No list is cut without them.
 * @param after the `next` of the page before; one that nobody gave begins at the start
 */
export function lookUpList(as: string, list: List, after?: string): Stage[] {
  const place = readCursor(list, after)
  return list.parts.flatMap((part, index) => {
    const { from, where, by = [], then = [] } = part
    const found = [{ $match: where }, ...by]
    const total = { $lookup: { from, pipeline: [...found, { $count: 'count' }], as: totalOf(as, index) } }
    const counting = place?.totals ? [] : [total]
    if (place && index < place.part) return counting
    const pipeline = [
      ...found,
      ...(place && index === place.part ? [{ $match: isBehind(ordered(part), place.values) }] : []),
      { $sort: Object.fromEntries(ordered(part)) },
      // One row more than a page tells whether there is another page.
      { $limit: sizeOf(list) + 1 },
      ...then,
    ]
    return [{ $lookup: { from, pipeline, as: nameOf(as, index) } }, ...counting]
  })
}

/** The page that `lookUpList` has brought with `row`, asked with the same `after`. */
export function readList<Row>(row: object | undefined, as: string, list: List, after?: string): Page<Row> {
  const brought = (row ?? {}) as Record<string, Found[] | undefined>
  const counted = list.parts.map((_, part) => Number(brought[totalOf(as, part)]?.[0]?.['count'] ?? 0))
  const totals = readCursor(list, after)?.totals ?? counted
  const found = list.parts.flatMap((_, part) => (brought[nameOf(as, part)] ?? []).map((each) => ({ part, row: each })))
  const shown = found.slice(0, sizeOf(list))
  const last = shown[shown.length - 1]
  return {
    rows: shown.map(({ row: each }) => each as unknown as Row),
    totals,
    total: totals.reduce((sum, each) => sum + each, 0),
    ...(last && found.length > shown.length && { next: writeCursor(list, last, totals) }),
  }
}

/** An aggregate begins with a row: the caller's own. */
const people = openCollection('people')

/** One page of a list that is an answer of its own; one call. */
export async function readPage<Row>(openid: string, list: List, after?: string): Promise<Page<Row>> {
  const [row] = await people.aggregate<object>([
    { $match: { _id: openid } },
    { $project: { _id: 1 } },
    ...lookUpList('list', list, after),
  ])
  return readList(row, 'list', list, after)
}

/** Rows that come after one with these values, in this order; an index finds the first of them. */
export function isBehind(order: Order, values: readonly unknown[]): Where {
  const [[first, turn] = ['', 1]] = order
  const hasBound = order.length > 1 && ['number', 'string'].includes(typeof values[0])
  return {
    ...(hasBound && { [first]: { [turn === 1 ? '$gte' : '$lte']: values[0] } }),
    $or: order.map(([field, direction], index) => ({
      ...Object.fromEntries(order.slice(0, index).map(([before], at) => [before, values[at]])),
      [field]: { [direction === 1 ? '$gt' : '$lt']: values[index] },
    })),
  }
}

/** How many documents there are, as `as`: `[{ count }]`, or nothing for none. */
export function lookUpCount(from: string, as: string, where: Where): Stage {
  return { $lookup: { from, pipeline: [{ $match: where }, { $count: 'count' }], as } }
}

export type Counted = { count: number }[]
export const countOf = (counted: Counted | undefined): number => counted?.[0]?.count ?? 0

function writeCursor(
  { parts, countsOnce }: List,
  { part, row }: { part: number; row: Found },
  totals: number[],
): string {
  const values = ordered(parts[part] ?? parts[0]).map(([field]) => valueAt(row, field) ?? null)
  return Buffer.from(JSON.stringify([part, ...values, ...(countsOnce ? totals : [])])).toString('base64url')
}

/** A cursor comes from a phone: nothing in it but numbers and texts, as many as the part is ordered by, and the counts. */
function readCursor({ parts, countsOnce }: List, cursor: string | undefined): Place | undefined {
  const [part, ...given] = parseCursor(cursor)
  const order = typeof part === 'number' && parts[part] ? ordered(parts[part]) : []
  const values = given.slice(0, order.length)
  const totals = given.slice(order.length)
  const isPlain = values.every((value) => value === null || ['number', 'string', 'boolean'].includes(typeof value))
  const isCounted = totals.every((total) => Number.isSafeInteger(total) && Number(total) >= 0)
  if (!isPlain || !isCounted || values.length === 0 || values.length !== order.length) return undefined
  if (totals.length !== (countsOnce ? parts.length : 0)) return undefined
  return { part: Number(part), values, ...(countsOnce && { totals: totals.map(Number) }) }
}

/** What a cursor holds: a list, empty where nobody gave one. */
export function parseCursor(cursor: string | undefined): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString())
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

function valueAt(row: Record<string, unknown>, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], row)
}
