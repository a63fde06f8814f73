// Decides the few things a collection can do. Queries, changes and stages are MongoDB's own.
import { attempt, database, isDuplicate } from './database'

export type Where = Record<string, unknown>
/** Only operators: `{ $set, $push, $inc, … }`; a document without one would be merged field by field. */
export type Change = Partial<
  Record<
    '$set' | '$unset' | '$inc' | '$min' | '$max' | '$push' | '$pull' | '$addToSet' | '$setOnInsert',
    Record<string, unknown>
  >
>
export type Stage = Partial<
  Record<
    | '$match'
    | '$lookup'
    | '$project'
    | '$addFields'
    | '$unwind'
    | '$group'
    | '$sort'
    | '$limit'
    | '$skip'
    | '$replaceRoot'
    | '$count',
    unknown
  >
>
export interface ListOptions {
  /** Most rows to bring; CloudBase gives at most 1,000 a call. */
  limit: number
  order?: [field: string, direction: 'asc' | 'desc'][]
  skip?: number
  /** Fields to bring (1) or to leave out (0). */
  fields?: Record<string, 0 | 1>
}

export interface Collection<Doc extends { _id: string }> {
  find<Row = Doc>(id: string, fields?: Record<string, 0 | 1>): Promise<Row | undefined>
  list<Row = Doc>(where: Where, options: ListOptions): Promise<Row[]>
  count(where: Where): Promise<number>
  /** Stores new documents in one call. False: one of them, or one that a unique index equates, exists already. */
  insert(documents: Doc | Doc[]): Promise<boolean>
  /** Changes what the condition finds, in one step each. Returns how many documents it found and changed. */
  update(where: Where, change: Change): Promise<number>
  remove(where: Where): Promise<number>
  /** A pipeline; without `$limit` CloudBase returns 20 rows. */
  aggregate<Row>(stages: Stage[]): Promise<Row[]>
}

/** The typed door to one collection. */
export function openCollection<Doc extends { _id: string }>(name: string): Collection<Doc> {
  const source = database.collection(name)
  return {
    async find<Row>(id: string, fields?: Record<string, 0 | 1>) {
      const document = fields ? source.doc(id).field(fields) : source.doc(id)
      const { data } = (await attempt(() => document.get() as Promise<{ data: unknown }>)) ?? {}
      return (data as Row | null) ?? undefined
    },
    async list<Row>(where: Where, { limit, order = [], skip = 0, fields }: ListOptions) {
      let query = source.where(where).limit(limit)
      for (const [field, direction] of order) query = query.orderBy(field, direction)
      if (skip) query = query.skip(skip)
      if (fields) query = query.field(fields)
      return (await attempt(() => query.get() as Promise<{ data: unknown }>)).data as Row[]
    },
    async count(where) {
      return (await attempt(() => source.where(where).count() as Promise<{ total: number }>)).total
    },
    async insert(documents) {
      try {
        await attempt(() => source.add({ data: withoutGaps(documents) as { _id: string } }) as Promise<unknown>)
        return true
      } catch (failure) {
        if (isDuplicate(failure)) return false
        throw failure
      }
    },
    async update(where, change) {
      const data = withoutGaps(change) as Change
      return (await attempt(() => source.where(where).update({ data }) as Promise<{ stats: { updated: number } }>))
        .stats.updated
    },
    async remove(where) {
      return (await attempt(() => source.where(where).remove() as Promise<{ stats: { removed: number } }>)).stats
        .removed
    },
    async aggregate<Row>(stages: Stage[]) {
      return (await attempt(() => pipe(source.aggregate(), stages).end() as Promise<{ list: Row[] }>)).list
    },
  }
}

type Pipeline = ReturnType<ReturnType<typeof database.collection>['aggregate']>

function pipe(start: Pipeline, stages: Stage[]): Pipeline {
  return stages.reduce((pipeline, stage) => {
    const [[operator, value] = ['', undefined]] = Object.entries(stage)
    const method = operator.slice(1) as 'match' | 'lookup'
    return pipeline[method](value)
  }, start)
}

/** Without undefined fields: inside arrays the wire format would turn them into null. */
function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGaps)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, withoutGaps(field)]),
  )
}
