// Decides the shape of an operator of our own in an aggregation expression.
import { evalExpr } from 'mingo/core'

type Options = Parameters<typeof evalExpr>[2]
export type Expression = (row: unknown, operands: unknown, options: Options) => unknown

/** What an expression stands for in one row. */
export function evaluate(row: unknown, expression: unknown, options: Options): unknown {
  return evalExpr(row, expression, options)
}
