// Decides where a component keeps what its view does not need: in a field of its own.

interface Holder<State> {
  /** No component has a member of this name. */
  ownState?: State
}

/** Keeps a component's own state; what was kept before is gone. */
export function keepOwn<State extends object>(component: object, state: State): void {
  const holder: Holder<State> = component
  holder.ownState = state
}

/** A component's own state, or what it is before there is one. */
export function readOwn<State extends object>(component: object, before: State): State {
  return (component as Holder<State>).ownState ?? before
}
