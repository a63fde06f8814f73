// Decides how a read is carried out: candidates from the planner, mingo's test on each, then order.
import { CloudError, describe } from '../errors'
import { newQuery } from './dialect/mingo'
import type { Document, Fields } from './ejson'
import { invalidOperator } from './errors'
import { sortByNear } from './geo/near'
import { encodeValue, type Direction } from './index-keys'
import { refuseUnknownOperators } from './operators'
import { planQuery, type Plan, type Sort } from './planner'
import type { Collection } from './catalog'
import type { Store } from './store'

/** Where documents are read from: the committed state, or a transaction's snapshot with its own writes. */
export interface View {
  read(collection: Collection, id: unknown): Document | undefined
  /** The documents in the plan's ranges; `exact` is false when the plan's order no longer holds. */
  candidates(collection: Collection, plan: Plan): { documents: Iterable<Document>; ordered: boolean }
}

export interface FindRequest {
  filter: Fields
  sort?: Sort
  skip?: number
  limit?: number
  projection?: Fields
}

export interface Found {
  documents: Document[]
  /** How many documents were looked at. */
  examined: number
  plan: string
  /** An index left something out. */
  narrowed: boolean
}

/** Compiles a filter. @throws DATABASE_INVALID_OPERRATOR naming an operator that is not supported. */
function compileFilter(filter: Fields, variables?: Fields): (document: Document) => boolean {
  const { _id: id, ...rest } = filter
  // By far the most frequent filter, and compiling it costs more than all the rest of the read.
  if (typeof id === 'string' && Object.keys(rest).length === 0) return (document) => document._id === id
  refuseUnknownOperators(filter)
  try {
    const query = newQuery(filter, variables)
    return (document) => query.test(document)
  } catch (error) {
    throw error instanceof CloudError ? error : invalidOperator(`query: ${describe(error)}`)
  }
}

/** @param variables what `$$name` stands for in an `$expr` */
export function findDocuments(view: View, collection: Collection, request: FindRequest, variables?: Fields): Found {
  const { filter, sort = [], skip = 0, limit = Infinity, projection } = request
  const matches = compileFilter(filter, variables)
  const order = sort.length > 0 ? undefined : sortByNear(collection, filter)
  const plan = planQuery(collection, filter, sort)
  const source = view.candidates(collection, plan)
  const found: Document[] = []
  let examined = 0
  for (const document of source.documents) {
    examined++
    if (!matches(document)) continue
    found.push(document)
    if (source.ordered && !order && found.length >= skip + limit) break
  }
  const sorted = source.ordered || sort.length === 0 ? found : sortDocuments(found, sort)
  const page = (order?.(sorted) ?? sorted).slice(skip, skip + limit)
  return { documents: project(page, projection), examined, plan: plan.name, narrowed: plan.narrowed }
}

/** Reads `{a: 1, b: -1}`, or the list of pairs that older clients send. */
export function readSort(order: unknown): Sort {
  if (typeof order !== 'object' || order === null) return []
  const pairs = Array.isArray(order)
    ? order.map((item: { field?: unknown; direction?: unknown }) => [String(item.field), item.direction] as const)
    : Object.entries(order)
  return pairs.map(([path, direction]): [string, Direction] => [
    path,
    direction === -1 || direction === 'desc' ? -1 : 1,
  ])
}

/** Leaves out documents that several ranges brought. */
function* distinctDocuments(documents: Iterable<Document>): Generator<Document> {
  const seen = new Set<string>()
  for (const document of documents) {
    const key = documentKey(document._id)
    if (seen.has(key)) continue
    seen.add(key)
    yield document
  }
}

export function documentKey(id: unknown): string {
  return encodeValue(id).toString('latin1')
}

function sortDocuments(documents: Document[], sort: Sort): Document[] {
  return newQuery({}).find<Document>(documents).sort(Object.fromEntries(sort)).all()
}

function project(documents: Document[], projection: Fields | undefined): Document[] {
  if (!projection || Object.keys(projection).length === 0) return documents
  return newQuery({}).find<Document>(documents, projection).all()
}

/** The committed documents of a plan, each once. */
export function walkPlan(store: Store, collection: Collection, plan: Plan): Iterable<Document> {
  const [only, ...more] = plan.ranges
  if (only && more.length === 0) return store.walk(collection, only, plan.backwards)
  return distinctDocuments(walkRanges(store, collection, plan))
}

function* walkRanges(store: Store, collection: Collection, plan: Plan): Generator<Document> {
  for (const range of plan.ranges) yield* store.walk(collection, range)
}
