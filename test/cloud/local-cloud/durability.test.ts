// Decides nothing: proves that what was acknowledged survives the death of the process, whole transactions at a time.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as bson from 'bson'
import { runCrashRounds } from '../../../scripts/crash-rounds/run-rounds.mjs'
import { Store } from '../../../local/cloud/database/store'
import { declareCollections } from '../../../local/cloud/database/declaration'
import { removeFolder, startCloudProcess, type CloudProcess } from '../cloud-process'
import { FIXTURES } from './sdks'

const ROUNDS = 3
/** Reads as ever, and counts what is read. */
jest.mock('bson', () => {
  const real = jest.requireActual<typeof bson>('bson')
  return { ...real, deserialize: jest.fn(real.deserialize) }
})
const read = jest.mocked(bson.deserialize)

const DOCUMENTS = 5_000
const ROWS_AT_MOST = 2
const everything = { by: 'everything', from: Buffer.alloc(0), to: Buffer.alloc(0) } as const

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'class-pact-durability-'))
})
afterEach(() => removeFolder(dataDir))

interface AdminReply {
  data?: { list?: string[] }
}

async function admin(cloud: CloudProcess, action: string, params: object): Promise<AdminReply> {
  const body = JSON.stringify({ action: `database.${action}`, ...params })
  const response = await fetch(`${cloud.url}/admin?env=local-env`, { method: 'POST', body })
  return (await response.json()) as AdminReply
}

test('given clients that add, count, transfer and upload, when the process is killed again and again, nothing acknowledged is lost, doubled or there by half', async () => {
  const { requests, losses, restarts } = await runCrashRounds(ROUNDS)
  expect(losses).toEqual([])
  expect(restarts).toHaveLength(ROUNDS)
  expect(requests.length).toBeGreaterThan(ROUNDS)
  expect(requests.every(({ acknowledged }) => acknowledged)).toBe(true)
})

test('given a database with many documents, a start reads none of them, and an index only what it finds', async () => {
  const file = join(dataDir, 'database.sqlite')
  const store = new Store(file)
  declareCollections(store, FIXTURES.databaseDir)
  const collection = store.catalog.collection('seats')
  const documents = Array.from({ length: DOCUMENTS }, (_, n) => ({
    _id: `s${n}`,
    childId: `c${n}`,
    openids: [`o${n}`],
    grade: n % 200,
    no: n,
  }))
  store.apply(documents.map((after) => ({ collection, id: after._id, after })))
  store.close()

  read.mockClear()
  const again = new Store(file)
  declareCollections(again, FIXTURES.databaseDir)
  expect(read).not.toHaveBeenCalled()
  expect([...again.walk(again.catalog.collection('seats'), everything)]).toHaveLength(DOCUMENTS)
  expect(read).toHaveBeenCalledTimes(DOCUMENTS)
  again.close()

  const cloud = await startCloudProcess({ ...FIXTURES, dataDir })
  const query = JSON.stringify({ grade: 7 })
  const order = JSON.stringify({ no: -1 })
  await cloud.control('counters.reset')
  const found = await admin(cloud, 'getDocument', { collectionName: 'seats', query, order, limit: 2 })
  expect(found.data?.list?.map((text) => (JSON.parse(text) as { _id: string })._id)).toEqual(['s4807', 's4607'])
  const { actions } = await cloud.control<{ actions: { admin: { rowsRead: number } } }>('counters.read')
  expect(actions.admin.rowsRead).toBeLessThanOrEqual(ROWS_AT_MOST)
  await cloud.stop()
})
