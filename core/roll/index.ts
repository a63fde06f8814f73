// The roll: what it says of every child, when it is due, and how a missing child is looked for.
export { checkOfNow, checkTime, fitRoll, halfAt, momentOf } from './checks'
export type { RollFit } from './checks'
export {
  closeByLeave,
  closeContact,
  countOpen,
  followLines,
  isComplete,
  isDue,
  isOpen,
  noteContact,
  openContact,
  owedFor,
  wantsLeaders,
} from './contacts'
export type { ContactGround, ContactStart, KeptContact, KeptNote } from './contacts'
export { countRoll, fillRoll, handOf, inRollOrder, laterMark, lineFor, showsAll } from './lines'
export type { CoveringLeave, HandMark, KeptLine, RollChild, RollGround } from './lines'
