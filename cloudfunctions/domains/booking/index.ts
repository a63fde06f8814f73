// What other domains may use of booking.
export { lookUpReceived } from './reached'
export { lookUpOwnReceptions, lookUpReceptionOf, readOwnReceptions, readReceptionOf, type ReceptionsRow } from './today'
