// Decides how state that several pages share is held: one value, told to whoever subscribed.

export interface Store<State> {
  read(): State
  write(patch: Partial<State>): void
  /** Calls back on every change. Returns the way to stop. */
  subscribe(listener: (state: State) => void): () => void
}

/** A store with a first value. */
export function createStore<State extends object>(first: State): Store<State> {
  let state = first
  const listeners = new Set<(state: State) => void>()
  return {
    read: () => state,
    write(patch) {
      state = { ...state, ...patch }
      for (const listener of [...listeners]) listener(state)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
