// Decides nothing: proves that what was acknowledged survives the death of the process, whole transactions at a time.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Store } from '../../../local/cloud/database/store'
import { declareCollections } from '../../../local/cloud/database/declaration'
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { FIXTURES } from './sdks'

const ROUNDS = 3
const LOAD_MS = 700
const RESTART_LIMIT_MS = 2_000

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'class-pact-durability-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

interface AdminReply {
  code?: string
  transactionId?: string
  data?: { list?: string[] }
}

async function admin(cloud: CloudProcess, action: string, params: object): Promise<AdminReply> {
  const body = JSON.stringify({ action: `database.${action}`, ...params })
  const response = await fetch(`${cloud.url}/admin?env=local-env`, { method: 'POST', body })
  return (await response.json()) as AdminReply
}

const insert = (cloud: CloudProcess, collectionName: string, document: object, transactionId?: string) =>
  admin(cloud, 'insertDocument', { collectionName, data: [JSON.stringify(document)], transactionId })

/** Writes until the process dies; notes what was acknowledged. */
async function write(cloud: CloudProcess, name: string, singles: Set<string>, pairs: Set<string>): Promise<void> {
  for (let n = 0; ; n++) {
    const id = `${name}-${n}`
    try {
      if (n % 3 > 0) {
        const { code } = await insert(cloud, 'slugs', { _id: id, slug: id })
        if (code === undefined) singles.add(id)
        continue
      }
      const { transactionId } = await admin(cloud, 'startTransaction', {})
      await insert(cloud, 't', { _id: id }, transactionId)
      await insert(cloud, 'u', { _id: id }, transactionId)
      const { code } = await admin(cloud, 'commitTransaction', { transactionId })
      if (code === undefined) pairs.add(id)
    } catch {
      return
    }
  }
}

const idsIn = async (cloud: CloudProcess, collection: string) => {
  const { documents } = await cloud.control<{ documents: { _id: string }[] }>('data.export', { collection })
  return new Set(documents.map(({ _id }) => _id))
}

test('given writers at work, when the process is killed again and again, nothing acknowledged is lost and no half of a transaction stays', async () => {
  const [singles, pairs] = [new Set<string>(), new Set<string>()]
  for (let round = 0; round < ROUNDS; round++) {
    const cloud = await startCloudProcess({ ...FIXTURES, dataDir })
    const writers = [0, 1, 2, 3].map((n) => write(cloud, `r${round}w${n}`, singles, pairs))
    await new Promise((resolve) => setTimeout(resolve, LOAD_MS))
    await cloud.kill9()
    await Promise.all(writers)
  }
  const cloud = await startCloudProcess({ ...FIXTURES, dataDir })
  const [kept, left, right] = [await idsIn(cloud, 'slugs'), await idsIn(cloud, 't'), await idsIn(cloud, 'u')]
  expect(singles.size + pairs.size).toBeGreaterThan(ROUNDS)
  expect([...singles].filter((id) => !kept.has(id))).toEqual([])
  expect([...pairs].filter((id) => !left.has(id))).toEqual([])
  expect(left).toEqual(right)
  const [taken = ''] = singles
  expect((await insert(cloud, 'slugs', { _id: 'again', slug: taken })).code).toBe('DATABASE_REQUEST_FAILED')
  await cloud.stop()
})

test('given 200,000 documents, a restart takes less than two seconds and an index still answers at once', async () => {
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
  const started = performance.now()
  const cloud = await startCloudProcess({ ...FIXTURES, dataDir })
  const restarted = performance.now() - started
  const query = JSON.stringify({ grade: 7 })
  const order = JSON.stringify({ no: -1 })
  const found = await admin(cloud, 'getDocument', { collectionName: 'seats', query, order, limit: 2 })
  const answered = performance.now() - started - restarted
  expect(found.data?.list?.map((text) => (JSON.parse(text) as { _id: string })._id)).toEqual(['s199807', 's199607'])
  expect(restarted).toBeLessThan(RESTART_LIMIT_MS)
  expect(answered).toBeLessThan(200)
  await cloud.stop()
}, 60_000)
