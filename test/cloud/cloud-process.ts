// Decides how a test gets a cloud of its own: the built local cloud in a child process, on a free port, with its own data.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..')
/** Characters of its log that are kept. */
const LOG_KEPT = 4_000
const CLOUD = join(ROOT, 'dist', 'local', 'cloud.mjs')

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

/**
 * Starts a local cloud from `dist/local/cloud.mjs` (run `npm run build` first).
 *
 *     const cloud = await startCloudProcess({ now: '2026-09-01T09:00:00+08:00' })
 *     const { result } = await cloud.call('o-teacher', 'api', { action: 'notice.publish', requestId, input })
 *     await cloud.control('clock.advance', { ms: 60_000 })
 *     await cloud.stop()
 */
export async function startCloudProcess(options: CloudProcessOptions = {}): Promise<CloudProcess> {
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
  const child = spawn(process.execPath, [CLOUD, ...args, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const log = { length: 0, tail: '' }
  child.stderr?.on('data', (chunk: Buffer) => {
    const said = chunk.toString()
    log.length += said.length
    log.tail = (log.tail + said).slice(-LOG_KEPT)
  })
  const url = await readAddress(child, log)
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
    const reply: unknown = await response.json()
    if (!response.ok) throw new Error(`${path} ${JSON.stringify(body)}: ${JSON.stringify(reply)}`)
    return reply
  }
  return {
    url,
    dataDir,
    call: async <T>(openid: string, name: string, data: unknown) =>
      (await post('/gateway/call', { openid, name, data })) as CallReply<T>,
    control: async <T>(op: string, operands: Record<string, unknown> = {}) =>
      (await post('/control', { ...operands, op })) as T,
    logged: () => ({ ...log }),
    kill9: () => end(child, 'SIGKILL'),
    async stop() {
      await end(child, 'SIGTERM')
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function readAddress(child: ChildProcess, log: { tail: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (!out.includes('\n')) return
      resolve(new URL((JSON.parse(out.slice(0, out.indexOf('\n'))) as { cloud: string }).cloud).origin)
    })
    child.once('exit', (code) => reject(new Error(`the local cloud ended with ${code}: ${log.tail}`)))
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
