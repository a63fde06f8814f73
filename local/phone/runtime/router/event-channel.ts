// Decides how a page and the page that opened it talk: 「EventChannel」.

type Listener = (...args: unknown[]) => void

/** One end of a channel: what it emits is heard at the other end, and kept until somebody listens there. */
export class EventChannel {
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  /** What came before anybody listened, by event. */
  private readonly waiting = new Map<string, unknown[][]>()
  private isClosed = false
  private other: EventChannel = this

  /** Both ends of a new channel. */
  static open(): { opener: EventChannel; opened: EventChannel } {
    const [opener, opened] = [new EventChannel(), new EventChannel()]
    opener.other = opened
    opened.other = opener
    return { opener, opened }
  }

  on(name: string, listener: Listener): void {
    this.add(name, listener, false)
  }

  once(name: string, listener: Listener): void {
    this.add(name, listener, true)
  }

  /** Takes one listener away, or all of the event. */
  off(name: string, listener?: Listener): void {
    const known = this.listeners.get(name) ?? []
    this.listeners.set(name, listener ? known.filter((one) => one.listener !== listener) : [])
  }

  emit(name: string, ...args: unknown[]): void {
    if (!this.isClosed) this.other.hear(name, args)
  }

  /** Nobody hears anything any more, at either end. */
  close(): void {
    for (const end of [this, this.other]) {
      end.isClosed = true
      end.listeners.clear()
      end.waiting.clear()
    }
  }

  private add(name: string, listener: Listener, once: boolean): void {
    if (this.isClosed || typeof listener !== 'function') return
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once }])
    const waiting = this.waiting.get(name) ?? []
    this.waiting.delete(name)
    for (const args of waiting) this.hear(name, args)
  }

  private hear(name: string, args: unknown[]): void {
    const called = this.listeners.get(name) ?? []
    if (called.length === 0) return void this.waiting.set(name, [...(this.waiting.get(name) ?? []), args])
    this.listeners.set(
      name,
      (this.listeners.get(name) ?? []).filter((one) => !one.once),
    )
    for (const { listener } of called) {
      // One listener's fault is its own.
      try {
        listener(...args)
      } catch (error) {
        reportError(error)
      }
    }
  }
}
