// Decides how an aggregation runs: the leading filter, order and limit go to the planner, the remaining stages to mingo.
import { Aggregator, ProcessingMode } from 'mingo'
import { describe } from '../errors'
import { DEFAULT_AGGREGATE_LIMIT, MAX_AGGREGATE_LIMIT } from '../limits'
import { isFields, type Document, type Fields } from './ejson'
import { invalidOperator } from './errors'
import { findDocuments, readSort, type FindRequest, type View } from './query'
import type { Collection, Store } from './store'

export type Stage = [name: string, value: unknown]

const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$facet',
  '$graphLookup',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$setWindowFields',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unionWith',
  '$unset',
  '$unwind',
])

export interface Aggregated {
  list: unknown[]
  examined: number
  plan: string
}

/** @throws DATABASE_INVALID_OPERRATOR naming a stage or operator that is not supported */
export function aggregateDocuments(store: Store, view: View, collection: Collection, stages: Stage[]): Aggregated {
  const unknown = stages.find(([name]) => !STAGES.has(name))
  if (unknown) throw invalidOperator(`the local cloud does not support the aggregation stage ${unknown[0]}`)
  const { request, rest } = splitLeading(stages)
  const found = findDocuments(view, collection, request)
  let { examined } = found
  let documents: unknown[] = found.documents
  for (const [name, value] of rest) {
    const foreign = (from: string): Document[] => {
      const read = findDocuments(view, store.collection(from), {
        filter: name === '$lookup' ? foreignFilter(documents, value) : {},
      })
      examined += read.examined
      return read.documents
    }
    documents = runStage(documents, { [name]: value }, foreign)
  }
  const limit = stages.some(([name]) => name === '$limit') ? MAX_AGGREGATE_LIMIT : DEFAULT_AGGREGATE_LIMIT
  return { list: documents.slice(0, limit), examined, plan: found.plan }
}

/** Takes `$match`, `$sort` and `$limit` from the front, as far as they come in this order. */
function splitLeading(stages: Stage[]): { request: FindRequest; rest: Stage[] } {
  const filters: Fields[] = []
  const request: FindRequest = { filter: {} }
  let taken = 0
  for (const [name, value] of stages) {
    if (name === '$match' && isFields(value) && !request.sort && request.limit === undefined) filters.push(value)
    else if (name === '$sort' && !request.sort && request.limit === undefined) request.sort = readSort(value)
    else if (name === '$limit' && request.limit === undefined) request.limit = Number(value)
    else break
    taken++
  }
  if (filters.length === 1) request.filter = filters[0] ?? {}
  if (filters.length > 1) request.filter = { $and: filters }
  return { request, rest: stages.slice(taken) }
}

/** For `$lookup` by equal fields: only the foreign documents that some local value asks for. */
function foreignFilter(documents: unknown[], lookup: unknown): Fields {
  if (!isFields(lookup)) return {}
  const { localField, foreignField } = lookup
  if (typeof localField !== 'string' || typeof foreignField !== 'string') return {}
  const values = documents.flatMap((document) => valuesAt(document, localField.split('.')))
  return { [foreignField]: { $in: [...new Set(values)] } }
}

function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [null] : value.flatMap((item) => valuesAt(item, path))
  const [step, ...rest] = path
  if (step === undefined) return [value ?? null]
  return isFields(value) ? valuesAt(value[step], rest) : [null]
}

function runStage(documents: unknown[], stage: Fields, collectionResolver: (name: string) => Document[]): unknown[] {
  try {
    const options = { collectionResolver, scriptEnabled: false, processingMode: ProcessingMode.CLONE_OFF }
    return new Aggregator([stage], options).run(documents as Fields[])
  } catch (error) {
    throw invalidOperator(`aggregate: ${describe(error)}`)
  }
}
