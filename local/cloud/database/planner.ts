// Decides which index answers a query: equality, $in, ranges and sort orders are looked up.
import { isFields, type Fields } from './ejson'
import { encodeValue, successor, turn, typeOf, type Direction } from './index-keys'
import type { Collection, Index } from './catalog'
import type { Range } from './store'

export type Sort = [path: string, direction: Direction][]

export interface Plan {
  ranges: Range[]
  /** The ranges' order is the wanted order; read them backwards if set. */
  ordered: boolean
  backwards: boolean
  /** The index, `_id` or `everything`. */
  name: string
  /** The ranges leave something out; an index that only gives the order does not. */
  narrowed: boolean
}

/** What a filter says about one path, as far as an index can use it. */
interface Bound {
  values?: unknown[]
  low?: unknown
  high?: unknown
  /** One element of an array lies between both: an index uses both ends. */
  together?: true
}

/** More look-ups than this and a plain equality on fewer fields is cheaper. */
const MAX_RANGES = 2_000

const EVERYTHING: Range = { by: 'everything', from: Buffer.alloc(0), to: Buffer.alloc(0) }

/** Chooses the best way in. Never wrong, at worst slow: every document found is still tested against the whole filter. */
export function planQuery(collection: Collection, filter: Fields, sort: Sort): Plan {
  const bounds = readBounds(filter)
  const byId = planById(bounds)
  if (byId) return byId
  const best = collection.indexes
    .map((index) => planByIndex(index, bounds, sort))
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => b.score - a.score)[0]
  if (best && best.score >= EQUALITY) return best.plan
  const union = planByAlternatives(collection, filter)
  if (union) return union
  if (best) return best.plan
  const [first] = sort
  if (sort.length === 1 && first?.[0] === '_id') {
    const whole: Range = { by: '_id', from: Buffer.alloc(0), to: Buffer.of(0xff) }
    return { ranges: [whole], ordered: true, backwards: first[1] === -1, name: 'everything', narrowed: false }
  }
  return { ranges: [EVERYTHING], ordered: sort.length === 0, backwards: false, name: 'everything', narrowed: false }
}

const EQUALITY = 10
const RANGE = 3
const ORDER = 4

function planById(bounds: Map<string, Bound>): Plan | undefined {
  const values = bounds.get('_id')?.values
  if (!values) return undefined
  const ranges = distinct(values.map(encodeValue)).map((key): Range => ({ by: '_id', from: key, to: successor(key) }))
  return { ranges, ordered: ranges.length <= 1, backwards: false, name: '_id', narrowed: true }
}

function planByIndex(index: Index, bounds: Map<string, Bound>, sort: Sort): { plan: Plan; score: number } | undefined {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let used = 0
  const roots = new Set<string>()
  for (const [path, direction] of index.fields) {
    const values = usable(index, path, roots) ? bounds.get(path)?.values : undefined
    if (!values || prefixes.length * values.length > MAX_RANGES) break
    prefixes = prefixes.flatMap((prefix) => values.map((value) => join(prefix, turn(encodeValue(value), direction))))
    roots.add(rootOf(path))
    used++
  }
  const rest = index.fields.slice(used)
  const range = rest[0] && usable(index, rest[0][0], roots) ? rangeOf(bounds.get(rest[0][0]), index) : undefined
  const single = prefixes.length === 1
  const order = single && !index.multikey && !index.unordered ? orderOf(index, used, sort) : undefined
  const score = used * EQUALITY + (range ? RANGE : 0) + (order && sort.length > 0 ? ORDER : 0)
  if (score === 0) return undefined
  const [, direction] = rest[0] ?? ['', 1 as Direction]
  const ranges = distinct(prefixes).map((prefix) => boundRange(index, prefix, range, direction))
  const ordered = order !== undefined || (single && sort.length === 0)
  const narrowed = used > 0 || range !== undefined
  return { plan: { ranges, ordered, backwards: order === 'backwards', name: index.name, narrowed }, score }
}

/** `$or` whose every branch can be looked up: the union of the branches' ranges. */
function planByAlternatives(collection: Collection, filter: Fields): Plan | undefined {
  const found = findOr(filter)
  if (!found) return undefined
  const plans = found.branches.map((branch) => planQuery(collection, { $and: [found.rest, branch] }, []))
  if (plans.some((plan) => !plan.narrowed)) return undefined
  return {
    ranges: plans.flatMap((plan) => plan.ranges),
    ordered: false,
    backwards: false,
    name: plans.map((plan) => plan.name).join(' or '),
    narrowed: true,
  }
}

function findOr(filter: Fields): { branches: Fields[]; rest: Fields } | undefined {
  if (Array.isArray(filter['$or']) && filter['$or'].every(isFields)) {
    const { $or, ...rest } = filter
    return { branches: $or as Fields[], rest }
  }
  if (!Array.isArray(filter['$and'])) return undefined
  const parts = filter['$and'].filter(isFields)
  for (const [i, part] of parts.entries()) {
    const found = findOr(part)
    if (!found) continue
    return {
      branches: found.branches,
      rest: { ...filter, $and: [...parts.slice(0, i), found.rest, ...parts.slice(i + 1)] },
    }
  }
  return undefined
}

/** Two fields of one array may be met by different elements, so that only the first may narrow the search. */
function usable(index: Index, path: string, roots: Set<string>): boolean {
  return !index.multikey || !roots.has(rootOf(path))
}

function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? path
}

interface TypedRange {
  low: Buffer
  high: Buffer
}

/** Comparisons stay within one type, as in MongoDB. An index with several entries per document can use one end only. */
function rangeOf(bound: Bound | undefined, index: Index): TypedRange | undefined {
  if (!bound || (bound.low === undefined && bound.high === undefined)) return undefined
  const type = typeOf(bound.low ?? bound.high)
  if (type === undefined) return undefined
  if (bound.low !== undefined && bound.high !== undefined && typeOf(bound.high) !== type) return undefined
  const whole = Buffer.of(type)
  const low = bound.low === undefined ? whole : encodeValue(bound.low)
  const high =
    bound.high === undefined || (index.multikey && bound.low !== undefined && !bound.together)
      ? whole
      : encodeValue(bound.high)
  return { low, high }
}

function boundRange(index: Index, prefix: Buffer, range: TypedRange | undefined, direction: Direction): Range {
  if (!range) return { by: index, from: prefix, to: successor(prefix) }
  const [first, last] = direction === 1 ? [range.low, range.high] : [range.high, range.low]
  return {
    by: index,
    from: join(prefix, turn(first, direction)),
    to: successor(join(prefix, turn(last, direction))),
  }
}

/** Whether the entries after `used` fixed fields lie in the wanted order, read forwards or backwards. */
function orderOf(index: Index, used: number, sort: Sort): 'forwards' | 'backwards' | undefined {
  const fixed = new Set(index.fields.slice(0, used).map(([path]) => path))
  const wanted = sort.filter(([path]) => !fixed.has(path))
  if (wanted.length === 0) return 'forwards'
  const turns = wanted.map(([path, direction], i) => {
    const field = index.fields[used + i]
    return field?.[0] === path ? field[1] * direction : 0
  })
  if (turns.every((turned) => turned === 1)) return 'forwards'
  return turns.every((turned) => turned === -1) ? 'backwards' : undefined
}

function readBounds(filter: Fields, into = new Map<string, Bound>(), prefix = ''): Map<string, Bound> {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isFields(part)) readBounds(part, into, prefix)
    } else if (!key.startsWith('$')) {
      readCondition(prefix + key, condition, into)
    }
  }
  return into
}

function readCondition(path: string, condition: unknown, into: Map<string, Bound>): void {
  const bound = into.get(path) ?? {}
  if (!isOperators(condition)) {
    if (typeOf(condition) !== undefined) bound.values ??= [condition]
    into.set(path, bound)
    return
  }
  for (const [operator, value] of Object.entries(condition)) {
    if (operator === '$eq' && typeOf(value) !== undefined) bound.values ??= [value]
    if (operator === '$in' && Array.isArray(value) && value.every((item) => typeOf(item) !== undefined))
      bound.values ??= value
    if ((operator === '$gt' || operator === '$gte') && isComparable(value)) bound.low ??= value
    if ((operator === '$lt' || operator === '$lte') && isComparable(value)) bound.high ??= value
    if (operator === '$elemMatch' && isOperators(value)) boundElement(bound, value)
    else if (operator === '$elemMatch' && isFields(value)) readBounds(value, into, `${path}.`)
  }
  into.set(path, bound)
}

function boundElement(bound: Bound, condition: Fields): void {
  if (bound.low !== undefined || bound.high !== undefined) return
  const element = new Map<string, Bound>()
  readCondition('', condition, element)
  const { low, high } = element.get('') ?? {}
  if (low !== undefined && high !== undefined) Object.assign(bound, { low, high, together: true })
}

function isOperators(condition: unknown): condition is Fields {
  return isFields(condition) && Object.keys(condition)[0]?.startsWith('$') === true
}

function isComparable(value: unknown): boolean {
  return value !== null && value !== undefined && typeOf(value) !== undefined
}

function join(a: Buffer, b: Buffer): Buffer {
  return Buffer.concat([a, b])
}

function distinct(keys: Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()]
}
