// Decides what a snapshot still sees: the states of documents that later commits replaced.
import type { Collection } from './catalog'
import type { Document } from './ejson'
import { lockOf } from './locks'
import type { Write } from './store'

/** A state that was replaced; snapshots taken before `until` see it. */
interface OldState {
  id: unknown
  document: Document | undefined
  until: number
}

export class History {
  /** The number of the latest commit; a snapshot is such a number. */
  now = 0
  private readonly states = new Map<string, OldState[]>()

  /** Notes a commit. Its replaced states are kept only if a snapshot is open. */
  record(writes: Write[], observed: boolean): void {
    this.now++
    if (!observed) return
    for (const write of writes) {
      const states = this.states.get(lockOf(write)) ?? []
      states.push({ id: write.id, document: write.before, until: this.now })
      this.states.set(lockOf(write), states)
    }
  }

  /** The state a snapshot sees, if it is not the current one. */
  at(lock: string, snapshot: number): OldState | undefined {
    return this.states.get(lock)?.find((state) => state.until > snapshot)
  }

  /** The ids of a collection's documents that changed after a snapshot. */
  changedIn(collection: Collection, snapshot: number): unknown[] {
    const changed: unknown[] = []
    for (const [lock, states] of this.states) {
      const state = states.find((candidate) => candidate.until > snapshot)
      if (state && lock === lockOf({ collection, id: state.id })) changed.push(state.id)
    }
    return changed
  }

  /** Drops what no snapshot from `oldest` on can see. */
  forget(oldest: number): void {
    for (const [lock, states] of this.states) {
      const kept = states.filter((state) => state.until > oldest)
      if (kept.length === 0) this.states.delete(lock)
      else this.states.set(lock, kept)
    }
  }
}
