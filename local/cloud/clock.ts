// Decides what time it is in the cloud: the machine's time plus an offset that a test or the desk can move.

/** The cloud's clock. The offset lives in shared memory, so that functions running in workers see a move at once. */
export class Clock {
  readonly shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)
  private readonly offset = new Float64Array(this.shared)

  /** @param now an ISO time to start at; the machine's time when omitted. */
  constructor(now?: string) {
    this.restart(now)
  }

  /** Goes as it did at first: from an ISO time, or with the machine. */
  restart(now?: string): void {
    if (now === undefined) this.offset[0] = 0
    else this.set(now)
  }

  /** Milliseconds since 1970, cloud time. */
  now(): number {
    return Date.now() + this.offsetMs
  }

  get offsetMs(): number {
    return this.offset[0] ?? 0
  }

  /** Moves the clock to an ISO time; it runs on from there. */
  set(iso: string): void {
    const target = Date.parse(iso)
    if (Number.isNaN(target)) throw new RangeError(`“${iso}” is not an ISO time`)
    this.offset[0] = target - Date.now()
  }

  advance(ms: number): void {
    this.offset[0] = this.offsetMs + ms
  }
}
