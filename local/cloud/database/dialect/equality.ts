// Decides when an object equals an object in a query: with the same fields in the same order.
import * as mingo from 'mingo/operators/query'
import { isFields } from '../ejson'
import { compareValues } from './comparison'

type Operator = (path: string, operand: unknown, options: unknown) => (document: unknown) => boolean

const ofMingo = (name: '$eq' | '$in' | '$all') => mingo[name] as unknown as Operator

const equal: Operator = (path, operand, options) => {
  if (!holdsFields(operand)) return ofMingo('$eq')(path, operand, options)
  const steps = path.split('.')
  return (document) => valuesAt(document, steps).some((value) => compareValues(value, operand) === 0)
}

const within: Operator = (path, operand, options) => {
  if (!Array.isArray(operand) || !operand.some(holdsFields)) return ofMingo('$in')(path, operand, options)
  const plain = operand.filter((item) => !holdsFields(item))
  const tests = [
    ...(plain.length > 0 ? [ofMingo('$in')(path, plain, options)] : []),
    ...operand.filter(holdsFields).map((item) => equal(path, item, options)),
  ]
  return (document) => tests.some((test) => test(document))
}

const all: Operator = (path, operand, options) => {
  const fields = Array.isArray(operand) ? operand.filter((item) => holdsFields(item) && !isElemMatch(item)) : []
  const test = ofMingo('$all')(path, operand, options)
  const exact = fields.map((item) => equal(path, item, options))
  return (document) => test(document) && exact.every((holds) => holds(document))
}

const not =
  (operator: Operator): Operator =>
  (...condition) => {
    const test = operator(...condition)
    return (document) => !test(document)
  }

export const equalityQueries: Record<string, Operator> = {
  $eq: equal,
  $ne: not(equal),
  $in: within,
  $nin: not(within),
  $all: all,
}

function isElemMatch(value: unknown): boolean {
  return isFields(value) && Object.keys(value)[0] === '$elemMatch'
}

/** An object, or a list with one somewhere in it: only there mingo's equality differs. */
function holdsFields(value: unknown): boolean {
  return Array.isArray(value) ? value.some(holdsFields) : isFields(value)
}

/** What a path leads to, in every element of a list on the way; a list at its end stands for itself and its elements. */
function valuesAt(value: unknown, [step, ...rest]: string[]): unknown[] {
  if (step === undefined) return Array.isArray(value) ? [value, ...(value as unknown[])] : [value]
  if (!Array.isArray(value)) return isFields(value) ? valuesAt(value[step], rest) : []
  const inElements = value.filter(isFields).flatMap((item) => valuesAt(item, [step, ...rest]))
  return /^\d+$/.test(step) ? [...valuesAt(value[Number(step)], rest), ...inElements] : inElements
}
