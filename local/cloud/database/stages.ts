// Decides what a stage is, which ones exist, and what the stages of one aggregation share.
import { isFields, type Fields } from './ejson'
import { invalidOperator } from './errors'
import { hasNear } from './geo/near'
import { refuseUnknownOperators } from './operators'
import type { View } from './query'
import type { Collection } from './catalog'
import type { Store } from './store'

export type Stage = [name: string, value: unknown]
/** What `$$name` stands for. */
export type Variables = Record<string, unknown>

export interface Aggregation {
  store: Store
  view: View
  /** How many documents were looked at so far. */
  examined: number
  /** Runs stages over a collection; `hint` narrows the search and never changes the result. */
  run(
    collection: Collection,
    stages: Stage[],
    variables: Variables,
    hint?: Fields,
  ): { rows: Fields[]; narrowed: boolean }
}

/** Stages that need nothing but the rows before them. */
const PURE_STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$densify',
  '$fill',
  '$group',
  '$limit',
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
  '$unset',
  '$unwind',
])
/** Stages that read collections or run pipelines of their own. */
const READING_STAGES = new Set(['$lookup', '$graphLookup', '$facet', '$unionWith', '$geoNear'])

/** Reads the stages of an inner pipeline. */
export function readStages(pipeline: unknown): Stage[] {
  if (pipeline === undefined) return []
  if (!Array.isArray(pipeline)) throw invalidOperator('a pipeline must be a list of stages')
  return pipeline.map((stage): Stage => {
    const [entry, ...more] = isFields(stage) ? Object.entries(stage) : []
    if (!entry || more.length > 0) throw invalidOperator('a stage must have exactly one field')
    return entry
  })
}

/** @throws DATABASE_INVALID_OPERRATOR naming a stage or operator that is not supported, also inside pipelines */
export function refuseUnknownStage([name, value]: Stage): void {
  if (name === '$match' && hasNear(value)) {
    throw invalidOperator('$geoNear, $near, and $nearSphere are not allowed in this context')
  }
  if (PURE_STAGES.has(name)) return refuseUnknownOperators(value)
  if (!READING_STAGES.has(name)) throw invalidOperator(`the local cloud does not support the aggregation stage ${name}`)
  if (!isFields(value)) return
  const { pipeline, ...rest } = value
  if (name === '$facet') Object.values(value).flatMap(readStages).forEach(refuseUnknownStage)
  else refuseUnknownOperators(rest)
  if (pipeline !== undefined && name !== '$facet') readStages(pipeline).forEach(refuseUnknownStage)
}
