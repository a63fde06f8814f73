// Decides what the local cloud costs: its database, as it runs inside the server process.
// Run `npm run build` first, then: node test/bench/local-cloud.bench.mjs [--json]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { serialize } from 'bson'
import esbuild from 'esbuild'
import Database from 'libsql'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const FIXTURES = join(ROOT, 'test', 'cloud', 'local-cloud', 'fixtures')
/** Each work is measured so often for so long, turn by turn with what it is compared with; the quickest turn counts. */
const TURNS = 10
const TURN_MS = 150
/** What a quiet machine of two cores must do inside the server process, per second; every insert and update is durable against kill -9. */
const FLOORS = { insert: 3_000, update: 3_000, read: 20_000, page: 1_500 }
const DOCUMENTS = 20_000
const UNCOUNTED = { read: () => undefined, written: () => undefined }

const directory = mkdtempSync(join(tmpdir(), 'class-pact-bench-'))
const documentOf = (n) => ({
  _id: `s${n}`,
  childId: `c${n}`,
  openids: [`o${n}`],
  grade: n % 200,
  no: n,
  body: 'x'.repeat(150),
})
const anyId = () => `s${Math.floor(Math.random() * DOCUMENTS)}`

/** How often per second a piece of work is done, for one turn. */
async function rate(work) {
  const started = performance.now()
  let done = 0
  while (performance.now() - started < TURN_MS) {
    await work()
    done++
  }
  return (done / (performance.now() - started)) * 1_000
}

/** The quickest turn of every work of several sides: what else the machine does meanwhile can only slow them. */
async function compare(sides) {
  const rates = sides.map(() => ({}))
  const names = new Set(sides.flatMap(({ works }) => Object.keys(works)))
  for (const name of names) {
    for (let turn = 0; turn < TURNS; turn++) {
      for (const [at, { works }] of sides.entries()) {
        if (works[name]) rates[at][name] = Math.max(rates[at][name] ?? 0, await rate(works[name]))
      }
    }
  }
  for (const { close } of sides) await close()
  return rates
}

function openSqlite() {
  const db = new Database(join(directory, 'raw.sqlite'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec(
    'create table doc (id text primary key, grade integer, no integer, bson blob); create index grade on doc (grade, no desc)',
  )
  const insert = db.prepare('insert into doc values (?, ?, ?, ?)')
  const put = ({ _id, grade, no, ...rest }) => insert.run([_id, grade, no, serialize({ _id, grade, no, ...rest })])
  db.exec('begin')
  for (let n = 0; n < DOCUMENTS; n++) put(documentOf(n))
  db.exec('commit')
  const read = db.prepare('select bson from doc where id = ?')
  const page = db.prepare('select bson from doc where grade = ? order by no desc limit 20')
  const update = db.prepare('update doc set no = no + 1 where id = ?')
  let next = DOCUMENTS
  const works = {
    insert: () => put(documentOf(next++)),
    read: () => read.get([anyId()]),
    page: () => page.all([7]),
    update: () => update.run([anyId()]),
  }
  return { works, close: () => db.close() }
}

async function openDatabase() {
  const outfile = join(ROOT, 'dist', 'bench', 'cloud-database.mjs')
  const modules = ['database', 'store', 'declaration'].map((name) => `export * from './local/cloud/database/${name}'`)
  const stdin = { contents: modules.join('\n'), resolveDir: ROOT, loader: 'ts' }
  await esbuild.build({
    stdin,
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  const { CloudDatabase, Store, declareCollections } = await import(pathToFileURL(outfile).href)
  const store = new Store(join(directory, 'database.sqlite'))
  declareCollections(store, join(FIXTURES, 'database'))
  const database = new CloudDatabase(store)
  await database.insert(
    UNCOUNTED,
    'seats',
    Array.from({ length: DOCUMENTS }, (_, n) => documentOf(n)),
  )
  const change = { data: { $inc: { no: 1 } }, multi: false, merge: true, upsert: false }
  let next = DOCUMENTS
  const works = {
    insert: () => database.insert(UNCOUNTED, 'seats', [documentOf(next++)]),
    read: () => database.find(UNCOUNTED, 'seats', { filter: { _id: anyId() }, limit: 1 }),
    page: () => database.find(UNCOUNTED, 'seats', { filter: { grade: 7 }, sort: [['no', -1]], limit: 20 }),
    update: () => database.modify(UNCOUNTED, 'seats', { ...change, filter: { _id: anyId() } }),
  }
  return { works, close: () => store.close() }
}

async function openWire() {
  const folders = [
    '--functions',
    join(FIXTURES, 'functions'),
    '--database',
    join(FIXTURES, 'database'),
    '--data',
    directory,
  ]
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'local', 'cloud.mjs'), ...folders, '--json', '--no-timers'])
  const line = await new Promise((resolve) => child.stdout.once('data', resolve))
  const { origin } = new URL(JSON.parse(line.toString()).cloud)
  const post = async (path, body) =>
    (await fetch(`${origin}${path}`, { method: 'POST', body: JSON.stringify(body) })).json()
  const admin = (action, params) => post('/admin', { action: `database.${action}`, collectionName: 'seats', ...params })
  const byId = () => ({ query: JSON.stringify({ _id: anyId() }), queryType: 'DOC' })
  const call = (data) => post('/gateway/call', { openid: 'o', name: 'notes', data })
  let next = DOCUMENTS * 100
  const works = {
    insert: () => admin('insertDocument', { data: [JSON.stringify(documentOf(next++))] }),
    read: () => admin('getDocument', byId()),
    page: () => admin('getDocument', { query: '{"grade":7}', order: '{"no":-1}', limit: 20 }),
    update: () => admin('modifyDocument', { ...byId(), data: '{"$inc":{"no":1}}', multi: false, merge: true }),
    emptyCall: () => call({}),
    callWithInsert: () => call({ action: 'note.add', note: { by: 'me' } }),
  }
  return { works, close: () => new Promise((resolve) => child.once('exit', resolve).kill()) }
}

const [sqlite, database] = await compare([openSqlite(), await openDatabase()])
// The wire serves the same file, which one process has at a time.
const [wire] = await compare([await openWire()])
rmSync(directory, { recursive: true, force: true })

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ sqlite, database, wire, floors: FLOORS }))
} else {
  const ratio = (a, b) => (a === undefined || b === undefined ? '' : `1/${(a / b).toFixed(1)}`)
  const rows = Object.keys(wire).map((name) => ({
    work: name,
    'SQLite alone /s': sqlite[name] && Math.round(sqlite[name]),
    'database /s': database[name] && Math.round(database[name]),
    'asked /s': FLOORS[name],
    met: database[name] && (database[name] >= FLOORS[name] ? 'yes' : 'no'),
    'of SQLite': ratio(sqlite[name], database[name]),
    'wire /s': Math.round(wire[name]),
    'of database': ratio(database[name], wire[name]),
    'wire ms': Number((1_000 / wire[name]).toFixed(2)),
  }))
  console.table(rows)
}
