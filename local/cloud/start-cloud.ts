// Decides how a local cloud starts on an address, begins anew when it is told to, and ends.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Clock } from './clock'
import { clearData, openEnvironment, type Environment } from './open-environment'
import { listen, LOOPBACK, type Rooms } from './server'

export interface CloudOptions {
  /** Built functions: a folder each with `index.js` and `config.json`. */
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

/**
 * Starts a cloud on the loopback address.
 * @throws an Error with one clear sentence when the port is taken or a declaration is wrong
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  // Functions run in UTC in the cloud; a worker cannot have a time zone of its own.
  process.env['TZ'] = 'UTC'
  const { databaseDir, log = () => undefined, autoTimers = true, coldStarts = false } = options
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'class-pact-cloud-'))
  mkdirSync(dataDir, { recursive: true })
  let url = ''
  const clock = new Clock(options.now)
  const functionsDir = resolve(options.functionsDir)
  const given = { functionsDir, databaseDir, dataDir, clock, base: () => url, log, autoTimers, coldStarts }

  let environment: Environment = openEnvironment(given)
  const rooms: Rooms = { ...environment.rooms }
  /** The next environment takes the rooms of this one, on the same address. */
  const renew = async (now: unknown) => {
    const workers = await environment.close()
    clearData(dataDir)
    clock.restart(typeof now === 'string' ? now : undefined)
    environment = openEnvironment(given, workers)
    enter(environment)
    return {}
  }
  const enter = (entered: Environment) => {
    const control = { ...entered.rooms.control, 'cloud.renew': (args: Record<string, unknown>) => renew(args['now']) }
    Object.assign(rooms, entered.rooms, { control })
    entered.start()
  }

  const release = async () => {
    const idle = await environment.close()
    await Promise.all(idle.map((worker) => worker.terminate()))
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
  const { server, port } = await listen(rooms, options.port).catch(async (error: unknown) => {
    await release()
    throw error
  })
  url = `http://${LOOPBACK}:${port}`
  enter(environment)

  return {
    port,
    url,
    startTimers: () => environment.startTimers(),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await Promise.all([closed, release()])
    },
  }
}
