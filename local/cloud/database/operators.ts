// Decides which operators exist here: those mingo carries out, except the ones that run code.
import { OPERATOR_NAMES } from './dialect/mingo'
import { isFields } from './ejson'
import { invalidOperator } from './errors'
import { GEO_WORDS } from './geo/operators'

const RUN_CODE = ['$function', '$accumulator', '$where']
const KNOWN = new Set([...OPERATOR_NAMES, ...GEO_WORDS])
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
