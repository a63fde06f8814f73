// Decides isolation: a transaction sees the state at its first operation, the first writer of a document wins.
import { randomUUID } from 'node:crypto'
import { TRANSACTION_LIFETIME_MS } from '../limits'
import type { Collection } from './catalog'
import type { Document } from './ejson'
import { duplicateKey, transactionConflict, transactionNotExist } from './errors'
import { History } from './history'
import { keysOf } from './index-keys'
import { keyLock, keyLocksOf, lockOf, locksOf } from './locks'
import type { Plan } from './planner'
import { documentKey, walkPlan, type View } from './query'
import type { Store, Write } from './store'

/** One open transaction. */
class Transaction {
  readonly id = randomUUID().replaceAll('-', '')
  /** The commit whose state it sees; set by the first operation. */
  snapshot: number | undefined
  /** Its own writes, by the lock of the document. */
  readonly writes = new Map<string, Write>()
  /** Unique keys it changes: the document that will hold each, or null when it gives the key up. */
  readonly claims = new Map<string, string | null>()
  readonly ended: Promise<void>
  end: () => void = () => undefined

  constructor() {
    this.ended = new Promise((resolve) => (this.end = resolve))
  }
}

/** A transaction that has been used, so that its snapshot is fixed. */
type Used = Transaction & { snapshot: number }

export class Transactions {
  private readonly history = new History()
  private readonly open = new Map<string, Transaction>()
  private readonly expiries = new Map<Transaction, NodeJS.Timeout>()
  private readonly locks = new Map<string, Transaction>()

  constructor(private readonly store: Store) {}

  /** @returns its id */
  start(): string {
    const transaction = new Transaction()
    this.open.set(transaction.id, transaction)
    this.expiries.set(transaction, setTimeout(() => this.finish(transaction), TRANSACTION_LIFETIME_MS).unref())
    return transaction.id
  }

  /** Carries out its writes and ends it. @returns how many documents were written @throws DATABASE_TRANSACTION_FAIL */
  commit(id: string): number {
    const transaction = this.use(id)
    const writes = [...transaction.writes.values()].filter((write) => write.before ?? write.after)
    try {
      this.store.apply(writes)
      this.record(writes)
    } finally {
      this.finish(transaction)
    }
    return writes.length
  }

  /** @throws DATABASE_TRANSACTION_FAIL */
  abort(id: string): void {
    this.finish(this.use(id))
  }

  /** Ends all open transactions, as their time limit would. @returns how many */
  expireAll(): number {
    const open = [...this.open.values()]
    open.forEach((transaction) => this.finish(transaction))
    return open.length
  }

  /** Notes writes that were made outside transactions. */
  record(writes: Write[]): void {
    this.history.record(
      writes,
      [...this.open.values()].some(({ snapshot }) => snapshot !== undefined),
    )
  }

  /** What a write outside transactions has to wait for; undefined when it may go ahead. */
  blockerOf(writes: Write[]): Promise<void> | undefined {
    if (this.locks.size === 0) return undefined
    for (const lock of writes.flatMap(locksOf)) {
      const holder = this.locks.get(lock)
      if (holder) return holder.ended
    }
    return undefined
  }

  /**
   * Takes a write into a transaction and locks what it touches.
   * @throws DATABASE_TRANSACTION_CONFLICT when another transaction holds it or a later commit changed it; the transaction is over then.
   * @throws DATABASE_REQUEST_FAILED with E11000; the transaction is over then, as in MongoDB.
   */
  stage(id: string, write: Write): void {
    const transaction = this.use(id)
    const self = lockOf(write)
    try {
      const taken = locksOf(write).some((lock) => (this.locks.get(lock) ?? transaction) !== transaction)
      if (taken || this.history.at(self, transaction.snapshot)) throw transactionConflict()
      this.claimKeys(transaction, write)
    } catch (error) {
      this.finish(transaction)
      throw error
    }
    for (const lock of locksOf(write)) this.locks.set(lock, transaction)
    const first = transaction.writes.get(self)
    transaction.writes.set(self, { ...write, before: first ? first.before : write.before })
  }

  /** What a transaction sees: its snapshot with its own writes. @throws DATABASE_TRANSACTION_FAIL */
  viewOf(id: string): View {
    const transaction = this.use(id)
    return {
      read: (collection, documentId) => this.readIn(transaction, collection, documentId),
      candidates: (collection, plan) => {
        const touched = this.touchedBy(transaction, collection)
        const documents = this.candidatesIn(transaction, collection, plan, touched)
        return { documents, ordered: plan.ordered && touched.size === 0 }
      },
    }
  }

  private use(id: string): Used {
    const transaction = this.open.get(id)
    if (!transaction) throw transactionNotExist()
    transaction.snapshot ??= this.history.now
    return transaction as Used
  }

  private *candidatesIn(
    transaction: Used,
    collection: Collection,
    plan: Plan,
    touched: Map<string, unknown>,
  ): Generator<Document> {
    for (const document of walkPlan(this.store, collection, plan)) {
      if (!touched.has(documentKey(document._id))) yield document
    }
    for (const id of touched.values()) {
      const document = this.readIn(transaction, collection, id)
      if (document) yield document
    }
  }

  private readIn(transaction: Used, collection: Collection, id: unknown): Document | undefined {
    const lock = lockOf({ collection, id })
    const own = transaction.writes.get(lock)
    if (own) return own.after
    const old = this.history.at(lock, transaction.snapshot)
    return old ? old.document : this.store.read(collection, id)
  }

  /** The documents whose state in a transaction may differ from the committed one: key → id. */
  private touchedBy(transaction: Used, collection: Collection): Map<string, unknown> {
    const own = [...transaction.writes.values()].filter((write) => write.collection === collection)
    const ids = [...own.map(({ id }) => id), ...this.history.changedIn(collection, transaction.snapshot)]
    return new Map(ids.map((id) => [documentKey(id), id]))
  }

  private claimKeys(transaction: Transaction, write: Write): void {
    const self = lockOf(write)
    for (const index of write.collection.indexes.filter((candidate) => candidate.unique)) {
      for (const lock of keyLocksOf(index, write.before)) transaction.claims.set(lock, null)
      for (const key of write.after ? keysOf(write.after, index).keys : []) {
        const holder = this.holderOf(transaction, write.collection, index, key)
        if (holder !== null && holder !== self) {
          const verb = write.before ? 'Update' : 'Insert'
          throw duplicateKey(verb, write.collection.name, index.name, 'of a document in or before this transaction')
        }
        transaction.claims.set(keyLock(index, key), self)
      }
    }
  }

  /** The document that holds a unique key as far as a transaction is concerned. */
  private holderOf(
    transaction: Transaction,
    collection: Collection,
    index: Collection['indexes'][number],
    key: Buffer,
  ): string | null {
    const claimed = transaction.claims.get(keyLock(index, key))
    if (claimed !== undefined) return claimed
    const committed = this.store.holderOf(index, key)
    return committed ? lockOf({ collection, id: committed._id }) : null
  }

  private finish(transaction: Transaction): void {
    clearTimeout(this.expiries.get(transaction))
    this.expiries.delete(transaction)
    this.open.delete(transaction.id)
    for (const [lock, holder] of this.locks) if (holder === transaction) this.locks.delete(lock)
    this.history.forget(Math.min(...[...this.open.values()].map(({ snapshot }) => snapshot ?? Infinity)))
    transaction.end()
  }
}
