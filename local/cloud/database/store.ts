// Decides how documents and index entries lie in the SQLite file, and that one request's writes happen together or not at all.
import Database from 'libsql'
import { deserialize, serialize } from 'bson'
import { MAX_DOCUMENT_BYTES } from '../limits'
import { collectionNotExist, duplicateKey, requestFailed } from './errors'
import type { Document } from './ejson'
import { encodeValue, keysOf, type IndexSpec } from './index-keys'

export interface Index extends IndexSpec {
  no: number
  /** Some document has several entries; sticky, as in MongoDB. */
  multikey: boolean
  /** Some entry has no sort order; sticky. */
  unordered: boolean
}

export interface Collection {
  no: number
  name: string
  indexes: Index[]
}

/** One document before and after; undefined for "not there". */
export interface Write {
  collection: Collection
  id: unknown
  before?: Document
  after?: Document
}

/** Where to look: an index (or `_id`, or everything) between two keys, `from` inclusive, `to` exclusive. */
export interface Range {
  by: Index | '_id' | 'everything'
  from: Buffer
  to: Buffer
}

const SCHEMA = `
create table if not exists collection (no integer primary key, name text not null unique);
create table if not exists idx (no integer primary key, collection integer not null, name text not null, spec text not null,
  multikey integer not null default 0, unordered integer not null default 0, unique (collection, name));
create table if not exists doc (n integer primary key, collection integer not null, id blob not null, bson blob not null);
create unique index if not exists doc_id on doc (collection, id);
create index if not exists doc_order on doc (collection);
create table if not exists entry (idx integer not null, key blob not null, n integer not null, primary key (idx, key, n)) without rowid;
`

const FIRST_CHUNK = 32
const LARGEST_CHUNK = 1_024

interface DocRow {
  key: Buffer
  n: number
  bson: Buffer
}

export class Store {
  private readonly db: Database.Database
  private readonly collections = new Map<string, Collection>()
  private readonly sql

  /**
   * Opens or creates the file, for this process alone: locks and snapshots live in its memory.
   * WAL with synchronous NORMAL: an acknowledged write survives the death of the process.
   * @throws an Error with one clear sentence when another process has it open
   */
  constructor(file: string) {
    this.db = new Database(file)
    try {
      this.db.pragma('locking_mode = EXCLUSIVE')
      this.db.pragma('journal_mode = WAL')
      this.db.pragma('synchronous = NORMAL')
      this.db.exec(SCHEMA)
    } catch (error) {
      this.db.close()
      const busy = (error as { code?: string }).code?.startsWith('SQLITE_BUSY')
      throw busy ? new Error(`Another process is using ${file}.`) : error
    }
    this.sql = prepare(this.db)
    this.load()
  }

  /** Writes everything into the one file and gives its lock back; closing alone would keep it until garbage collection. */
  close(): void {
    this.db.pragma('journal_mode = DELETE')
    this.db.pragma('locking_mode = NORMAL')
    this.db.exec('select count(*) from collection')
    this.db.close()
  }

  /** @throws DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) throw collectionNotExist(name)
    return collection
  }

  names(): string[] {
    return [...this.collections.keys()]
  }

  has(name: string): boolean {
    return this.collections.has(name)
  }

  addCollection(name: string): Collection {
    const { lastInsertRowid } = this.sql.addCollection.run([name])
    const collection: Collection = { no: Number(lastInsertRowid), name, indexes: [] }
    this.collections.set(name, collection)
    return collection
  }

  /** Makes the indexes of a collection the declared ones: builds what is new or changed, drops what is gone. */
  declareIndexes(collection: Collection, specs: IndexSpec[]): void {
    this.atomically(() => {
      for (const index of [...collection.indexes]) {
        const kept = specs.some((spec) => JSON.stringify(describe(spec)) === JSON.stringify(describe(index)))
        if (!kept) this.dropIndex(collection, index)
      }
      for (const spec of specs) {
        if (!collection.indexes.some((index) => index.name === spec.name)) this.buildIndex(collection, spec)
      }
    })
  }

  read(collection: Collection, id: unknown): Document | undefined {
    return this.readByKey(collection, encodeValue(id))
  }

  /** Like {@link read}, with the id already encoded. */
  readByKey(collection: Collection, key: Buffer): Document | undefined {
    const row = this.sql.read.get([collection.no, key]) as { bson: Buffer } | undefined
    return row && (deserialize(row.bson) as Document)
  }

  /** Walks a range in key order (everything: in the order of insertion). A document with several entries comes once. */
  *walk(collection: Collection, range: Range, backwards = false): Generator<Document> {
    const statement = this.sql.walk[kindOf(range)][backwards ? 'backwards' : 'forwards']
    const scope = typeof range.by === 'string' ? collection.no : range.by.no
    const seen = typeof range.by !== 'string' && range.by.multikey ? new Set<number>() : undefined
    let [key, n] = backwards ? [range.to, -1] : [range.from, -1]
    const end = backwards ? range.from : range.to
    for (let chunk = FIRST_CHUNK; ; chunk = Math.min(chunk * 4, LARGEST_CHUNK)) {
      const rows = statement.all([scope, key, n, end, chunk]) as DocRow[]
      for (const row of rows) {
        if (seen?.has(row.n)) continue
        seen?.add(row.n)
        yield deserialize(row.bson) as Document
      }
      const last = rows.at(-1)
      if (!last || rows.length < chunk) return
      if (range.by !== 'everything') key = last.key
      n = last.n
    }
  }

  count(collection: Collection): number {
    return (this.sql.count.get([collection.no]) as { total: number }).total
  }

  /** The document that holds a key of a unique index. */
  holderOf(index: Index, key: Buffer): Document | undefined {
    const row = this.sql.holder.get([index.no, key]) as { bson: Buffer } | undefined
    return row && (deserialize(row.bson) as Document)
  }

  /**
   * Carries out writes as one transaction of SQLite.
   * @throws DATABASE_REQUEST_FAILED with E11000 when a unique key is taken; nothing is written then.
   */
  apply(writes: Write[]): void {
    if (writes.length === 0) return
    this.atomically(() => {
      const rows = writes.map((write) => this.rowOf(write))
      writes.forEach((write, i) => this.clearEntries(write, rows[i] ?? 0))
      writes.forEach((write, i) => this.putDocument(write, rows[i] ?? 0))
    })
  }

  private rowOf({ collection, id, before }: Write): number {
    if (!before) return 0
    return (this.sql.rowOf.get([collection.no, encodeValue(id)]) as { n: number }).n
  }

  private clearEntries({ collection, before, after }: Write, n: number): void {
    if (!before) return
    for (const index of collection.indexes) {
      const kept = new Set(after ? keysOf(after, index).keys.map(text) : [])
      for (const key of keysOf(before, index).keys)
        if (!kept.has(text(key))) this.sql.removeEntry.run([index.no, key, n])
    }
    if (!after) this.sql.remove.run([n])
  }

  private putDocument({ collection, id, before, after }: Write, n: number): void {
    if (!after) return
    const bson = serialize(after, { ignoreUndefined: true })
    if (bson.length > MAX_DOCUMENT_BYTES) throw requestFailed('document exceeds 16 MB')
    if (before) {
      this.sql.update.run([bson, n])
    } else {
      const key = encodeValue(id)
      if (this.sql.rowOf.get([collection.no, key])) {
        throw duplicateKey('Insert', collection.name, '_id_', `_id: ${JSON.stringify(id)}`)
      }
      n = Number(this.sql.insert.run([collection.no, key, bson]).lastInsertRowid)
    }
    for (const index of collection.indexes) {
      const old = new Set(before ? keysOf(before, index).keys.map(text) : [])
      this.addEntries(collection, index, after, n, old, before ? 'Update' : 'Insert')
    }
  }

  private addEntries(
    collection: Collection,
    index: Index,
    document: Document,
    n: number,
    old: Set<string>,
    verb: 'Insert' | 'Update',
  ): void {
    const { keys, multikey, unordered } = keysOf(document, index)
    for (const key of keys) {
      if (old.has(text(key))) continue
      if (index.unique && this.sql.holder.get([index.no, key])) {
        throw duplicateKey(verb, collection.name, index.name, describeKey(index, document))
      }
      this.sql.addEntry.run([index.no, key, n])
    }
    if ((multikey && !index.multikey) || (unordered && !index.unordered)) {
      index.multikey ||= multikey
      index.unordered ||= unordered
      this.sql.flagIndex.run([Number(index.multikey), Number(index.unordered), index.no])
    }
  }

  private buildIndex(collection: Collection, spec: IndexSpec): void {
    const { lastInsertRowid } = this.sql.addIndex.run([collection.no, spec.name, JSON.stringify(describe(spec))])
    const index: Index = { ...spec, no: Number(lastInsertRowid), multikey: false, unordered: false }
    collection.indexes.push(index)
    for (const row of this.sql.rows.all([collection.no]) as DocRow[]) {
      this.addEntries(collection, index, deserialize(row.bson) as Document, row.n, new Set(), 'Insert')
    }
  }

  private dropIndex(collection: Collection, index: Index): void {
    this.sql.dropEntries.run([index.no])
    this.sql.dropIndex.run([index.no])
    collection.indexes.splice(collection.indexes.indexOf(index), 1)
  }

  private atomically(work: () => void): void {
    this.db.exec('begin immediate')
    try {
      work()
      this.db.exec('commit')
    } catch (error) {
      this.db.exec('rollback')
      throw error
    }
  }

  private load(): void {
    type CollectionRow = { no: number; name: string }
    type IndexRow = { no: number; collection: number; spec: string; multikey: number; unordered: number }
    for (const { no, name } of this.db.prepare('select no, name from collection').all([]) as CollectionRow[]) {
      this.collections.set(name, { no, name, indexes: [] })
    }
    const byNo = new Map([...this.collections.values()].map((collection) => [collection.no, collection]))
    for (const row of this.db.prepare('select * from idx order by no').all([]) as IndexRow[]) {
      const spec = JSON.parse(row.spec) as IndexSpec
      const flags = { multikey: row.multikey === 1, unordered: row.unordered === 1 }
      byNo.get(row.collection)?.indexes.push({ ...spec, no: row.no, ...flags })
    }
  }
}

function prepare(db: Database.Database) {
  const byEntry = `select e.key as key, d.n as n, d.bson as bson from entry e join doc d on d.n = e.n where e.idx = ?`
  const byId = `select id as key, n, bson from doc where collection = ?`
  const all = `select n, bson from doc where collection = ?`
  const pair = (select: string, key: string, n: string) => ({
    forwards: db.prepare(`${select} and (${key}, ${n}) > (?, ?) and ${key} < ? order by ${key}, ${n} limit ?`),
    backwards: db.prepare(
      `${select} and (${key}, ${n}) < (?, ?) and ${key} >= ? order by ${key} desc, ${n} desc limit ?`,
    ),
  })
  const everything = (compare: string, order: string) =>
    db.prepare(`${all} and ?2 is not null and n ${compare} ?3 and ?4 is not null order by n ${order} limit ?5`)
  return {
    walk: {
      entry: pair(byEntry, 'e.key', 'e.n'),
      id: pair(byId, 'id', 'n'),
      everything: { forwards: everything('>', 'asc'), backwards: everything('<', 'desc') },
    },
    addCollection: db.prepare('insert into collection (name) values (?)'),
    addIndex: db.prepare('insert into idx (collection, name, spec) values (?, ?, ?)'),
    flagIndex: db.prepare('update idx set multikey = ?, unordered = ? where no = ?'),
    dropIndex: db.prepare('delete from idx where no = ?'),
    dropEntries: db.prepare('delete from entry where idx = ?'),
    addEntry: db.prepare('insert into entry (idx, key, n) values (?, ?, ?)'),
    removeEntry: db.prepare('delete from entry where idx = ? and key = ? and n = ?'),
    holder: db.prepare(
      'select d.bson as bson from entry e join doc d on d.n = e.n where e.idx = ? and e.key = ? limit 1',
    ),
    rowOf: db.prepare('select n from doc where collection = ? and id = ?'),
    read: db.prepare('select bson from doc where collection = ? and id = ?'),
    rows: db.prepare('select n, bson from doc where collection = ? order by n'),
    count: db.prepare('select count(*) as total from doc where collection = ?'),
    insert: db.prepare('insert into doc (collection, id, bson) values (?, ?, ?)'),
    update: db.prepare('update doc set bson = ? where n = ?'),
    remove: db.prepare('delete from doc where n = ?'),
  }
}

function kindOf(range: Range): 'entry' | 'id' | 'everything' {
  if (range.by === '_id') return 'id'
  return range.by === 'everything' ? 'everything' : 'entry'
}

function describe({ name, fields, unique }: IndexSpec): IndexSpec {
  return { name, fields, unique }
}

function describeKey(index: Index, document: Document): string {
  const values = index.fields.map(([path]) => {
    const value = path
      .split('.')
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | null | undefined)?.[step], document)
    return `${path}: ${JSON.stringify(value) ?? 'null'}`
  })
  return values.join(', ')
}

function text(key: Buffer): string {
  return key.toString('latin1')
}
