// Decides what an update makes of a document: mingo applies the operators.
import { deserialize, serialize } from 'bson'
import { describe } from '../errors'
import { applyModifier, newQuery } from './dialect/mingo'
import { isFields, type Document, type Fields } from './ejson'
import { invalidOperator, requestFailed } from './errors'

const OPERATORS = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$bit',
  '$push',
  '$pop',
  '$pull',
  '$pullAll',
  '$addToSet',
])
const ARITHMETIC = new Set(['$inc', '$mul', '$bit'])
const ON_ARRAYS = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet'])
/** These leave a missing path alone; all others create it. */
const NEVER_CREATE = new Set(['$unset', '$pop', '$pull', '$pullAll', '$rename'])

/**
 * The document after the update; the one given is not touched.
 * @param filter decides what a positional `$` in a path stands for
 * @throws DATABASE_REQUEST_FAILED with MongoDB's words when an operator does not fit the value it meets
 */
export function updateDocument(document: Document, modifier: Fields, filter: Fields): Document {
  const updated = deserialize(serialize(document)) as Document
  for (const [operator, changes] of Object.entries(modifier)) {
    if (!OPERATORS.has(operator)) throw invalidOperator(`unknown update operator: ${operator}`)
    if (!isFields(changes)) throw invalidOperator(`${operator} expects an object`)
    for (const [path, operand] of Object.entries(changes)) refuseMisfit(updated, operator, path, operand)
  }
  try {
    applyModifier(updated, pullByFields(updated, modifier), usesPosition(modifier) ? filter : {})
  } catch (error) {
    throw requestFailed(`[FailedOperation.Update] ${describe(error)}`)
  }
  return updated
}

/**
 * Carries out `$pull` by conditions on fields, which meet only elements that have fields; mingo compares the others too.
 * @returns what is left to do
 */
function pullByFields(document: Document, modifier: Fields): Fields {
  if (!isFields(modifier['$pull'])) return modifier
  const left = Object.entries(modifier['$pull']).filter(([path, condition]) => {
    const list = path.includes('$') ? undefined : valueAt(document, path).value
    const byFields = isFields(condition) && !Object.keys(condition).some((key) => key.startsWith('$'))
    if (!byFields || !Array.isArray(list)) return true
    const query = newQuery(condition)
    list.splice(0, list.length, ...list.filter((item) => !(isFields(item) && query.test(item))))
    return false
  })
  const { $pull: _done, ...rest } = modifier
  return left.length > 0 ? { ...rest, $pull: Object.fromEntries(left) } : rest
}

function refuseMisfit(document: Document, operator: string, path: string, operand: unknown): void {
  if (path === '_id' || path.startsWith('_id.')) {
    throw fail(`Performing an update on the path '_id' would modify the immutable field '_id'`)
  }
  if (path === '' || path.split('.').includes('')) throw fail(`The update path '${path}' contains an empty field name`)
  if (path.includes('$')) return
  const { value, blocked } = valueAt(document, path)
  if (blocked && !NEVER_CREATE.has(operator)) {
    throw fail(
      `Cannot create field '${blocked.field}' in element {${blocked.parent}: ${JSON.stringify(blocked.value)}}`,
    )
  }
  if (value === undefined) return
  if (ARITHMETIC.has(operator) && typeof value !== 'number') {
    throw fail(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${JSON.stringify(document._id)}} has the field '${path}' of non-numeric type ${nameType(value)}`,
    )
  }
  if (ARITHMETIC.has(operator) && operator !== '$bit' && typeof operand !== 'number') {
    throw fail(
      `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
    )
  }
  if (ON_ARRAYS.has(operator) && !Array.isArray(value)) {
    throw fail(
      `The field '${path}' must be an array but is of type ${nameType(value)} in document {_id: ${JSON.stringify(document._id)}}`,
    )
  }
}

interface Located {
  value: unknown
  /** A value on the way that can hold no field. */
  blocked?: { parent: string; field: string; value: unknown }
}

function valueAt(document: Document, path: string): Located {
  const steps = path.split('.')
  let at: unknown = document
  for (const [i, step] of steps.entries()) {
    if (at === undefined) return { value: undefined }
    const holds = isFields(at) || (Array.isArray(at) && /^\d+$/.test(step))
    if (!holds) return { value: undefined, blocked: { parent: steps[i - 1] ?? '', field: step, value: at } }
    at = (at as Fields)[step]
  }
  return { value: at }
}

function usesPosition(modifier: Fields): boolean {
  return Object.values(modifier).some(
    (changes) => isFields(changes) && Object.keys(changes).some((path) => path.includes('$')),
  )
}

function nameType(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return value instanceof Date ? 'date' : typeof value
}

function fail(words: string): Error {
  return requestFailed(`[FailedOperation.Update] ${words}`)
}
