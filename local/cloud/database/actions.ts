// Decides how the wire's database actions map to operations, with the defaults and caps of the backend.
import { CloudError } from '../errors'
import type { CountedCall } from '../invocations'
import { DEFAULT_GET_LIMIT, MAX_GET_LIMIT, MAX_WRITE_BYTES } from '../limits'
import type { CloudDatabase, ModifyRequest } from './database'
import { isFields, readEjson, readFields, writeEjson, type Fields } from './ejson'
import { requestFailed } from './errors'
import { readSort } from './query'
import type { Stage } from './stages'

/** The parameters of a request, as the SDKs send them. */
export type Params = Record<string, unknown>
export type Reply = { data?: unknown; transactionId?: string }
export type DatabaseAction = (params: Params, call: CountedCall) => Reply | Promise<Reply>

/** All database actions of the wire, by their name without `database.`. */
export function databaseActions(database: CloudDatabase, now: () => number): Record<string, DatabaseAction> {
  const fieldsOf = (params: Params, key: string): Fields => readFields(textOf(params, key), now)

  return {
    addCollection(params) {
      const name = collectionOf(params)
      if (database.store.catalog.has(name)) {
        throw requestFailed('[ResourceUnavailable.CollectionExists] Table exist. Please check your request.')
      }
      database.store.catalog.addCollection(name)
      return { data: {} }
    },

    async insertDocument(params, call) {
      const texts = params['data']
      if (!Array.isArray(texts)) throw invalidParam('data')
      refuseLarge(texts)
      const documents = texts.map((text) => readFields(String(text), now))
      return {
        data: { insertedIds: await database.insert(call, collectionOf(params), documents, transactionOf(params)) },
      }
    },

    getDocument(params, call) {
      const byId = params['queryType'] === 'DOC'
      const request = {
        filter: fieldsOf(params, 'query'),
        sort: readSort(readEjson(textOf(params, 'order'), now)),
        skip: numberOf(params, 'offset') ?? 0,
        limit: byId ? 1 : Math.min(numberOf(params, 'limit') ?? DEFAULT_GET_LIMIT, MAX_GET_LIMIT),
        projection: fieldsOf(params, 'projection'),
      }
      const { documents } = database.find(call, collectionOf(params), request, transactionOf(params))
      return { data: { list: documents.map(writeEjson), limit: request.limit, offset: request.skip } }
    },

    calculateDocument(params, call) {
      return { data: { total: database.count(call, collectionOf(params), fieldsOf(params, 'query')) } }
    },

    async modifyDocument(params, call) {
      refuseLarge([params['data']])
      const request: ModifyRequest = {
        filter: fieldsOf(params, 'query'),
        data: fieldsOf(params, 'data'),
        multi: params['multi'] === true,
        merge: params['merge'] === true,
        upsert: params['upsert'] === true,
      }
      const { updated, upsertId } = await database.modify(call, collectionOf(params), request, transactionOf(params))
      return { data: { updated, upsert_id: upsertId ?? null } }
    },

    async modifyAndReturnDoc(params, call) {
      refuseLarge([params['data']])
      const request = {
        filter: fieldsOf(params, 'query'),
        data: fieldsOf(params, 'data'),
        multi: false,
        merge: true,
        upsert: false,
      }
      const { documents } = await database.modify(call, collectionOf(params), request, transactionOf(params))
      // Unlike an update, this counts what was found, also when nothing changed.
      return { data: { updated: documents.length, doc: documents[0] ? writeEjson(documents[0]) : null } }
    },

    async removeDocument(params, call) {
      const filter = fieldsOf(params, 'query')
      const multi = params['multi'] === true
      return {
        data: { deleted: await database.remove(call, collectionOf(params), filter, multi, transactionOf(params)) },
      }
    },

    aggregateDocuments(params, call) {
      if (!Array.isArray(params['stages'])) throw invalidParam('stages')
      const stages = (params['stages'] as { stageKey: string; stageValue: string }[]).map(
        ({ stageKey, stageValue }): Stage => [stageKey, bindNow(readEjson(stageValue, now), now)],
      )
      return { data: { list: database.aggregate(call, collectionOf(params), stages).map(writeEjson) } }
    },

    startTransaction() {
      return { transactionId: database.transactions.start() }
    },

    commitTransaction(params, call) {
      call.written(database.transactions.commit(requiredTransaction(params)))
      return { data: {} }
    },

    abortTransaction(params) {
      database.transactions.abort(requiredTransaction(params))
      return { data: {} }
    },
  }
}

/** `$$NOW` is the cloud's time, which mingo does not know. */
function bindNow(value: unknown, now: () => number): unknown {
  if (value === '$$NOW') return new Date(now())
  if (Array.isArray(value)) return value.map((item) => bindNow(item, now))
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bindNow(item, now)]))
}

function collectionOf(params: Params): string {
  const name = params['collectionName']
  if (typeof name !== 'string' || name === '') throw invalidParam('collectionName')
  return name
}

function textOf(params: Params, key: string): string | undefined {
  const value = params[key]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw invalidParam(key)
  return value
}

function numberOf(params: Params, key: string): number | undefined {
  return typeof params[key] === 'number' ? params[key] : undefined
}

function transactionOf(params: Params): string | undefined {
  return typeof params['transactionId'] === 'string' ? params['transactionId'] : undefined
}

function requiredTransaction(params: Params): string {
  const id = transactionOf(params)
  if (id === undefined) throw invalidParam('transactionId')
  return id
}

function invalidParam(name: string): CloudError {
  return new CloudError('INVALID_PARAM', `invalid parameter: ${name}`)
}

function refuseLarge(texts: unknown[]): void {
  const bytes = texts.reduce((sum: number, text) => sum + (typeof text === 'string' ? Buffer.byteLength(text) : 0), 0)
  if (bytes > MAX_WRITE_BYTES) throw requestFailed(`request of ${bytes} bytes exceeds ${MAX_WRITE_BYTES}`)
}
