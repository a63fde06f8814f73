// Decides how tests reach a cloud with the real SDKs: wx-server-sdk as functions use it, node-sdk as admin scripts do.
import tcb from '@cloudbase/node-sdk'
import { join } from 'node:path'
import type WxServerSdk from 'wx-server-sdk'

/** The functions and collections that only these tests use. */
export const FIXTURES = {
  functionsDir: join(__dirname, 'fixtures', 'functions'),
  databaseDir: join(__dirname, 'fixtures', 'database'),
}

/** What the SDK throws. */
export interface SdkError {
  errCode?: number
  errMsg?: string
  code?: string
  message?: string
}

type Data = Record<string, unknown>

/** The part of wx-server-sdk's database that tests use; the SDK's own types leave every result a union with void. */
export interface WxQuery {
  where(filter: object): WxQuery
  orderBy(path: string, direction: 'asc' | 'desc'): WxQuery
  skip(count: number): WxQuery
  limit(count: number): WxQuery
  field(projection: Record<string, boolean | object>): WxQuery
  get(): Promise<{ data: Data[] }>
  count(): Promise<{ total: number }>
  update(change: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export interface WxDocument {
  get(): Promise<{ data: Data }>
  set(change: { data: object }): Promise<{ _id: string; stats: { updated: number; created: number } }>
  update(change: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
/** Stages that the SDKs offer, as far as tests use them. */
export type StageName =
  | 'addFields'
  | 'bucket'
  | 'bucketAuto'
  | 'count'
  | 'geoNear'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'sample'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind'
export type WxAggregation = { end(): Promise<{ list: Data[] }> } & {
  [stage in StageName]: (value: unknown) => WxAggregation
}
export interface WxCollection extends WxQuery {
  add(document: { data: object }): Promise<{ _id: string }>
  doc(id: string): WxDocument
  aggregate(): WxAggregation
}
export interface WxTransaction {
  collection(name: string): WxCollection
  commit(): Promise<void>
  rollback(reason?: unknown): Promise<void>
}
export interface WxDatabase {
  command: WxServerSdk.DB.DatabaseCommand & {
    aggregate: Record<'sum' | 'first' | 'avg' | 'push', (operand: unknown) => object>
  }
  collection(name: string): WxCollection
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): object
  RegExp(options: { regexp: string; options?: string }): object
  Geo: Record<string, (...operands: unknown[]) => object>
  startTransaction(): Promise<WxTransaction>
  runTransaction<T>(work: (transaction: WxTransaction) => Promise<T>, times?: number): Promise<T>
}

/** wx-server-sdk in this process, pointed at one cloud; once per test file. */
export function connectWx(url: string): { cloud: typeof WxServerSdk; db: WxDatabase } {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    SCF_NAMESPACE: 'local-env',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  })
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the SDK reads the environment when it is loaded
  const cloud = require('wx-server-sdk') as typeof WxServerSdk
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  return { cloud, db: cloud.database() as unknown as WxDatabase }
}

export function connectNode(url: string) {
  return tcb.init({ env: 'local-env', secretId: 'id', secretKey: 'key', serviceUrl: `${url}/admin` }).database()
}

/** The error a promise is rejected with. @throws when it is fulfilled */
export async function errorOf(promise: PromiseLike<unknown>): Promise<SdkError> {
  try {
    await promise
  } catch (error) {
    return error as SdkError
  }
  throw new Error('an error was expected')
}
