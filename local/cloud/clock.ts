// Decides what time it is in the cloud: the machine's time plus an offset that a test or the desk can move, or hold.

/** Places in the shared memory: the offset in milliseconds, and the time at which the clock is held; NaN while it runs. */
const [OFFSET, HELD] = [0, 1]

/** Cloud time from the shared memory, for cloud and functions alike. */
export function readClock(memory: Float64Array, machineNow: number): number {
  const held = memory[HELD] ?? NaN
  return Number.isNaN(held) ? machineNow + (memory[OFFSET] ?? 0) : held
}

/** The cloud's clock. It lies in shared memory, so that functions running in workers see a move at once. */
export class Clock {
  readonly shared = new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT)
  private readonly memory = new Float64Array(this.shared)

  /** @param now an ISO time to start at; the machine's time when omitted. */
  constructor(now?: string) {
    this.restart(now)
  }

  /** Goes as it did at first: from an ISO time, or with the machine. */
  restart(now?: string): void {
    this.memory[HELD] = NaN
    if (now === undefined) this.memory[OFFSET] = 0
    else this.set(now)
  }

  /** Milliseconds since 1970, cloud time. */
  now(): number {
    return readClock(this.memory, Date.now())
  }

  get offsetMs(): number {
    return this.now() - Date.now()
  }

  /** Moves the clock to an ISO time; it runs on from there, unless it is held. */
  set(iso: string): void {
    const target = Date.parse(iso)
    if (Number.isNaN(target)) throw new RangeError(`“${iso}” is not an ISO time`)
    this.moveTo(target)
  }

  advance(ms: number): void {
    this.moveTo(this.now() + ms)
  }

  /** Lets it stand, however long the machine takes; or run on. */
  hold(isHeld: boolean): void {
    const now = this.now()
    this.memory[HELD] = isHeld ? now : NaN
    this.moveTo(now)
  }

  private moveTo(target: number): void {
    this.memory[OFFSET] = target - Date.now()
    if (!Number.isNaN(this.memory[HELD])) this.memory[HELD] = target
  }
}
