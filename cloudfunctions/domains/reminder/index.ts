// What other domains may use of reminder.
export { pushAll } from './push'
export type { Recipient } from './push'
export { putOff } from './put-off'
export type { PutOff } from './put-off'
export { deliveries } from './store'
