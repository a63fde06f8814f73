// Decides how the rooms of the local cloud are put together, and in which order they open and close.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Admin } from './admin'
import { Clock } from './clock'
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
import { listen, LOOPBACK } from './server'
import { Addresses } from './storage/addresses'
import { FileStore } from './storage/file-store'
import { Timers } from './timers/timers'

export interface CloudOptions {
  /** Built functions, one folder each with `index.js` and `config.json`. */
  functionsDir: string
  /** The folder with `collections.json`, the rules for files and functions, and `templates.json` if the account has templates of its own. */
  databaseDir: string
  /** Keeps everything; a temporary folder, removed on close, when omitted. */
  dataDir?: string
  /** 0 takes any free port. */
  port: number
  /** ISO time the cloud's clock starts at; it runs on from there. */
  now?: string
  /** false: timers fire only by `timers.run`. */
  autoTimers?: boolean
  /** Nothing is loaded ahead: each new instance loads everything itself, as in the cloud. */
  coldStarts?: boolean
  log?: (line: string) => void
}

export interface Cloud {
  port: number
  url: string
  /** Timers fire once now and then by themselves, where `autoTimers` kept them from it. */
  startTimers(): void
  close(): Promise<void>
}

/** The function that WeChat's events are pushed to. */
const EVENT_FUNCTION = 'wx-events'

/**
 * Starts a cloud on the loopback address.
 * @throws an Error with one clear sentence when the port is taken or a declaration is wrong
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  // Functions run in UTC in the cloud; a worker cannot have a time zone of its own.
  process.env['TZ'] = 'UTC'
  const { databaseDir, log = () => undefined } = options
  const functionsDir = resolve(options.functionsDir)
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'class-pact-cloud-'))
  mkdirSync(dataDir, { recursive: true })

  const clock = new Clock(options.now)
  const now = () => clock.now()
  let url = ''
  const base = () => url

  const counters = new Counters(log)
  const invocations = new Invocations(counters)
  const faults = new Faults()
  const store = new Store(join(dataDir, 'database.sqlite'))
  declareCollections(store, databaseDir)
  const database = new CloudDatabase(store)
  const files = new FileStore(join(dataDir, 'files'))
  const rules = new Rules(databaseDir)
  const isPublic = (path: string) => rules.mayTouch('read', '', { openid: files.ownerOf(path) ?? '', path })
  const addresses = new Addresses(now, base, isPublic)

  const pool = new FunctionPool({
    functionsDir,
    adminUrl: () => `${url}/admin`,
    clock: clock.shared,
    log,
    onColdStart: (...start) => invocations.countColdStart(...start),
    coldStarts: options.coldStarts === true,
  })
  const functions = new Functions(functionsDir, pool, invocations, faults, log)
  const timers = new Timers(functions.configs, now, (...timer) => functions.fireTimer(...timer))

  const verdicts = new Verdicts()
  const visits = new Visits(now)
  const subscriptions = new Subscriptions(new JsonFile(join(dataDir, 'subscriptions.json'), EMPTY_LEDGER), now)
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
  const control = controlOperations(services)

  const release = () => {
    store.close()
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  const { server, port } = await listen({ admin, gateway, control, files, addresses }, options.port).catch(
    (error: unknown) => {
      release()
      throw error
    },
  )
  url = `http://${LOOPBACK}:${port}`
  pool.warmUp()
  if (options.autoTimers !== false) timers.start()

  return {
    port,
    url,
    startTimers() {
      timers.start()
      // A delivery that fails is told in its place, never thrown.
      void timers.run(undefined, 1)
    },
    async close() {
      timers.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await Promise.all([closed, pool.close()])
      release()
    },
  }
}
