// Decides what carries out operators: mingo's own, and ours where MongoDB means them differently.
import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import { Query } from 'mingo/query'
import { update } from 'mingo/updater'
import { geoOperators } from '../geo/operators'
import type { Fields } from '../ejson'
import { comparisonExpressions } from './comparison'
import { dateExpressions } from './dates'
import { elemMatch } from './elem-match'
import { equalityQueries } from './equality'
import { compileJsonSchema } from './json-schema'
import { operandExpressions } from './operands'
import { stringExpressions } from './strings'

const OPERATORS = {
  accumulator: accumulators,
  expression: {
    ...expressions,
    ...operandExpressions,
    ...comparisonExpressions,
    ...stringExpressions,
    ...dateExpressions,
  },
  pipeline: stages,
  projection: projections,
  query: { ...queries, ...equalityQueries, ...geoOperators, $elemMatch: elemMatch },
  window: windows,
}
const OPTIONS = {
  context: Context.init(OPERATORS as unknown as Parameters<typeof Context.init>[0]),
  scriptEnabled: false,
  jsonSchemaValidator: compileJsonSchema,
}

/** The names of all operators that can be carried out. */
export const OPERATOR_NAMES = Object.entries(OPERATORS).flatMap(([kind, operators]) =>
  kind === 'pipeline' ? [] : Object.keys(operators),
)

/** @param variables what `$$name` stands for in an `$expr` */
export function newQuery(filter: Fields, variables: Fields = {}): Query {
  return new Query(filter, { ...OPTIONS, variables })
}

/** Stages that mingo builds on an operator for code; the caller's own code is refused before it comes here. */
const BUILT_ON_CODE = ['$setWindowFields', '$fill']

export function runPipeline(rows: Fields[], pipeline: Fields[], variables: Fields): Fields[] {
  const scriptEnabled = pipeline.some((stage) => BUILT_ON_CODE.some((name) => name in stage))
  const result: (Fields | null | undefined)[] = new Aggregator(pipeline, { ...OPTIONS, scriptEnabled, variables }).run(
    rows,
  )
  // A document that `$redact` cut away leaves a gap.
  return result.filter((row) => row !== null && row !== undefined)
}

/** An update without a filter needs what `$pull` and `$push` need, no more; mingo copies it for each update. */
const FOR_UPDATES = {
  ...OPTIONS,
  context: Context.init({ query: OPERATORS.query } as unknown as Parameters<typeof Context.init>[0]),
}

/** Changes the document in place. @param filter decides what a positional `$` stands for */
export function applyModifier(document: Fields, modifier: Fields, filter: Fields): void {
  update(document, modifier, [], filter, { queryOptions: Object.keys(filter).length > 0 ? OPTIONS : FOR_UPDATES })
}
