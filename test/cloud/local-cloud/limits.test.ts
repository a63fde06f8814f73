// Decides nothing: proves the limits and defaults that CloudBase documents, each at its edge.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudDatabase } from '../../../local/cloud/database/database'
import { declareCollections } from '../../../local/cloud/database/declaration'
import { Store } from '../../../local/cloud/database/store'
import { readFunctions } from '../../../local/cloud/functions/config'
import { removeFolder, startCloudProcess, type CloudProcess } from '../cloud-process'
import { connectWx, errorOf, FIXTURES, type WxDatabase } from './sdks'

const UNCOUNTED = { read: () => undefined, written: () => undefined }
const MB = 1024 * 1024

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'class-pact-limits-'))
})
afterEach(() => removeFolder(folder))

describe('given the database', () => {
  let cloud: CloudProcess
  let db: WxDatabase
  beforeAll(async () => {
    cloud = await startCloudProcess(FIXTURES)
    db = connectWx(cloud.url).db
  })
  afterAll(() => cloud.stop())

  test('an aggregation returns 20 documents without a limit, and 10,000 at most', async () => {
    const documents = Array.from({ length: 10_050 }, (_, n) => ({ n }))
    await cloud.control('data.import', { collection: 't', documents })
    expect((await db.collection('t').aggregate().match({}).end()).list).toHaveLength(20)
    expect((await db.collection('t').aggregate().match({}).limit(20_000).end()).list).toHaveLength(10_000)
  })

  test('one request writes 5 MB at most, and no document grows beyond 16 MB', async () => {
    const add = (size: number) => db.collection('u').add({ data: { _id: `of-${size}`, pages: ['x'.repeat(size)] } })
    await add(4 * MB)
    expect((await errorOf(add(5 * MB + 1))).errMsg).toMatch(/request of \d+ bytes exceeds 5242880/)
    const grow = () =>
      db
        .collection('u')
        .doc(`of-${4 * MB}`)
        .update({ data: { pages: db.command.push(['x'.repeat(4 * MB)]) } })
    await grow()
    await grow()
    expect((await errorOf(grow())).errMsg).toMatch(/document exceeds 16 MB/)
    expect(
      (
        await db
          .collection('u')
          .doc(`of-${4 * MB}`)
          .get()
      ).data['pages'],
    ).toHaveLength(3)
  })

  test('a phone has no way in: its gateway knows functions, files and messages, and no collection', async () => {
    for (const route of ['database', 'database.getDocument', 'admin', 'collection/t']) {
      const body = JSON.stringify({ openid: 'o-anna', collectionName: 't', query: '{}' })
      expect((await fetch(`${cloud.url}/gateway/${route}`, { method: 'POST', body })).status).toBe(404)
    }
  })
})

describe('given a transaction', () => {
  afterEach(() => jest.useRealTimers())

  test('when 30 seconds have passed, it is over and gives its locks back, and not a second before', async () => {
    jest.useFakeTimers()
    const store = new Store(join(folder, 'database.sqlite'))
    store.catalog.addCollection('t')
    const database = new CloudDatabase(store)
    const id = database.transactions.start()
    await database.insert(UNCOUNTED, 't', [{ _id: 'x', n: 1 }], id)
    let plain = false
    const waiting = database.insert(UNCOUNTED, 't', [{ _id: 'x', n: 2 }]).then(() => (plain = true))
    await jest.advanceTimersByTimeAsync(29_900)
    expect(database.find(UNCOUNTED, 't', { filter: {} }, id).documents).toEqual([{ _id: 'x', n: 1 }])
    expect(plain).toBe(false)
    await jest.advanceTimersByTimeAsync(200)
    await waiting
    expect(() => database.transactions.commit(id)).toThrow(/TransactionNotExist/)
    expect(database.find(UNCOUNTED, 't', { filter: {} }).documents).toEqual([{ _id: 'x', n: 2 }])
    store.close()
  })
})

describe('given a function’s config.json', () => {
  const read = (config: string | undefined) => {
    mkdirSync(join(folder, 'hello'))
    writeFileSync(join(folder, 'hello', 'index.js'), 'exports.main = () => 1')
    if (config !== undefined) writeFileSync(join(folder, 'hello', 'config.json'), config)
    return readFunctions(folder)[0]
  }
  const timer = (name: string) => ({ name, type: 'timer', config: '0 * * * * * *' })

  test('when there is none, three seconds, 256 MB, no timer and no open API are the defaults', () => {
    expect(read(undefined)).toMatchObject({ timeoutMs: 3_000, memoryMb: 256, triggers: [], openapi: new Set() })
  })

  test('when it is at the edge, it is taken', () => {
    expect(read(JSON.stringify({ timeout: 60, memorySize: 3_072, triggers: [timer('a')] }))).toMatchObject({
      timeoutMs: 60_000,
      memoryMb: 3_072,
      triggers: [{ name: 'a' }],
    })
  })

  test.each([
    ['61 seconds', { timeout: 61 }, /^hello: a timeout of 61 s is not allowed$/],
    ['no time', { timeout: 0 }, /^hello: a timeout of 0 s is not allowed$/],
    ['too little memory', { memorySize: 63 }, /^hello: a memory of 63 MB is not allowed$/],
    ['too much memory', { memorySize: 3_073 }, /^hello: a memory of 3073 MB is not allowed$/],
    ['two timers', { triggers: [timer('a'), timer('b')] }, /^hello: CloudBase allows one timer a function$/],
    ['another trigger', { triggers: [{ ...timer('a'), type: 'cos' }] }, /^hello: a trigger of type cos is not/],
  ])('when it asks for %s, it is refused in one sentence', (_what, config, words) => {
    expect(() => read(JSON.stringify(config))).toThrow(words)
  })

  test('when it is no JSON, or the folder is not there, that is said with the file’s name', () => {
    expect(() => read('{ timeout: 3 }')).toThrow(/hello.config\.json is no JSON: /)
    expect(() => readFunctions(join(folder, 'nowhere'))).toThrow(/^There is no folder .*nowhere with functions\.$/)
  })
})

describe('given collections.json', () => {
  const declare = (declared: unknown) => {
    writeFileSync(join(folder, 'collections.json'), JSON.stringify(declared))
    const store = new Store(join(folder, 'database.sqlite'))
    try {
      declareCollections(store, folder)
    } finally {
      store.close()
    }
  }

  test.each([
    ['no list', { t: {} }, /must hold a list of collections\.$/],
    ['a collection without a name', [{ rule: 'ADMINONLY' }], /a collection has no name\.$/],
    ['a rule that is not known', [{ name: 't', rule: 'OPEN' }], /t needs a rule, one of READONLY, PRIVATE, /],
  ])('when it holds %s, it is refused in one sentence', (_what, declared, words) => {
    expect(() => declare(declared)).toThrow(words)
  })
})
