// Decides how a function is called: by a phone, by another function, by a timer or by WeChat, always counted.
import { CloudError } from '../errors'
import type { Faults } from '../faults'
import type { Invocations, Source } from '../invocations'
import { MAX_CALL_BYTES } from '../limits'
import { readFunctions, type FunctionConfig } from './config'
import { APP_ID } from './environment'
import type { FunctionPool } from './pool'

export class Functions {
  readonly configs: FunctionConfig[]

  constructor(
    functionsDir: string,
    private readonly pool: FunctionPool,
    private readonly invocations: Invocations,
    private readonly faults: Faults,
    private readonly log: (line: string) => void,
  ) {
    this.configs = readFunctions(functionsDir)
  }

  find(name: string): FunctionConfig | undefined {
    return this.configs.find((config) => config.name === name)
  }

  /**
   * Invokes a function.
   * @param data the event as JSON text
   * @returns the reply as JSON text
   * @throws FUNCTION_NOT_FOUND, INVALID_PARAM when the data is too large, and what the pool throws
   */
  async call(name: string, data: string, openid: string, source: Source): Promise<string> {
    const config = this.find(name)
    if (!config) throw new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
    const bytes = Buffer.byteLength(data)
    if (bytes > MAX_CALL_BYTES)
      throw new CloudError('INVALID_PARAM', `data of ${bytes} bytes exceeds ${MAX_CALL_BYTES}`)
    const event: unknown = JSON.parse(data)
    const identified = isObject(event) ? { ...event, userInfo: { appId: APP_ID, openId: openid } } : event
    const invocation = this.invocations.begin(name, event, openid, source)
    const count = this.invocations.countOf(invocation)
    const started = performance.now()
    count.invocations++
    count.bytesIn += bytes
    try {
      const reply = await this.faults.around([`function:*`, `function:${name}`], () =>
        this.pool.run(config, identified, invocation),
      )
      count.bytesOut += Buffer.byteLength(reply)
      return reply
    } catch (error) {
      count.failures++
      this.log(`${name} ${invocation.action} failed: ${error instanceof Error ? error.message : String(error)}`)
      throw error
    } finally {
      count.milliseconds += performance.now() - started
      this.invocations.end(invocation)
    }
  }

  /** Delivers a timer as SCF does. */
  fireTimer(name: string, triggerName: string, due: number): Promise<unknown> {
    const event = { Message: '', Time: new Date(due).toISOString(), TriggerName: triggerName, Type: 'Timer' }
    return this.deliver(name, event, 'wx_trigger')
  }

  /** Delivers an event that WeChat pushes; nothing happens without such a function. */
  async pushEvent(name: string, event: Record<string, unknown>): Promise<void> {
    if (!this.find(name)) return
    await this.deliver(name, event, 'wx_unknown').catch(() => undefined)
  }

  private async deliver(name: string, event: Record<string, unknown>, source: Source): Promise<unknown> {
    return JSON.parse(await this.call(name, JSON.stringify(event), '', source))
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
