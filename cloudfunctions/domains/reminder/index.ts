// What other domains may use of reminder.
export { pushAll } from './push'
export type { Recipient } from './push'
export { deliveries } from './store'
