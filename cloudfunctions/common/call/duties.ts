// Decides how dated duties are taken: by one conditional update each (docs/adr/0002).
import type { Instant } from '@class-pact/core/contract'
import { logFailure } from './log'
import { readClock } from '../clock'
import type { Change, Collection } from '../store/collection'
import type { Duty, TrailEntry } from '../store/documents'

/** A function that died gives its duty back after this long: as long as a function can live (facts: limits). */
const LEASE_MS = 60_000
/** Duties of one look; what is left is found by the next. */
const AT_ONCE = 50
/** Duties of one look at one school: then it is the next one's turn (docs/adr/0031). */
const OF_A_SCHOOL = 10
/** Pause after the first failure; it doubles up to an hour. */
const PAUSE_MS = 60_000
const PAUSE_MOST_MS = 3_600_000

export interface Dutied {
  _id: string
  duty?: Duty
}

/** What became of a step: the document's next duty, no duty any more, or the step has written the duty itself. */
export type StepDone = { next: Pick<Duty, 'kind' | 'at'> } | 'done' | 'written'

/** What a look has found: how many documents it brought on, and whether there may be more. */
export interface Look {
  brought: number
  isFull: boolean
}

/**
 * Takes the duties that are due, oldest first, and brings their documents on: of all schools, or of the one that is named.
 * However many look at once, a duty is one's alone: whoever claims it.
 */
export async function runDuties<Doc extends Dutied>(
  collection: Collection<Doc>,
  step: (document: Doc, duty: Duty) => Promise<StepDone>,
  until: Instant,
  schoolId?: string,
): Promise<Look> {
  const now = readClock()
  const limit = schoolId === undefined ? AT_ONCE : OF_A_SCHOOL
  const due = await collection.list<Doc>(
    { ...(schoolId !== undefined && { schoolId }), 'duty.at': { $lte: now }, 'duty.lease': { $lt: now } },
    { limit, order: [['duty.at', 'asc']], fields: { trail: 0 } },
  )
  let brought = 0
  for (const document of due) {
    if (readClock() >= until) break
    const { duty } = document
    if (duty && (await claim(collection, document._id, duty))) {
      await bringOn(collection, document, duty, step)
      brought++
    }
  }
  return { brought, isFull: due.length === limit }
}

async function claim<Doc extends Dutied>(collection: Collection<Doc>, id: string, duty: Duty): Promise<boolean> {
  const lease = readClock() + LEASE_MS
  return (
    (await collection.update(
      { _id: id, 'duty.kind': duty.kind, 'duty.at': duty.at, 'duty.lease': duty.lease },
      { $set: { 'duty.lease': lease } },
    )) > 0
  )
}

async function bringOn<Doc extends Dutied>(
  collection: Collection<Doc>,
  document: Doc,
  duty: Duty,
  step: (document: Doc, duty: Duty) => Promise<StepDone>,
): Promise<void> {
  // Only the duty that was taken is changed: an act meanwhile may have given the document another.
  const taken = { _id: document._id, 'duty.kind': duty.kind, 'duty.at': duty.at }
  try {
    const done = await step(document, duty)
    if (done !== 'written') await collection.update(taken, afterwards(done))
  } catch (failure) {
    logFailure(`duty.${duty.kind}`, document._id, failure)
    const pause = Math.min(PAUSE_MS * 2 ** duty.tries, PAUSE_MOST_MS)
    await collection.update(taken, {
      $set: { duty: { ...duty, at: readClock() + pause, lease: 0, tries: duty.tries + 1 } },
    })
  }
}

function afterwards(done: Exclude<StepDone, 'written'>): Change {
  if (done === 'done') return { $unset: { duty: '' } }
  return { $set: { duty: { ...done.next, lease: 0, tries: 0 } } }
}

/** What a step writes into a trail: the system finishes what a call began. */
export function finishing({ kind, at }: Duty, action: string): TrailEntry {
  return { id: `${kind}:${at}`, at: readClock(), by: 'system', role: 'system', action }
}

/** What one domain does when the clock calls. */
export interface Steps {
  /** Bring on what is due, each a collection's: of all schools, or of one. */
  duties?: readonly ((until: Instant, schoolId?: string) => Promise<Look>)[]
  /** Done once a run, after all duties. */
  sweeps?: readonly ((until: Instant) => Promise<void>)[]
}
