// Decides what an index entry is: bytes that sort as MongoDB sorts the values.
import { ObjectId, serialize } from 'bson'
import { requestFailed } from './errors'
import { isFields, type Document } from './ejson'

export type Direction = 1 | -1
export interface IndexSpec {
  name: string
  fields: [path: string, direction: Direction][]
  unique: boolean
}

export interface IndexKeys {
  keys: Buffer[]
  /** An array was spread: one document, several entries. */
  multikey: boolean
  /** A value has no order here (objects, nested arrays): equality only. */
  unordered: boolean
}

/** An empty array is a key of its own, below null, as in MongoDB. */
const EMPTY_ARRAY = Symbol('empty array')

/** MongoDB's order of types; the first byte of every value's key. */
const TYPE = {
  emptyArray: 1,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  objectId: 35,
  boolean: 40,
  date: 45,
  pattern: 55,
} as const

/** The type byte of a value that can bound a range; undefined for values without an order. */
export function typeOf(value: unknown): number | undefined {
  if (value === null || value === undefined) return TYPE.null
  if (typeof value === 'number') return TYPE.number
  if (typeof value === 'string') return TYPE.string
  if (typeof value === 'boolean') return TYPE.boolean
  if (value instanceof Date) return TYPE.date
  if (value instanceof ObjectId) return TYPE.objectId
  return undefined
}

/** One value's key, ascending. Prefix-free, so that keys of several fields can be joined. */
export function encodeValue(value: unknown): Buffer {
  if (value === EMPTY_ARRAY) return Buffer.of(TYPE.emptyArray)
  if (value === null || value === undefined) return Buffer.of(TYPE.null)
  if (typeof value === 'number') return encodeNumber(TYPE.number, value)
  if (typeof value === 'string') return terminated(TYPE.string, Buffer.from(value, 'utf8'))
  if (typeof value === 'boolean') return Buffer.of(TYPE.boolean, value ? 1 : 0)
  if (value instanceof Date) return encodeNumber(TYPE.date, value.getTime())
  if (value instanceof ObjectId) return Buffer.concat([Buffer.of(TYPE.objectId), value.id])
  if (value instanceof RegExp) return terminated(TYPE.pattern, Buffer.from(String(value), 'utf8'))
  return terminated(Array.isArray(value) ? TYPE.array : TYPE.object, serialize({ value }))
}

/** One field's part of a key: descending fields are stored with their bits turned over. */
export function turn(bytes: Buffer, direction: Direction): Buffer {
  return direction === 1 ? bytes : Buffer.from(bytes.map((byte) => byte ^ 0xff))
}

/** The first key that no longer starts with `prefix`. */
export function successor(prefix: Buffer): Buffer {
  const next = Buffer.from(prefix)
  for (let i = next.length - 1; i >= 0; i--) {
    const byte = next[i] ?? 0
    if (byte !== 0xff) {
      next[i] = byte + 1
      return next.subarray(0, i + 1)
    }
  }
  return Buffer.alloc(prefix.length + 1, 0xff)
}

/**
 * All keys of a document in one index.
 * @throws DATABASE_REQUEST_FAILED when two different arrays would have to be combined, which MongoDB refuses too.
 */
export function keysOf(document: Document, spec: IndexSpec): IndexKeys {
  const start = spec.fields.map(([path]) => ({ at: document as unknown, path: path.split('.'), closed: false }))
  const state = { multikey: false, unordered: false }
  const keys = new Map<string, Buffer>()
  for (const tuple of spread(start, spec, state)) {
    const key = Buffer.concat(
      tuple.map((value, i) => {
        if (value !== EMPTY_ARRAY && typeOf(value) === undefined) state.unordered = true
        return turn(encodeValue(value), spec.fields[i]?.[1] ?? 1)
      }),
    )
    keys.set(key.toString('latin1'), key)
  }
  return { keys: [...keys.values()], ...state }
}

interface Cursor {
  at: unknown
  path: string[]
  /** An element of an array that was already spread: arrays inside it are values. */
  closed: boolean
}

function spread(cursors: Cursor[], spec: IndexSpec, state: { multikey: boolean }): unknown[][] {
  const settled = cursors.map(walk)
  const arrays = new Set(settled.filter(isOpenArray).map((cursor) => cursor.at as unknown[]))
  const [array, second] = [...arrays]
  if (array === undefined) return [settled.map((cursor) => cursor.at)]
  if (second !== undefined) throw requestFailed(`cannot index parallel arrays in index ${spec.name}`)
  state.multikey = true
  const belongs = (cursor: Cursor) => isOpenArray(cursor) && cursor.at === array
  if (array.length === 0) {
    const emptied = settled.map((cursor) =>
      belongs(cursor) ? { at: cursor.path.length === 0 ? EMPTY_ARRAY : undefined, path: [], closed: true } : cursor,
    )
    return spread(emptied, spec, state)
  }
  return array.flatMap((element) =>
    spread(
      settled.map((cursor) =>
        belongs(cursor) ? { at: element, path: cursor.path, closed: cursor.path.length === 0 } : cursor,
      ),
      spec,
      state,
    ),
  )
}

/** Follows a path until it ends or meets an array. */
function walk(cursor: Cursor): Cursor {
  let { at } = cursor
  let path = cursor.path
  while (path.length > 0) {
    const [step = '', ...rest] = path
    if (Array.isArray(at)) {
      if (!/^\d+$/.test(step)) break
      at = at[Number(step)] as unknown
    } else {
      at = isFields(at) ? at[step] : undefined
    }
    path = rest
  }
  return { at, path, closed: cursor.closed }
}

function isOpenArray(cursor: Cursor): boolean {
  return Array.isArray(cursor.at) && !cursor.closed
}

function encodeNumber(type: number, value: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = type
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  const sign = bytes[1] ?? 0
  if (sign & 0x80) for (let i = 1; i < 9; i++) bytes[i] = (bytes[i] ?? 0) ^ 0xff
  else bytes[1] = sign ^ 0x80
  return bytes
}

/** Ends a value of free length with 00 00; a zero inside becomes 00 FF, which keeps the order. */
function terminated(type: number, bytes: Buffer): Buffer {
  const end = Buffer.of(0, 0)
  if (!bytes.includes(0)) return Buffer.concat([Buffer.of(type), bytes, end])
  const escaped = [...bytes].flatMap((byte) => (byte === 0 ? [0, 0xff] : [byte]))
  return Buffer.concat([Buffer.of(type), Buffer.from(escaped), end])
}
