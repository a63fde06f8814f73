// Decides who is calling: every running invocation has a token that the SDK sends along.
import { randomBytes } from 'node:crypto'
import { ADMIN, type ActionCount, type Counters } from './counters'

/** Where a call comes from, as `getWXContext().SOURCE` tells it. */
export type Source = 'wx_client' | 'wx_trigger' | 'wx_unknown' | `${string},scf`

export interface Invocation {
  token: string
  functionName: string
  /** What it is counted under: the call's `action`, else the function's name. */
  action: string
  openid: string
  source: Source
}

/** What the database reports about the call it serves. */
export interface CountedCall {
  read(collection: string, filter: object, found: { examined: number; narrowed: boolean }): void
  written(rows: number): void
}

export class Invocations {
  /** Begins every token, so that those of an environment before this one are told apart. */
  private readonly mark = randomBytes(6).toString('hex')
  private readonly running = new Map<string, Invocation>()

  constructor(private readonly counters: Counters) {}

  begin(functionName: string, event: unknown, openid: string, source: Source): Invocation {
    const action = actionOf(event) ?? functionName
    const token = `${this.mark}${randomBytes(6).toString('hex')}`
    const invocation = { token, functionName, action, openid, source }
    this.running.set(invocation.token, invocation)
    return invocation
  }

  end(invocation: Invocation): void {
    this.running.delete(invocation.token)
  }

  /** The invocation behind a request; undefined for admin scripts, which have all rights. */
  find(token: unknown): Invocation | undefined {
    return typeof token === 'string' ? this.running.get(token) : undefined
  }

  /** Work that an invocation of an environment before this one left behind. */
  isForeign(token: unknown): boolean {
    return typeof token === 'string' && token !== '' && !token.startsWith(this.mark)
  }

  countOf(invocation: Invocation | undefined): ActionCount {
    return this.counters.of(invocation?.action ?? ADMIN)
  }

  /** Notes that an invocation waited for a new instance. */
  countColdStart(invocation: Invocation, ms: number): void {
    const count = this.countOf(invocation)
    count.coldStarts++
    count.coldMilliseconds += ms
  }

  /** A view of the counters for one request. */
  counted(invocation: Invocation | undefined): CountedCall {
    const count = this.countOf(invocation)
    return {
      read: (collection, filter, found) => {
        count.rowsRead += found.examined
        if (!found.narrowed) {
          this.counters.reportScan(collection, JSON.stringify(shapeOf(filter)), found.examined)
        }
      },
      written: (rows) => {
        count.rowsWritten += rows
      },
    }
  }
}

function actionOf(event: unknown): string | undefined {
  const action = (event as { action?: unknown } | null | undefined)?.action
  return typeof action === 'string' ? action : undefined
}

/** A filter without its values, so that reports of one kind of read come together. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return '?'
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]))
}
