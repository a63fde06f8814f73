// Decides how the parts of one phone tell each other that something changed.

export interface SignalMap {
  theme: { theme: 'light' | 'dark' }
  network: { isConnected: boolean; networkType: string }
  resize: { size: { windowWidth: number; windowHeight: number } }
  clock: undefined
  appShow: { path: string; query: Record<string, string>; scene: number }
  appHide: undefined
  error: string
  rejection: { reason: unknown; promise: Promise<unknown> | undefined }
  pageNotFound: { path: string; query: Record<string, string>; isEntryPage: boolean }
  privacy: { resolve: (answer: { event: string }) => void; referrer: string }
  console: { type: string; args: unknown[] }
  exception: { name: string; message: string; stack: string }
}

type Listener<T> = (value: T) => void

/** A small typed emitter. */
export class Signals {
  private readonly listeners = new Map<string, Set<Listener<never>>>()

  on<K extends keyof SignalMap>(name: K, listener: Listener<SignalMap[K]>): void {
    const known = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, known.add(listener as Listener<never>))
  }

  /** Removes one listener, or all of them. */
  off<K extends keyof SignalMap>(name: K, listener?: Listener<SignalMap[K]>): void {
    if (listener) this.listeners.get(name)?.delete(listener as Listener<never>)
    else this.listeners.delete(name)
  }

  emit<K extends keyof SignalMap>(name: K, value: SignalMap[K]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) (listener as Listener<SignalMap[K]>)(value)
  }

  has(name: keyof SignalMap): boolean {
    return (this.listeners.get(name)?.size ?? 0) > 0
  }
}
