// Decides what a write needs for itself: its document, and every unique key that it takes or gives up.
import type { Index } from './catalog'
import type { Document } from './ejson'
import { encodeValue, keysOf } from './index-keys'
import type { Write } from './store'

/** The lock of a document. */
export function lockOf({ collection, id }: Pick<Write, 'collection' | 'id'>): string {
  return `d${collection.no}:${encodeValue(id).toString('latin1')}`
}

/** The locks of a document's keys in a unique index. */
export function keyLocksOf(index: Index, document: Document | undefined): string[] {
  return document ? keysOf(document, index).keys.map((key) => keyLock(index, key)) : []
}

export function keyLock(index: Index, key: Buffer): string {
  return `u${index.no}:${key.toString('latin1')}`
}

export function locksOf(write: Write): string[] {
  const unique = write.collection.indexes.filter((index) => index.unique)
  const keys = unique.flatMap((index) => {
    const [before, after] = [keyLocksOf(index, write.before), keyLocksOf(index, write.after)]
    return [...before.filter((lock) => !after.includes(lock)), ...after.filter((lock) => !before.includes(lock))]
  })
  return [lockOf(write), ...keys]
}
