// Decides how documents and index entries lie in the SQLite file.
import Database from 'libsql'
import { deserialize, serialize } from 'bson'
import { MAX_DOCUMENT_BYTES } from '../limits'
import { Catalog, specText, type Collection, type Index } from './catalog'
import { duplicateKey, requestFailed } from './errors'
import { refuseDollarNames, type Document } from './ejson'
import { refuseMisplaced } from './geo/operators'
import { encodeValue, keysOf, type IndexSpec } from './index-keys'
import { prepareStatements, SCHEMA } from './statements'

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

const FIRST_CHUNK = 32
const LARGEST_CHUNK = 1_024

/** libsql returns bytes as an ArrayBuffer, which it does not take back as a parameter. */
interface DocRow {
  key: ArrayBuffer
  n: number
  bson: ArrayBuffer
}

export class Store {
  private readonly db: Database.Database
  readonly catalog: Catalog
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
    this.sql = prepareStatements(this.db)
    this.catalog = new Catalog(this.db)
  }

  /** Writes everything into the one file and gives its lock back; closing alone would keep it until garbage collection. */
  close(): void {
    this.db.pragma('journal_mode = DELETE')
    this.db.pragma('locking_mode = NORMAL')
    this.db.exec('select count(*) from collection')
    this.db.close()
  }

  /** Makes the indexes of a collection the declared ones: builds what is new or changed, drops what is gone. */
  declareIndexes(collection: Collection, specs: IndexSpec[], spherePaths: string[] = []): void {
    this.atomically(() => {
      collection.spherePaths = spherePaths
      for (const index of [...collection.indexes]) {
        const kept = specs.some((spec) => specText(spec) === specText(index))
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
    const row = this.sql.read.get([collection.no, key]) as Pick<DocRow, 'bson'> | undefined
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
      if (range.by !== 'everything') key = Buffer.from(last.key)
      n = last.n
    }
  }

  count(collection: Collection): number {
    return (this.sql.count.get([collection.no]) as { total: number }).total
  }

  /** The document that holds a key of a unique index. */
  holderOf(index: Index, key: Buffer): Document | undefined {
    const row = this.sql.holder.get([index.no, key]) as Pick<DocRow, 'bson'> | undefined
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

  /**
   * Carries out writes one after the other, each against what those before it left, until one fails.
   * @returns how many were carried out, and why the next was not
   */
  applyInTurn(writes: Write[]): { done: number; error?: unknown } {
    let done = 0
    try {
      if (writes.length > 0) this.atomically(() => writes.forEach((write) => (this.carryOut(write), done++)))
      return { done }
    } catch (error) {
      // The failure took those before it along.
      if (done > 0) this.atomically(() => writes.slice(0, done).forEach((write) => this.carryOut(write)))
      return { done, error }
    }
  }

  private carryOut(write: Write): void {
    const n = this.rowOf(write)
    this.clearEntries(write, n)
    this.putDocument(write, n)
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
    refuseDollarNames(after)
    refuseMisplaced(collection, after)
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
    this.catalog.flag(index, { multikey, unordered })
  }

  private buildIndex(collection: Collection, spec: IndexSpec): void {
    const index = this.catalog.addIndex(collection, spec)
    for (const row of this.sql.rows.all([collection.no]) as DocRow[]) {
      this.addEntries(collection, index, deserialize(row.bson) as Document, row.n, new Set(), 'Insert')
    }
  }

  private dropIndex(collection: Collection, index: Index): void {
    this.sql.dropEntries.run([index.no])
    this.catalog.dropIndex(collection, index)
  }

  private atomically(work: () => void): void {
    this.db.exec('begin immediate')
    try {
      work()
      this.db.exec('commit')
    } catch (error) {
      this.db.exec('rollback')
      this.catalog.restoreFlags()
      throw error
    }
  }
}

function kindOf(range: Range): 'entry' | 'id' | 'everything' {
  if (range.by === '_id') return 'id'
  return range.by === 'everything' ? 'everything' : 'entry'
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
