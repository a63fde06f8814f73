// Decides how operators take their operands where mingo differs: one alone or in a list of one, null for nothing.
import { compareValues } from './comparison'
import { alone, evaluate, ofMingo, type Expression } from './expression'

const UNARY = [
  ...['$abs', '$ceil', '$exp', '$floor', '$ln', '$log10', '$sqrt', '$reverseArray', '$isArray', '$not'],
  ...['$arrayToObject', '$objectToArray', '$strLenBytes', '$strLenCP', '$type'],
  ...['$toBool', '$toDate', '$toDouble', '$toInt', '$toLong', '$toString'],
]
/** Null when one of their sets is. */
const ON_SETS = ['$setDifference', '$setIntersection', '$setUnion']

function takeAlone(name: string): Expression {
  return (row, operand, options) => ofMingo(name)(row, alone(operand), options)
}

/** `$round` and `$trunc` to so many places; mingo insists on the places. */
function toPlaces(name: string): Expression {
  return (row, operand, options) => {
    const [value, places] = Array.isArray(operand) ? (operand as unknown[]) : [operand]
    return ofMingo(name)(row, [value, places ?? 0], options)
  }
}

/** `$toLower` and `$toUpper`: nothing is the empty text. */
function ofText(name: string): Expression {
  return (row, operand, options) => {
    const value = evaluate(row, alone(operand), options)
    return value === null || value === undefined ? '' : ofMingo(name)(row, { $literal: value }, options)
  }
}

function ofSets(name: string): Expression {
  return (row, operands, options) => {
    const sets = evaluate(row, operands, options)
    const missing = Array.isArray(sets) && sets.some((set) => set === null || set === undefined)
    return missing ? null : ofMingo(name)(row, operands, options)
  }
}

const size: Expression = (row, operand, options) => {
  const list = evaluate(row, alone(operand), options)
  if (!Array.isArray(list)) throw new Error('The argument to $size must be an array')
  return list.length
}

/** `[list, wanted, from?, to?]`. */
const indexOfArray: Expression = (row, operands, options) => {
  const [list, wanted, from = 0, to] = evaluate(row, operands, options) as [unknown, unknown, number?, number?]
  if (list === null || list === undefined) return null
  if (!Array.isArray(list)) throw new Error('$indexOfArray requires an array as a first argument')
  return list.slice(0, to).findIndex((item, i) => i >= from && compareValues(item, wanted) === 0)
}

export const operandExpressions: Record<string, Expression> = {
  ...Object.fromEntries(UNARY.map((name) => [name, takeAlone(name)])),
  ...Object.fromEntries(ON_SETS.map((name) => [name, ofSets(name)])),
  $indexOfArray: indexOfArray,
  $round: toPlaces('$round'),
  $size: size,
  $toLower: ofText('$toLower'),
  $toUpper: ofText('$toUpper'),
  $trunc: toPlaces('$trunc'),
}
