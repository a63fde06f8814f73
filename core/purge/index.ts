// What a school year leaves behind, how long it is kept, and when it goes.
export {
  PURGE_MONTHS,
  daysOfYear,
  endOfYear,
  keptUntil,
  lastYearOver,
  purgeAt,
  purgeDay,
  roundToTell,
  roundsAhead,
  roundsOf,
} from './periods'
export type { KeptFor, PurgeRound } from './periods'
export { PURGE_KINDS, type PurgeKind } from './contract'
