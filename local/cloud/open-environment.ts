// Decides how the rooms of one environment are put together over the files of its folder.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { Admin } from './admin'
import type { Clock } from './clock'
import { controlOperations } from './control/control'
import { Counters } from './counters'
import { CloudDatabase } from './database/database'
import { declareCollections } from './database/declaration'
import { Store } from './database/store'
import { Faults } from './faults'
import { Functions } from './functions/functions'
import { FunctionPool } from './functions/pool'
import { Gateway } from './gateway/gateway'
import { Invocations } from './invocations'
import { JsonFile } from './json-file'
import { openApis } from './open-api/apis'
import { MediaChecks } from './open-api/media-checks'
import { EMPTY_LEDGER, Subscriptions } from './open-api/subscriptions'
import { readTemplates } from './open-api/templates'
import { Verdicts } from './open-api/verdicts'
import { Visits } from './open-api/visits'
import { Rules } from './rules/rules'
import type { Rooms } from './server'
import { Addresses } from './storage/addresses'
import { FileStore } from './storage/file-store'
import { Timers } from './timers/timers'

const DATABASE_FILE = 'database.sqlite'
const FILES = 'files'
const SUBSCRIPTIONS_FILE = 'subscriptions.json'
/** The function that WeChat's events are pushed to. */
const EVENT_FUNCTION = 'wx-events'

export interface EnvironmentOptions {
  functionsDir: string
  databaseDir: string
  dataDir: string
  clock: Clock
  /** Where the cloud listens, once it does. */
  base: () => string
  log: (line: string) => void
  autoTimers: boolean
  coldStarts: boolean
}

export interface Environment {
  rooms: Rooms
  /** Begins to work, once the cloud listens. */
  start(): void
  /** Timers fire once now and then by themselves, where `autoTimers` kept them from it. */
  startTimers(): void
  /** Ends all work and closes the files; gives back the workers that an environment after this one may use. */
  close(): Promise<Worker[]>
}

/** Removes what a cloud keeps in its folder, and nothing else that may lie there. */
export function clearData(dataDir: string): void {
  const names = [DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`, FILES, SUBSCRIPTIONS_FILE]
  for (const name of names) rmSync(join(dataDir, name), { recursive: true, force: true })
}

/**
 * Opens an environment on the data of a folder.
 * @param workers those of an environment before, idle and without a function
 * @throws an Error with one clear sentence when another process has the data open or a declaration is wrong
 */
export function openEnvironment(options: EnvironmentOptions, workers: Worker[] = []): Environment {
  const { functionsDir, databaseDir, dataDir, clock, base, log, autoTimers, coldStarts } = options
  const now = () => clock.now()
  const counters = new Counters(log)
  const invocations = new Invocations(counters)
  const faults = new Faults()
  const store = new Store(join(dataDir, DATABASE_FILE))
  declareCollections(store, databaseDir)
  const database = new CloudDatabase(store)
  const files = new FileStore(join(dataDir, FILES))
  const rules = new Rules(databaseDir)
  const isPublic = (path: string) => rules.mayTouch('read', '', { openid: files.ownerOf(path) ?? '', path })
  const addresses = new Addresses(now, base, isPublic)

  const pool = new FunctionPool(
    {
      functionsDir,
      adminUrl: () => `${base()}/admin`,
      clock: clock.shared,
      log,
      onColdStart: (...start) => invocations.countColdStart(...start),
      coldStarts,
    },
    workers,
  )
  const functions = new Functions(functionsDir, pool, invocations, faults, log)
  const timers = new Timers(functions.configs, now, (...timer) => functions.fireTimer(...timer))

  const verdicts = new Verdicts()
  const visits = new Visits(now)
  const subscriptions = new Subscriptions(new JsonFile(join(dataDir, SUBSCRIPTIONS_FILE), EMPTY_LEDGER), now)
  const mediaChecks = new MediaChecks(verdicts, (event) => functions.pushEvent(EVENT_FUNCTION, event))

  const templates = readTemplates(databaseDir)
  const apis = openApis({ verdicts, visits, subscriptions, mediaChecks, templates })
  const admin = new Admin({ database, files, functions, invocations, faults, openApis: apis, now, addresses, log })
  const gateway = new Gateway({ functions, files, visits, subscriptions, rules, addresses })
  const services = {
    clock,
    timers,
    faults,
    verdicts,
    mediaChecks,
    subscriptions,
    counters,
    invocations,
    files,
    database,
  }
  return {
    rooms: { admin, gateway, control: controlOperations(services), files, addresses },
    start() {
      pool.warmUp()
      if (autoTimers) timers.start()
    },
    startTimers() {
      timers.start()
      // A delivery that fails is told in its place, never thrown.
      void timers.run(undefined, 1)
    },
    async close() {
      timers.stop()
      mediaChecks.forgetAll()
      const idle = await pool.close()
      store.close()
      return idle
    },
  }
}
