// Decides how a year is purged: batch by batch, each named before it goes, files before documents (G23, docs/adr/0030).
import { PURGE_KINDS, purgeAt, roundsOf, type PurgeKind } from '@class-pact/core/purge'
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { finishing, type StepDone } from '../../common/call/duties'
import { deleteFiles } from '../../common/files/delete-files'
import { openCollection, type Change, type ListOptions } from '../../common/store/collection'
import type { Duty } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { emptyRosters } from '../class'
import { forgetPersons } from '../statistics'
import type { PurgeDoc } from './documents'
import { filesOf } from './files-of'
import { linesOf, whereOf, type PurgeLine } from './lines'
import { purges } from './store'

/** One school's turn, milliseconds: other duties wait meanwhile, and a function lives 60 s (config.json). */
const SLICE_MS = 10_000
/** Until its next turn. */
const PAUSE_MS = 30_000
/** Documents of one batch; those with files are read whole, and a slip of a large class has 100 KB. */
const AT_ONCE = 200
const WITH_FILES_AT_ONCE = 20

interface Found extends Record<string, unknown> {
  _id: string
  trailOpen?: boolean
}

/** Brings a purge on for a while; whatever broke before, it goes on where that stopped. */
export async function stepPurge(purge: PurgeDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const now = readClock()
  const stop = Math.min(until, now + SLICE_MS)
  const later: StepDone = { next: { kind: 'purge', at: now + PAUSE_MS } }
  const due = roundsOf(purge.year).flatMap(({ at, kinds }) => (at <= now ? kinds : []))
  const kinds = due.filter((kind) => !purge.kinds.includes(kind))

  let state: PurgeDoc | undefined = await settle(purge)
  if (!state) return later
  if (!(await blank(state, kinds, stop))) return later
  let isLeft = false
  for (const line of linesOf(kinds)) {
    for (;;) {
      if (readClock() >= stop) return later
      const { going, waits } = await look(line, state)
      isLeft ||= waits
      if (going.length === 0) break
      state = await take(state, line, going)
      if (!state) return later
    }
  }
  return isLeft ? later : close(state, kinds, duty)
}

/** What stays loses its persons before what it was counted from goes. False: it is not counted to the end yet. */
async function blank({ schoolId, year }: PurgeDoc, kinds: readonly PurgeKind[], until: Instant): Promise<boolean> {
  if (kinds.includes('graduates')) await emptyRosters(schoolId, year + 1)
  return !kinds.includes('slips') || forgetPersons(schoolId, year, until)
}

/** The next documents of a line; what the audit does not have yet waits for it, and so does what changes at this moment. */
async function look(line: PurgeLine, { schoolId, year }: PurgeDoc): Promise<{ going: Found[]; waits: boolean }> {
  const limit = line.files ? WITH_FILES_AT_ONCE : AT_ONCE
  const fields: ListOptions['fields'] = line.files ? { trail: 0 } : { _id: 1 }
  const options = { limit, fields }
  const where = whereOf(line, schoolId, year)
  const source = openCollection<Found>(line.from)
  const going = await source.list<Found>({ ...where, trailOpen: { $ne: true } }, options)
  return { going, waits: going.length < limit && (await source.count({ ...where, trailOpen: true })) > 0 }
}

async function take(state: PurgeDoc, line: PurgeLine, going: readonly Found[]): Promise<PurgeDoc | undefined> {
  const files = line.files ? going.flatMap((each) => filesOf(line.from, each)).length : 0
  const batch = { of: line.from, ids: going.map(({ _id }) => _id), files }
  const named = await turn(state, { $set: { batch } })
  return named && settle({ ...named, batch }, going)
}

/** Removes the batch that is named, and counts it: after a crash once more, with the same result. */
async function settle(state: PurgeDoc, read?: readonly Found[]): Promise<PurgeDoc | undefined> {
  const { batch, schoolId, year } = state
  if (!batch) return state
  const { of, ids } = batch
  const source = openCollection<Found>(of)
  const lines = linesOf(PURGE_KINDS).filter(({ from }) => from === of)
  if (batch.files > 0) {
    const left = read ?? (await source.list<Found>({ _id: { $in: ids } }, { limit: ids.length, fields: { trail: 0 } }))
    await deleteFiles(left.flatMap((each) => filesOf(of, each)))
  }
  for (const along of lines[0]?.along ?? []) {
    await openCollection(along).remove({ $or: [{ _id: { $in: ids } }, { noticeId: { $in: ids } }] })
  }
  for (const line of lines) {
    // Whoever has changed one meanwhile keeps it for a later look.
    await source.remove({ ...whereOf(line, schoolId, year), _id: { $in: ids }, trailOpen: { $ne: true } })
  }
  const gone = ids.length - (await source.count({ _id: { $in: ids } }))
  const next = await turn(state, { $inc: { [`gone.${of}`]: gone, files: batch.files }, $unset: { batch: '' } })
  if (!next) return undefined
  const { batch: _batch, ...rest } = next
  return { ...rest, gone: { ...rest.gone, [of]: (rest.gone[of] ?? 0) + gone }, files: rest.files + batch.files }
}

/** One step of this run; undefined: another run has gone on meanwhile. */
async function turn(state: PurgeDoc, change: Change): Promise<PurgeDoc | undefined> {
  const { _id, turn: before } = state
  const changed = await purges.update({ _id, turn: before }, { ...change, $inc: { ...change.$inc, turn: 1 } })
  return changed ? { ...state, turn: before + 1 } : undefined
}

/** All of a night has gone: the audit says how much of what, and the next night is waited for. */
async function close(state: PurgeDoc, kinds: readonly PurgeKind[], duty: Duty): Promise<StepDone> {
  const { year, gone, files } = state
  const own = new Set(linesOf(kinds).flatMap(({ from, along }) => [from, ...along]))
  const counts = Object.fromEntries(Object.entries(gone).filter(([name]) => own.has(name)))
  const act = { ...finishing(duty, 'purge.done'), detail: { year, ...counts, files } }
  const all = [...state.kinds, ...kinds]
  const [next] = roundsOf(year).filter((round) => round.kinds.some((kind) => !all.includes(kind)))
  const at = next?.kinds[0] && purgeAt(next.kinds[0], year)
  const change = {
    $set: {
      kinds: all,
      doneAt: readClock(),
      ...(at !== undefined && { duty: { kind: 'purge', at, lease: 0, tries: 0 } }),
    },
    ...(at === undefined && { $unset: { duty: '' } }),
  }
  await turn(state, withTrail(change, act))
  return 'written'
}
