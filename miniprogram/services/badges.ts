// Decides the numbers on the tab bar: only what waits for this person.
import { createStore } from './store'

export interface Badges {
  today: number
  notices: number
  class: number
}
const store = createStore<Badges>({ today: 0, notices: 0, class: 0 })

export const readBadges = store.read
export const subscribeBadges = store.subscribe
/** Sets all three; what is not named waits for nobody. */
export function showBadges(badges: Partial<Badges>): void {
  store.write({ today: 0, notices: 0, class: 0, ...badges })
}
