// Decides how a test gets a cloud of its own: the built local cloud in another process, on a free port.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(__dirname, '..', '..')
/** Characters of its log that are kept. */
const LOG_KEPT = 4_000
const CLOUD = join(ROOT, 'dist', 'local', 'cloud.mjs')
/** Keeps clouds from one test file to the next, see keep-clouds.mjs. */
const KEEPER = process.env['CLASS_PACT_CLOUDS']
const LOOK_AGAIN_MS = 10

export interface CloudProcessOptions {
  /** Built functions; `dist/cloudfunctions` when omitted. */
  functionsDir?: string
  /** The folder with `collections.json`; `database` when omitted. */
  databaseDir?: string
  /** Data of an earlier process; a fresh temporary folder when omitted. */
  dataDir?: string
  /** ISO time the cloud's clock starts at. */
  now?: string
  /** Load nothing ahead. */
  coldStarts?: boolean
  /** The environment's id; `local-env` when omitted. */
  environmentId?: string
  /** Fire timers by themselves; off in tests, which use `timers.run`. */
  autoTimers?: boolean
}

/** What `wx.cloud.callFunction` gives, or its error. */
export interface CallReply<T = unknown> {
  result?: T
  error?: { errCode: number; errMsg: string }
}

export interface CloudProcess {
  url: string
  dataDir: string
  /** Calls a function as the phone of a user does. */
  call<T = unknown>(openid: string, name: string, data: unknown): Promise<CallReply<T>>
  /** One operation of `POST /control`. @throws when the cloud refuses it */
  control<T = Record<string, unknown>>(op: string, args?: Record<string, unknown>): Promise<T>
  /** What the cloud and its functions have said on the error stream so far, in characters, and the last of it. */
  logged(): { length: number; tail: string }
  /** Ends the process as a power cut does; the data stay for a next process. */
  kill9(): Promise<void>
  /** Ends the process, and removes its data if they were temporary. */
  stop(): Promise<void>
}

/** A cloud as it is handed on from test to test. */
interface Running {
  pid: number
  url: string
  dataDir: string
  /** The file with all that it has said on the error stream. */
  log: string
}

/** Removes a folder of a cloud that has just ended: what it had begun to write may still come. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
}

/**
 * Starts a local cloud from `dist/local/cloud.mjs` (run `npm run build` first). Within a run of jest a cloud of the
 * product's functions is one that an earlier test gave back; it has begun anew, and nothing of that test is left.
 *
 *     const cloud = await startCloudProcess({ now: '2026-09-01T09:00:00+08:00' })
 *     const { result } = await cloud.call('o-teacher', 'api', { action: 'notice.publish', requestId, input })
 *     await cloud.control('clock.advance', { ms: 60_000 })
 *     await cloud.stop()
 */
export async function startCloudProcess(options: CloudProcessOptions = {}): Promise<CloudProcess> {
  const { now, ...special } = options
  const isHandedOn = KEEPER !== undefined && Object.values(special).every((value) => value === undefined)
  const running = (isHandedOn ? await takeKept(now) : undefined) ?? (await launch(options))
  const { url, dataDir } = running
  const begin = readFileSync(running.log).length
  let [isKilled, isGiven] = [false, false]
  return {
    url,
    dataDir,
    call: async <T>(openid: string, name: string, data: unknown) =>
      (await post(url, '/gateway/call', { openid, name, data })) as CallReply<T>,
    control: async <T>(op: string, operands: Record<string, unknown> = {}) =>
      (await post(url, '/control', { ...operands, op })) as T,
    logged() {
      const said = readFileSync(running.log).subarray(begin).toString()
      return { length: said.length, tail: said.slice(-LOG_KEPT) }
    },
    async kill9() {
      isKilled = true
      await end(running, 'SIGKILL')
    },
    async stop() {
      if (isGiven) return
      isGiven = true
      if (isHandedOn && !isKilled) return void (await tellKeeper('give', running))
      if (!isKilled) await end(running, 'SIGTERM')
      if (options.dataDir === undefined) removeFolder(dataDir)
      removeFolder(dirname(running.log))
    },
  }
}

/** One that was given back, begun anew; undefined when there is none that can. */
async function takeKept(now: string | undefined): Promise<Running | undefined> {
  const kept = (await tellKeeper('take')) as Running | null
  if (!kept) return undefined
  try {
    await post(kept.url, '/control', { op: 'cloud.renew', ...(now !== undefined && { now }) })
    return kept
  } catch {
    // Whatever has become of it, another one is started; the run ends this one.
    return undefined
  }
}

async function launch(options: CloudProcessOptions): Promise<Running> {
  if (!existsSync(CLOUD)) throw new Error('dist/local/cloud.mjs is missing: run npm run build first')
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'class-pact-test-'))
  const args = [
    ['--functions', options.functionsDir ?? join(ROOT, 'dist', 'cloudfunctions')],
    ['--database', options.databaseDir ?? join(ROOT, 'database')],
    ['--data', dataDir],
    ['--port', '0'],
    options.now === undefined ? [] : ['--now', options.now],
    options.coldStarts === true ? ['--cold-starts'] : [],
    options.autoTimers === true ? [] : ['--no-timers'],
  ].flat()
  const log = join(mkdtempSync(join(tmpdir(), 'class-pact-log-')), 'cloud.log')
  const errors = openSync(log, 'a')
  const child = spawn(process.execPath, [CLOUD, ...args, '--json'], {
    stdio: ['ignore', 'pipe', errors],
    env: {
      ...process.env,
      ...(options.environmentId !== undefined && { LOCAL_ENVIRONMENT_ID: options.environmentId }),
    },
  })
  closeSync(errors)
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (code: number | null) =>
      reject(new Error(`the local cloud ended with ${code}: ${readFileSync(log).toString().slice(-LOG_KEPT)}`))
    child.once('error', reject)
    child.once('exit', fail)
    let out = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (!out.includes('\n')) return
      child.off('exit', fail)
      resolve(new URL((JSON.parse(out.slice(0, out.indexOf('\n'))) as { cloud: string }).cloud).origin)
    })
  })
  const running = { pid: child.pid ?? 0, url, dataDir, log }
  if (KEEPER !== undefined) await tellKeeper('born', running)
  return running
}

/** Ends a process that another one may have started: it is over when nobody answers any more. */
async function end({ pid, url }: Running, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal)
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    )
  while (await answers()) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
}

function tellKeeper(deed: 'born' | 'give' | 'take', cloud?: Running): Promise<unknown> {
  return post(KEEPER ?? '', '/', { deed, cloud })
}

async function post(url: string, path: string, body: object): Promise<unknown> {
  // A line of its own each time: one that is kept may be closed by the cloud at the moment it is used again.
  const headers = { connection: 'close' }
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const reply: unknown = await response.json()
  if (!response.ok) throw new Error(`${path} ${JSON.stringify(body)}: ${JSON.stringify(reply)}`)
  return reply
}
