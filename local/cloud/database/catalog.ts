// Decides which collections and indexes a database file has, and what is known about each index.
import type Database from 'libsql'
import { collectionNotExist } from './errors'
import type { IndexSpec } from './index-keys'

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
  /** Fields with a 2dsphere index. It has no entries here: it allows reads by distance and refuses what is no geometry. */
  spherePaths: string[]
}

interface IndexRow {
  no: number
  collection: number
  spec: string
  multikey: number
  unordered: number
}

export class Catalog {
  private readonly collections = new Map<string, Collection>()
  private readonly sql

  constructor(db: Database.Database) {
    this.sql = {
      collections: db.prepare('select no, name from collection'),
      indexes: db.prepare('select no, collection, spec, multikey, unordered from idx order by no'),
      addCollection: db.prepare('insert into collection (name) values (?)'),
      addIndex: db.prepare('insert into idx (collection, name, spec) values (?, ?, ?)'),
      flagIndex: db.prepare('update idx set multikey = ?, unordered = ? where no = ?'),
      dropIndex: db.prepare('delete from idx where no = ?'),
    }
    this.load()
  }

  /** @throws DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) throw collectionNotExist(name)
    return collection
  }

  has(name: string): boolean {
    return this.collections.has(name)
  }

  names(): string[] {
    return [...this.collections.keys()]
  }

  addCollection(name: string): Collection {
    const { lastInsertRowid } = this.sql.addCollection.run([name])
    const collection: Collection = { no: Number(lastInsertRowid), name, indexes: [], spherePaths: [] }
    this.collections.set(name, collection)
    return collection
  }

  addIndex(collection: Collection, spec: IndexSpec): Index {
    const { lastInsertRowid } = this.sql.addIndex.run([collection.no, spec.name, specText(spec)])
    const index: Index = { ...spec, no: Number(lastInsertRowid), multikey: false, unordered: false }
    collection.indexes.push(index)
    return index
  }

  dropIndex(collection: Collection, index: Index): void {
    this.sql.dropIndex.run([index.no])
    collection.indexes.splice(collection.indexes.indexOf(index), 1)
  }

  /** Notes what a new entry shows about its index. */
  flag(index: Index, { multikey, unordered }: { multikey: boolean; unordered: boolean }): void {
    if ((index.multikey || !multikey) && (index.unordered || !unordered)) return
    index.multikey ||= multikey
    index.unordered ||= unordered
    this.sql.flagIndex.run([Number(index.multikey), Number(index.unordered), index.no])
  }

  /** Takes the flags from the file again, after a write was rolled back. */
  restoreFlags(): void {
    const rows = new Map((this.sql.indexes.all([]) as IndexRow[]).map((row) => [row.no, row]))
    for (const { indexes } of this.collections.values()) {
      for (const index of indexes) Object.assign(index, flagsOf(rows.get(index.no)))
    }
  }

  private load(): void {
    for (const { no, name } of this.sql.collections.all([]) as { no: number; name: string }[]) {
      this.collections.set(name, { no, name, indexes: [], spherePaths: [] })
    }
    const byNo = new Map([...this.collections.values()].map((collection) => [collection.no, collection]))
    for (const row of this.sql.indexes.all([]) as IndexRow[]) {
      const spec = JSON.parse(row.spec) as IndexSpec
      byNo.get(row.collection)?.indexes.push({ ...spec, no: row.no, ...flagsOf(row) })
    }
  }
}

/** What tells two declarations of an index apart. */
export function specText({ name, fields, unique }: IndexSpec): string {
  return JSON.stringify({ name, fields, unique })
}

function flagsOf(row: IndexRow | undefined): Pick<Index, 'multikey' | 'unordered'> {
  return { multikey: row?.multikey === 1, unordered: row?.unordered === 1 }
}
