// Decides which operators exist here: those mingo carries out, except the ones that run code; all others are refused by name, whatever the data.
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import { isFields } from './ejson'
import { invalidOperator } from './errors'

const RUN_CODE = ['$function', '$accumulator', '$where']
const KNOWN = new Set(
  [accumulators, expressions, projections, queries, windows].flatMap((operators) => Object.keys(operators)),
)
for (const name of RUN_CODE) KNOWN.delete(name)
/** Comments are allowed anywhere and mean nothing. */
KNOWN.add('$comment')

/** @throws DATABASE_INVALID_OPERRATOR naming the first operator that is not supported */
export function refuseUnknownOperators(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(refuseUnknownOperators)
  if (!isFields(value)) return
  for (const [key, operand] of Object.entries(value)) {
    if (key.startsWith('$') && !KNOWN.has(key))
      throw invalidOperator(`the local cloud does not support the operator ${key}`)
    if (key !== '$literal') refuseUnknownOperators(operand)
  }
}
