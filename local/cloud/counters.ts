// Decides what is counted: for every action of every function its calls, the database's work, bytes and time.
import { REPORTED_SCAN_ROWS } from './limits'

export interface ActionCount {
  invocations: number
  failures: number
  /** Invocations that had to wait for a new instance, and for how long all of them together. */
  coldStarts: number
  coldMilliseconds: number
  /** Calls of the database by operation, e.g. `getDocument`. */
  database: Record<string, number>
  /** All other calls of the cloud (open API, storage, functions). */
  others: Record<string, number>
  rowsRead: number
  rowsWritten: number
  bytesIn: number
  bytesOut: number
  milliseconds: number
}

export interface Scan {
  collection: string
  filter: string
  rows: number
  times: number
}

/** What calls outside any invocation (admin scripts, tests) are counted under. */
export const ADMIN = 'admin'

export class Counters {
  private readonly actions = new Map<string, ActionCount>()
  private readonly scans = new Map<string, Scan>()

  constructor(private readonly log: (line: string) => void) {}

  of(action: string): ActionCount {
    let count = this.actions.get(action)
    if (!count) {
      count = {
        invocations: 0,
        failures: 0,
        coldStarts: 0,
        coldMilliseconds: 0,
        database: {},
        others: {},
        rowsRead: 0,
        rowsWritten: 0,
        bytesIn: 0,
        bytesOut: 0,
        milliseconds: 0,
      }
      this.actions.set(action, count)
    }
    return count
  }

  /** Reports a read that had to look at many documents because no index fits. */
  reportScan(collection: string, filter: string, rows: number): void {
    if (rows <= REPORTED_SCAN_ROWS) return
    const key = `${collection} ${filter}`
    const scan = this.scans.get(key)
    if (scan) {
      scan.times++
      scan.rows = Math.max(scan.rows, rows)
      return
    }
    this.scans.set(key, { collection, filter, rows, times: 1 })
    this.log(`no index fits: ${collection} ${filter} looked at ${rows} documents`)
  }

  read(): { actions: Record<string, ActionCount>; scans: Scan[] } {
    return { actions: Object.fromEntries(this.actions), scans: [...this.scans.values()] }
  }

  reset(): void {
    this.actions.clear()
    this.scans.clear()
  }
}
