// Decides what the clients of the crash rounds write.
import { createHash, randomInt } from 'node:crypto'

/** The folder `database` of the cloud that is killed. */
export const COLLECTIONS = [
  { name: 'notes', rule: 'ADMINONLY', indexes: [{ name: 'slug', fields: [['slug', 1]], unique: true }] },
  { name: 'counters', rule: 'ADMINONLY', indexes: [] },
  { name: 'accounts', rule: 'ADMINONLY', indexes: [] },
  { name: 'entries', rule: 'ADMINONLY', indexes: [] },
]
export const ACCOUNTS = ['north', 'east', 'south', 'west']
const MAX_FILE_BYTES = 40_000
const MAX_PAUSE_MS = 10

/** How each kind of request is carried out. Whoever carries one out again finds it done. */
const KINDS = {
  /** A document whose `_id` is the request's. */
  async add(cloud, { id }) {
    await cloud.admin('database.insertDocument', { ...into('notes'), data: [text({ _id: id, slug: `slug-${id}` })] })
  },

  /** `inc`, unless the request stands in the document already. */
  async increment(cloud, { id, counter }) {
    const change = { $inc: { n: 1 }, $push: { seen: id } }
    await cloud.admin('database.modifyDocument', modify('counters', { _id: counter, seen: { $ne: id } }, change))
  },

  /** A transaction: two accounts, and the entry that says so, under the request's id. */
  async transfer(cloud, { id, from, to }) {
    const { transactionId } = await cloud.admin('database.startTransaction', {})
    const within = (params) => ({ ...params, transactionId })
    const entry = { ...into('entries'), data: [text({ _id: id, from, to })] }
    await cloud.admin('database.insertDocument', within(entry))
    await cloud.admin('database.modifyDocument', within(modify('accounts', { _id: from }, { $inc: { balance: -1 } })))
    await cloud.admin('database.modifyDocument', within(modify('accounts', { _id: to }, { $inc: { balance: 1 } })))
    await cloud.admin('database.commitTransaction', { transactionId })
  },

  /** A file whose path has the request's id, and whose content follows from it. */
  async upload(cloud, request) {
    const { data } = await cloud.admin('storage.getUploadMetadata', { path: pathOf(request), method: 'put' })
    const headers = { signature: data.authorization }
    const response = await fetch(data.url, { method: 'PUT', headers, body: contentOf(request) })
    if (!response.ok) throw new Error(`the upload was answered with ${response.status}`)
  },
}
export const KIND_NAMES = Object.keys(KINDS)

/** The documents that stand there before the first request. */
export async function prepareDocuments(cloud, counters) {
  const add = (collection, documents) =>
    cloud.admin('database.insertDocument', { ...into(collection), data: documents.map(text) })
  await add('accounts', ACCOUNTS.map((_id) => ({ _id, balance: 0 }))) // prettier-ignore
  await add('counters', counters.map((_id) => ({ _id, n: 0, seen: [] }))) // prettier-ignore
}

/** Draws a request of any kind. */
export function drawRequest(id, counter) {
  const kind = KIND_NAMES[randomInt(KIND_NAMES.length)]
  const from = randomInt(ACCOUNTS.length)
  const to = (from + randomInt(1, ACCOUNTS.length)) % ACCOUNTS.length
  return { id, kind, counter, from: ACCOUNTS[from], to: ACCOUNTS[to], acknowledged: false }
}

/** Carries a request out until it is acknowledged; one that another transaction beat is tried again. */
export async function carryOut(cloud, request) {
  for (;;) {
    try {
      await KINDS[request.kind](cloud, request)
      return
    } catch (error) {
      // The request's own id is there: an earlier try was kept, only its answer was not heard.
      if (/E11000.*index: _id_/.test(error.message)) return
      if (error.code !== 'DATABASE_TRANSACTION_CONFLICT') throw error
      await new Promise((resolve) => setTimeout(resolve, randomInt(1, MAX_PAUSE_MS)))
    }
  }
}

export function pathOf({ id }) {
  return `uploads/${id}.bin`
}

/** Differs from file to file in length and in every part. */
export function contentOf({ id }) {
  const seed = createHash('sha256').update(id).digest()
  return Buffer.alloc(1 + (seed.readUInt32LE() % MAX_FILE_BYTES), seed)
}

/** Tries to take what is taken; the answer must be a refusal. @returns whether it was one */
export async function isSlugRefused(cloud, { id }, rival) {
  try {
    await cloud.admin('database.insertDocument', { ...into('notes'), data: [text({ _id: rival, slug: `slug-${id}` })] })
    return false
  } catch (error) {
    if (/E11000.*index: slug/.test(error.message)) return true
    throw error
  }
}

function into(collectionName) {
  return { collectionName }
}

function modify(collection, query, data) {
  return { ...into(collection), query: text(query), data: text(data), multi: false, merge: true, upsert: false }
}

function text(value) {
  return JSON.stringify(value)
}
