// Decides what time it is on the phone: the browser's clock moved to the cloud's.

/** The phone's clock and the Date class that app code sees. */
export class Clock {
  /** Milliseconds the cloud's clock is ahead of the browser's. */
  private offset = 0
  readonly Date: DateConstructor

  constructor() {
    const now = () => this.now()
    this.Date = new Proxy(Date, {
      construct: (target, args: [], newTarget) =>
        Reflect.construct(target, args.length > 0 ? args : [now()], newTarget) as object,
      apply: () => new Date(now()).toString(),
      get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
    })
  }

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offset
  }

  /** @param now what the cloud's clock shows, in milliseconds since 1970 */
  moveTo(now: number): void {
    this.offset = now - Date.now()
  }
}
