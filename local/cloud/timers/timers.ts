// Decides when timer functions run: at most once whenever the cloud's clock crosses a due time, or when told to.
import type { FunctionConfig } from '../functions/config'
import { readCron, type Cron } from './cron'

const TICK_MS = 500

interface Timer {
  name: string
  functionName: string
  cron: Cron
  due: number
}

export type FireTimer = (functionName: string, triggerName: string, due: number) => Promise<unknown>

export class Timers {
  private readonly timers: Timer[]
  private ticker: NodeJS.Timeout | undefined

  constructor(
    functions: FunctionConfig[],
    private readonly now: () => number,
    private readonly fire: FireTimer,
  ) {
    this.timers = functions.flatMap((config) =>
      config.triggers.map(({ name, cron }) => {
        const parsed = readCron(cron)
        return { name, functionName: config.name, cron: parsed, due: parsed.next(now()) }
      }),
    )
  }

  start(): void {
    this.ticker = setInterval(() => this.tick(), TICK_MS).unref()
  }

  stop(): void {
    clearInterval(this.ticker)
  }

  /** After the clock was moved back, due times lie too far ahead; moved forward, each timer still fires once. */
  clockMoved(): void {
    for (const timer of this.timers) timer.due = Math.min(timer.due, timer.cron.next(this.now()))
  }

  /**
   * Fires timers at once, whatever the time, and waits for them.
   * @param name a trigger or a function; all when omitted
   * @param times how many deliveries each gets, at the same moment: the cloud may deliver twice
   * @returns one entry per delivery: the function's reply or its error
   */
  async run(name: string | undefined, times: number): Promise<{ timer: string; result?: unknown; error?: string }[]> {
    const chosen = this.timers.filter(
      (timer) => name === undefined || timer.name === name || timer.functionName === name,
    )
    if (name !== undefined && chosen.length === 0) throw new RangeError(`no timer or function is called ${name}`)
    const deliveries = chosen.flatMap((timer) => Array.from({ length: times }, () => timer))
    return Promise.all(
      deliveries.map(async (timer) => {
        try {
          return { timer: timer.name, result: await this.fire(timer.functionName, timer.name, this.now()) }
        } catch (error) {
          return { timer: timer.name, error: error instanceof Error ? error.message : String(error) }
        }
      }),
    )
  }

  private tick(): void {
    const now = this.now()
    for (const timer of this.timers.filter((candidate) => candidate.due <= now)) {
      const { due } = timer
      timer.due = timer.cron.next(now)
      void this.fire(timer.functionName, timer.name, due).catch(() => undefined)
    }
  }
}
