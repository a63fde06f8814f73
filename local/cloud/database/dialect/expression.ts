// Decides the shape of an operator of our own in an aggregation expression, and how it calls on mingo's.
import { evalExpr } from 'mingo/core'
import * as mingo from 'mingo/operators/expression'

type Options = Parameters<typeof evalExpr>[2]
export type Expression = (row: unknown, operands: unknown, options: Options) => unknown

/** What an expression stands for in one row. */
export function evaluate(row: unknown, expression: unknown, options: Options): unknown {
  return evalExpr(row, expression, options)
}

/** mingo's operator of a name. @throws when it has none */
export function ofMingo(name: string): Expression {
  const operator = (mingo as unknown as Record<string, Expression | undefined>)[name]
  if (!operator) throw new Error(`mingo has no operator ${name}`)
  return operator
}

/** The only operand, which may also stand in a list of one. */
export function alone(operand: unknown): unknown {
  return Array.isArray(operand) && operand.length === 1 ? operand[0] : operand
}
