// Decides where an invocation runs: in a worker of its function that is free, in a fresh one, or later.
import { Worker } from 'node:worker_threads'
import { CloudError } from '../errors'
import type { Invocation } from '../invocations'
import {
  DEFAULT_FUNCTION_MEMORY_MB,
  INITIALISATION_TIMEOUT_S,
  MAX_REPLY_BYTES,
  MAX_WORKERS_HANDED_ON,
  MAX_WORKERS_PER_FUNCTION,
} from '../limits'
import { environmentOf, SHARED_ENVIRONMENT } from './environment'
import type { FunctionConfig } from './config'
import type { ForgetMessage, InvokeMessage, ReplyMessage, StartedMessage, WorkerSettings } from './messages'

export interface PoolOptions {
  functionsDir: string
  /** The address of `POST /admin`. */
  adminUrl: () => string
  clock: SharedArrayBuffer
  log: (line: string) => void
  /** Hears of every instance's first invocation, and after how many milliseconds its work began. */
  onColdStart: (invocation: Invocation, ms: number) => void
  /** Nothing is loaded ahead, so that a cold start costs what it costs. */
  coldStarts: boolean
}

interface Instance {
  worker: Worker
  memoryMb: number
  /** It has not served yet. */
  cold: boolean
  /** Tells that the running invocation has begun its work. */
  started?: () => void
  /** Settles the running invocation. */
  settle?: (reply: ReplyMessage) => void
  dead: boolean
}

export class FunctionPool {
  private readonly idle = new Map<string, Instance[]>()
  private readonly all = new Map<string, Set<Instance>>()
  private readonly queues = new Map<string, ((instance: Instance) => void)[]>()
  private readonly spares: Instance[]
  private closed = false

  /** @param workers of a pool before this one, see {@link close} */
  constructor(
    private readonly options: PoolOptions,
    workers: Worker[] = [],
  ) {
    this.spares = workers.map((worker) => this.hold(worker, DEFAULT_FUNCTION_MEMORY_MB))
  }

  /** Starts one worker ahead with the SDK loaded, so that the next cold start is quick. */
  warmUp(): void {
    if (this.closed || this.options.coldStarts || this.spares.length > 0) return
    this.spares.push(this.spawn(DEFAULT_FUNCTION_MEMORY_MB))
  }

  /**
   * Runs a function and returns its reply as JSON text.
   * @throws FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED, or WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT
   */
  async run(config: FunctionConfig, event: unknown, invocation: Invocation): Promise<string> {
    if (this.closed) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the environment is gone')
    const instance = await this.acquire(config)
    const message: InvokeMessage = {
      id: invocation.token,
      directory: config.directory,
      event,
      context: contextOf(config, invocation),
      env: environmentOf(invocation),
    }
    const reply = await this.invoke(instance, config, message, invocation)
    this.release(config, instance)
    if (reply.result === undefined) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', reply.error ?? 'function ended')
    if (Buffer.byteLength(reply.result) > MAX_REPLY_BYTES) {
      throw new CloudError('WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT', 'cloudfunction result size exceed limit (1MB)')
    }
    return reply.result
  }

  /** Ends what is at work. @returns the workers that are idle, without their function, for a next pool to take or to end */
  async close(): Promise<Worker[]> {
    this.closed = true
    const idle = [...this.spares, ...[...this.idle.values()].flat()].filter(isUsual).slice(0, MAX_WORKERS_HANDED_ON)
    const rest = [...[...this.all.values()].flatMap((set) => [...set]), ...this.spares].filter(
      (instance) => !idle.includes(instance),
    )
    await Promise.all(rest.map(({ worker }) => worker.terminate()))
    const living = idle.filter(({ dead }) => !dead).map(({ worker }) => worker)
    for (const worker of living) worker.postMessage({ forget: true } satisfies ForgetMessage)
    return living
  }

  private invoke(
    instance: Instance,
    config: FunctionConfig,
    message: InvokeMessage,
    invocation: Invocation,
  ): Promise<ReplyMessage> {
    const asked = performance.now()
    return new Promise((resolve, reject) => {
      const limit = (ms: number) =>
        setTimeout(() => {
          instance.dead = true
          void instance.worker.terminate()
          this.release(config, instance)
          reject(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${ms / 1_000} seconds`))
        }, ms)
      let timer = limit(INITIALISATION_TIMEOUT_S * 1_000)
      instance.started = () => {
        clearTimeout(timer)
        timer = limit(config.timeoutMs)
        if (instance.cold) this.options.onColdStart(invocation, performance.now() - asked)
        instance.cold = false
      }
      instance.settle = (reply) => {
        clearTimeout(timer)
        delete instance.started
        delete instance.settle
        resolve(reply)
      }
      if (instance.dead) instance.settle({ id: message.id, error: 'the instance ended' })
      else instance.worker.postMessage(message)
    })
  }

  private async acquire({ name, memoryMb }: FunctionConfig): Promise<Instance> {
    const free = this.idle.get(name)?.pop()
    if (free) return free
    const instances = this.all.get(name) ?? new Set()
    this.all.set(name, instances)
    if (instances.size < MAX_WORKERS_PER_FUNCTION) {
      const instance = this.takeFresh(memoryMb)
      instances.add(instance)
      setImmediate(() => this.warmUp())
      return instance
    }
    return new Promise((resolve) => {
      this.queues.set(name, [...(this.queues.get(name) ?? []), resolve])
    })
  }

  private release({ name, memoryMb }: FunctionConfig, instance: Instance): void {
    if (instance.dead) this.all.get(name)?.delete(instance)
    const next = this.queues.get(name)?.shift()
    if (!next) {
      if (!instance.dead) this.idle.set(name, [...(this.idle.get(name) ?? []), instance])
      return
    }
    if (!instance.dead) return next(instance)
    const fresh = this.takeFresh(memoryMb)
    this.all.get(name)?.add(fresh)
    next(fresh)
  }

  /** The one that waits, if its memory fits, else a new one. */
  private takeFresh(memoryMb: number): Instance {
    const spare = memoryMb === DEFAULT_FUNCTION_MEMORY_MB ? this.spares.shift() : undefined
    return spare ?? this.spawn(memoryMb)
  }

  private spawn(memoryMb: number): Instance {
    const { clock, functionsDir, coldStarts } = this.options
    const settings: WorkerSettings = { clock, functionsDir, preload: !coldStarts, sourceMaps: !coldStarts }
    const worker = new Worker(new URL('./function-worker.mjs', import.meta.url), {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      env: { ...SHARED_ENVIRONMENT, TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.options.adminUrl() }) },
      stdout: true,
      stderr: true,
    })
    worker.stdout.on('data', (chunk: Buffer) => this.options.log(chunk.toString().trimEnd()))
    worker.stderr.on('data', (chunk: Buffer) => this.options.log(chunk.toString().trimEnd()))
    worker.unref()
    return this.hold(worker, memoryMb)
  }

  /** Makes a worker an instance of this pool, and of no other. */
  private hold(worker: Worker, memoryMb: number): Instance {
    const instance: Instance = { worker, memoryMb, cold: true, dead: false }
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
    worker.on('message', (message: ReplyMessage | StartedMessage) => {
      if ('started' in message) instance.started?.()
      else instance.settle?.(message)
    })
    worker.on('error', (error) => this.bury(instance, describeEnd(error, memoryMb)))
    worker.on('exit', (code) => this.bury(instance, `the function ended its process with code ${code}`))
    return instance
  }

  private bury(instance: Instance, why: string): void {
    instance.dead = true
    for (const instances of [this.spares, ...this.idle.values()]) {
      const at = instances.indexOf(instance)
      if (at >= 0) instances.splice(at, 1)
    }
    if (!instance.settle) for (const instances of this.all.values()) instances.delete(instance)
    instance.settle?.({ id: '', error: why })
  }
}

function isUsual({ memoryMb }: Instance): boolean {
  return memoryMb === DEFAULT_FUNCTION_MEMORY_MB
}

function describeEnd(error: unknown, memoryMb: number): string {
  if (!(error instanceof Error)) return String(error)
  const full = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
  return full ? `memory limit exceeded: ${memoryMb} MB` : `${error.name}: ${error.message}`
}

function contextOf(config: FunctionConfig, invocation: Invocation): Record<string, unknown> {
  return {
    function_name: config.name,
    function_version: '$LATEST',
    namespace: SHARED_ENVIRONMENT.SCF_NAMESPACE,
    request_id: invocation.token,
    time_limit_in_ms: config.timeoutMs,
    memory_limit_in_mb: config.memoryMb,
  }
}
