// Notices and their slips: how they read, where they stand, and how each act changes them.
export { closeChange, followUpChange, readChange, signChange } from './changes'
export type { Signature, SlipChange } from './changes'
export { settleReply, wantsReply } from './kinds'
export type { Settled } from './kinds'
export { composeIssuer, layOut } from './letter'
export type { Letter, LetterParts } from './letter'
export { REMIND_BEFORE_MS, reminderTime } from './reminders'
export {
  canClose,
  countEntries,
  entryState,
  entryTime,
  isOverdue,
  missingChildren,
  openEntries,
  standingFollowUp,
} from './slip'
export type { Addressee, Entries, SlipEntry } from './slip'
export { MEDIA_WAIT_MS, SWEEP_AFTER_MS, canWithdraw, placeNotice } from './states'
export type { DutyKind, Findings, MediaSuggestion, Placement, TextSuggestion } from './states'
