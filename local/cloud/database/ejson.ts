// Decides how the wire's canonical EJSON text becomes values of this process, and back.
import { EJSON, Long, ObjectId } from 'bson'
import { invalidOperator, requestFailed } from './errors'

export type Fields = Record<string, unknown>
/** A stored document; `_id` is always there. */
export type Document = Fields & { _id: unknown }

/** The fields of a DBRef, the only ones that may start with a dollar sign. */
const REFERENCE = ['$ref', '$id', '$db']

/** @throws DATABASE_REQUEST_FAILED when a document has a field that looks like an operator */
export function refuseDollarNames(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(refuseDollarNames)
  if (!isFields(value)) return
  for (const [name, item] of Object.entries(value)) {
    if (name.startsWith('$') && !REFERENCE.includes(name)) {
      throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
    }
    refuseDollarNames(item)
  }
}

/** A plain object: neither an array nor one of the values that stand for themselves (dates, ids, patterns). */
export function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * Reads EJSON text. `{$tcb_server_date:{offset}}` becomes the cloud's time plus the offset in milliseconds.
 * @throws DATABASE_INVALID_OPERRATOR when the text is not EJSON.
 */
export function readEjson(text: string | undefined | null, now: () => number): unknown {
  if (text === undefined || text === null || text === '') return {}
  let parsed: unknown
  try {
    parsed = EJSON.parse(text, { relaxed: true })
  } catch (error) {
    throw invalidOperator(`not EJSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  return settle(parsed, now)
}

/** Like {@link readEjson}, for places that only an object may stand in. */
export function readFields(text: string | undefined | null, now: () => number): Fields {
  const value = readEjson(text, now)
  if (!isFields(value)) throw invalidOperator('an object is expected')
  return value
}

/** An ObjectId is answered as its 24 characters, as the SDK's own tests expect of the backend. */
export function writeEjson(value: unknown): string {
  return EJSON.stringify(nameIds(value) as object, { relaxed: false })
}

function nameIds(value: unknown): unknown {
  if (value instanceof ObjectId) return value.toHexString()
  if (Array.isArray(value)) return value.map(nameIds)
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nameIds(item)]))
}

function settle(value: unknown, now: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => settle(item, now))
  if (value instanceof Long) return value.toNumber()
  if (isPattern(value)) return new RegExp(value.pattern, value.options.replace(/[^gimsuy]/g, ''))
  if (!isFields(value)) return value
  if (isFields(value['$tcb_server_date'])) return new Date(now() + Number(value['$tcb_server_date']['offset'] ?? 0))
  const settled: Fields = {}
  for (const [key, item] of Object.entries(value)) settled[key] = settle(item, now)
  return settled
}

function isPattern(value: unknown): value is { pattern: string; options: string } {
  return typeof value === 'object' && value !== null && (value as { _bsontype?: string })._bsontype === 'BSONRegExp'
}
