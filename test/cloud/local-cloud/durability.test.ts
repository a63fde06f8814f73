// Decides nothing: proves that what was acknowledged survives the death of the process, whole transactions at a time.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCrashRounds } from '../../../scripts/crash-rounds/run-rounds.mjs'
import { Store } from '../../../local/cloud/database/store'
import { declareCollections } from '../../../local/cloud/database/declaration'
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { FIXTURES } from './sdks'

const ROUNDS = 3
/** A restart that read all documents would take many times as long as one without any. */
const SLOWER_AT_MOST = 3
const ROWS_AT_MOST = 2
const ATTEMPTS = 4

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'class-pact-durability-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

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
}, 180_000)

/** How long a start takes (ms): the process, and what it does with the data. */
async function timeStart(folder: string): Promise<{ cloud: CloudProcess; took: number }> {
  const started = performance.now()
  const cloud = await startCloudProcess({ ...FIXTURES, dataDir: folder })
  return { cloud, took: performance.now() - started }
}

test('given 200,000 documents, a restart takes hardly longer than an empty one, and an index reads only what it finds', async () => {
  const store = new Store(join(dataDir, 'database.sqlite'))
  declareCollections(store, FIXTURES.databaseDir)
  const collection = store.catalog.collection('seats')
  for (let batch = 0; batch < 20; batch++) {
    const documents = Array.from({ length: 10_000 }, (_, n) => batch * 10_000 + n).map((n) => ({
      _id: `s${n}`,
      childId: `c${n}`,
      openids: [`o${n}`],
      grade: n % 200,
      no: n,
    }))
    store.apply(documents.map((after) => ({ collection, id: after._id, after })))
  }
  store.close()
  const nothing = mkdtempSync(join(tmpdir(), 'class-pact-empty-'))
  // Both on the same machine at the same time, and the quickest of a few: what else it does slows down both.
  let [full, empty] = [Infinity, Infinity]
  for (let attempt = 0; attempt < ATTEMPTS && (attempt === 0 || full > empty * SLOWER_AT_MOST); attempt++) {
    const without = await timeStart(nothing)
    await without.cloud.kill9()
    const { cloud, took } = await timeStart(dataDir)
    ;[full, empty] = [Math.min(full, took), Math.min(empty, without.took)]
    const query = JSON.stringify({ grade: 7 })
    const order = JSON.stringify({ no: -1 })
    await cloud.control('counters.reset')
    const found = await admin(cloud, 'getDocument', { collectionName: 'seats', query, order, limit: 2 })
    expect(found.data?.list?.map((text) => (JSON.parse(text) as { _id: string })._id)).toEqual(['s199807', 's199607'])
    const { actions } = await cloud.control<{ actions: { admin: { rowsRead: number } } }>('counters.read')
    expect(actions.admin.rowsRead).toBeLessThanOrEqual(ROWS_AT_MOST)
    await cloud.kill9()
  }
  rmSync(nothing, { recursive: true, force: true })
  expect(full).toBeLessThan(empty * SLOWER_AT_MOST)
}, 240_000)
