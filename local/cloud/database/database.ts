// Decides how each operation reads and writes: a decision and its write happen with nothing in between.
import { randomBytes } from 'node:crypto'
import { serialize } from 'bson'
import type { CountedCall } from '../invocations'
import { aggregateDocuments } from './aggregate'
import type { Document, Fields } from './ejson'
import { duplicateKey, invalidOperator } from './errors'
import { findDocuments, walkPlan, type FindRequest, type Found, type View } from './query'
import type { Stage } from './stages'
import { Transactions } from './transactions'
import type { Store, Write } from './store'
import { updateDocument } from './update'

export interface ModifyRequest {
  filter: Fields
  data: Fields
  multi: boolean
  /** Update operators on the document; else the document is replaced. */
  merge: boolean
  upsert: boolean
}

export class CloudDatabase {
  readonly transactions: Transactions
  private readonly committed: View

  constructor(readonly store: Store) {
    this.transactions = new Transactions(store)
    this.committed = {
      read: (collection, id) => store.read(collection, id),
      candidates: (collection, plan) => ({ documents: walkPlan(store, collection, plan), ordered: plan.ordered }),
    }
  }

  /** Adds documents; those without an `_id` get one of 32 hex characters. One that fails ends it; those before it stay. */
  async insert(call: CountedCall, name: string, documents: Fields[], transactionId?: string): Promise<unknown[]> {
    const collection = this.store.catalog.collection(name)
    const identified = documents.map(({ _id, ...rest }): Document => ({ _id: _id ?? newId(), ...rest }))
    await this.write(call, transactionId, (view) =>
      identified.map((after) => {
        const write: Write = { collection, id: after._id, after }
        // Inside a transaction the snapshot must be asked; outside the store refuses a second document itself.
        if (transactionId !== undefined && view.read(collection, after._id))
          throw duplicateKey('Insert', name, '_id_', `_id: ${JSON.stringify(after._id)}`)
        return write
      }),
    )
    return identified.map((document) => document._id)
  }

  /** Puts documents into several collections in one step, in place of those with the same `_id`. @returns how many */
  async put(call: CountedCall, documents: Record<string, Fields[]>): Promise<number> {
    const writes = await this.write(
      call,
      undefined,
      (view) =>
        Object.entries(documents).flatMap(([name, list]) => {
          const collection = this.store.catalog.collection(name)
          return list.map(({ _id: id = newId(), ...rest }): Write => {
            return { collection, id, before: view.read(collection, id), after: { _id: id, ...rest } }
          })
        }),
      (all) => {
        this.store.apply(all)
        return { done: all.length }
      },
    )
    return writes.length
  }

  find(call: CountedCall, name: string, request: FindRequest, transactionId?: string): Found {
    const collection = this.store.catalog.collection(name)
    const found = findDocuments(this.view(transactionId), collection, request)
    call.read(collection.name, request.filter, found)
    return found
  }

  count(call: CountedCall, name: string, filter: Fields): number {
    const collection = this.store.catalog.collection(name)
    if (Object.keys(filter).length === 0) return this.store.count(collection)
    return this.find(call, name, { filter }).documents.length
  }

  aggregate(call: CountedCall, name: string, stages: Stage[]): unknown[] {
    const collection = this.store.catalog.collection(name)
    const result = aggregateDocuments(this.store, this.committed, collection, stages)
    call.read(collection.name, Object.fromEntries(stages), result)
    return result.list
  }

  /** Updates or replaces; `updated` counts those that an update made different, and all that were replaced. */
  async modify(
    call: CountedCall,
    name: string,
    request: ModifyRequest,
    transactionId?: string,
  ): Promise<{ updated: number; upsertId?: unknown; documents: Document[] }> {
    const collection = this.store.catalog.collection(name)
    const operators = Object.keys(request.data).some((key) => key.startsWith('$'))
    if (operators !== request.merge) throw invalidOperator('an update needs operators, a replacement must not have any')
    let upsertId: unknown
    let matched: Document[] = []
    const writes = await this.write(call, transactionId, (view) => {
      upsertId = undefined
      matched = []
      const limit = request.multi ? Infinity : 1
      const found = findDocuments(view, collection, { filter: request.filter, limit })
      call.read(collection.name, request.filter, found)
      if (found.documents.length === 0 && request.upsert) {
        upsertId = request.filter['_id'] ?? newId()
        return [{ collection, id: upsertId, after: { _id: upsertId, ...request.data } }]
      }
      const changes = found.documents.map((before): Write => {
        const after = request.merge
          ? updateDocument(before, request.data, request.filter)
          : { _id: before._id, ...request.data }
        return { collection, id: before._id, before, after }
      })
      matched = changes.map((change) => change.after as Document)
      return changes.filter(isChange)
    })
    const updated = request.merge ? writes.length : matched.length
    return { updated, upsertId, documents: matched }
  }

  async remove(
    call: CountedCall,
    name: string,
    filter: Fields,
    multi: boolean,
    transactionId?: string,
  ): Promise<number> {
    const collection = this.store.catalog.collection(name)
    const writes = await this.write(call, transactionId, (view) => {
      const found = findDocuments(view, collection, { filter, limit: multi ? Infinity : 1 })
      call.read(collection.name, filter, found)
      return found.documents.map((before): Write => ({ collection, id: before._id, before }))
    })
    return writes.length
  }

  private view(transactionId: string | undefined): View {
    if (transactionId === undefined) return this.committed
    return this.transactions.viewOf(transactionId)
  }

  /** Decides the writes and carries them out. Outside transactions it waits for locks and then decides anew. */
  private async write(
    call: CountedCall,
    transactionId: string | undefined,
    decide: (view: View) => Write[],
    apply = (writes: Write[]): { done: number; error?: unknown } => this.store.applyInTurn(writes),
  ): Promise<Write[]> {
    if (transactionId !== undefined) {
      const writes = decide(this.transactions.viewOf(transactionId))
      for (const write of writes) this.transactions.stage(transactionId, write)
      call.written(writes.length)
      return writes
    }
    for (;;) {
      const writes = decide(this.committed)
      const blocker = this.transactions.blockerOf(writes)
      if (!blocker) {
        const { done, error } = apply(writes)
        this.transactions.record(writes.slice(0, done))
        call.written(done)
        if (error !== undefined) throw error
        return writes
      }
      await blocker
    }
  }
}

function isChange({ before, after }: Write): boolean {
  if (!before || !after) return true
  return !serialize(before).equals(serialize(after, { ignoreUndefined: true }))
}

function newId(): string {
  return randomBytes(16).toString('hex')
}
