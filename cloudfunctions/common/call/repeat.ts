// Decides whether a call has been here before: the same person, the same requestId, the same words.
import { createHash } from 'node:crypto'
import type { Row } from '@class-pact/core/contract'
import type { Trailed, TrailEntry } from '../store/documents'
import type { Collection, Where } from '../store/collection'
import type { Visit } from './handlers'
import { refuse, type Refusal } from './results'

/** `repeat`: this very call. `other`: the person's requestId, but another action or other words. */
export type Been = 'fresh' | 'repeat' | 'other'

/** What is kept of a call beside what it did. */
export type Trace = Pick<TrailEntry, 'id' | 'by' | 'digest'>
type Caller = Pick<Visit, 'openid' | 'requestId' | 'digest'>

/** What an action was asked, whatever order the fields came in. */
export function digestCall(action: string, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([action, inOrder(input)]))
    .digest('base64url')
    .slice(0, DIGEST_LENGTH)
}
/** 96 bits: nobody finds a second input for one. */
const DIGEST_LENGTH = 16

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Record<string, unknown>
  return Object.keys(fields)
    .sort()
    .flatMap((key) => (fields[key] === undefined ? [] : [[key, inOrder(fields[key])]]))
}

/** Whether this call has left its trace among these; somebody else's requestId is never this one. */
export function findCall(traces: readonly Trace[] = [], { openid, requestId, digest }: Caller): Been {
  const mine = traces.filter(({ id, by }) => id === requestId && by === openid)
  if (mine.length === 0) return 'fresh'
  return mine.every((trace) => trace.digest === undefined || trace.digest === digest) ? 'repeat' : 'other'
}

/** The same of a document whose id is derived from the person and the requestId: whoever finds it has been here. */
export function findFounding({ callDigest }: { callDigest?: string }, { digest }: Pick<Visit, 'digest'>): Been {
  return callDigest === undefined || callDigest === digest ? 'repeat' : 'other'
}

/** Condition of a change that one call makes once. */
export function unlessDone({ openid, requestId }: Caller): Where {
  return { trail: { $not: { $elemMatch: { id: requestId, by: openid } } } }
}

/** Why a change with `unlessDone` found nothing; costs a call, and only then. */
export async function lookBack<Doc extends Trailed & { _id: string }>(
  collection: Pick<Collection<Doc>, 'find'>,
  id: string,
  caller: Caller,
): Promise<Been> {
  const found = await collection.find<Pick<Trailed, 'trail'>>(id, { trail: 1 })
  return findCall(found?.trail, caller)
}

export const refuseReused = (): Refusal => refuse('REQUEST_REUSED', { field: 'requestId' })

/** Answered calls that an instance remembers; a phone repeats within minutes. */
const REMEMBERED_MAX = 5_000
const answered = new Map<string, string>()
const keyOf = ({ openid, requestId }: Caller) => `${requestId} ${openid}`

/**
 * What this instance remembers of answered calls. The documents decide within what they hold; this sees, without asking the
 * database, a requestId that comes again for another document. On another instance such a call is an act of its own, and done.
 */
export function isReused({ looks }: Row, caller: Caller): boolean {
  const earlier = looks ? undefined : answered.get(keyOf(caller))
  return earlier !== undefined && earlier !== caller.digest
}

export function rememberAnswered({ looks }: Row, caller: Caller): void {
  if (looks) return
  const oldest = answered.keys().next().value
  if (answered.size >= REMEMBERED_MAX && oldest !== undefined) answered.delete(oldest)
  answered.set(keyOf(caller), caller.digest)
}
