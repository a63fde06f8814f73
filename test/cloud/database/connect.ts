// Decides how the tests of the database reach it: node-sdk, which can send every command.
import { join } from 'node:path'
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { connectNode, type StageName } from '../local-cloud/sdks'

type Data = Record<string, unknown>
export type Make = (...operands: unknown[]) => object
/** The SDK's commands by name; `| undefined` because its own types do not list them all. */
type Makers = Record<string, Make | undefined>

export interface Query {
  where(filter: object): Query
  orderBy(path: string, direction: 'asc' | 'desc'): Query
  limit(count: number): Query
  get(): Promise<{ data: Data[] }>
  count(): Promise<{ total: number }>
  remove(): Promise<{ deleted: number }>
  update(change: object): Promise<object>
  updateAndReturn(change: object): Promise<object>
}
type Command = 'geoNear' | 'geoWithin' | 'geoIntersects' | 'jsonSchema' | 'nor' | 'elemMatch' | 'pull' | 'gt' | 'exists'
export type Aggregation = { end(): Promise<{ data: Data[] }> } & Record<StageName, (value: unknown) => Aggregation>
export interface Collection extends Query {
  add(documents: object | object[]): Promise<unknown>
  doc(id: string): { set(fields: object): Promise<object> }
  aggregate(): Aggregation
  options(options: { raw: true }): { aggregate(pipeline: object[]): Aggregation }
}
export interface Database {
  collection(name: string): Collection
  ObjectId(value: { id: string }): object
  command: Record<Command, Make> & { aggregate: Makers }
  Geo: Record<
    'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon',
    new (...operands: never[]) => object
  >
}

const NO_FUNCTIONS = join(__dirname, '..', 'local-cloud', 'fixtures', 'functions')

const IN_A_FUNCTION = { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local-env' }

export async function startDatabase(): Promise<{ process: CloudProcess; db: Database }> {
  // Without it the SDK asks the network for credentials before every call.
  Object.assign(globalThis.process.env, IN_A_FUNCTION)
  const process = await startCloudProcess({ functionsDir: NO_FUNCTIONS, databaseDir: join(__dirname, 'fixtures') })
  return { process, db: connectNode(process.url) as unknown as Database }
}

/** Runs a pipeline written in MongoDB's own words. */
export async function runRaw(collection: Collection, ...pipeline: object[]): Promise<Data[]> {
  return (await collection.options({ raw: true }).aggregate(pipeline).end()).data
}
