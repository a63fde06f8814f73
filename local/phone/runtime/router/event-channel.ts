// Decides how a page and the page that opened it talk: 「EventChannel」.

type Listener = (...args: unknown[]) => void

/** One end of the channel; both ends share the listeners. */
export class EventChannel {
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>()

  on(name: string, listener: Listener): void {
    this.add(name, listener, false)
  }

  once(name: string, listener: Listener): void {
    this.add(name, listener, true)
  }

  off(name: string, listener?: Listener): void {
    const left = listener ? (this.listeners.get(name) ?? []).filter((known) => known.listener !== listener) : []
    this.listeners.set(name, left)
  }

  emit(name: string, ...args: unknown[]): void {
    const called = this.listeners.get(name) ?? []
    this.listeners.set(
      name,
      called.filter((known) => !known.once),
    )
    for (const { listener } of called) listener(...args)
  }

  private add(name: string, listener: Listener, once: boolean): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once }])
  }
}
