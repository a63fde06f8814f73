// Decides when a timer on a page runs: while the component is there and its page is looked at, once a second.
import { keepOwn, readOwn } from '../../services/own-state'
import { TICK_MS } from './elapsed'

/** A component that shows how much time has gone by. */
interface Ticking {
  tick(): void
}

/**
 * The lifetimes of such a component.
 * @param isLookedAt what is read late may come when another page is looked at already
 */
export function ticking(isLookedAt: () => boolean = () => true) {
  const stop = (component: Ticking) => clearInterval(readOwn(component, { timer: 0 }).timer)
  const start = (component: Ticking) => {
    stop(component)
    component.tick()
    if (isLookedAt()) keepOwn(component, { timer: setInterval(() => component.tick(), TICK_MS) })
  }
  return {
    lifetimes: {
      attached(this: Ticking) {
        start(this)
      },
      detached(this: Ticking) {
        stop(this)
      },
    },
    pageLifetimes: {
      show(this: Ticking) {
        start(this)
      },
      hide(this: Ticking) {
        stop(this)
      },
    },
  }
}
