// Decides isolation: a transaction sees the state at its first operation, the first writer of a document wins, and locks end by commit, abort or time.
import { randomUUID } from 'node:crypto'
import { TRANSACTION_LIFETIME_MS } from '../limits'
import type { Document } from './ejson'
import { duplicateKey, transactionConflict, transactionNotExist } from './errors'
import { keysOf } from './index-keys'
import { distinctDocuments, documentKey, type View } from './query'
import type { Plan } from './planner'
import type { Collection, Store, Write } from './store'

export class Transaction {
  readonly id = randomUUID().replaceAll('-', '')
  /** The sequence number of the state it sees; set by the first operation. */
  snapshot: number | undefined
  /** Its own writes, by document. */
  readonly writes = new Map<string, Write>()
  /** Unique keys it changes: the document that will hold each, or null when it gives the key up. */
  readonly claims = new Map<string, string | null>()
  readonly ended: Promise<void>
  end: () => void = () => undefined

  constructor() {
    this.ended = new Promise((resolve) => (this.end = resolve))
  }
}

/** A state of a document that a later commit replaced; valid for snapshots before `until`. */
interface OldVersion {
  until: number
  document: Document | undefined
}

export class Transactions {
  private sequence = 0
  private readonly open = new Map<string, Transaction>()
  private readonly expiries = new Map<Transaction, NodeJS.Timeout>()
  private readonly locks = new Map<string, Transaction>()
  private readonly history = new Map<string, OldVersion[]>()

  constructor(private readonly store: Store) {}

  start(): Transaction {
    const transaction = new Transaction()
    this.open.set(transaction.id, transaction)
    this.expiries.set(transaction, setTimeout(() => this.finish(transaction), TRANSACTION_LIFETIME_MS).unref())
    return transaction
  }

  /** The open transaction of that id; its first use fixes the snapshot. @throws DATABASE_TRANSACTION_FAIL */
  use(id: string): Transaction {
    const transaction = this.open.get(id)
    if (!transaction) throw transactionNotExist()
    transaction.snapshot ??= this.sequence
    return transaction
  }

  /** Carries out its writes and ends it. @returns how many documents were written */
  commit(id: string): number {
    const transaction = this.use(id)
    const writes = [...transaction.writes.values()].filter((write) => write.before ?? write.after)
    try {
      this.store.apply(writes)
      this.remember(writes)
    } finally {
      this.finish(transaction)
    }
    return writes.length
  }

  abort(id: string): void {
    this.finish(this.use(id))
  }

  /** Ends all open transactions, as their time limit would. */
  expireAll(): number {
    const open = [...this.open.values()]
    open.forEach((transaction) => this.finish(transaction))
    return open.length
  }

  /**
   * Takes a write into a transaction and locks what it touches.
   * @throws DATABASE_TRANSACTION_CONFLICT when another transaction holds it or a later commit changed it; the transaction is over then.
   * @throws DATABASE_REQUEST_FAILED with E11000; the transaction is over then, as in MongoDB.
   */
  stage(transaction: Transaction, write: Write): void {
    const key = lockOf(write)
    const taken = locksOf(write).some((lock) => (this.locks.get(lock) ?? transaction) !== transaction)
    if (taken || this.changedSince(key, transaction.snapshot ?? 0)) {
      this.finish(transaction)
      throw transactionConflict()
    }
    try {
      this.claim(transaction, write)
    } catch (error) {
      this.finish(transaction)
      throw error
    }
    for (const lock of locksOf(write)) this.locks.set(lock, transaction)
    const first = transaction.writes.get(key)
    transaction.writes.set(key, { ...write, before: first ? first.before : write.before })
  }

  /** The transaction that a write outside transactions has to wait for. */
  holderOf(writes: Write[]): Transaction | undefined {
    if (this.locks.size === 0) return undefined
    for (const write of writes) {
      for (const lock of locksOf(write)) {
        const holder = this.locks.get(lock)
        if (holder) return holder
      }
    }
    return undefined
  }

  /** Keeps the replaced states for the snapshots that still see them. */
  remember(writes: Write[]): void {
    this.sequence++
    if (![...this.open.values()].some((transaction) => transaction.snapshot !== undefined)) return
    for (const write of writes) {
      const versions = this.history.get(lockOf(write)) ?? []
      versions.push({ until: this.sequence, document: write.before })
      this.history.set(lockOf(write), versions)
    }
  }

  viewOf(transaction: Transaction): View {
    return {
      read: (collection, id) => this.readAt(transaction, collection, id, () => this.store.read(collection, id)),
      candidates: (collection, plan) => {
        const touched = this.touched(transaction, collection)
        return {
          documents: this.candidatesAt(transaction, collection, plan, touched),
          ordered: plan.ordered && touched.size === 0,
        }
      },
    }
  }

  private *candidatesAt(
    transaction: Transaction,
    collection: Collection,
    plan: Plan,
    touched: Map<string, unknown>,
  ): Generator<Document> {
    for (const document of walkPlan(this.store, collection, plan)) {
      if (!touched.has(documentKey(document._id))) yield document
    }
    for (const id of touched.values()) {
      const document = this.readAt(transaction, collection, id, () => this.store.read(collection, id))
      if (document) yield document
    }
  }

  private readAt(
    transaction: Transaction,
    collection: Collection,
    id: unknown,
    current: () => Document | undefined,
  ): Document | undefined {
    const key = lockOf({ collection, id })
    const own = transaction.writes.get(key)
    if (own) return own.after
    const old = this.history.get(key)?.find((version) => version.until > (transaction.snapshot ?? 0))
    return old ? old.document : current()
  }

  /** Documents of a collection whose state in the transaction may differ from the committed one: key → id. */
  private touched(transaction: Transaction, collection: Collection): Map<string, unknown> {
    const touched = new Map<string, unknown>()
    for (const write of transaction.writes.values()) {
      if (write.collection === collection) touched.set(documentKey(write.id), write.id)
    }
    for (const [lock, versions] of this.history) {
      if (!lock.startsWith(`d${collection.no}:`)) continue
      const version = versions.find((candidate) => candidate.until > (transaction.snapshot ?? 0))
      const id = version && (version.document?._id ?? this.idOf(collection, lock))
      if (id !== undefined) touched.set(documentKey(id), id)
    }
    return touched
  }

  /** The id of a document that did not exist at the snapshot: it is not visible, so its current state tells the id. */
  private idOf(collection: Collection, lock: string): unknown {
    const key = Buffer.from(lock.slice(`d${collection.no}:`.length), 'latin1')
    return this.store.readByKey(collection, key)?._id
  }

  private changedSince(key: string, snapshot: number): boolean {
    return this.history.get(key)?.some((version) => version.until > snapshot) === true
  }

  private claim(transaction: Transaction, write: Write): void {
    const self = lockOf(write)
    for (const index of write.collection.indexes.filter((candidate) => candidate.unique)) {
      const before = write.before ? keysOf(write.before, index).keys : []
      const after = write.after ? keysOf(write.after, index).keys : []
      for (const key of before) transaction.claims.set(uniqueLock(index.no, key), null)
      for (const key of after) {
        const lock = uniqueLock(index.no, key)
        const committed = this.store.holderOf(index, key)
        const claimed = transaction.claims.get(lock)
        const holder =
          claimed === undefined && committed ? lockOf({ collection: write.collection, id: committed._id }) : claimed
        if (holder && holder !== self) {
          throw duplicateKey(write.before ? 'Update' : 'Insert', write.collection.name, index.name, 'in transaction')
        }
        transaction.claims.set(lock, self)
      }
    }
  }

  private finish(transaction: Transaction): void {
    clearTimeout(this.expiries.get(transaction))
    this.expiries.delete(transaction)
    this.open.delete(transaction.id)
    for (const [lock, holder] of this.locks) if (holder === transaction) this.locks.delete(lock)
    this.forget()
    transaction.end()
  }

  /** Drops old states that no snapshot can see any more. */
  private forget(): void {
    const oldest = Math.min(...[...this.open.values()].map((transaction) => transaction.snapshot ?? Infinity))
    for (const [key, versions] of this.history) {
      const kept = versions.filter((version) => version.until > oldest)
      if (kept.length === 0) this.history.delete(key)
      else this.history.set(key, kept)
    }
  }
}

/** The committed documents of a plan, each once. */
export function walkPlan(store: Store, collection: Collection, plan: Plan): Iterable<Document> {
  const [only, ...more] = plan.ranges
  if (only && more.length === 0) return store.walk(collection, only, plan.backwards)
  return distinctDocuments(walkRanges(store, collection, plan))
}

function* walkRanges(store: Store, collection: Collection, plan: Plan): Generator<Document> {
  for (const range of plan.ranges) yield* store.walk(collection, range)
}

function lockOf({ collection, id }: Pick<Write, 'collection' | 'id'>): string {
  return `d${collection.no}:${documentKey(id)}`
}

function uniqueLock(index: number, key: Buffer): string {
  return `u${index}:${key.toString('latin1')}`
}

/** Everything a write needs for itself: the document, and every unique key it takes or gives up. */
function locksOf(write: Write): string[] {
  const locks = [lockOf(write)]
  for (const index of write.collection.indexes) {
    if (!index.unique) continue
    const before = write.before ? keysOf(write.before, index).keys.map((key) => uniqueLock(index.no, key)) : []
    const after = write.after ? keysOf(write.after, index).keys.map((key) => uniqueLock(index.no, key)) : []
    locks.push(...before.filter((lock) => !after.includes(lock)), ...after.filter((lock) => !before.includes(lock)))
  }
  return locks
}
