// Decides what tests, benchmarks and the desk may turn: clock, timers, faults, verdicts, counters, and bulk data.
import { EJSON } from 'bson'
import type { Clock } from '../clock'
import type { Counters } from '../counters'
import type { CloudDatabase } from '../database/database'
import type { Document, Fields } from '../database/ejson'
import type { Fault, Faults } from '../faults'
import type { Invocations } from '../invocations'
import type { MediaChecks } from '../open-api/media-checks'
import type { Subscriptions } from '../open-api/subscriptions'
import type { Suggest, Verdict, Verdicts } from '../open-api/verdicts'
import type { FileStore } from '../storage/file-store'
import type { Timers } from '../timers/timers'

export interface ControlServices {
  clock: Clock
  timers: Timers
  faults: Faults
  verdicts: Verdicts
  mediaChecks: MediaChecks
  subscriptions: Subscriptions
  counters: Counters
  invocations: Invocations
  files: FileStore
  database: CloudDatabase
}

type Args = Record<string, unknown>
type Operation = (args: Args) => unknown

/** All operations of `POST /control {op, ...}`. */
export function controlOperations(services: ControlServices): Record<string, Operation> {
  const { clock, timers, faults, verdicts, mediaChecks, subscriptions, counters, invocations, files, database } =
    services
  const time = () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs })

  return {
    'clock.read': time,
    'clock.set'(args) {
      clock.set(String(args['now']))
      timers.clockMoved()
      return time()
    },
    'clock.advance'(args) {
      clock.advance(Number(args['ms']))
      timers.clockMoved()
      return time()
    },
    'clock.hold'(args) {
      clock.hold(args['held'] !== false)
      return time()
    },

    async 'timers.run'(args) {
      const released = await mediaChecks.releaseAll()
      const name = typeof args['name'] === 'string' ? args['name'] : undefined
      return { runs: await timers.run(name, Number(args['times'] ?? 1)), mediaChecks: released }
    },

    'faults.set'(args) {
      faults.set(args as unknown as Fault)
      return { faults: faults.list() }
    },
    'faults.list': () => ({ faults: faults.list() }),
    'faults.clear'() {
      faults.clear()
      return { faults: [] }
    },

    'verdicts.set'(args) {
      if ('media' in args) verdicts.set('media', readVerdict(args['media']))
      if ('suggest' in args) verdicts.set('text', readVerdict(args))
      return {}
    },
    'verdicts.clear'() {
      verdicts.set('text', undefined)
      verdicts.set('media', undefined)
      return {}
    },
    'media.hold'(args) {
      mediaChecks.hold(args['held'] !== false)
      return {}
    },
    async 'media.release'() {
      return { released: await mediaChecks.releaseAll() }
    },

    'deliveries.list': () => ({ deliveries: subscriptions.list(), credits: subscriptions.credits() }),
    'counters.read': () => counters.read(),
    'counters.reset'() {
      counters.reset()
      return {}
    },
    'files.list': () => ({ files: files.list() }),
    /** Files that a function would have put there. */
    'files.put'(args) {
      const given = args['files'] as { path: string; type: string; base64: string }[]
      for (const { path, type, base64 } of given) files.put(path, Buffer.from(base64, 'base64'), type)
      return { put: given.length }
    },
    'transactions.expire': () => ({ expired: database.transactions.expireAll() }),

    async 'data.import'(args) {
      const documents = EJSON.deserialize(args['documents'] as Fields) as unknown as Fields[]
      const ids = await database.insert(invocations.counted(undefined), String(args['collection']), documents)
      return { imported: ids.length }
    },
    async 'data.put'(args) {
      const documents = EJSON.deserialize(args['documents'] as Fields) as unknown as Record<string, Fields[]>
      return { put: await database.put(invocations.counted(undefined), documents) }
    },
    /** All of a collection. */
    async 'data.remove'(args) {
      return { removed: await database.remove(invocations.counted(undefined), String(args['collection']), {}, true) }
    },
    'data.export'(args) {
      const { documents } = database.find(invocations.counted(undefined), String(args['collection']), { filter: {} })
      return { documents: documents.map((document: Document) => EJSON.serialize(document, { relaxed: true })) }
    },
    'data.collections': () => ({ collections: database.store.catalog.names() }),
  }
}

function readVerdict(value: unknown): (Verdict & { times?: number }) | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { suggest, label, times } = value as { suggest?: Suggest; label?: number; times?: number }
  if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky')
    throw new RangeError(`no such verdict: ${String(suggest)}`)
  return { suggest, label: label ?? (suggest === 'pass' ? 100 : 20001), times }
}
