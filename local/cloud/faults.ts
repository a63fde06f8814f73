// Decides which calls go wrong on purpose: they fail, never answer, answer late or when they are let.
import { CloudError } from './errors'

/**
 * `fail` before anything happens, `lost`: it happens and the answer is an error, `late`: after `ms`, `wait`: when the faults
 * are cleared, `hang`: never.
 */
const MODES = ['fail', 'lost', 'late', 'wait', 'hang'] as const
export type FaultMode = (typeof MODES)[number]

export interface Fault {
  /** `openapi:security.msgSecCheck`, `database:modifyDocument`, `database:modifyDocument:slips`, `storage:*`, `function:api` … */
  target: string
  mode: FaultMode
  ms?: number
  /** How many calls are hit; all until cleared when omitted. */
  times?: number
  /** How many matching calls pass before the first is hit. */
  after?: number
  /** The code the caller sees: a number for an open API, a word for the rest. */
  errcode?: number | string
}

export class Faults {
  private faults: (Fault & { passed: number; hit: number })[] = []
  private readonly waiting: (() => void)[] = []

  set(fault: Fault): void {
    if (!MODES.includes(fault.mode)) throw new RangeError(`no such fault mode: ${fault.mode}`)
    this.faults.push({ ...fault, passed: 0, hit: 0 })
  }

  /** Sets none any more, and lets go what waits. */
  clear(): void {
    this.faults = []
    for (const letGo of this.waiting.splice(0)) letGo()
  }

  /** With how many calls each has let pass and hit so far. */
  list(): (Fault & { passed: number; hit: number })[] {
    return this.faults.map((fault) => ({ ...fault }))
  }

  /** Carries out a call under the faults set for its names, from the most general to the most exact. */
  async around<T>(names: string[], call: () => T | Promise<T>): Promise<T> {
    const fault = this.take(names)
    if (!fault) return call()
    if (fault.mode === 'hang') return new Promise<T>(() => undefined)
    if (fault.mode === 'late') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1_000))
    if (fault.mode === 'wait') await new Promise<void>((resolve) => this.waiting.push(resolve))
    if (fault.mode === 'fail') throw new InjectedFault(fault)
    const result = await call()
    if (fault.mode === 'lost') throw new InjectedFault(fault)
    return result
  }

  private take(names: string[]): Fault | undefined {
    for (const fault of this.faults) {
      if (!names.includes(fault.target)) continue
      if (fault.passed < (fault.after ?? 0)) {
        fault.passed++
        continue
      }
      if (fault.hit >= (fault.times ?? Infinity)) continue
      fault.hit++
      return fault
    }
    return undefined
  }
}

/** An error that was asked for. */
export class InjectedFault extends CloudError {
  /** For open APIs, which report numbers. */
  readonly errcode: number

  constructor(fault: Fault) {
    super(
      typeof fault.errcode === 'string' ? fault.errcode : 'SYS_ERR',
      `injected fault: ${fault.target} ${fault.mode}`,
    )
    this.errcode = typeof fault.errcode === 'number' ? fault.errcode : -1
  }
}
