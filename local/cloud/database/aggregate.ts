// Decides how an aggregation runs: leading filter, order and limit go to the planner, joins are looked up.
import { CloudError, describe } from '../errors'
import { DEFAULT_AGGREGATE_LIMIT, MAX_AGGREGATE_LIMIT } from '../limits'
import { runPipeline } from './dialect/mingo'
import { isFields, type Fields } from './ejson'
import { invalidOperator } from './errors'
import { readGeoNear } from './geo/near'
import { graphLookUp } from './graph-lookup'
import { lookUp } from './lookup'
import { findDocuments, readSort, type FindRequest, type View } from './query'
import { readStages, refuseUnknownStage, type Aggregation, type Stage, type Variables } from './stages'
import type { Collection } from './catalog'
import type { Store } from './store'

export interface Aggregated {
  list: Fields[]
  examined: number
  narrowed: boolean
}

/**
 * Runs a pipeline over a collection.
 * @throws DATABASE_INVALID_OPERRATOR naming a stage or operator that is not supported
 */
export function aggregateDocuments(store: Store, view: View, collection: Collection, stages: Stage[]): Aggregated {
  const aggregation: Aggregation = {
    store,
    view,
    examined: 0,
    run: (...pipeline) => runOnCollection(aggregation, ...pipeline),
  }
  const { rows, narrowed } = aggregation.run(collection, stages, {})
  const limit = stages.some(([name]) => name === '$limit') ? MAX_AGGREGATE_LIMIT : DEFAULT_AGGREGATE_LIMIT
  return { list: rows.slice(0, limit), examined: aggregation.examined, narrowed }
}

function runOnCollection(
  aggregation: Aggregation,
  collection: Collection,
  stages: Stage[],
  variables: Variables,
  hint: Fields = {},
): { rows: Fields[]; narrowed: boolean } {
  stages.forEach(refuseUnknownStage)
  const [first] = stages
  const geoNear = first?.[0] === '$geoNear' ? readGeoNear(collection, first[1]) : undefined
  const { request, rest } = geoNear
    ? { request: { filter: { $and: [hint, geoNear.query] } }, rest: stages.slice(1) }
    : splitLeading(stages, hint)
  const found = findDocuments(aggregation.view, collection, request, variables)
  aggregation.examined += found.examined
  const rows = geoNear ? geoNear.arrange(found.documents) : found.documents
  return { rows: runOnRows(aggregation, rows, rest, variables), narrowed: found.narrowed }
}

function runOnRows(aggregation: Aggregation, rows: Fields[], stages: Stage[], variables: Variables): Fields[] {
  return stages.reduce((before, stage) => runStage(aggregation, before, stage, variables), rows)
}

function runStage(aggregation: Aggregation, rows: Fields[], [name, value]: Stage, variables: Variables): Fields[] {
  if (name === '$lookup') return lookUp(aggregation, rows, value, variables)
  if (name === '$graphLookup') return graphLookUp(aggregation, rows, value, variables)
  if (name === '$geoNear') throw invalidOperator('$geoNear is only valid as the first stage in a pipeline')
  if (name === '$unionWith') {
    const from = isFields(value) ? value : { coll: value }
    const collection = aggregation.store.catalog.collection(String(from['coll']))
    return [...rows, ...aggregation.run(collection, readStages(from['pipeline']), variables).rows]
  }
  if (name === '$facet' && isFields(value)) {
    const facets = Object.entries(value).map(([facet, pipeline]) => {
      // mingo's stages may change rows in place, which must not show in another facet.
      const own = rows.map((row) => ({ ...row }))
      return [facet, runOnRows(aggregation, own, readStages(pipeline), variables)] as const
    })
    return [Object.fromEntries(facets)]
  }
  return runPureStage(rows, [name, value], variables)
}

function runPureStage(rows: Fields[], [name, value]: Stage, variables: Variables): Fields[] {
  const stages = name === '$bucket' ? bucketStages(value) : [{ [name]: value }]
  try {
    return runPipeline(rows, stages, variables)
  } catch (error) {
    throw error instanceof CloudError ? error : invalidOperator(`aggregate: ${describe(error)}`)
  }
}

/** `$bucket` as MongoDB defines it, by `$group`; mingo's own puts a value on a boundary into the bucket below. */
function bucketStages(value: unknown): Fields[] {
  const { groupBy, boundaries, default: other, output } = isFields(value) ? value : {}
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw invalidOperator('$bucket needs at least two boundaries')
  const branches = boundaries.slice(0, -1).map((from: unknown, i) => ({
    case: { $and: [{ $gte: [groupBy, from] }, { $lt: [groupBy, boundaries[i + 1] as unknown] }] },
    then: { $literal: from },
  }))
  const bucket = { $switch: { branches, ...(other !== undefined && { default: { $literal: other } }) } }
  const fields = isFields(output) ? output : { count: { $sum: 1 } }
  return [{ $group: { _id: bucket, ...fields } }, { $sort: { _id: 1 } }]
}

/** Takes `$match`, `$sort` and `$limit` from the front, as far as they come in this order. */
function splitLeading(stages: Stage[], hint: Fields): { request: FindRequest; rest: Stage[] } {
  const filters: Fields[] = Object.keys(hint).length > 0 ? [hint] : []
  const request: FindRequest = { filter: {} }
  let taken = 0
  for (const [name, value] of stages) {
    const early = !request.sort && request.limit === undefined
    if (name === '$match' && isFields(value) && early) filters.push(value)
    else if (name === '$sort' && early) request.sort = readSort(value)
    else if (name === '$limit' && request.limit === undefined) request.limit = Number(value)
    else break
    taken++
  }
  if (filters.length === 1) request.filter = filters[0] ?? {}
  if (filters.length > 1) request.filter = { $and: filters }
  return { request, rest: stages.slice(taken) }
}
