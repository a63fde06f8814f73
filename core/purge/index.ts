// What a school year leaves behind, how long it is kept, and when it goes.
export {
  PURGE_KINDS,
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
export type { KeptFor, PurgeKind, PurgeRound } from './periods'
