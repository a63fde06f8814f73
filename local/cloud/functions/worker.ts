// Decides how one function instance runs: it loads the function once and serves one invocation at a time.
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { readClock } from '../clock'
import { limitLog } from './log-limit'
import type { ForgetMessage, InvokeMessage, ReplyMessage, StartedMessage, WorkerSettings } from './messages'

type Main = (event: unknown, context: unknown) => unknown

/** What a shell reports for SIGKILL. */
const ENDED_BY_SIGNAL = 137
const PACKAGES = `${sep}node_modules${sep}`

const settings = workerData as WorkerSettings
const port = parentPort
if (!port) throw new Error('the function worker is started by the pool')

installClock(new Float64Array(settings.clock))
if (settings.preload) warmUp()
if (settings.sourceMaps) process.setSourceMapsEnabled(true)
endAlone()
const beginLog = limitLog()

let main: Main | undefined
port.on('message', (message: InvokeMessage | ForgetMessage) => {
  if ('forget' in message) forget()
  else void serve(message)
})

async function serve(message: InvokeMessage): Promise<void> {
  Object.assign(process.env, message.env)
  beginLog()
  let reply: ReplyMessage
  try {
    main ??= load(message.directory)
    port?.postMessage({ started: message.id } satisfies StartedMessage)
    const result = await main(message.event, message.context)
    reply = { id: message.id, result: JSON.stringify(result ?? null) ?? 'null' }
  } catch (error) {
    reply = {
      id: message.id,
      error: error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error),
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(reply.error)}\n`)
  }
  port?.postMessage(reply)
}

function load(directory: string): Main {
  const file = join(directory, 'index.js')
  const exported = createRequire(file)(file) as { main?: unknown }
  if (typeof exported.main !== 'function') throw new Error('exports.main is not a function')
  return exported.main as Main
}

/** The packages stay loaded, the function's own code and all that it remembers goes. */
function forget(): void {
  main = undefined
  const { cache } = createRequire(join(settings.functionsDir, 'index.js'))
  for (const file of Object.keys(cache)) if (!file.includes(PACKAGES)) Reflect.deleteProperty(cache, file)
}

/** Loads the SDK before the first call, so that a cold start is the function's own code only. */
function warmUp(): void {
  try {
    createRequire(join(settings.functionsDir, 'index.js'))('wx-server-sdk')
  } catch (error) {
    const missing = (error as { code?: string }).code === 'MODULE_NOT_FOUND'
    if (!missing) throw error
  }
}

/** A signal to its own process, which here is the cloud's, ends only this instance. */
function endAlone(): void {
  const kill = process.kill.bind(process)
  process.kill = (pid, signal) =>
    pid === process.pid && signal !== 0 ? process.exit(ENDED_BY_SIGNAL) : kill(pid, signal)
}

/** Gives `Date` the cloud's time; `new Date(value)` and everything else stay as they are. */
function installClock(memory: Float64Array): void {
  const Native = Date
  const machineNow = Native.now
  const cloudNow = () => readClock(memory, machineNow())
  const Moved = new Proxy(Native, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [cloudNow()] : args, newTarget) as object,
    apply: () => new Native(cloudNow()).toString(),
    get: (target, key, receiver) => (key === 'now' ? cloudNow : (Reflect.get(target, key, receiver) as unknown)),
  })
  Native.prototype.constructor = Moved
  globalThis.Date = Moved
}
